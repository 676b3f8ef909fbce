import { type Migration, tenantTable } from '../../../kernel/db/index.ts';

/** 更换承办人: what was asked, decided and handed over; a case under such review lies on a desk of its own. */
export const caseReplacement: Migration = {
  id: 'cases/0002-replacement',
  sql: `
ALTER TABLE aid_case DROP CONSTRAINT aid_case_desk_check,
  ADD CONSTRAINT aid_case_desk_check CHECK (desk IN ('designation','handling','replacement','fileReview','notification','done'));
ALTER TABLE designation DROP CONSTRAINT designation_state_check,
  ADD CONSTRAINT designation_state_check CHECK (state IN ('offered','accepted','declined','recalled','replaced','ended'));

CREATE TABLE replacement (
  tenant text NOT NULL,
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  designation_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('requested','approved','kept','handedOver')),
  asked_by text NOT NULL CHECK (asked_by IN ('recipient','handler')),
  ground text NOT NULL,
  facts_sealed text NOT NULL,
  received_on date NOT NULL,
  requested_by text NOT NULL,
  requested_at timestamptz NOT NULL,
  opinion_sealed text,
  decided_by text,
  decided_on date,
  handed_over_on date,
  handover jsonb,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, case_id) REFERENCES aid_case (tenant, id),
  FOREIGN KEY (tenant, designation_id) REFERENCES designation (tenant, id)
);
CREATE INDEX replacement_case ON replacement (tenant, case_id, requested_at);
-- One request at a time.
CREATE UNIQUE INDEX replacement_open ON replacement (tenant, case_id) WHERE state = 'requested';
${tenantTable('replacement', 'SELECT, INSERT, UPDATE')}
`,
};
