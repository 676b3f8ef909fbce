import { type Migration, tenantTable } from '../../../kernel/db/index.ts';

/** 先行提供: aid first, papers after (art. 44). */
export const applicationProvisionalAid: Migration = {
  id: 'applications/0006-provisional-aid',
  sql: `
ALTER TABLE application ADD COLUMN provisional_on date;
CREATE TABLE application_provisional (
  tenant text NOT NULL,
  application_id uuid NOT NULL,
  ground text NOT NULL CHECK (ground IN ('periodExpiring','preservation','other')),
  note text NOT NULL,
  period_expires_on date,
  decided_by text NOT NULL,
  decided_on date NOT NULL,
  complete_by date NOT NULL,
  to_complete jsonb NOT NULL,
  completed_at timestamptz,
  completed_by text,
  ended_on date,
  outcome text CHECK (outcome IN ('confirmed','notMadeGood','notEligible')),
  PRIMARY KEY (tenant, application_id),
  FOREIGN KEY (tenant, application_id) REFERENCES application (tenant, id),
  CHECK ((ended_on IS NULL) = (outcome IS NULL))
);
${tenantTable('application_provisional', 'SELECT, INSERT, UPDATE')}
`,
};
