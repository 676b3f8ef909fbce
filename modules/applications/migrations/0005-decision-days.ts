import type { Migration } from '../../../kernel/db/index.ts';

/**
 * The days of a grant and of a refusal, each kept for good: a refusal that the bureau has corrected was a refusal all the
 * same, and both are counted (law 9 of the house).
 */
export const applicationDecisionDays: Migration = {
  id: 'applications/0005-decision-days',
  sql: `
ALTER TABLE application ADD COLUMN refused_on date, ADD COLUMN granted_on date;
UPDATE application SET refused_on = decided_on WHERE state = 'REFUSED';
UPDATE application SET granted_on = decided_on WHERE state = 'GRANTED';
`,
};
