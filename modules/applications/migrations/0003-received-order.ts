import type { Migration } from '../../../kernel/db/index.ts';

/** A period's applications in their order, page by page: the same index with the id behind the day, so that a busy day is no sort. */
export const applicationReceivedOrder: Migration = {
  id: 'applications/0003-received-order',
  sql: `
CREATE INDEX application_received ON application (tenant, received_on, id);
DROP INDEX application_month;
`,
};
