import { type Migration, tenantTable } from '../../../kernel/db/index.ts';

/** 同行评估: a sampled case gets a life of its own, its reviews and its results. Cases drawn before stand at the beginning of it. */
export const assessmentReview: Migration = {
  id: 'quality/0004-review',
  sql: `
ALTER TABLE assessment_plan
  ADD COLUMN finished_by_name text,
  ADD COLUMN finished_at timestamptz,
  ADD COLUMN finished_on date,
  ADD CHECK ((state = 'FINISHED') = (finished_on IS NOT NULL));

ALTER TABLE assessment_item
  ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid(),
  ADD COLUMN state text NOT NULL DEFAULT 'SAMPLED',
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  ADD COLUMN round integer NOT NULL DEFAULT 1,
  ADD COLUMN sheet text,
  ADD COLUMN agency_id uuid,
  ADD COLUMN tenths integer,
  ADD COLUMN grade text CHECK (grade IN ('excellent', 'good', 'pass', 'fail')),
  ADD COLUMN told_on date,
  ADD UNIQUE (tenant, id),
  ADD CHECK ((grade IS NULL) = (told_on IS NULL) AND (grade IS NULL) = (tenths IS NULL)),
  ADD CHECK (round IN (1, 2));
ALTER TABLE assessment_item
  ALTER COLUMN id DROP DEFAULT, ALTER COLUMN state DROP DEFAULT, ALTER COLUMN version DROP DEFAULT, ALTER COLUMN round DROP DEFAULT;
CREATE INDEX assessment_item_handler ON assessment_item (tenant, handler_id, told_on DESC) WHERE told_on IS NOT NULL;

CREATE TABLE assessment_review (
  tenant text NOT NULL,
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  item_id uuid NOT NULL,
  case_id uuid NOT NULL,
  matter_id uuid NOT NULL,
  round integer NOT NULL,
  seat integer NOT NULL CHECK (seat IN (1, 2, 3)),
  reviewer_id uuid NOT NULL,
  reviewer_name text NOT NULL,
  reviewer_unit text NOT NULL,
  state text NOT NULL CHECK (state IN ('assigned', 'handedIn', 'declined', 'replaced')),
  version integer NOT NULL,
  load_before integer NOT NULL,
  eligible integer NOT NULL,
  lot text NOT NULL,
  assigned_at timestamptz NOT NULL,
  assigned_on date NOT NULL,
  due_on date NOT NULL,
  scores jsonb NOT NULL,
  vetoes text[] NOT NULL,
  tenths integer,
  vetoed boolean,
  words_sealed text,
  ended_ground text,
  ended_on date,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, item_id) REFERENCES assessment_item (tenant, id),
  CHECK ((state = 'assigned') = (ended_on IS NULL)),
  CHECK ((state = 'handedIn') = (tenths IS NOT NULL) AND (tenths IS NULL) = (vetoed IS NULL))
);
CREATE UNIQUE INDEX assessment_review_seat ON assessment_review (tenant, item_id, round, seat) WHERE state IN ('assigned', 'handedIn');
CREATE UNIQUE INDEX assessment_review_once ON assessment_review (tenant, item_id, reviewer_id) WHERE state IN ('assigned', 'handedIn');
CREATE INDEX assessment_review_reviewer ON assessment_review (tenant, reviewer_id, assigned_on DESC);
CREATE INDEX assessment_review_plan ON assessment_review (tenant, plan_id);

CREATE TABLE assessment_result (
  tenant text NOT NULL,
  id uuid NOT NULL,
  item_id uuid NOT NULL,
  matter_id uuid NOT NULL,
  round integer NOT NULL,
  tenths integer NOT NULL,
  grade text NOT NULL CHECK (grade IN ('excellent', 'good', 'pass', 'fail')),
  vetoes text[] NOT NULL,
  rule text NOT NULL CHECK (rule IN ('mean', 'nearest', 'middle', 'veto')),
  settled_on date NOT NULL,
  told_on date,
  told_by_name text,
  document_id uuid,
  ask_by date,
  asked_on date,
  reply_by date,
  replied_on date,
  words_sealed text,
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, item_id, round),
  FOREIGN KEY (tenant, item_id) REFERENCES assessment_item (tenant, id),
  CHECK ((told_on IS NULL) = (told_by_name IS NULL))
);
${tenantTable('assessment_review', 'SELECT, INSERT, UPDATE')}
${tenantTable('assessment_result', 'SELECT, INSERT, UPDATE')}
`,
};
