import { type Migration, tenantTable } from '../../../kernel/db/index.ts';

/** What a station took in stays in its sight, whichever centre handles it. */
const ownIntake = `intake_agency = ANY ((select string_to_array(nullif(current_setting('fayuan.agencies', true), ''), ','))::uuid[])`;

export const caseTables: Migration = {
  id: 'cases/0001-cases',
  sql: `
CREATE TABLE aid_case (
  tenant text NOT NULL,
  id uuid NOT NULL,
  matter_id uuid NOT NULL,
  application_id uuid NOT NULL,
  application_number text NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  desk text NOT NULL CHECK (desk IN ('designation','handling','fileReview','notification','done')),
  version integer NOT NULL,
  class text NOT NULL,
  cause text,
  stage text,
  criminal jsonb,
  organ_case_number text,
  aid_form text NOT NULL,
  region text NOT NULL,
  groups text[] NOT NULL,
  recipient_id uuid NOT NULL,
  recipient_name text NOT NULL,
  recipient_sex text CHECK (recipient_sex IN ('male','female')),
  recipient_minor boolean NOT NULL,
  urgent boolean NOT NULL,
  rule_set text NOT NULL,
  granted_on date NOT NULL,
  opened_at timestamptz NOT NULL,
  intake_agency uuid,
  designation_id uuid,
  handler_id uuid,
  handler_name text,
  handler_unit text,
  designated_on date,
  due_on date,
  due_sort date NOT NULL GENERATED ALWAYS AS (coalesce(due_on, date '9999-12-31')) STORED,
  due_step text,
  due_citation text,
  due_promise boolean NOT NULL DEFAULT false,
  agreement_on date,
  without_agreement text,
  closed_on date,
  closing_event text,
  outcome text,
  recovered bigint CHECK (recovered >= 0),
  archived_on date,
  terminated_on date,
  termination_ground text,
  notified_on date,
  demonstration boolean NOT NULL,
  PRIMARY KEY (tenant, id),
  CONSTRAINT aid_case_number UNIQUE (tenant, number),
  CONSTRAINT aid_case_application UNIQUE (tenant, application_id),
  FOREIGN KEY (tenant, handler_id) REFERENCES handler (tenant, id)
);
CREATE INDEX aid_case_desk ON aid_case (tenant, desk, due_sort, id) INCLUDE (intake_agency);
CREATE INDEX aid_case_open ON aid_case (tenant, due_sort, id) WHERE desk <> 'done';
CREATE INDEX aid_case_handler ON aid_case (tenant, handler_id, desk, due_sort, id) INCLUDE (intake_agency);
CREATE INDEX aid_case_number_start ON aid_case (tenant, number COLLATE "C");
CREATE INDEX aid_case_application_start ON aid_case (tenant, application_number COLLATE "C");
CREATE INDEX aid_case_recipient_start ON aid_case (tenant, recipient_name COLLATE "C");
CREATE INDEX aid_case_handler_start ON aid_case (tenant, handler_name COLLATE "C");
CREATE INDEX aid_case_matter ON aid_case (tenant, matter_id);
CREATE INDEX aid_case_recipient ON aid_case (tenant, recipient_id);
CREATE INDEX aid_case_proceeding ON aid_case (tenant, organ_case_number) WHERE organ_case_number IS NOT NULL;
CREATE INDEX aid_case_opened ON aid_case (tenant, opened_at);

CREATE TABLE case_party (
  tenant text NOT NULL,
  case_id uuid NOT NULL,
  ordinal smallint NOT NULL,
  role text NOT NULL CHECK (role IN ('recipient','opponent','coDefendant')),
  person_id uuid,
  name text NOT NULL,
  name_key text NOT NULL,
  PRIMARY KEY (tenant, case_id, ordinal),
  FOREIGN KEY (tenant, case_id) REFERENCES aid_case (tenant, id)
);
CREATE INDEX case_party_person ON case_party (tenant, person_id) WHERE person_id IS NOT NULL;
CREATE INDEX case_party_name ON case_party (tenant, name_key);

CREATE TABLE designation (
  tenant text NOT NULL,
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  handler_id uuid NOT NULL,
  handler_kind text NOT NULL,
  handler_name text NOT NULL,
  agency_id uuid NOT NULL,
  agency_name text NOT NULL,
  state text NOT NULL CHECK (state IN ('offered','accepted','declined','recalled','ended')),
  designated_by text NOT NULL,
  designated_at timestamptz NOT NULL,
  designated_on date NOT NULL,
  rank integer NOT NULL,
  candidates integer NOT NULL,
  score jsonb NOT NULL,
  reason text,
  answered_at timestamptz,
  answer_ground text,
  answer_sealed text,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, case_id) REFERENCES aid_case (tenant, id),
  FOREIGN KEY (tenant, handler_id) REFERENCES handler (tenant, id)
);
CREATE INDEX designation_case ON designation (tenant, case_id, designated_at);
CREATE INDEX designation_share ON designation (tenant, designated_at, handler_id) WHERE state NOT IN ('declined','recalled');

CREATE TABLE case_progress (
  tenant text NOT NULL,
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  kind text NOT NULL,
  happened_on date NOT NULL,
  text_sealed text NOT NULL,
  visible_to_citizen boolean NOT NULL,
  noted_by text NOT NULL,
  noted_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, case_id) REFERENCES aid_case (tenant, id)
);
CREATE INDEX case_progress_case ON case_progress (tenant, case_id, noted_at);

CREATE TABLE case_file (
  tenant text NOT NULL,
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  round integer NOT NULL,
  submitted_by text NOT NULL,
  submitted_at timestamptz NOT NULL,
  submitted_on date NOT NULL,
  pieces jsonb NOT NULL,
  without jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('submitted','returned','accepted')),
  reviewed_by text,
  reviewed_at timestamptz,
  return_reasons jsonb,
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, case_id, round),
  FOREIGN KEY (tenant, case_id) REFERENCES aid_case (tenant, id)
);

CREATE TABLE case_closing (
  tenant text NOT NULL,
  case_id uuid NOT NULL,
  reported_by text NOT NULL,
  reported_at timestamptz NOT NULL,
  work jsonb NOT NULL,
  summary_sealed text NOT NULL,
  result_sealed text NOT NULL,
  PRIMARY KEY (tenant, case_id),
  FOREIGN KEY (tenant, case_id) REFERENCES aid_case (tenant, id)
);

CREATE TABLE share_weight (
  tenant text NOT NULL,
  handler_id uuid NOT NULL,
  weight smallint NOT NULL CHECK (weight BETWEEN 0 AND 20),
  since timestamptz NOT NULL,
  set_by text NOT NULL,
  reason text NOT NULL,
  PRIMARY KEY (tenant, handler_id),
  FOREIGN KEY (tenant, handler_id) REFERENCES handler (tenant, id)
);
${tenantTable('aid_case', 'SELECT, INSERT, UPDATE', ownIntake)}
${tenantTable('case_party', 'SELECT, INSERT')}
${tenantTable('designation', 'SELECT, INSERT, UPDATE')}
${tenantTable('case_progress', 'SELECT, INSERT')}
GRANT UPDATE (text_sealed) ON case_progress TO fayuan_app;
${tenantTable('case_file', 'SELECT, INSERT, UPDATE')}
${tenantTable('case_closing', 'SELECT, INSERT')}
GRANT UPDATE (summary_sealed, result_sealed) ON case_closing TO fayuan_app;
${tenantTable('share_weight', 'SELECT, INSERT, UPDATE')}
`,
};
