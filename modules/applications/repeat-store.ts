import type { Tx } from '../../kernel/use-case/index.ts';
import type { ApplicationTable } from './tables.ts';

/** What these persons applied for as recipients, the newest first; matters handed over are counted where they went. */
export async function applicationsOfPersons(tx: Tx, tenant: string, personIds: readonly string[]) {
  return tx.db
    .withTables<{ application: ApplicationTable }>()
    .selectFrom('application')
    .select(['id', 'matterId', 'number', 'class', 'cause', 'state', 'receivedOn'])
    .where('tenant', '=', tenant)
    .where('recipientId', 'in', [...personIds])
    .where('state', '<>', 'TRANSFERRED')
    .orderBy('receivedOn', 'desc')
    .limit(20)
    .execute();
}
