import { type Migration, tenantTable } from '../../../kernel/db/index.ts';

/** 回避声明: relatives whom a handler has told the centre of. The name is sealed, and found by its key as a party's is. */
export const conflictTables: Migration = {
  id: 'cases/0006-conflicts',
  sql: `
CREATE TABLE handler_relative (
  tenant text NOT NULL,
  id uuid NOT NULL,
  handler_id uuid NOT NULL,
  relation text NOT NULL CHECK (relation IN ('spouse','parent','child','sibling','other')),
  name_sealed text NOT NULL,
  name_key text NOT NULL,
  declared_by text NOT NULL,
  declared_at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, handler_id) REFERENCES handler (tenant, id)
);
CREATE INDEX handler_relative_name ON handler_relative (tenant, name_key) WHERE withdrawn_at IS NULL;
CREATE INDEX handler_relative_handler ON handler_relative (tenant, handler_id);
${tenantTable('handler_relative', 'SELECT, INSERT, UPDATE')}
`,
};
