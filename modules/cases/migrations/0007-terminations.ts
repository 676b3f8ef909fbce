import { type Migration, tenantTable } from '../../../kernel/db/index.ts';

/**
 * 终止: each termination of a case with what became of it. A case may be terminated, resumed, and terminated again; the row of the case
 * tells only how it stands now. What was terminated before is taken over from the rows, and who decided it from the memory.
 */
export const caseTerminations: Migration = {
  id: 'cases/0007-terminations',
  sql: `
ALTER TABLE aid_case
  ADD COLUMN terminations smallint NOT NULL DEFAULT 0,
  ADD COLUMN contested_on date;
ALTER TABLE aid_case DROP CONSTRAINT aid_case_desk_check,
  ADD CONSTRAINT aid_case_desk_check
    CHECK (desk IN ('designation','handling','replacement','fileReview','notification','objection','done'));

CREATE TABLE case_termination (
  tenant text NOT NULL,
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  ordinal smallint NOT NULL,
  terminated_on date NOT NULL,
  ground text NOT NULL,
  made_for text NOT NULL CHECK (made_for IN ('decision','commitment','provisional')),
  decided_by text NOT NULL,
  revoked_on date,
  revoked_for text CHECK (revoked_for IN ('objection','commitment','ownMotion')),
  revoked_by text,
  reason_sealed text,
  resumed_on date,
  resumed_as text CHECK (resumed_as IN ('HANDLING','ACCEPTED','AWAITING_DESIGNATION')),
  PRIMARY KEY (tenant, id),
  CONSTRAINT case_termination_ordinal UNIQUE (tenant, case_id, ordinal),
  FOREIGN KEY (tenant, case_id) REFERENCES aid_case (tenant, id),
  CHECK ((revoked_on IS NULL) = (revoked_for IS NULL)),
  CHECK (resumed_on IS NULL OR revoked_on IS NOT NULL)
);
INSERT INTO case_termination (tenant, id, case_id, ordinal, terminated_on, ground, made_for, decided_by)
SELECT c.tenant, gen_random_uuid(), c.id, 1, c.terminated_on, c.termination_ground, 'decision', coalesce((
  SELECT e.actor_id FROM event e
  WHERE e.tenant = c.tenant AND e.matter_id = c.matter_id AND e.kind = 'case.terminated' AND e.subject_id = c.id
  ORDER BY e.seq DESC LIMIT 1), 'unknown')
FROM aid_case c WHERE c.terminated_on IS NOT NULL;
UPDATE aid_case SET terminations = 1 WHERE terminated_on IS NOT NULL;
${tenantTable('case_termination', 'SELECT, INSERT, UPDATE')}
`,
};
