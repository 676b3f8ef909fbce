import type { Migration } from '../../../kernel/db/index.ts';

/** 收到日期 of the application or of the organ's first notice: nothing said about the case is older. Null for cases opened before. */
export const caseReceivedOn: Migration = {
  id: 'cases/0011-received-on',
  sql: `
ALTER TABLE aid_case ADD COLUMN received_on date;
`,
};
