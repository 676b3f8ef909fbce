import type { Migration } from '../../../kernel/db/index.ts';

/** A paper or a file whose content was destroyed with its matter's file: the line stays, the words and the bytes are gone. */
export const documentDestruction: Migration = {
  id: 'documents/0002-destruction',
  sql: `
ALTER TABLE document ADD COLUMN destroyed_on date;
ALTER TABLE attachment ADD COLUMN destroyed_on date;
CREATE INDEX document_pdf ON document (pdf_hash) WHERE pdf_hash IS NOT NULL;
CREATE INDEX document_docx ON document (docx_hash) WHERE docx_hash IS NOT NULL;
CREATE INDEX attachment_hash ON attachment (hash);
GRANT UPDATE (destroyed_on) ON document TO fayuan_app;
GRANT UPDATE (destroyed_on, file_name) ON attachment TO fayuan_app;
`,
};
