import { type Migration, tenantTable } from '../../../kernel/db/index.ts';

export const complaintTables: Migration = {
  id: 'complaints/0001-complaints',
  sql: `
CREATE TABLE complaint (
  tenant text NOT NULL,
  id uuid NOT NULL,
  number text NOT NULL,
  query_code_index text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  door text NOT NULL,
  oral boolean NOT NULL,
  standing text NOT NULL,
  anonymous boolean NOT NULL,
  complainant_sealed text NOT NULL,
  complainant_index text,
  words_sealed text NOT NULL,
  findings_sealed text NOT NULL,
  grounds text[] NOT NULL,
  against_kind text NOT NULL,
  against_name text,
  handler_id uuid,
  against_account_id text,
  agency_id uuid,
  case_id uuid,
  about_matter_id uuid,
  matter_number text,
  groups text[] NOT NULL,
  consultation_id uuid,
  rule_set text NOT NULL,
  received_on date NOT NULL,
  received_at timestamptz NOT NULL,
  registered_by text NOT NULL,
  due_on date,
  due_step text,
  due_citation text,
  asked_on date,
  answer_by date,
  accepted_on date,
  refused_ground text,
  passed_to jsonb,
  passed_from jsonb,
  merged_into uuid,
  entrusted_to text,
  entrusted_until date,
  investigator_id text,
  investigator_name text,
  told_federations text[] NOT NULL,
  decided_by text,
  decided_on date,
  outcome text,
  measures text[] NOT NULL,
  replied_on date,
  served_on date,
  ended_on date,
  demonstration boolean NOT NULL,
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, number),
  CHECK ((outcome IS NULL) = (decided_on IS NULL)),
  CHECK (decided_by IS NULL OR decided_by <> investigator_id),
  CHECK (merged_into IS NULL OR merged_into <> id)
);
CREATE INDEX complaint_work ON complaint (tenant, state, due_on, id);
CREATE INDEX complaint_received ON complaint (tenant, received_on DESC, id);
CREATE INDEX complaint_case ON complaint (tenant, case_id) WHERE case_id IS NOT NULL;
CREATE INDEX complaint_matter ON complaint (tenant, about_matter_id) WHERE about_matter_id IS NOT NULL;
CREATE INDEX complaint_handler ON complaint (tenant, handler_id) WHERE handler_id IS NOT NULL;
CREATE INDEX complaint_person ON complaint (tenant, complainant_index) WHERE complainant_index IS NOT NULL;
${tenantTable('complaint', 'SELECT, INSERT, UPDATE')}
`,
};
