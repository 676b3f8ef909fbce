import type { Insertable } from 'kysely';
import type { Instant } from '../../kernel/time/index.ts';
import type { Tx } from '../../kernel/use-case/index.ts';

export interface CitizenMessageTable {
  tenant: string;
  id: string;
  key: string;
  applicationId: string;
  personId: string;
  channel: string;
  kind: string;
  text: string;
  createdAt: Instant;
}

const open = (tx: Tx) => tx.db.withTables<{ citizenMessage: CitizenMessageTable }>();

/** Keep a message once, however often the worker tries. */
export async function insertMessage(tx: Tx, row: Insertable<CitizenMessageTable>): Promise<void> {
  await open(tx)
    .insertInto('citizenMessage')
    .values(row)
    .onConflict((c) => c.columns(['tenant', 'key']).doNothing())
    .execute();
}
