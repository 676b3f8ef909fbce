import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Tx } from '../../../kernel/use-case/index.ts';
import { seal, unseal } from '../sealed.ts';
import type { CaseTerminationTable } from '../tables.ts';
import { dbOf } from './db.ts';

/** 终止 as read: the words open. */
export type CaseTermination = Readonly<
  Omit<Selectable<CaseTerminationTable>, 'reasonSealed'> & { readonly reason: string | null }
>;

export async function insertTermination(tx: Tx, row: Insertable<CaseTerminationTable>): Promise<void> {
  await dbOf(tx).insertInto('caseTermination').values(row).execute();
}

/** Every termination of a case, oldest first. */
export async function terminationsOf(tx: Tx, tenant: string, caseId: string): Promise<readonly CaseTermination[]> {
  const rows = await dbOf(tx)
    .selectFrom('caseTermination')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('caseId', '=', caseId)
    .orderBy('ordinal')
    .execute();
  return rows.map(({ reasonSealed, ...row }) => ({
    ...row,
    reason: reasonSealed === null ? null : unseal(tx, tenant, 'case_termination.reason_sealed', row.id, reasonSealed),
  }));
}

type Changes = Omit<Updateable<CaseTerminationTable>, 'reasonSealed'> & { readonly reason?: string };

export async function updateTermination(
  tx: Tx,
  { tenant, id }: Pick<CaseTermination, 'tenant' | 'id'>,
  { reason, ...changes }: Changes,
): Promise<void> {
  const reasonSealed =
    reason === undefined ? {} : { reasonSealed: seal(tx, tenant, 'case_termination.reason_sealed', id, reason) };
  await dbOf(tx)
    .updateTable('caseTermination')
    .set({ ...changes, ...reasonSealed })
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .execute();
}
