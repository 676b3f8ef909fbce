import type { Migration } from '../../../kernel/db/index.ts';

/** The worklist's own order within a state, so that one page is read from the index however much work is open. */
export const applicationWorklistOrder: Migration = {
  id: 'applications/0002-worklist-order',
  sql: `
CREATE INDEX application_due ON application (tenant, state, (coalesce(due_on, '9999-12-31'::date)), id);
DROP INDEX application_worklist;
`,
};
