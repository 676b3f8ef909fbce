import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Instant } from '../../../kernel/time/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';
import { seal, unseal } from '../sealed.ts';
import type { DesignationTable, ShareWeightTable } from '../tables.ts';
import { dbOf } from './db.ts';

/** A designation as read: the answer's words open. */
export type Designation = Readonly<
  Omit<Selectable<DesignationTable>, 'answerSealed'> & { answerReason: string | null }
>;

type Changes = Omit<Updateable<DesignationTable>, 'answerSealed'> & { readonly answerReason?: string };

export async function insertDesignation(tx: Tx, row: Insertable<DesignationTable>): Promise<void> {
  await dbOf(tx).insertInto('designation').values(row).execute();
}

export async function updateDesignation(
  tx: Tx,
  tenant: string,
  id: string,
  { answerReason, ...changes }: Changes,
): Promise<void> {
  const answerSealed =
    answerReason === undefined ? {} : { answerSealed: seal(tx, tenant, 'designation.answer_sealed', id, answerReason) };
  await dbOf(tx)
    .updateTable('designation')
    .set({ ...changes, ...answerSealed })
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .execute();
}

/** Every designation of a case, oldest first. */
export async function designationsOf(tx: Tx, tenant: string, caseId: string): Promise<readonly Designation[]> {
  const rows = await dbOf(tx)
    .selectFrom('designation')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('caseId', '=', caseId)
    .orderBy('designatedAt')
    .orderBy('id')
    .execute();
  return rows.map(({ answerSealed, ...row }) => ({
    ...row,
    answerReason: answerSealed === null ? null : unseal(tx, tenant, 'designation.answer_sealed', row.id, answerSealed),
  }));
}

/** Designations since an instant, by handler; those declined or recalled are left out. */
export async function designationsSince(tx: Tx, tenant: string, since: Instant): Promise<ReadonlyMap<string, number>> {
  const rows = await dbOf(tx)
    .selectFrom('designation')
    .select(({ fn }) => ['handlerId', fn.countAll<number>().as('n')])
    .where('tenant', '=', tenant)
    .where('designatedAt', '>=', since)
    .where('state', 'not in', ['declined', 'recalled'])
    .groupBy('handlerId')
    .execute();
  return new Map(rows.map(({ handlerId, n }) => [handlerId, n]));
}

export type ShareWeight = Readonly<Selectable<ShareWeightTable>>;

export async function shareWeights(tx: Tx, tenant: string): Promise<readonly ShareWeight[]> {
  return dbOf(tx).selectFrom('shareWeight').selectAll().where('tenant', '=', tenant).execute();
}

export async function saveShareWeight(tx: Tx, row: Insertable<ShareWeightTable>): Promise<void> {
  const { weight, since, setBy, reason } = row;
  await dbOf(tx)
    .insertInto('shareWeight')
    .values(row)
    .onConflict((oc) => oc.columns(['tenant', 'handlerId']).doUpdateSet({ weight, since, setBy, reason }))
    .execute();
}
