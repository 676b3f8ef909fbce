import type { Migration } from '../../../kernel/db/index.ts';

/** 语言: what the recipient asked to be spoken to in; null where nothing was said. */
export const caseLanguage: Migration = {
  id: 'cases/0009-language',
  sql: `
ALTER TABLE aid_case ADD COLUMN language text;
`,
};
