import type { Insertable, Selectable } from 'kysely';
import { Refusal } from '../../kernel/errors/index.ts';
import type { Tx } from '../../kernel/use-case/index.ts';
import type { DocumentServiceTable, DocumentTables } from './tables.ts';

export type ServiceRow = Selectable<DocumentServiceTable>;

const open = (tx: Tx) => tx.db.withTables<DocumentTables>();

export async function insertService(tx: Tx, row: Insertable<DocumentServiceTable>): Promise<void> {
  await open(tx).insertInto('documentService').values(row).execute();
}

const shown = ['id', 'documentId', 'receiptId', 'method', 'servedOn', 'signing', 'signatureHash'] as const;

/** How the papers of a matter were served, the earliest first. */
export async function servicesOfMatter(
  tx: Tx,
  tenant: string,
  matterId: string,
): Promise<readonly Pick<ServiceRow, (typeof shown)[number]>[]> {
  return open(tx)
    .selectFrom('documentService')
    .select(shown)
    .where('tenant', '=', tenant)
    .where('matterId', '=', matterId)
    .orderBy('servedOn')
    .orderBy('id')
    .limit(1000)
    .execute();
}

/** @throws Refusal `record.notFound` */
export async function loadService(tx: Tx, tenant: string, id: string): Promise<ServiceRow> {
  const row = await open(tx)
    .selectFrom('documentService')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new Refusal('record.notFound');
  return row;
}

/** Empty what the services of a matter's papers said and let the signatures go. @returns the hashes that they had */
export async function eraseServices(
  tx: Tx,
  { tenant, matterId }: { readonly tenant: string; readonly matterId: string },
  emptied: (id: string) => string,
): Promise<readonly string[]> {
  const rows = await open(tx)
    .selectFrom('documentService')
    .select(['id', 'signatureHash'])
    .where('tenant', '=', tenant)
    .where('matterId', '=', matterId)
    .where('destroyedOn', 'is', null)
    .execute();
  for (const { id } of rows) {
    await open(tx)
      .updateTable('documentService')
      .set({ wordsSealed: emptied(id), signatureHash: null, destroyedOn: tx.today })
      .where('tenant', '=', tenant)
      .where('id', '=', id)
      .execute();
  }
  return rows.flatMap(({ signatureHash }) => (signatureHash === null ? [] : [signatureHash]));
}

/** True while a service still refers to this content, in any matter. */
export async function signatureRefersTo(tx: Tx, hash: string): Promise<boolean> {
  const row = await open(tx)
    .selectFrom('documentService')
    .select('id')
    .where('signatureHash', '=', hash)
    .executeTakeFirst();
  return row !== undefined;
}
