import type { Insertable, Selectable, Updateable } from 'kysely';
import { Refusal } from '../../kernel/errors/index.ts';
import type { Tx } from '../../kernel/use-case/index.ts';
import type { ApprovedChange } from './law/in-force.ts';
import type { PolicyChangeTable, PolicyTables } from './tables.ts';

const dbOf = (tx: Pick<Tx, 'db'>) => tx.db.withTables<PolicyTables>();

export type ChangeRow = Readonly<Selectable<PolicyChangeTable>>;

/** @throws Refusal `record.notFound`, or `record.stale` when it is no longer in the version asked for */
export async function loadChange(tx: Tx, id: string, version?: number): Promise<ChangeRow> {
  const found = await dbOf(tx).selectFrom('policyChange').selectAll().where('id', '=', id).executeTakeFirst();
  if (found === undefined) throw new Refusal('record.notFound');
  if (version !== undefined && found.version !== version) throw new Refusal('record.stale', { current: found.version });
  return found;
}

export async function insertChange(tx: Tx, row: Insertable<PolicyChangeTable>): Promise<void> {
  await dbOf(tx).insertInto('policyChange').values(row).execute();
}

/** @throws Refusal `record.stale` when somebody settled it since it was loaded */
export async function updateChange(
  tx: Tx,
  current: ChangeRow,
  changes: Updateable<PolicyChangeTable>,
): Promise<ChangeRow> {
  const saved = await dbOf(tx)
    .updateTable('policyChange')
    .set({ ...changes, version: current.version + 1 })
    .where('id', '=', current.id)
    .where('version', '=', current.version)
    .returningAll()
    .executeTakeFirst();
  if (saved === undefined) throw new Refusal('record.stale', { current: current.version + 1 });
  return saved;
}

/** Every change with those that wait for approval first, then the newest. */
export async function selectChanges(tx: Tx, limit: number): Promise<readonly ChangeRow[]> {
  return dbOf(tx)
    .selectFrom('policyChange')
    .selectAll()
    .orderBy((eb) => eb.case().when('state', '=', 'PROPOSED').then(0).else(1).end())
    .orderBy('proposedAt', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** The approved changes, in the order of approval. */
export async function selectApproved(tx: Pick<Tx, 'db'>): Promise<readonly ApprovedChange[]> {
  const rows = await dbOf(tx)
    .selectFrom('policyChange')
    .select(['change', 'revision'])
    .where('state', '=', 'APPROVED')
    .orderBy('revision')
    .execute();
  return rows.flatMap(({ change, revision }) => (revision === null ? [] : [{ ...change, revision }]));
}

/** How many changes have been approved: what a process asks to know whether its law is still the newest. */
export async function selectRevision(tx: Pick<Tx, 'db'>): Promise<number> {
  const row = await dbOf(tx).selectFrom('policyRevision').select('revision').executeTakeFirstOrThrow();
  return row.revision;
}

/** The number of the change being approved. Whoever approves at the same moment waits here until this transaction ends. */
export async function takeRevision(tx: Tx): Promise<number> {
  const row = await dbOf(tx)
    .updateTable('policyRevision')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .returning('revision')
    .executeTakeFirstOrThrow();
  return row.revision;
}
