import { type Migration, tenantTable } from '../../../kernel/db/index.ts';

export const consultationTables: Migration = {
  id: 'consultations/0001-consultations',
  sql: `
CREATE TABLE consultation (
  tenant text NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  agency_id uuid,
  channel text NOT NULL,
  person_id uuid,
  person_name text,
  groups text[] NOT NULL,
  topic text NOT NULL,
  class text NOT NULL,
  region text,
  words_sealed text NOT NULL,
  answered boolean NOT NULL,
  call_back boolean NOT NULL,
  registered_by text NOT NULL,
  registered_at timestamptz NOT NULL,
  registered_on date NOT NULL,
  application_id uuid,
  application_number text,
  demonstration boolean NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX consultation_recent ON consultation (tenant, registered_at DESC, id);
CREATE INDEX consultation_person ON consultation (tenant, person_id) WHERE person_id IS NOT NULL;
${tenantTable('consultation', 'SELECT, INSERT, UPDATE')}
`,
};
