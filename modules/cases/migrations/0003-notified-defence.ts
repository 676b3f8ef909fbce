import { type Migration, tenantTable } from '../../../kernel/db/index.ts';

/**
 * 通知辩护: the organ's notice from which a case begins without an application; stages linked as cases of their own; hearings;
 * the letter to the organ stands with the designation that it names.
 */
export const caseNotices: Migration = {
  id: 'cases/0003-notified-defence',
  sql: `
ALTER TABLE aid_case ALTER COLUMN application_id DROP NOT NULL, ALTER COLUMN application_number DROP NOT NULL,
  ADD COLUMN notice_id uuid, ADD COLUMN earlier_case_id uuid,
  ADD CONSTRAINT aid_case_begins CHECK (application_id IS NOT NULL OR notice_id IS NOT NULL),
  ADD FOREIGN KEY (tenant, earlier_case_id) REFERENCES aid_case (tenant, id);
CREATE INDEX aid_case_earlier ON aid_case (tenant, earlier_case_id) WHERE earlier_case_id IS NOT NULL;
ALTER TABLE designation DROP CONSTRAINT designation_state_check,
  ADD CONSTRAINT designation_state_check CHECK (state IN ('offered','accepted','declined','recalled','replaced','refused','ended')),
  ADD COLUMN organ_told_on date, ADD COLUMN organ_letter uuid;

CREATE TABLE organ_notice (
  tenant text NOT NULL,
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  organ text NOT NULL CHECK (organ IN ('police','procuratorate','court')),
  organ_name text NOT NULL,
  notice_number text,
  officer text NOT NULL,
  officer_contact text NOT NULL,
  ground text NOT NULL,
  stage text NOT NULL,
  received_on date NOT NULL,
  custody_place text,
  note_sealed text,
  registered_by text NOT NULL,
  registered_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, case_id) REFERENCES aid_case (tenant, id)
);
CREATE INDEX organ_notice_case ON organ_notice (tenant, case_id, registered_at);
CREATE INDEX organ_notice_organ ON organ_notice (tenant, organ, received_on);

CREATE TABLE defence_refusal (
  tenant text NOT NULL,
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  designation_id uuid NOT NULL,
  refused_on date NOT NULL,
  words_sealed text NOT NULL,
  reported_by text NOT NULL,
  reported_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, case_id) REFERENCES aid_case (tenant, id)
);
CREATE INDEX defence_refusal_case ON defence_refusal (tenant, case_id, reported_at);

CREATE TABLE case_hearing (
  tenant text NOT NULL,
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('fixed','moved','cancelled','held')),
  held_on date NOT NULL,
  starts_at text CHECK (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  place text,
  note text,
  fixed_by text NOT NULL,
  fixed_at timestamptz NOT NULL,
  -- The hearing that took this one's place.
  moved_to uuid,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, case_id) REFERENCES aid_case (tenant, id)
);
CREATE INDEX case_hearing_case ON case_hearing (tenant, case_id, held_on);
CREATE INDEX case_hearing_day ON case_hearing (tenant, held_on, case_id) WHERE state = 'fixed';
${tenantTable('organ_notice', 'SELECT, INSERT')}
GRANT UPDATE (note_sealed) ON organ_notice TO fayuan_app;
${tenantTable('defence_refusal', 'SELECT, INSERT')}
GRANT UPDATE (words_sealed) ON defence_refusal TO fayuan_app;
${tenantTable('case_hearing', 'SELECT, INSERT, UPDATE')}
`,
};
