import { type Migration, tenantTable } from '../../../kernel/db/index.ts';

/**
 * 值班律师: who sits where on which half day, and each help that was given. Two shifts of one lawyer at one time are refused by
 * the indexes themselves, so that two rotas planned at once cannot meet.
 */
export const dutyTables: Migration = {
  id: 'cases/0004-duty',
  sql: `
CREATE TABLE duty_shift (
  tenant text NOT NULL,
  id uuid NOT NULL,
  agency_id uuid NOT NULL,
  on_day date NOT NULL,
  period text NOT NULL CHECK (period IN ('morning','afternoon','day')),
  mode text NOT NULL CHECK (mode IN ('onSite','phone','video')),
  handler_id uuid NOT NULL,
  handler_name text NOT NULL,
  state text NOT NULL CHECK (state IN ('PLANNED','SWAP_OFFERED','CANCELLED')),
  version integer NOT NULL,
  -- To whom the shift is offered, and who had it before.
  offered_to uuid,
  taken_over_from uuid,
  reason text,
  planned_by text NOT NULL,
  planned_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, agency_id) REFERENCES agency (tenant, id),
  FOREIGN KEY (tenant, handler_id) REFERENCES handler (tenant, id)
);
CREATE INDEX duty_shift_day ON duty_shift (tenant, on_day, agency_id);
CREATE UNIQUE INDEX duty_shift_morning ON duty_shift (tenant, handler_id, on_day) WHERE state <> 'CANCELLED' AND period IN ('morning','day');
CREATE UNIQUE INDEX duty_shift_afternoon ON duty_shift (tenant, handler_id, on_day) WHERE state <> 'CANCELLED' AND period IN ('afternoon','day');

CREATE TABLE duty_help (
  tenant text NOT NULL,
  id uuid NOT NULL,
  shift_id uuid,
  agency_id uuid NOT NULL,
  handler_id uuid NOT NULL,
  handler_name text NOT NULL,
  helped_on date NOT NULL,
  mode text NOT NULL CHECK (mode IN ('onSite','phone','video')),
  person_id uuid NOT NULL,
  person_name text NOT NULL,
  name_key text NOT NULL,
  stage text NOT NULL,
  organ_case_number text,
  services text[] NOT NULL,
  outcome text NOT NULL,
  signature text NOT NULL CHECK (signature IN ('signed','fingerprint','heardRemotely','refused')),
  note_sealed text,
  recorded_by text NOT NULL,
  recorded_at timestamptz NOT NULL,
  demonstration boolean NOT NULL,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, shift_id) REFERENCES duty_shift (tenant, id),
  FOREIGN KEY (tenant, agency_id) REFERENCES agency (tenant, id),
  FOREIGN KEY (tenant, handler_id) REFERENCES handler (tenant, id)
);
CREATE INDEX duty_help_day ON duty_help (tenant, helped_on DESC, id);
CREATE INDEX duty_help_handler ON duty_help (tenant, handler_id, helped_on DESC);
CREATE INDEX duty_help_proceeding ON duty_help (tenant, organ_case_number) WHERE organ_case_number IS NOT NULL;
CREATE INDEX duty_help_name ON duty_help (tenant, name_key);
${tenantTable('duty_shift', 'SELECT, INSERT, UPDATE')}
${tenantTable('duty_help', 'SELECT, INSERT')}
GRANT UPDATE (note_sealed) ON duty_help TO fayuan_app;
`,
};
