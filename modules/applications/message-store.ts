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

/** Forget the words of the messages of an application (销毁); that they were sent stays. */
export async function eraseMessages(tx: Tx, tenant: string, applicationId: string): Promise<void> {
  await open(tx)
    .updateTable('citizenMessage')
    .set({ text: '' })
    .where('tenant', '=', tenant)
    .where('applicationId', '=', applicationId)
    .execute();
}
