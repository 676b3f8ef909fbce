import { type Migration, tenantTable } from '../../../kernel/db/index.ts';

const ownIntake = `intake_agency = ANY ((select string_to_array(nullif(current_setting('fayuan.agencies', true), ''), ','))::uuid[])`;

export const applicationTables: Migration = {
  id: 'applications/0001-applications',
  sql: `
CREATE SEQUENCE application_number_seq;
GRANT USAGE ON SEQUENCE application_number_seq TO fayuan_app;
CREATE TABLE application (
  tenant text NOT NULL,
  id uuid NOT NULL,
  matter_id uuid NOT NULL,
  number text NOT NULL,
  query_code_index text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  door text NOT NULL,
  intake_tenant text,
  intake_agency uuid,
  consultation_id uuid,
  applying_as text NOT NULL,
  class text NOT NULL,
  cause text,
  region text NOT NULL,
  groups text[] NOT NULL,
  recipient_id uuid NOT NULL,
  recipient_name text NOT NULL,
  urgent boolean NOT NULL,
  proof text NOT NULL,
  facts_sealed text NOT NULL,
  narrative_sealed text NOT NULL,
  outcome text NOT NULL,
  route text,
  rule_set text NOT NULL,
  assessment jsonb NOT NULL,
  assessment_hash text NOT NULL,
  received_on date NOT NULL,
  submitted_at timestamptz NOT NULL,
  acknowledged_at timestamptz,
  due_on date,
  due_step text,
  due_citation text,
  proposal jsonb,
  proposed_by text,
  decided_by text,
  decided_on date,
  case_id uuid,
  transferred_to jsonb,
  transferred_from jsonb,
  demonstration boolean NOT NULL,
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, number)
);
CREATE INDEX application_worklist ON application (tenant, state, due_on, id);
CREATE INDEX application_recipient ON application (tenant, recipient_id);
CREATE INDEX application_intake ON application (intake_agency, submitted_at) WHERE intake_agency IS NOT NULL;
CREATE INDEX application_matter ON application (tenant, matter_id);
CREATE INDEX application_month ON application (tenant, received_on);
CREATE TABLE application_party (
  tenant text NOT NULL,
  application_id uuid NOT NULL,
  ordinal smallint NOT NULL,
  role text NOT NULL CHECK (role IN ('recipient','agent','opponent')),
  person_id uuid NOT NULL,
  name text NOT NULL,
  detail jsonb NOT NULL,
  PRIMARY KEY (tenant, application_id, ordinal),
  FOREIGN KEY (tenant, application_id) REFERENCES application (tenant, id)
);
CREATE INDEX application_party_person ON application_party (tenant, person_id);
CREATE TABLE application_material (
  tenant text NOT NULL,
  id uuid NOT NULL,
  application_id uuid NOT NULL,
  kind text NOT NULL,
  file_hash text NOT NULL,
  file_name text NOT NULL,
  media_type text NOT NULL,
  bytes bigint NOT NULL,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, application_id) REFERENCES application (tenant, id)
);
CREATE INDEX application_material_of ON application_material (tenant, application_id);
CREATE TABLE application_supplement (
  tenant text NOT NULL,
  id uuid NOT NULL,
  application_id uuid NOT NULL,
  items jsonb NOT NULL,
  note text NOT NULL,
  requested_at timestamptz NOT NULL,
  due_on date NOT NULL,
  answered_at timestamptz,
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, application_id),
  FOREIGN KEY (tenant, application_id) REFERENCES application (tenant, id)
);
CREATE INDEX application_supplement_open ON application_supplement (tenant, due_on) WHERE answered_at IS NULL;
CREATE TABLE application_draft (
  tenant text NOT NULL,
  id uuid NOT NULL,
  code_index text NOT NULL,
  version integer NOT NULL,
  answers_sealed text NOT NULL,
  files jsonb NOT NULL,
  language text NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  submitted jsonb,
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, code_index)
);
CREATE INDEX application_draft_age ON application_draft (tenant, updated_at);
CREATE TABLE citizen_message (
  tenant text NOT NULL,
  id uuid NOT NULL,
  key text NOT NULL,
  application_id uuid NOT NULL,
  person_id uuid NOT NULL,
  channel text NOT NULL,
  kind text NOT NULL,
  text text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, key)
);
CREATE INDEX citizen_message_of ON citizen_message (tenant, application_id);
${tenantTable('application', 'SELECT, INSERT, UPDATE', ownIntake)}
${tenantTable('application_party', 'SELECT, INSERT')}
${tenantTable('application_material', 'SELECT, INSERT')}
${tenantTable('application_supplement', 'SELECT, INSERT, UPDATE')}
${tenantTable('application_draft')}
${tenantTable('citizen_message', 'SELECT, INSERT')}
`,
};
