import type { Migration } from '../../../kernel/db/index.ts';

/** A case may be terminated again after its aid was resumed: each decision is objected to once, not each record. */
export const objectionRounds: Migration = {
  id: 'objections/0002-rounds',
  sql: `
ALTER TABLE objection ADD COLUMN round smallint NOT NULL DEFAULT 1;
ALTER TABLE objection DROP CONSTRAINT objection_tenant_subject_subject_id_key,
  ADD CONSTRAINT objection_decision UNIQUE (tenant, subject, subject_id, round);
`,
};
