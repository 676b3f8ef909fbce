import { type Migration, tenantTable } from '../../../kernel/db/index.ts';

export const clockTables: Migration = {
  id: 'clocks/0001-clocks',
  sql: `
CREATE TABLE clock_raise (
  tenant text NOT NULL,
  deadline_id uuid NOT NULL,
  level text NOT NULL CHECK (level IN ('soon','overdue','climbed')),
  due_on date NOT NULL,
  raised_on date NOT NULL,
  PRIMARY KEY (tenant, deadline_id, level, due_on)
);
CREATE TABLE clock_notice (
  tenant text NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  deadline_id uuid NOT NULL,
  level text NOT NULL CHECK (level IN ('soon','overdue','climbed')),
  matter_id uuid NOT NULL,
  subject text NOT NULL,
  subject_id uuid NOT NULL,
  number text,
  step text NOT NULL,
  due_on date NOT NULL,
  citation text NOT NULL,
  raised_at timestamptz NOT NULL,
  seen_at timestamptz,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX clock_notice_unseen ON clock_notice (tenant, account_id) WHERE seen_at IS NULL;
CREATE TABLE clock_rate (
  tenant text NOT NULL,
  month text NOT NULL,
  step text NOT NULL,
  promise boolean NOT NULL,
  in_time integer NOT NULL CHECK (in_time >= 0),
  late integer NOT NULL CHECK (late >= 0),
  published_on date NOT NULL,
  PRIMARY KEY (tenant, month, step, promise)
);
-- The page of all clocks walks those that run and those that stand still, by their last day.
DROP INDEX deadline_open;
CREATE INDEX deadline_open ON deadline (tenant, due_on, id) WHERE state IN ('running','paused');
${tenantTable('clock_raise', 'SELECT, INSERT')}
${tenantTable('clock_notice', 'SELECT, INSERT, UPDATE')}
${tenantTable('clock_rate', 'SELECT, INSERT')}
`,
};
