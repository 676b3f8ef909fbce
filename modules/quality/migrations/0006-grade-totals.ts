import type { Migration } from '../../../kernel/db/index.ts';

/** 评估等级 counted over all grades too, so that months and places can be compared; what was told before is counted here. And the list behind the count. */
export const gradeTotals: Migration = {
  id: 'quality/0006-grade-totals',
  sql: `
INSERT INTO counter (tenant, name, month, dimension, value, slot, n)
SELECT tenant, 'assessment.graded', to_char(told_on, 'YYYY-MM'), 'all', '', 0, count(*)
FROM assessment_item WHERE told_on IS NOT NULL GROUP BY 1, 3;
CREATE INDEX assessment_item_told ON assessment_item (tenant, told_on DESC, id) WHERE told_on IS NOT NULL;
`,
};
