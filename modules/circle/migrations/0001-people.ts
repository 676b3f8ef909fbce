import { type Migration, referenceTable } from '../../../kernel/db/index.ts';

/** How many people live in a place of the register, by the day of the count. Counts only: nobody is named. */
export const circleTables: Migration = {
  id: 'circle/0001-people',
  sql: `
CREATE TABLE region_people (
  region text NOT NULL REFERENCES region (code),
  as_of date NOT NULL,
  people integer NOT NULL CHECK (people >= 0),
  groups jsonb NOT NULL DEFAULT '{}',
  source text NOT NULL,
  verified boolean NOT NULL,
  PRIMARY KEY (region, as_of)
);
${referenceTable('region_people')}
`,
};
