import { type Migration, tenantTable } from '../../../kernel/db/index.ts';

/** 本机构文书样式: an office's own Word forms. One edition of a form is in force on a day; a paper keeps the one it was issued with. */
export const officeTemplates: Migration = {
  id: 'documents/0003-office-templates',
  sql: `
CREATE TABLE document_template (
  tenant text NOT NULL,
  id uuid NOT NULL,
  form_key text NOT NULL,
  edition integer NOT NULL CHECK (edition > 0),
  state text NOT NULL,
  version integer NOT NULL,
  file_hash text NOT NULL,
  file_name text NOT NULL,
  warnings text[] NOT NULL,
  form_version integer NOT NULL,
  uploaded_by text NOT NULL,
  uploaded_by_name text NOT NULL,
  uploaded_at timestamptz NOT NULL,
  settled_by text,
  settled_by_name text,
  settled_at timestamptz,
  note text,
  in_force_from date,
  in_force_until date,
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, form_key, edition),
  CHECK (state <> 'APPROVED' OR (in_force_from IS NOT NULL AND settled_by <> uploaded_by)),
  CHECK (in_force_until IS NULL OR in_force_until >= in_force_from)
);
-- One is proposed at a time, one is in force without an end.
CREATE UNIQUE INDEX document_template_proposed ON document_template (tenant, form_key) WHERE state = 'PROPOSED';
CREATE UNIQUE INDEX document_template_standing ON document_template (tenant, form_key)
  WHERE state = 'APPROVED' AND in_force_until IS NULL;
ALTER TABLE document ADD COLUMN template_hash text;
${tenantTable('document_template', 'SELECT, INSERT, UPDATE')}
`,
};
