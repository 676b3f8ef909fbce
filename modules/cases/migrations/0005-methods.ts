import { type Migration, tenantTable } from '../../../kernel/db/index.ts';

/**
 * 指派方式: how a case came to its handler, offers to the qualified, and the first step of the two to a firm. One offer of a case is
 * open at a time, by the index itself; whoever accepts first is told by its row.
 */
export const designationMethodTables: Migration = {
  id: 'cases/0005-methods',
  sql: `
ALTER TABLE aid_case ADD COLUMN firm_id uuid;
CREATE INDEX aid_case_firm ON aid_case (tenant, firm_id) WHERE firm_id IS NOT NULL;
ALTER TABLE designation
  ADD COLUMN method text NOT NULL DEFAULT 'direct' CHECK (method IN ('direct','turn','choice','offer','firm','inHouse')),
  ADD COLUMN departure text,
  ADD COLUMN wish jsonb;
-- The ledger, newest first.
CREATE INDEX designation_ledger ON designation (tenant, designated_at DESC, id DESC);

CREATE TABLE case_offer (
  tenant text NOT NULL,
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('open','taken','closed','lapsed')),
  offered_to uuid[] NOT NULL,
  offered_by text NOT NULL,
  offered_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  closed_at timestamptz,
  designation_id uuid,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, case_id) REFERENCES aid_case (tenant, id)
);
CREATE UNIQUE INDEX case_offer_open ON case_offer (tenant, case_id) WHERE state = 'open';
CREATE INDEX case_offer_case ON case_offer (tenant, case_id, offered_at);

CREATE TABLE offer_pass (
  tenant text NOT NULL,
  offer_id uuid NOT NULL,
  handler_id uuid NOT NULL,
  passed_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, offer_id, handler_id),
  FOREIGN KEY (tenant, offer_id) REFERENCES case_offer (tenant, id),
  FOREIGN KEY (tenant, handler_id) REFERENCES handler (tenant, id)
);

CREATE TABLE firm_designation (
  tenant text NOT NULL,
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  agency_id uuid NOT NULL,
  agency_name text NOT NULL,
  state text NOT NULL CHECK (state IN ('asked','named','givenBack','recalled','ended')),
  designated_by text NOT NULL,
  designated_at timestamptz NOT NULL,
  designated_on date NOT NULL,
  answered_at timestamptz,
  answer_ground text,
  answer_sealed text,
  designation_id uuid,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, case_id) REFERENCES aid_case (tenant, id),
  FOREIGN KEY (tenant, agency_id) REFERENCES agency (tenant, id)
);
CREATE UNIQUE INDEX firm_designation_asked ON firm_designation (tenant, case_id) WHERE state = 'asked';
CREATE INDEX firm_designation_case ON firm_designation (tenant, case_id, designated_at);
CREATE INDEX firm_designation_agency ON firm_designation (tenant, agency_id) WHERE state = 'asked';
${tenantTable('case_offer', 'SELECT, INSERT, UPDATE')}
${tenantTable('offer_pass', 'SELECT, INSERT')}
${tenantTable('firm_designation', 'SELECT, INSERT, UPDATE')}
`,
};
