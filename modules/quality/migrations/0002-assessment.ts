import { type Migration, tenantTable } from '../../../kernel/db/index.ts';

/** 评估计划 and what was drawn for each. A plan is never deleted; one case is in one standing plan at most. */
export const assessmentTables: Migration = {
  id: 'quality/0002-assessment',
  sql: `
CREATE TABLE assessment_plan (
  tenant text NOT NULL,
  id uuid NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  title text NOT NULL,
  first_day date NOT NULL,
  last_day date NOT NULL,
  classes text[] NOT NULL,
  basis text NOT NULL CHECK (basis IN ('percent', 'count')),
  amount integer NOT NULL CHECK (amount > 0),
  made_by text NOT NULL,
  made_by_name text NOT NULL,
  made_at timestamptz NOT NULL,
  seed text,
  frame_hash text,
  frame_size integer,
  sample_size integer,
  strata jsonb,
  drawn_by_name text,
  drawn_at timestamptz,
  drawn_on date,
  cancelled_by_name text,
  cancelled_at timestamptz,
  cancel_reason text,
  PRIMARY KEY (tenant, id),
  CHECK (first_day <= last_day),
  CHECK (num_nulls(seed, frame_hash, frame_size, sample_size, strata, drawn_by_name, drawn_at, drawn_on) IN (0, 8)),
  CHECK (state <> 'DRAWN' OR seed IS NOT NULL),
  CHECK ((state = 'CANCELLED') = (cancel_reason IS NOT NULL))
);
CREATE INDEX assessment_plan_recent ON assessment_plan (tenant, made_at DESC, id);

CREATE TABLE assessment_item (
  tenant text NOT NULL,
  plan_id uuid NOT NULL,
  case_id uuid NOT NULL,
  matter_id uuid NOT NULL,
  case_number text NOT NULL,
  class text NOT NULL,
  handler_id uuid,
  handler_name text,
  handler_unit text,
  why text NOT NULL CHECK (why IN ('drawn', 'dissatisfied')),
  ticket text,
  place integer,
  standing boolean NOT NULL,
  PRIMARY KEY (tenant, plan_id, case_id),
  FOREIGN KEY (tenant, plan_id) REFERENCES assessment_plan (tenant, id),
  CHECK ((why = 'drawn') = (ticket IS NOT NULL AND place IS NOT NULL))
);
CREATE UNIQUE INDEX assessment_item_once ON assessment_item (tenant, case_id) WHERE standing;
CREATE INDEX aid_case_archived ON aid_case (tenant, archived_on, id) WHERE state = 'ARCHIVED';
${tenantTable('assessment_plan', 'SELECT, INSERT, UPDATE')}
${tenantTable('assessment_item', 'SELECT, INSERT, UPDATE')}
`,
};
