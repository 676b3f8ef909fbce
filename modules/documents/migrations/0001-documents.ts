import { type Migration, tenantTable } from '../../../kernel/db/index.ts';

/** Issued papers, their numbers, and the files received with a matter. An issued paper is never deleted or reworded. */
export const documentTables: Migration = {
  id: 'documents/0001-documents',
  sql: `
CREATE TABLE document (
  tenant text NOT NULL,
  id uuid NOT NULL,
  matter_id uuid NOT NULL,
  subject text NOT NULL,
  subject_id uuid NOT NULL,
  agency_id uuid,
  form_key text NOT NULL,
  form_version integer NOT NULL,
  number text,
  head jsonb NOT NULL,
  body_sealed text NOT NULL,
  verification_code text NOT NULL,
  issued_at timestamptz NOT NULL,
  issued_by text NOT NULL,
  issued_by_name text NOT NULL,
  demonstration boolean NOT NULL,
  pdf_hash text,
  docx_hash text,
  PRIMARY KEY (tenant, id),
  CONSTRAINT document_number UNIQUE (tenant, number),
  CONSTRAINT document_verification UNIQUE (tenant, verification_code)
);
CREATE INDEX document_matter ON document (tenant, matter_id, issued_at);
CREATE INDEX document_subject ON document (tenant, subject_id, form_key);

CREATE TABLE number_series (
  tenant text NOT NULL,
  agency_word text NOT NULL,
  class_word text NOT NULL,
  step text NOT NULL,
  year integer NOT NULL CHECK (year BETWEEN 1000 AND 9999),
  last integer NOT NULL CHECK (last > 0),
  PRIMARY KEY (tenant, agency_word, class_word, step, year)
);

CREATE TABLE number_style (
  tenant text NOT NULL PRIMARY KEY,
  agency_word text NOT NULL,
  template text NOT NULL,
  set_at timestamptz NOT NULL,
  set_by text NOT NULL
);

CREATE TABLE attachment (
  tenant text NOT NULL,
  id uuid NOT NULL,
  matter_id uuid NOT NULL,
  subject text NOT NULL,
  subject_id uuid NOT NULL,
  kind text NOT NULL,
  file_name text NOT NULL,
  media_type text NOT NULL,
  bytes bigint NOT NULL,
  hash text NOT NULL,
  received_at timestamptz NOT NULL,
  received_by text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX attachment_matter ON attachment (tenant, matter_id, received_at);
${tenantTable('document', 'SELECT, INSERT')}
GRANT UPDATE (pdf_hash, docx_hash, body_sealed) ON document TO fayuan_app;
${tenantTable('number_series', 'SELECT, INSERT, UPDATE')}
${tenantTable('number_style', 'SELECT, INSERT, UPDATE')}
${tenantTable('attachment', 'SELECT, INSERT')}
`,
};
