import { type Migration, tenantTable } from '../../../kernel/db/index.ts';

/**
 * 留存的测算: a reckoning of the circle that somebody kept, with all that it was made of, so that it can be set beside a later one and made
 * again. It is never changed.
 */
export const circleRunTables: Migration = {
  id: 'circle/0002-runs',
  sql: `
CREATE TABLE circle_run (
  tenant text NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  kept_at timestamptz NOT NULL,
  kept_by text NOT NULL,
  kept_by_name text NOT NULL,
  graph text NOT NULL,
  roads jsonb NOT NULL,
  question jsonb NOT NULL,
  costs jsonb,
  prints jsonb NOT NULL,
  stations jsonb NOT NULL,
  villages jsonb NOT NULL,
  figures jsonb NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX circle_run_kept ON circle_run (tenant, kept_at, id);
${tenantTable('circle_run', 'SELECT, INSERT')}
`,
};
