import type { Migration } from '../../../kernel/db/index.ts';

/**
 * The assessment tells a household's income in words, and the proposal repeats them: both are sealed from here on. Rows from before keep theirs
 * in the open column until the next change of the row seals them: only the program has the key.
 */
export const applicationSealedAnswers: Migration = {
  id: 'applications/0010-sealed-answers',
  sql: `
ALTER TABLE application ADD COLUMN assessment_sealed text, ADD COLUMN proposal_sealed text, ALTER COLUMN assessment DROP NOT NULL,
  ADD CONSTRAINT application_assessed CHECK (assessment IS NOT NULL OR assessment_sealed IS NOT NULL);
`,
};
