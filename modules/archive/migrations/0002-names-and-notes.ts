import type { Migration } from '../../../kernel/db/index.ts';

/** Names and notes that a destroyed file leaves in rows which are otherwise never changed: the program may empty them, and only them. */
export const archiveNamesAndNotes: Migration = {
  id: 'archive/0002-names-and-notes',
  sql: `
GRANT UPDATE (name, detail) ON application_party TO fayuan_app;
GRANT UPDATE (name, name_key) ON case_party TO fayuan_app;
GRANT UPDATE (officer, officer_contact, custody_place) ON organ_notice TO fayuan_app;
`,
};
