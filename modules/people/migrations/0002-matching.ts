import { type Migration, tenantTable } from '../../../kernel/db/index.ts';

/**
 * 同一人识别: persons found by the day they were born, and what somebody said of two rows: the same human being, or not. One word
 * on a pair, whichever way round it is asked; a later word takes the place of an earlier, and the event remembers both.
 */
export const personMatching: Migration = {
  id: 'people/0002-matching',
  sql: `
CREATE INDEX person_birth ON person (tenant, birth_date) WHERE birth_date IS NOT NULL;
CREATE TABLE person_link (
  tenant text NOT NULL,
  person_id uuid NOT NULL,
  other_id uuid NOT NULL,
  same boolean NOT NULL,
  said_by text NOT NULL,
  said_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, person_id, other_id),
  FOREIGN KEY (tenant, person_id) REFERENCES person (tenant, id),
  FOREIGN KEY (tenant, other_id) REFERENCES person (tenant, id),
  CHECK (person_id < other_id)
);
CREATE INDEX person_link_other ON person_link (tenant, other_id);
${tenantTable('person_link', 'SELECT, INSERT, UPDATE')}
`,
};
