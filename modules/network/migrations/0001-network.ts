import { type Migration, referenceTable, tenantTable } from '../../../kernel/db/index.ts';

/**
 * The service network. Agencies are a public register: everybody may read them, only their tenant may write.
 * Handlers, experts and liaisons are seen by their tenant.
 */
export const networkTables: Migration = {
  id: 'network/0001-network',
  sql: `
CREATE TABLE region (
  code text PRIMARY KEY,
  name text NOT NULL,
  level text NOT NULL CHECK (level IN ('province','city','county','township','village')),
  parent text REFERENCES region (code),
  pinyin text NOT NULL,
  valid_from date,
  valid_to date,
  lon double precision,
  lat double precision,
  position_kind text CHECK (position_kind IN ('schematic','surveyed')),
  reference_system text,
  CHECK ((lon IS NULL) = (lat IS NULL) AND (lon IS NULL) = (position_kind IS NULL))
);
CREATE INDEX region_parent ON region (parent);

CREATE TABLE agency (
  tenant text NOT NULL,
  id uuid NOT NULL,
  code text NOT NULL,
  kind text NOT NULL,
  host text,
  name text NOT NULL,
  short_name text NOT NULL,
  reports_to_id uuid,
  region text NOT NULL REFERENCES region (code),
  address text,
  phone text,
  lon double precision,
  lat double precision,
  position_kind text CHECK (position_kind IN ('schematic','surveyed')),
  reference_system text,
  barrier_free boolean NOT NULL,
  street_level boolean NOT NULL,
  services text[] NOT NULL,
  hours jsonb NOT NULL,
  opened_on date,
  status text NOT NULL DEFAULT 'open' CHECK (status IN ('open','suspended','closed')),
  demonstration boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant, id),
  CONSTRAINT agency_code UNIQUE (tenant, code),
  FOREIGN KEY (tenant, reports_to_id) REFERENCES agency (tenant, id),
  CHECK ((lon IS NULL) = (lat IS NULL) AND (lon IS NULL) = (position_kind IS NULL))
);
CREATE INDEX agency_kind ON agency (tenant, kind);
CREATE INDEX agency_region ON agency (tenant, region);
CREATE INDEX agency_place ON agency (lat, lon) WHERE status = 'open';

CREATE TABLE handler (
  tenant text NOT NULL,
  id uuid NOT NULL,
  code text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('lawyer','basicLegalServiceWorker','centreStaff')),
  name text NOT NULL,
  sex text NOT NULL,
  licence_number text,
  licensed_from date,
  criminal_defence_since date,
  trained_for_minors boolean NOT NULL,
  specialities text[] NOT NULL,
  languages text[] NOT NULL,
  paid_by_treasury boolean NOT NULL,
  agency_id uuid NOT NULL,
  base_region text NOT NULL REFERENCES region (code),
  phone text,
  joined_on date NOT NULL,
  account_id uuid,
  status text NOT NULL DEFAULT 'active' CHECK (status IN ('active','suspended','left')),
  status_since date NOT NULL,
  status_reason text,
  demonstration boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant, id),
  CONSTRAINT handler_code UNIQUE (tenant, code),
  CONSTRAINT handler_licence UNIQUE (tenant, licence_number),
  CONSTRAINT handler_account UNIQUE (tenant, account_id),
  FOREIGN KEY (tenant, agency_id) REFERENCES agency (tenant, id)
);
CREATE INDEX handler_agency ON handler (tenant, agency_id);
CREATE INDEX handler_status ON handler (tenant, status, kind);

CREATE TABLE expert (
  tenant text NOT NULL,
  id uuid NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  title text NOT NULL,
  organisation text NOT NULL,
  fields text[] NOT NULL,
  handler_id uuid,
  appointed_on date NOT NULL,
  status text NOT NULL DEFAULT 'active' CHECK (status IN ('active','left')),
  demonstration boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant, id),
  CONSTRAINT expert_code UNIQUE (tenant, code),
  FOREIGN KEY (tenant, handler_id) REFERENCES handler (tenant, id)
);

CREATE TABLE liaison (
  tenant text NOT NULL,
  id uuid NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  sex text NOT NULL,
  region text NOT NULL REFERENCES region (code),
  agency_id uuid NOT NULL,
  phone text,
  languages text[] NOT NULL,
  appointed_on date NOT NULL,
  account_id uuid,
  status text NOT NULL DEFAULT 'active' CHECK (status IN ('active','left')),
  demonstration boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant, id),
  CONSTRAINT liaison_code UNIQUE (tenant, code),
  CONSTRAINT liaison_account UNIQUE (tenant, account_id),
  FOREIGN KEY (tenant, agency_id) REFERENCES agency (tenant, id)
);
CREATE INDEX liaison_region ON liaison (tenant, region);
${referenceTable('region')}
${tenantTable('agency')}
CREATE POLICY public_register ON agency FOR SELECT TO fayuan_app USING (true);
${tenantTable('handler')}
${tenantTable('expert')}
${tenantTable('liaison')}
`,
};
