import type { Migration } from '../../../kernel/db/index.ts';

/** Which law an assessment was made under, once figures change by record: what was assessed before knew the files alone. */
export const applicationLawRevision: Migration = {
  id: 'applications/0004-law-revision',
  sql: `
ALTER TABLE application ADD COLUMN law_revision integer NOT NULL DEFAULT 0;
ALTER TABLE application ALTER COLUMN law_revision DROP DEFAULT;
`,
};
