import type { Selectable, Updateable } from 'kysely';
import type { Tx } from '../../../kernel/use-case/index.ts';
import { seal, unseal } from '../sealed.ts';
import type { ReplacementTable } from '../tables.ts';
import { dbOf } from './db.ts';

/** 更换请求 as read: its words open. */
export type Replacement = Readonly<
  Omit<Selectable<ReplacementTable>, 'factsSealed' | 'opinionSealed'> & { facts: string; opinion: string | null }
>;

type NewReplacement = Pick<
  Replacement,
  | 'tenant'
  | 'id'
  | 'caseId'
  | 'designationId'
  | 'askedBy'
  | 'ground'
  | 'facts'
  | 'receivedOn'
  | 'requestedBy'
  | 'requestedAt'
>;

export async function insertReplacement(tx: Tx, { facts, ...row }: NewReplacement): Promise<void> {
  await dbOf(tx)
    .insertInto('replacement')
    .values({
      ...row,
      state: 'requested',
      factsSealed: seal(tx, row.tenant, 'replacement.facts_sealed', row.id, facts),
    })
    .execute();
}

type Changes = Omit<Updateable<ReplacementTable>, 'factsSealed' | 'opinionSealed'> & { readonly opinion?: string };

export async function updateReplacement(
  tx: Tx,
  { tenant, id }: Pick<Replacement, 'tenant' | 'id'>,
  { opinion, ...changes }: Changes,
): Promise<void> {
  const opinionSealed =
    opinion === undefined ? {} : { opinionSealed: seal(tx, tenant, 'replacement.opinion_sealed', id, opinion) };
  await dbOf(tx)
    .updateTable('replacement')
    .set({ ...changes, ...opinionSealed })
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .execute();
}

/** Every request of a case, oldest first. */
export async function replacementsOf(tx: Tx, tenant: string, caseId: string): Promise<readonly Replacement[]> {
  const rows = await dbOf(tx)
    .selectFrom('replacement')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('caseId', '=', caseId)
    .orderBy('requestedAt')
    .orderBy('id')
    .execute();
  return rows.map(({ factsSealed, opinionSealed, ...row }) => ({
    ...row,
    facts: unseal(tx, tenant, 'replacement.facts_sealed', row.id, factsSealed),
    opinion: opinionSealed === null ? null : unseal(tx, tenant, 'replacement.opinion_sealed', row.id, opinionSealed),
  }));
}
