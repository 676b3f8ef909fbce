import type { Migration } from '../../../kernel/db/index.ts';

/** 评审员不同单位: a seat tells whether a colleague has another one; and a case in which something wrong was seen is assessed in any event. */
export const reviewersApart: Migration = {
  id: 'quality/0007-reviewers-apart',
  sql: `
ALTER TABLE assessment_review ADD COLUMN colleague boolean NOT NULL DEFAULT false;
ALTER TABLE assessment_item DROP CONSTRAINT assessment_item_why_check,
  ADD CONSTRAINT assessment_item_why_check
  CHECK (why IN ('drawn', 'dissatisfied', 'supervisionConcern', 'upheldComplaint'));
`,
};
