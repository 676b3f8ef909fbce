import { type Migration, tenantTable } from '../../../kernel/db/index.ts';

/**
 * 位置标注: positions that a person set by hand, for a unit of the register or for a point: where it stood, where it stands since, who said
 * so, and how. What was set stays on file after it was taken back.
 */
export const networkPositions: Migration = {
  id: 'network/0003-positions',
  sql: `
CREATE TABLE position_set (
  tenant text NOT NULL,
  id uuid NOT NULL,
  subject text NOT NULL CHECK (subject IN ('region','agency')),
  subject_id text NOT NULL,
  name text NOT NULL,
  set_at timestamptz NOT NULL,
  set_by text NOT NULL,
  set_by_name text NOT NULL,
  source text NOT NULL CHECK (source IN ('map','coordinates')),
  given jsonb NOT NULL,
  before jsonb,
  after jsonb NOT NULL,
  undone_at timestamptz,
  undone_by_name text,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX position_set_at ON position_set (tenant, set_at, id);
${tenantTable('position_set', 'SELECT, INSERT, UPDATE')}
`,
};
