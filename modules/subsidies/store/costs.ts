import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import { Refusal } from '../../../kernel/errors/index.ts';
import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';
import type { DirectCostReceiptTable, DirectCostTable } from '../tables.ts';
import { dbOf } from './db.ts';

export type DirectCost = Readonly<Selectable<DirectCostTable>>;
export type CostReceipt = Readonly<Selectable<DirectCostReceiptTable>>;

export async function insertCost(
  tx: Tx,
  row: Insertable<DirectCostTable>,
  receipts: readonly Insertable<DirectCostReceiptTable>[],
): Promise<void> {
  await dbOf(tx).insertInto('directCost').values(row).execute();
  await dbOf(tx)
    .insertInto('directCostReceipt')
    .values([...receipts])
    .execute();
}

/** @throws Refusal `record.notFound`, or `record.stale` when it is no longer in the version asked for */
export async function loadCost(tx: Tx, tenant: string, id: string, version?: number): Promise<DirectCost> {
  const found = await dbOf(tx)
    .selectFrom('directCost')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .executeTakeFirst();
  if (found === undefined) throw new Refusal('record.notFound');
  if (version !== undefined && found.version !== version) throw new Refusal('record.stale', { current: found.version });
  return found;
}

/** @throws Refusal `record.stale` when somebody changed it since it was loaded */
export async function updateCost(
  tx: Tx,
  current: DirectCost,
  changes: Updateable<DirectCostTable>,
): Promise<DirectCost> {
  const saved = await dbOf(tx)
    .updateTable('directCost')
    .set({ ...changes, version: current.version + 1 })
    .where('tenant', '=', current.tenant)
    .where('id', '=', current.id)
    .where('version', '=', current.version)
    .returningAll()
    .executeTakeFirst();
  if (saved === undefined) throw new Refusal('record.stale', { current: current.version + 1 });
  return saved;
}

/** Receipts that were not paid back may be handed in again. */
export async function releaseReceipts(tx: Tx, { tenant, id }: DirectCost): Promise<void> {
  await dbOf(tx)
    .updateTable('directCostReceipt')
    .set({ live: false })
    .where('tenant', '=', tenant)
    .where('costId', '=', id)
    .execute();
}

/** Of these files those that stand behind a claim already, at this centre. */
export async function receiptsInUse(tx: Tx, tenant: string, hashes: readonly string[]): Promise<readonly string[]> {
  if (hashes.length === 0) return [];
  const rows = await dbOf(tx)
    .selectFrom('directCostReceipt')
    .select('fileHash')
    .where('tenant', '=', tenant)
    .where('live', '=', true)
    .where('fileHash', 'in', [...hashes])
    .execute();
  return rows.map(({ fileHash }) => fileHash);
}

/** Every claim of a case, oldest first. */
export async function costsOfCase(tx: Tx, tenant: string, caseId: string): Promise<readonly DirectCost[]> {
  return dbOf(tx)
    .selectFrom('directCost')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('caseId', '=', caseId)
    .orderBy('claimedOn')
    .orderBy('id')
    .execute();
}

export async function receiptsOf(tx: Tx, tenant: string, ids: readonly string[]): Promise<readonly CostReceipt[]> {
  if (ids.length === 0) return [];
  return dbOf(tx)
    .selectFrom('directCostReceipt')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('costId', 'in', [...ids])
    .orderBy('attachmentId')
    .execute();
}

export async function costsIn(
  tx: Tx,
  tenants: readonly string[],
  state: DirectCost['state'] | undefined,
  limit: number,
): Promise<readonly DirectCost[]> {
  if (tenants.length === 0) return [];
  let query = dbOf(tx)
    .selectFrom('directCost')
    .selectAll()
    .where('tenant', 'in', [...tenants]);
  if (state !== undefined) query = query.where('state', '=', state);
  return query.orderBy('claimedOn').orderBy('id').limit(limit).execute();
}

/** Several at once, locked until the transaction ends, so that none goes into two batches. */
export async function lockCosts(tx: Tx, tenant: string, ids: readonly string[]): Promise<readonly DirectCost[]> {
  if (ids.length === 0) return [];
  return dbOf(tx)
    .selectFrom('directCost')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** All of a batch's costs to their next state. @returns how many there were */
export async function moveBatchCosts(
  tx: Tx,
  tenant: string,
  ids: readonly string[],
  changes: Updateable<DirectCostTable>,
): Promise<number> {
  if (ids.length === 0) return 0;
  const done = await dbOf(tx)
    .updateTable('directCost')
    .set((eb) => ({ ...changes, version: eb('version', '+', 1) }))
    .where('tenant', '=', tenant)
    .where('id', 'in', [...ids])
    .executeTakeFirst();
  return Number(done.numUpdatedRows);
}

export async function noteCostReferences(
  tx: Tx,
  tenant: string,
  paidOn: LocalDate,
  payments: readonly { readonly costId: string; readonly reference: string }[],
): Promise<void> {
  if (payments.length === 0) return;
  await sql`
UPDATE direct_cost c SET payment_reference = p.reference, paid_on = ${paidOn}::date
FROM jsonb_to_recordset(${JSON.stringify(payments)}::jsonb) AS p("costId" uuid, reference text)
WHERE c.tenant = ${tenant} AND c.id = p."costId"`.execute(tx.db);
}

/** What each fund has paid for direct costs, fen: the part of its expenditure that is not subsidies. */
export async function costsPaidByFund(tx: Tx, tenant: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ fundId: string; fen: number }>`
SELECT b.fund_id AS "fundId", sum(p.amount)::int8 AS fen FROM payment p
JOIN payment_batch b ON b.tenant = p.tenant AND b.id = p.batch_id
WHERE p.tenant = ${tenant} AND p.cost_id IS NOT NULL AND p.state IN ('paid','reconciled') GROUP BY b.fund_id`.execute(
    tx.db,
  );
  return new Map(rows.map(({ fundId, fen }) => [fundId, fen]));
}

/** True while a standing claim rests on this receipt: a voucher of the books, which outlives the case file it was handed in with. */
export async function subsidiesReferTo(tx: Tx, hash: string): Promise<boolean> {
  const receipt = await dbOf(tx)
    .selectFrom('directCostReceipt')
    .select('costId')
    .where('fileHash', '=', hash)
    .where('live', '=', true)
    .limit(1)
    .executeTakeFirst();
  return receipt !== undefined;
}
