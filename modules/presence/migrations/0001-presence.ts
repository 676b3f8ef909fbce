import { type Migration, tenantTable } from '../../../kernel/db/index.ts';

/** Unlogged: who looks at a matter this minute is worth nothing after a crash. */
export const presenceTables: Migration = {
  id: 'presence/0001-presence',
  sql: `
CREATE UNLOGGED TABLE presence (
  tenant text NOT NULL,
  matter_id uuid NOT NULL,
  account_id uuid NOT NULL,
  name text NOT NULL,
  doing text,
  since timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, matter_id, account_id)
);
${tenantTable('presence')}
`,
};
