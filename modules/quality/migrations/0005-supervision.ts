import { type Migration, tenantTable } from '../../../kernel/db/index.ts';

/** 督促记录 (法律援助法第五十九条): hearings attended, files looked through, organs and recipients asked, and what the handler was asked to put right. */
export const supervisionTables: Migration = {
  id: 'quality/0005-supervision',
  sql: `
CREATE TABLE supervision (
  tenant text NOT NULL,
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  matter_id uuid NOT NULL,
  case_number text NOT NULL,
  handler_id uuid,
  handler_name text,
  kind text NOT NULL CHECK (kind IN ('hearing', 'file', 'organ', 'followUp')),
  happened_on date NOT NULL,
  finding text NOT NULL CHECK (finding IN ('good', 'ordinary', 'concern')),
  state text NOT NULL,
  version integer NOT NULL,
  due_on date,
  words_sealed text,
  recorded_by text NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  demonstration boolean NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX supervision_case ON supervision (tenant, case_id, happened_on);
CREATE INDEX supervision_place ON supervision (tenant, happened_on DESC, id);
CREATE INDEX supervision_matter ON supervision (tenant, matter_id);
-- One question at a time for a case.
CREATE UNIQUE INDEX supervision_asked ON supervision (tenant, case_id) WHERE state = 'ASKED';
${tenantTable('supervision', 'SELECT, INSERT')}
GRANT UPDATE (state, version, due_on, words_sealed) ON supervision TO fayuan_app;
`,
};
