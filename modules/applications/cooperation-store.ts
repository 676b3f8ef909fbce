import type { Insertable, Selectable, Updateable } from 'kysely';
import { Refusal } from '../../kernel/errors/index.ts';
import type { Tx } from '../../kernel/use-case/index.ts';
import type { CooperationState } from './cooperation-lifecycle.ts';
import type { ApplicationTables, CooperationRequestTable } from './tables.ts';

export type CooperationRow = Selectable<CooperationRequestTable>;

const open = (tx: Tx) => tx.db.withTables<ApplicationTables>();

/** Both ends of a request at once. */
export async function insertRequest(tx: Tx, ends: readonly Insertable<CooperationRequestTable>[]): Promise<void> {
  await open(tx)
    .insertInto('cooperationRequest')
    .values([...ends])
    .execute();
}

/** @throws Refusal `record.notFound`, or `record.stale` when a version is given and behind */
export async function loadRequest(tx: Tx, tenant: string, id: string, version?: number): Promise<CooperationRow> {
  const query = open(tx).selectFrom('cooperationRequest').selectAll().where('tenant', '=', tenant).where('id', '=', id);
  const row = await (version === undefined ? query : query.forUpdate()).executeTakeFirst();
  if (row === undefined) throw new Refusal('record.notFound');
  if (version !== undefined && row.version !== version) throw new Refusal('record.stale', { current: row.version });
  return row;
}

export async function updateRequest(
  tx: Tx,
  row: Pick<CooperationRow, 'tenant' | 'id' | 'version'>,
  changes: Updateable<CooperationRequestTable>,
): Promise<void> {
  await open(tx)
    .updateTable('cooperationRequest')
    .set({ ...changes, version: row.version + 1 })
    .where('tenant', '=', row.tenant)
    .where('id', '=', row.id)
    .execute();
}

/** What an application's centre has asked of others, newest first. */
export async function requestsFor(tx: Tx, tenant: string, applicationId: string): Promise<readonly CooperationRow[]> {
  return open(tx)
    .selectFrom('cooperationRequest')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('side', '=', 'asking')
    .where('applicationId', '=', applicationId)
    .orderBy('askedAt', 'desc')
    .execute();
}

/** What other centres have asked of these, by its last day. */
export async function requestsOf(
  tx: Tx,
  tenants: readonly string[],
  state: CooperationState,
  limit: number,
): Promise<readonly CooperationRow[]> {
  if (tenants.length === 0) return [];
  return open(tx)
    .selectFrom('cooperationRequest')
    .selectAll()
    .where('tenant', 'in', [...tenants])
    .where('side', '=', 'asked')
    .where('state', '=', state)
    .orderBy('dueOn', state === 'ASKED' ? 'asc' : 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
}
