import { type Migration, tenantTable } from '../../../kernel/db/index.ts';

export const objectionTables: Migration = {
  id: 'objections/0001-objections',
  sql: `
CREATE TABLE objection (
  tenant text NOT NULL,
  id uuid NOT NULL,
  matter_id uuid NOT NULL,
  subject text NOT NULL CHECK (subject IN ('application','case')),
  subject_id uuid NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  class text NOT NULL,
  door text NOT NULL,
  decision_title text NOT NULL,
  decision_number text,
  decided_on date NOT NULL,
  served_on date NOT NULL,
  raise_by date,
  late boolean NOT NULL,
  received_on date NOT NULL,
  raised_at timestamptz NOT NULL,
  words_sealed text NOT NULL,
  due_on date NOT NULL,
  due_citation text NOT NULL,
  reviewed_by text,
  reviewed_on date,
  grounds jsonb,
  correction text,
  document_id uuid,
  demonstration boolean NOT NULL,
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, subject, subject_id),
  CHECK ((state = 'RAISED') = (reviewed_on IS NULL)),
  CHECK (decided_on <= served_on AND served_on <= received_on)
);
CREATE INDEX objection_state ON objection (tenant, state, due_on, id);
CREATE INDEX objection_matter ON objection (tenant, matter_id);
${tenantTable('objection', 'SELECT, INSERT, UPDATE')}
`,
};
