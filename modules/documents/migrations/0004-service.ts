import { type Migration, tenantTable } from '../../../kernel/db/index.ts';

/** 送达: how and when a paper reached somebody, with what they signed. A record is never changed; its words go with the matter's file. */
export const documentService: Migration = {
  id: 'documents/0004-service',
  sql: `
CREATE TABLE document_service (
  tenant text NOT NULL,
  id uuid NOT NULL,
  document_id uuid NOT NULL,
  matter_id uuid NOT NULL,
  receipt_id uuid NOT NULL,
  method text NOT NULL,
  served_on date NOT NULL,
  consent_on date,
  signing text,
  words_sealed text NOT NULL,
  signature_hash text,
  recorded_by text NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  destroyed_on date,
  PRIMARY KEY (tenant, id),
  CHECK (method <> 'electronic' OR consent_on <= served_on),
  CHECK (signing = 'touch' OR signature_hash IS NULL)
);
CREATE INDEX document_service_matter ON document_service (tenant, matter_id, served_on);
CREATE INDEX document_service_signature ON document_service (signature_hash) WHERE signature_hash IS NOT NULL;
${tenantTable('document_service', 'SELECT, INSERT')}
GRANT UPDATE (words_sealed, signature_hash, destroyed_on) ON document_service TO fayuan_app;
`,
};
