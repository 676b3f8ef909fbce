import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import { Refusal } from '../../../kernel/errors/index.ts';
import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';
import type { PaymentAdviceTable, PaymentBatchTable, PaymentTable } from '../tables.ts';
import { dbOf } from './db.ts';

export type PaymentBatch = Readonly<Selectable<PaymentBatchTable>>;
export type Payment = Readonly<Selectable<PaymentTable>>;

/** @throws Refusal `record.notFound` */
export async function loadBatch(tx: Tx, tenant: string, id: string): Promise<PaymentBatch> {
  const found = await dbOf(tx)
    .selectFrom('paymentBatch')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .executeTakeFirst();
  if (found === undefined) throw new Refusal('record.notFound');
  return found;
}

export async function insertBatch(
  tx: Tx,
  batch: Insertable<PaymentBatchTable>,
  payments: readonly Insertable<PaymentTable>[],
): Promise<void> {
  await dbOf(tx).insertInto('paymentBatch').values(batch).execute();
  await dbOf(tx)
    .insertInto('payment')
    .values([...payments])
    .execute();
}

/** @throws Refusal `record.stale` when somebody changed it since it was loaded */
export async function updateBatch(
  tx: Tx,
  current: PaymentBatch,
  changes: Updateable<PaymentBatchTable>,
): Promise<PaymentBatch> {
  const saved = await dbOf(tx)
    .updateTable('paymentBatch')
    .set({ ...changes, version: current.version + 1 })
    .where('tenant', '=', current.tenant)
    .where('id', '=', current.id)
    .where('version', '=', current.version)
    .returningAll()
    .executeTakeFirst();
  if (saved === undefined) throw new Refusal('record.stale', { current: current.version + 1 });
  return saved;
}

export async function paymentsOf(tx: Tx, tenant: string, batchId: string): Promise<readonly Payment[]> {
  return dbOf(tx)
    .selectFrom('payment')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('batchId', '=', batchId)
    .orderBy('ordinal')
    .execute();
}

export async function updatePayments(
  tx: Tx,
  tenant: string,
  ids: readonly string[],
  changes: Updateable<PaymentTable>,
): Promise<void> {
  if (ids.length === 0) return;
  await dbOf(tx)
    .updateTable('payment')
    .set(changes)
    .where('tenant', '=', tenant)
    .where('id', 'in', [...ids])
    .execute();
}

/** Every payment of a batch paid, each with its own reference, in one statement. */
export async function markPaid(
  tx: Tx,
  tenant: string,
  paidOn: LocalDate,
  payments: readonly { readonly id: string; readonly reference: string }[],
): Promise<void> {
  await sql`
UPDATE payment p SET state = 'paid', paid_on = ${paidOn}::date, reference = x.reference
FROM jsonb_to_recordset(${JSON.stringify(payments)}::jsonb) AS x(id uuid, reference text)
WHERE p.tenant = ${tenant} AND p.id = x.id`.execute(tx.db);
}

export async function batchesOf(
  tx: Tx,
  tenants: readonly string[],
  state: PaymentBatch['state'] | undefined,
  limit: number,
): Promise<readonly PaymentBatch[]> {
  if (tenants.length === 0) return [];
  let query = dbOf(tx)
    .selectFrom('paymentBatch')
    .selectAll()
    .where('tenant', 'in', [...tenants]);
  if (state !== undefined) query = query.where('state', '=', state);
  return query.orderBy('createdAt', 'desc').orderBy('id').limit(limit).execute();
}

/** What handlers are told about a batch; told once, however often the worker tries. */
export async function insertAdvices(tx: Tx, rows: readonly Insertable<PaymentAdviceTable>[]): Promise<void> {
  if (rows.length === 0) return;
  await dbOf(tx)
    .insertInto('paymentAdvice')
    .values([...rows])
    .onConflict((oc) => oc.columns(['tenant', 'paymentId']).doNothing())
    .execute();
}

export async function advicesFor(tx: Tx, tenant: string, handlerId: string, limit: number) {
  return dbOf(tx)
    .selectFrom('paymentAdvice')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('handlerId', '=', handlerId)
    .orderBy('advisedAt', 'desc')
    .limit(limit)
    .execute();
}
