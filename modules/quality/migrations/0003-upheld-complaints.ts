import type { Migration } from '../../../kernel/db/index.ts';

/** 成立的投诉: a case about which a complaint was found true is taken for assessment in any event. */
export const assessmentOfUpheldComplaints: Migration = {
  id: 'quality/0003-upheld-complaints',
  sql: `
ALTER TABLE assessment_item DROP CONSTRAINT assessment_item_why_check,
  ADD CONSTRAINT assessment_item_why_check CHECK (why IN ('drawn', 'dissatisfied', 'upheldComplaint'));
`,
};
