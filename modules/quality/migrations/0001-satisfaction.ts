import { type Migration, tenantTable } from '../../../kernel/db/index.ts';

export const qualityTables: Migration = {
  id: 'quality/0001-satisfaction',
  sql: `
CREATE TABLE satisfaction (
  tenant text NOT NULL,
  case_id uuid NOT NULL,
  matter_id uuid NOT NULL,
  case_number text NOT NULL,
  face text NOT NULL CHECK (face IN ('verySatisfied','satisfied','neutral','dissatisfied','veryDissatisfied')),
  words_sealed text,
  class text NOT NULL,
  cause text,
  groups text[] NOT NULL,
  handler_id uuid,
  handler_name text,
  answered_at timestamptz NOT NULL,
  answered_on date NOT NULL,
  demonstration boolean NOT NULL,
  PRIMARY KEY (tenant, case_id)
);
CREATE INDEX satisfaction_recent ON satisfaction (tenant, answered_at DESC, case_id);
${tenantTable('satisfaction', 'SELECT, INSERT, UPDATE')}
`,
};
