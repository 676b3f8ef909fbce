import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import { Refusal } from '../../kernel/errors/index.ts';
import type { Tx } from '../../kernel/use-case/index.ts';
import type { AssessmentItemTable, AssessmentPlanTable, QualityTables } from './tables.ts';

export type PlanRow = Readonly<Selectable<AssessmentPlanTable>>;
export type ItemRow = Readonly<Selectable<AssessmentItemTable>>;

const open = (tx: Pick<Tx, 'db'>) => tx.db.withTables<QualityTables>();

export async function insertPlan(tx: Tx, row: Insertable<AssessmentPlanTable>): Promise<void> {
  await open(tx).insertInto('assessmentPlan').values(row).execute();
}

/** @throws Refusal `record.notFound`, or `record.stale` when it is no longer in the version asked for */
export async function loadPlan(
  tx: Tx,
  { tenant, planId, version }: { readonly tenant: string; readonly planId: string; readonly version?: number },
): Promise<PlanRow> {
  const row = await open(tx)
    .selectFrom('assessmentPlan')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('id', '=', planId)
    .executeTakeFirst();
  if (row === undefined) throw new Refusal('record.notFound');
  if (version !== undefined && row.version !== version) throw new Refusal('record.stale', { current: row.version });
  return row;
}

/** @throws Refusal `record.stale` when somebody changed it since it was loaded */
export async function updatePlan(tx: Tx, row: PlanRow, changes: Updateable<AssessmentPlanTable>): Promise<PlanRow> {
  const saved = await open(tx)
    .updateTable('assessmentPlan')
    .set({ ...changes, version: row.version + 1 })
    .where('tenant', '=', row.tenant)
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .returningAll()
    .executeTakeFirst();
  if (saved === undefined) throw new Refusal('record.stale', { current: row.version + 1 });
  return saved;
}

export async function plansOf(tx: Tx, tenants: readonly string[]): Promise<readonly PlanRow[]> {
  return open(tx)
    .selectFrom('assessmentPlan')
    .selectAll()
    .where('tenant', 'in', [...tenants])
    .orderBy('madeAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** Standing plans that would draw from some of the same cases. */
export async function plansOverlapping(
  tx: Tx,
  about: Pick<PlanRow, 'tenant' | 'firstDay' | 'lastDay' | 'classes'>,
): Promise<readonly PlanRow[]> {
  const plans = await open(tx)
    .selectFrom('assessmentPlan')
    .selectAll()
    .where('tenant', '=', about.tenant)
    .where('state', '<>', 'CANCELLED')
    .where('firstDay', '<=', about.lastDay)
    .where('lastDay', '>=', about.firstDay)
    .execute();
  return plans.filter(({ classes }) => classes.some((kind) => about.classes.includes(kind)));
}

export async function insertItems(tx: Tx, rows: readonly Insertable<AssessmentItemTable>[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 1000)
    await open(tx)
      .insertInto('assessmentItem')
      .values(rows.slice(from, from + 1000))
      .execute();
}

/** The sample of a plan: those taken in any event first, then handler by handler in the order of their tickets. */
export async function itemsOf(tx: Tx, tenant: string, planId: string): Promise<readonly ItemRow[]> {
  return open(tx)
    .selectFrom('assessmentItem')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('planId', '=', planId)
    .orderBy(sql`(why = 'drawn')`)
    .orderBy('handlerUnit')
    .orderBy('handlerId')
    .orderBy('place')
    .orderBy('caseId')
    .execute();
}

export async function releaseItems(tx: Tx, { tenant, id }: Pick<PlanRow, 'tenant' | 'id'>): Promise<void> {
  await open(tx)
    .updateTable('assessmentItem')
    .set({ standing: false })
    .where('tenant', '=', tenant)
    .where('planId', '=', id)
    .execute();
}

/** The counters of drawn cases, of grades and of supervision once more, from the records themselves. */
export async function recountAssessments(tx: Tx) {
  const { rows } = await sql<{
    tenant: string;
    name: string;
    month: string;
    dimension: string;
    value: string;
    n: number;
  }>`
SELECT i.tenant, 'assessment.sampled'::text AS name, to_char(p.drawn_on, 'YYYY-MM') AS month, 'class' AS dimension,
  i.class AS value, count(*)::int AS n
FROM assessment_item i JOIN assessment_plan p ON p.tenant = i.tenant AND p.id = i.plan_id
WHERE i.standing GROUP BY i.tenant, month, i.class
UNION ALL
SELECT i.tenant, 'assessment.graded', to_char(i.told_on, 'YYYY-MM') AS month, d.dimension, d.value, count(*)::int
FROM assessment_item i CROSS JOIN LATERAL (VALUES ('all', ''), ('grade', i.grade)) AS d (dimension, value)
WHERE i.told_on IS NOT NULL GROUP BY i.tenant, month, d.dimension, d.value
UNION ALL
SELECT s.tenant, 'supervision.recorded', to_char(s.happened_on, 'YYYY-MM') AS month, d.dimension, d.value, count(*)::int
FROM supervision s CROSS JOIN LATERAL (VALUES ('all', ''), ('kind', s.kind), ('finding', s.finding)) AS d (dimension, value)
GROUP BY s.tenant, month, d.dimension, d.value`.execute(tx.db);
  return rows;
}
