import type { Insertable, Selectable, Updateable } from 'kysely';
import { sql } from 'kysely';
import { Refusal } from '../../kernel/errors/index.ts';
import type { Tx } from '../../kernel/use-case/index.ts';
import { sealWords } from './sealed.ts';
import type { ObjectionTable, ObjectionTables } from './tables.ts';

export type ObjectionRow = Selectable<ObjectionTable>;

const open = (tx: Tx) => tx.db.withTables<ObjectionTables>();

export async function insertObjection(tx: Tx, row: Insertable<ObjectionTable>): Promise<void> {
  await open(tx).insertInto('objection').values(row).execute();
}

/** The objection to a decision, if one was raised: a decision is objected to once. */
export async function objectionTo(
  tx: Tx,
  of: {
    readonly tenant: string;
    readonly subject: 'application' | 'case';
    readonly subjectId: string;
    readonly round: number;
  },
): Promise<ObjectionRow | undefined> {
  return open(tx)
    .selectFrom('objection')
    .selectAll()
    .where('tenant', '=', of.tenant)
    .where('subject', '=', of.subject)
    .where('subjectId', '=', of.subjectId)
    .where('round', '=', of.round)
    .executeTakeFirst();
}

/** Change a row that was loaded at its version; somebody else's change in between is refused, never overwritten. */
export async function updateObjection(tx: Tx, row: ObjectionRow, changes: Updateable<ObjectionTable>): Promise<void> {
  const result = await open(tx)
    .updateTable('objection')
    .set({ ...changes, version: row.version + 1 })
    .where('tenant', '=', row.tenant)
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new Refusal('record.stale', { current: row.version + 1 });
}

export interface CountedObjections {
  readonly tenant: string;
  readonly name: string;
  readonly month: string;
  readonly dimension: string;
  readonly value: string;
  readonly n: number;
}

/** The counters of objections once more, from the records themselves. */
export async function recountObjections(tx: Tx): Promise<readonly CountedObjections[]> {
  const { rows } = await sql<CountedObjections>`
WITH told AS (
  SELECT tenant, 'objections.raised' AS name, received_on AS day, class, subject FROM objection
  UNION ALL SELECT tenant, 'objections.maintained', reviewed_on, class, subject FROM objection WHERE state = 'MAINTAINED'
  UNION ALL SELECT tenant, 'objections.corrected', reviewed_on, class, subject FROM objection WHERE state = 'CORRECTION_ORDERED'
), cells AS (
  SELECT tenant, name, to_char(day, 'YYYY-MM') AS month, d.dimension, d.value
  FROM told, LATERAL (VALUES ('all', ''), ('class', class), ('against', subject)) AS d (dimension, value)
)
SELECT tenant, name, month, dimension, value, count(*)::int AS n FROM cells GROUP BY tenant, name, month, dimension, value`.execute(
    tx.db,
  );
  return rows;
}

/** Forget what was said against the decisions of a matter (销毁); that there was an objection and how it ended stays. */
export async function eraseObjectionWords(
  tx: Tx,
  { tenant, matterId }: { readonly tenant: string; readonly matterId: string },
): Promise<readonly string[]> {
  const rows = await open(tx)
    .selectFrom('objection')
    .select('id')
    .where('tenant', '=', tenant)
    .where('matterId', '=', matterId)
    .execute();
  for (const { id } of rows) {
    await open(tx)
      .updateTable('objection')
      .set({ wordsSealed: sealWords(tx, tenant, id, { reasons: '', lateReason: '' }), grounds: null, correction: null })
      .where('tenant', '=', tenant)
      .where('id', '=', id)
      .execute();
  }
  return [];
}
