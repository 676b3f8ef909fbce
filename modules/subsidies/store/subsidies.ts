import { type Insertable, type Selectable, type SqlBool, sql, type Updateable } from 'kysely';
import { Refusal } from '../../../kernel/errors/index.ts';
import { daysOfSpan, type LocalDate } from '../../../kernel/time/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';
import type { ListSubsidies } from '../schema.ts';
import type { SubsidyTable } from '../tables.ts';
import { dbOf } from './db.ts';

export type Subsidy = Readonly<Selectable<SubsidyTable>>;

/** @throws Refusal `record.notFound`, or `record.stale` when it is no longer in the version asked for */
export async function loadSubsidy(tx: Tx, tenant: string, id: string, version?: number): Promise<Subsidy> {
  const found = await dbOf(tx)
    .selectFrom('subsidy')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .executeTakeFirst();
  if (found === undefined) throw new Refusal('record.notFound');
  if (version !== undefined && found.version !== version) throw new Refusal('record.stale', { current: found.version });
  return found;
}

export async function findSubsidyOfCase(tx: Tx, tenant: string, caseId: string): Promise<Subsidy | undefined> {
  return dbOf(tx)
    .selectFrom('subsidy')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('caseId', '=', caseId)
    .executeTakeFirst();
}

export async function insertSubsidy(tx: Tx, row: Insertable<SubsidyTable>): Promise<void> {
  await dbOf(tx).insertInto('subsidy').values(row).execute();
}

/** @throws Refusal `record.stale` when somebody changed it since it was loaded */
export async function updateSubsidy(tx: Tx, current: Subsidy, changes: Updateable<SubsidyTable>): Promise<Subsidy> {
  const saved = await dbOf(tx)
    .updateTable('subsidy')
    .set({ ...changes, version: current.version + 1 })
    .where('tenant', '=', current.tenant)
    .where('id', '=', current.id)
    .where('version', '=', current.version)
    .returningAll()
    .executeTakeFirst();
  if (saved === undefined) throw new Refusal('record.stale', { current: current.version + 1 });
  return saved;
}

/** Several at once, locked until the transaction ends, so that none goes into two batches. */
export async function lockSubsidies(tx: Tx, tenant: string, ids: readonly string[]): Promise<readonly Subsidy[]> {
  return dbOf(tx)
    .selectFrom('subsidy')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** All of a batch's subsidies to their next state in one statement. @returns how many there were */
export async function moveBatchSubsidies(
  tx: Tx,
  tenant: string,
  ids: readonly string[],
  changes: Updateable<SubsidyTable>,
): Promise<number> {
  const done = await dbOf(tx)
    .updateTable('subsidy')
    .set((eb) => ({ ...changes, version: eb('version', '+', 1) }))
    .where('tenant', '=', tenant)
    .where('id', 'in', [...ids])
    .executeTakeFirst();
  return Number(done.numUpdatedRows);
}

/** Every payment's reference onto its subsidy. */
export async function noteReferences(
  tx: Tx,
  tenant: string,
  paidOn: LocalDate,
  payments: readonly { readonly subsidyId: string; readonly reference: string }[],
): Promise<void> {
  await sql`
UPDATE subsidy s SET payment_reference = p.reference, paid_on = ${paidOn}::date
FROM jsonb_to_recordset(${JSON.stringify(payments)}::jsonb) AS p("subsidyId" uuid, reference text)
WHERE s.tenant = ${tenant} AND s.id = p."subsidyId"`.execute(tx.db);
}

export interface SubsidyQuery extends Omit<ListSubsidies, 'tenant' | 'after'> {
  /** Where to look, and in each place whether only one handler's may be seen. */
  readonly places: readonly { readonly tenant: string; readonly handlerId?: string | undefined }[];
  readonly after?: { readonly on: LocalDate; readonly id: string } | undefined;
}

/** One page, the longest waiting first. */
export async function subsidyPage(tx: Tx, of: SubsidyQuery): Promise<readonly Subsidy[]> {
  if (of.places.length === 0) return [];
  let q = dbOf(tx)
    .selectFrom('subsidy')
    .selectAll()
    .where((eb) =>
      eb.or(
        of.places.map((p) =>
          p.handlerId === undefined
            ? eb('tenant', '=', p.tenant)
            : eb.and([eb('tenant', '=', p.tenant), eb('handlerId', '=', p.handlerId)]),
        ),
      ),
    );
  if (of.state !== undefined) q = q.where('state', '=', of.state);
  if (of.handlerId !== undefined) q = q.where('handlerId', '=', of.handlerId);
  if (of.batchId !== undefined) q = q.where('batchId', '=', of.batchId);
  if (of.class !== undefined) q = q.where('class', '=', of.class);
  if (of.paidIn !== undefined) {
    const { first, after } = daysOfSpan(of.paidIn);
    q = q.where('paidOn', '>=', first).where('paidOn', '<', after);
  }
  if (of.after !== undefined)
    q = q.where(sql<SqlBool>`(archived_on, id) > (${of.after.on}::date, ${of.after.id}::uuid)`);
  return q.orderBy('archivedOn').orderBy('id').limit(of.limit).execute();
}
