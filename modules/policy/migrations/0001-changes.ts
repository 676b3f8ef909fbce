import { type Migration, referenceTable } from '../../../kernel/db/index.ts';

/** Law changed by record: a register shared by all tenants, like the packs themselves. Nothing is ever deleted from it. */
export const policyTables: Migration = {
  id: 'policy/0001-changes',
  sql: `
CREATE TABLE policy_change (
  id uuid PRIMARY KEY,
  office text NOT NULL,
  figure text NOT NULL,
  change jsonb NOT NULL,
  before jsonb,
  effective_from date NOT NULL,
  correction boolean NOT NULL,
  proposed_by text NOT NULL,
  proposed_by_name text NOT NULL,
  proposed_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('PROPOSED','APPROVED','REJECTED','WITHDRAWN')),
  version integer NOT NULL,
  settled_by text,
  settled_by_name text,
  settled_at timestamptz,
  settled_note text,
  revision integer UNIQUE,
  CHECK ((state = 'APPROVED') = (revision IS NOT NULL)),
  CHECK (state <> 'APPROVED' OR settled_by <> proposed_by)
);
CREATE INDEX policy_change_newest ON policy_change (state, proposed_at DESC, id);
CREATE UNIQUE INDEX policy_change_pending ON policy_change (figure, effective_from) WHERE state = 'PROPOSED';
CREATE TABLE policy_revision (
  one boolean PRIMARY KEY CHECK (one),
  revision integer NOT NULL CHECK (revision >= 0)
);
INSERT INTO policy_revision (one, revision) VALUES (true, 0);
${referenceTable('policy_change', 'SELECT, INSERT, UPDATE')}
${referenceTable('policy_revision', 'SELECT, UPDATE')}
`,
};
