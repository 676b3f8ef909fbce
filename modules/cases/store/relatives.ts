import type { Tx } from '../../../kernel/use-case/index.ts';
import { nameSearchKeys } from '../../people/index.ts';
import type { Relation } from '../conflict-schema.ts';
import { seal, unseal } from '../sealed.ts';
import { dbOf } from './db.ts';

export interface Relative {
  readonly id: string;
  readonly handlerId: string;
  readonly relation: Relation;
  readonly name: string;
  readonly declaredAt: string;
}

export async function insertRelative(
  tx: Tx,
  row: Omit<Relative, 'declaredAt'> & { readonly tenant: string; readonly declaredBy: string },
): Promise<void> {
  const { name, ...rest } = row;
  await dbOf(tx)
    .insertInto('handlerRelative')
    .values({
      ...rest,
      nameSealed: seal(tx, row.tenant, 'handler_relative.name_sealed', row.id, name),
      nameKey: nameSearchKeys(name).folded,
      declaredAt: tx.at,
    })
    .execute();
}

/** What a handler has told of and not taken back. */
export async function relativesOf(tx: Tx, tenant: string, handlerId: string): Promise<readonly Relative[]> {
  const rows = await dbOf(tx)
    .selectFrom('handlerRelative')
    .select(['id', 'handlerId', 'relation', 'nameSealed', 'declaredAt'])
    .where('tenant', '=', tenant)
    .where('handlerId', '=', handlerId)
    .where('withdrawnAt', 'is', null)
    .orderBy('declaredAt')
    .execute();
  return rows.map(({ nameSealed, ...row }) => ({
    ...row,
    name: unseal(tx, tenant, 'handler_relative.name_sealed', row.id, nameSealed),
  }));
}

/** @returns whether there was one of this handler's to take back */
export async function withdrawRelativeRow(tx: Tx, tenant: string, id: string, handlerId: string): Promise<boolean> {
  const done = await dbOf(tx)
    .updateTable('handlerRelative')
    .set({ withdrawnAt: tx.at })
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .where('handlerId', '=', handlerId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
