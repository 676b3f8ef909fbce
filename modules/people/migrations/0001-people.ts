import { type Migration, tenantTable } from '../../../kernel/db/index.ts';

/**
 * Persons, as the matters of one centre know them. Numbers, phones and addresses are sealed in the field and found by
 * blind index; the name stays in clear with its search keys, because desks work by names.
 *
 * Search keys are compared byte by byte (collation C) in ranges: behind row-level security an index serves only operators
 * that are leakproof, and LIKE is not. The same human being is looked for in every centre at once, so those two indexes lead
 * with the value.
 */
export const peopleTables: Migration = {
  id: 'people/0001-people',
  sql: `
CREATE TABLE person (
  tenant text NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  name_folded text COLLATE "C" NOT NULL,
  name_pinyin text COLLATE "C" NOT NULL,
  name_initials text COLLATE "C" NOT NULL,
  sex text CHECK (sex IN ('male','female')),
  birth_date date,
  ethnicity text,
  document_kind text,
  document_number_sealed text,
  document_index text,
  phone_sealed text,
  phone_index text,
  address_sealed text,
  region text,
  shielded boolean NOT NULL DEFAULT false,
  demonstration boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant, id),
  CHECK ((document_kind IS NULL) = (document_number_sealed IS NULL)),
  CHECK ((document_index IS NULL) = (document_number_sealed IS NULL))
);
CREATE INDEX person_document ON person (document_index, tenant) WHERE document_index IS NOT NULL;
CREATE INDEX person_phone ON person (phone_index, tenant) WHERE phone_index IS NOT NULL;
CREATE INDEX person_folded ON person (tenant, name_folded);
CREATE INDEX person_pinyin ON person (tenant, name_pinyin);
CREATE INDEX person_initials ON person (tenant, name_initials);
CREATE TABLE person_version (
  tenant text NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  version integer NOT NULL,
  values_sealed text NOT NULL,
  replaced_at timestamptz NOT NULL,
  replaced_by text NOT NULL,
  PRIMARY KEY (tenant, id),
  CONSTRAINT person_version_once UNIQUE (tenant, person_id, version),
  FOREIGN KEY (tenant, person_id) REFERENCES person (tenant, id)
);
${tenantTable('person', 'SELECT, INSERT, UPDATE')}
${tenantTable('person_version', 'SELECT, INSERT, UPDATE (values_sealed)')}
`,
};
