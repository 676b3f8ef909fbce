import { type Selectable, sql } from 'kysely';
import type { Tx } from '../../../kernel/use-case/index.ts';
import type { PositionSetTable } from '../tables.ts';
import { dbOf } from './db.ts';

export type PositionSet = Selectable<PositionSetTable>;

/** The last changes are what anybody takes back; the rest is in the event log. */
const mostShown = 100;

export async function insertPositionSet(tx: Tx, row: Omit<PositionSet, 'undoneAt' | 'undoneByName'>): Promise<void> {
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value));
  await dbOf(tx)
    .insertInto('positionSet')
    .values({
      ...row,
      given: JSON.stringify(row.given),
      before: json(row.before),
      after: JSON.stringify(row.after),
      undoneAt: null,
      undoneByName: null,
    })
    .execute();
}

/** What was set by hand and the caller may see, the newest first. */
export async function listPositionSets(tx: Tx): Promise<readonly PositionSet[]> {
  return dbOf(tx)
    .selectFrom('positionSet')
    .selectAll()
    .orderBy('setAt', 'desc')
    .orderBy('id', 'desc')
    .limit(mostShown)
    .execute();
}

export async function positionSetById(tx: Tx, tenant: string, id: string): Promise<PositionSet | undefined> {
  return dbOf(tx)
    .selectFrom('positionSet')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** @returns false where somebody took it back meanwhile */
export async function markUndone(tx: Tx, { tenant, id }: PositionSet, byName: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
UPDATE position_set SET undone_at = ${tx.at}, undone_by_name = ${byName}
WHERE tenant = ${tenant} AND id = ${id} AND undone_at IS NULL`.execute(tx.db);
  return numAffectedRows === 1n;
}
