import { type Insertable, type Selectable, sql } from 'kysely';
import { daysOfSpan, type Span } from '../../kernel/time/index.ts';
import type { Tx } from '../../kernel/use-case/index.ts';
import type { QualityTables, SatisfactionTable } from './tables.ts';

export type SatisfactionRow = Selectable<SatisfactionTable>;

const open = (tx: Tx) => tx.db.withTables<QualityTables>();

export async function satisfactionOf(tx: Tx, tenant: string, caseId: string): Promise<SatisfactionRow | undefined> {
  return open(tx)
    .selectFrom('satisfaction')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('caseId', '=', caseId)
    .executeTakeFirst();
}

/** @returns false when the case had an answer already */
export async function insertSatisfaction(tx: Tx, row: Insertable<SatisfactionTable>): Promise<boolean> {
  const result = await open(tx)
    .insertInto('satisfaction')
    .values(row)
    .onConflict((c) => c.columns(['tenant', 'caseId']).doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0) === 1;
}

export interface SatisfactionFilter {
  readonly tenants: readonly string[];
  readonly face?: string | undefined;
  readonly span?: Span | undefined;
  readonly after?: { readonly at: string; readonly caseId: string } | undefined;
  readonly limit: number;
}

export async function selectSatisfaction(tx: Tx, filter: SatisfactionFilter): Promise<readonly SatisfactionRow[]> {
  let query = open(tx)
    .selectFrom('satisfaction')
    .selectAll()
    .where('tenant', 'in', [...filter.tenants])
    .orderBy('answeredAt', 'desc')
    .orderBy('caseId', 'desc')
    .limit(filter.limit);
  if (filter.face !== undefined) query = query.where('face', '=', filter.face as SatisfactionTable['face']);
  if (filter.span !== undefined) {
    const { first, after } = daysOfSpan(filter.span);
    query = query.where('answeredOn', '>=', first).where('answeredOn', '<', after);
  }
  if (filter.after !== undefined) {
    query = query.where(
      sql<boolean>`(answered_at, case_id) < (${filter.after.at}::timestamptz, ${filter.after.caseId}::uuid)`,
    );
  }
  return query.execute();
}

/** Of these cases those whose recipient answered with an unhappy face, by id. */
export async function dissatisfiedAmong(
  tx: Tx,
  tenant: string,
  caseIds: readonly string[],
): Promise<readonly string[]> {
  const wanted = new Set(caseIds);
  const rows = await open(tx)
    .selectFrom('satisfaction')
    .select('caseId')
    .where('tenant', '=', tenant)
    .where('face', 'in', ['dissatisfied', 'veryDissatisfied'])
    .orderBy('caseId')
    .execute();
  return rows.map(({ caseId }) => caseId).filter((id) => wanted.has(id));
}

/** The satisfaction counters once more, from the records themselves. */
export async function recountSatisfaction(tx: Tx) {
  const { rows } = await sql<{
    tenant: string;
    name: string;
    month: string;
    dimension: string;
    value: string;
    n: number;
  }>`
SELECT tenant, 'satisfaction'::text AS name, to_char(answered_on, 'YYYY-MM') AS month, 'face' AS dimension, face AS value, count(*)::int AS n
FROM satisfaction GROUP BY tenant, month, face`.execute(tx.db);
  return rows;
}

/** Forget the words beside the faces of a matter (销毁); the face stays in the counts. */
export async function eraseSatisfactionWords(
  tx: Tx,
  { tenant, matterId }: { readonly tenant: string; readonly matterId: string },
): Promise<readonly string[]> {
  await open(tx)
    .updateTable('satisfaction')
    .set({ wordsSealed: null })
    .where('tenant', '=', tenant)
    .where('matterId', '=', matterId)
    .execute();
  return [];
}
