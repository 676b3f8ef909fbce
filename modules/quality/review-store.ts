import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import { Refusal } from '../../kernel/errors/index.ts';
import { daysOfSpan, type LocalDate, type Span } from '../../kernel/time/index.ts';
import type { Tx } from '../../kernel/use-case/index.ts';
import { toldStates } from './assessment-lifecycle.ts';
import type { ItemRow } from './assessment-store.ts';
import type { Grade } from './sheets/index.ts';
import type { AssessmentItemTable, AssessmentResultTable, AssessmentReviewTable, QualityTables } from './tables.ts';

export type ReviewRow = Readonly<Selectable<AssessmentReviewTable>>;
export type ResultRow = Readonly<Selectable<AssessmentResultTable>>;

const open = (tx: Pick<Tx, 'db'>) => tx.db.withTables<QualityTables>();

interface At {
  readonly tenant: string;
  readonly id: string;
  readonly version?: number;
}

/** @throws Refusal `record.notFound`, or `record.stale` when it is no longer in the version asked for */
export async function loadItem(tx: Tx, { tenant, id, version }: At): Promise<ItemRow> {
  const row = await open(tx)
    .selectFrom('assessmentItem')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .executeTakeFirst();
  return inVersion(row, version);
}

/** @throws Refusal `record.stale` when somebody changed it since it was loaded */
export async function updateItem(tx: Tx, row: ItemRow, changes: Updateable<AssessmentItemTable>): Promise<ItemRow> {
  const saved = await open(tx)
    .updateTable('assessmentItem')
    .set({ ...changes, version: row.version + 1 })
    .where('tenant', '=', row.tenant)
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .returningAll()
    .executeTakeFirst();
  if (saved === undefined) throw new Refusal('record.stale', { current: row.version + 1 });
  return saved;
}

export async function loadReview(tx: Tx, { tenant, id, version }: At): Promise<ReviewRow> {
  const row = await open(tx)
    .selectFrom('assessmentReview')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .executeTakeFirst();
  return inVersion(row, version);
}

export async function insertReviews(tx: Tx, rows: readonly Insertable<AssessmentReviewTable>[]): Promise<void> {
  if (rows.length > 0) await open(tx).insertInto('assessmentReview').values(rows).execute();
}

export async function updateReview(
  tx: Tx,
  row: ReviewRow,
  changes: Updateable<AssessmentReviewTable>,
): Promise<ReviewRow> {
  const saved = await open(tx)
    .updateTable('assessmentReview')
    .set({ ...changes, version: row.version + 1 })
    .where('tenant', '=', row.tenant)
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .returningAll()
    .executeTakeFirst();
  if (saved === undefined) throw new Refusal('record.stale', { current: row.version + 1 });
  return saved;
}

/** Every review of a drawn case, those that were declined or replaced among them, in the order of rounds and seats. */
export async function reviewsOfItem(
  tx: Tx,
  { tenant, id }: Pick<ItemRow, 'tenant' | 'id'>,
): Promise<readonly ReviewRow[]> {
  return open(tx)
    .selectFrom('assessmentReview')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('itemId', '=', id)
    .orderBy('round')
    .orderBy('seat')
    .orderBy('assignedAt')
    .orderBy('id')
    .execute();
}

export async function reviewsOfPlan(tx: Tx, tenant: string, planId: string): Promise<readonly ReviewRow[]> {
  return open(tx)
    .selectFrom('assessmentReview')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('planId', '=', planId)
    .orderBy('id')
    .execute();
}

/** A reviewer's own, the soonest first; those that ended only where they were handed in. */
export async function reviewsOfReviewer(
  tx: Tx,
  at: { readonly tenant: string; readonly reviewerId: string },
): Promise<
  readonly (ReviewRow & Pick<ItemRow, 'caseNumber' | 'class' | 'sheet'> & { readonly itemState: ItemRow['state'] })[]
> {
  return open(tx)
    .selectFrom('assessmentReview as r')
    .innerJoin('assessmentItem as i', (join) => join.onRef('i.tenant', '=', 'r.tenant').onRef('i.id', '=', 'r.itemId'))
    .selectAll('r')
    .select(['i.caseNumber', 'i.class', 'i.sheet', 'i.state as itemState'])
    .where('r.tenant', '=', at.tenant)
    .where('r.reviewerId', '=', at.reviewerId)
    .where('r.state', 'in', ['assigned', 'handedIn'])
    .where('i.standing', '=', true)
    .orderBy(sql`r.state = 'handedIn'`)
    .orderBy('r.dueOn')
    .orderBy('r.id')
    .limit(200)
    .execute();
}

/** Reviews given since a day, by reviewer; what was declined or taken back is not counted. */
export async function reviewLoads(tx: Tx, tenant: string, since: LocalDate): Promise<ReadonlyMap<string, number>> {
  const rows = await open(tx)
    .selectFrom('assessmentReview')
    .select(({ fn }) => ['reviewerId', fn.countAll<number>().as('n')])
    .where('tenant', '=', tenant)
    .where('assignedOn', '>', since)
    .where('state', 'in', ['assigned', 'handedIn'])
    .groupBy('reviewerId')
    .execute();
  return new Map(rows.map(({ reviewerId, n }) => [reviewerId, Number(n)]));
}

export async function insertResult(tx: Tx, row: Insertable<AssessmentResultTable>): Promise<void> {
  await open(tx).insertInto('assessmentResult').values(row).execute();
}

export async function updateResult(tx: Tx, row: ResultRow, changes: Updateable<AssessmentResultTable>): Promise<void> {
  await open(tx)
    .updateTable('assessmentResult')
    .set(changes)
    .where('tenant', '=', row.tenant)
    .where('id', '=', row.id)
    .execute();
}

/** Results of a drawn case, the first round first. */
export async function resultsOfItem(
  tx: Tx,
  { tenant, id }: Pick<ItemRow, 'tenant' | 'id'>,
): Promise<readonly ResultRow[]> {
  return open(tx)
    .selectFrom('assessmentResult')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('itemId', '=', id)
    .orderBy('round')
    .execute();
}

export async function resultById(tx: Tx, tenant: string, id: string): Promise<ResultRow | undefined> {
  return open(tx)
    .selectFrom('assessmentResult')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Results that were told, of a handler or of units, the latest first. */
export async function toldItems(
  tx: Tx,
  of: { readonly tenant: string; readonly handlerId?: string; readonly agencyIds?: readonly string[] },
): Promise<readonly ItemRow[]> {
  let query = open(tx)
    .selectFrom('assessmentItem')
    .selectAll()
    .where('tenant', '=', of.tenant)
    .where('toldOn', 'is not', null)
    .orderBy('toldOn', 'desc')
    .orderBy('id')
    .limit(200);
  if (of.handlerId !== undefined) query = query.where('handlerId', '=', of.handlerId);
  if (of.agencyIds !== undefined) query = query.where('agencyId', 'in', of.agencyIds);
  return query.execute();
}

/** What the list of graded cases can be narrowed by. */
export interface GradedFilter {
  readonly tenants: readonly string[];
  readonly grade?: Grade | undefined;
  /** Told in that month or year. */
  readonly span?: Span | undefined;
  readonly after?: { readonly toldOn: LocalDate; readonly id: string } | undefined;
  readonly limit: number;
}

/** One page of the results that were told at some places, the latest first. */
export async function selectGraded(tx: Tx, filter: GradedFilter): Promise<readonly ItemRow[]> {
  const { tenants, grade, span, after, limit } = filter;
  if (tenants.length === 0) return [];
  let query = open(tx)
    .selectFrom('assessmentItem')
    .selectAll()
    .where('tenant', 'in', [...tenants])
    .where('toldOn', 'is not', null);
  if (grade !== undefined) query = query.where('grade', '=', grade);
  if (span !== undefined) {
    const days = daysOfSpan(span);
    query = query.where('toldOn', '>=', days.first).where('toldOn', '<', days.after);
  }
  if (after !== undefined)
    query = query.where(sql<boolean>`(told_on, id) < (${after.toldOn}::date, ${after.id}::uuid)`);
  return query.orderBy('toldOn', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

/** One assessed case of a handler. */
export interface GradedCase {
  readonly caseId: string;
  readonly grade: Grade;
  readonly tenths: number;
  readonly toldOn: LocalDate;
}

/** The last assessed cases of each of these handlers, told on the day or before, the latest first; nothing for whoever has none. */
export async function gradedCases(
  tx: Tx,
  of: {
    readonly tenant: string;
    readonly handlerIds: readonly string[];
    readonly asOf: LocalDate;
    readonly last: number;
  },
): Promise<readonly (GradedCase & { readonly handlerId: string })[]> {
  const { rows } = await sql<GradedCase & { handlerId: string }>`
SELECT handler_id AS "handlerId", case_id AS "caseId", grade, tenths, told_on AS "toldOn" FROM (
  SELECT i.*, row_number() OVER (PARTITION BY handler_id ORDER BY told_on DESC, id DESC) AS n FROM assessment_item i
  WHERE tenant = ${of.tenant} AND handler_id = ANY (${[...of.handlerIds]}::uuid[]) AND told_on <= ${of.asOf}::date
    AND state = ANY (${[...toldStates]}::text[])) ranked
WHERE n <= ${of.last} ORDER BY 1, n`.execute(tx.db);
  return rows;
}

/** Grades of finished plans, by place and unit. */
export interface GradeCount {
  readonly tenant: string;
  readonly agencyId: string | null;
  readonly unit: string | null;
  readonly grade: Grade;
  readonly n: number;
}

export async function gradesOfFinishedPlans(
  tx: Tx,
  of: { readonly tenants: readonly string[] | '*'; readonly from: LocalDate; readonly to: LocalDate },
): Promise<readonly GradeCount[]> {
  const { rows } = await sql<GradeCount>`
SELECT i.tenant, i.agency_id AS "agencyId", max(i.handler_unit) AS unit, i.grade, count(*)::int AS n
FROM assessment_item i JOIN assessment_plan p ON p.tenant = i.tenant AND p.id = i.plan_id
WHERE p.state = 'FINISHED' AND p.finished_on BETWEEN ${of.from}::date AND ${of.to}::date AND i.grade IS NOT NULL
  ${of.tenants === '*' ? sql`` : sql`AND i.tenant = ANY (${[...of.tenants]}::text[])`}
GROUP BY i.tenant, i.agency_id, i.grade ORDER BY i.tenant, unit, i.agency_id, i.grade`.execute(tx.db);
  return rows;
}

/** Whose it is to keep the limit of a review, of a result or of a question about a case, and the case's number. */
export async function keepersOfQuality(
  tx: Tx,
  tenant: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly number: string; readonly handlerId: string | null }>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; number: string; handlerId: string | null }>`
SELECT r.id, i.case_number AS number, r.reviewer_id AS "handlerId" FROM assessment_review r
JOIN assessment_item i ON i.tenant = r.tenant AND i.id = r.item_id WHERE r.tenant = ${tenant} AND r.id = ANY (${[...ids]}::uuid[])
UNION ALL
SELECT i.id, i.case_number, i.handler_id FROM assessment_item i WHERE i.tenant = ${tenant} AND i.id = ANY (${[...ids]}::uuid[])
UNION ALL
SELECT s.id, s.case_number, s.handler_id FROM supervision s WHERE s.tenant = ${tenant} AND s.id = ANY (${[...ids]}::uuid[])`.execute(
    tx.db,
  );
  return new Map(rows.map(({ id, ...rest }) => [id, rest]));
}

/** 销毁: the words of reviews and results of a matter; points and grades stay in the counts. */
export async function eraseAssessmentWords(
  tx: Tx,
  { tenant, matterId }: { readonly tenant: string; readonly matterId: string },
): Promise<readonly string[]> {
  for (const table of ['assessmentReview', 'assessmentResult'] as const)
    await open(tx)
      .updateTable(table)
      .set({ wordsSealed: null })
      .where('tenant', '=', tenant)
      .where('matterId', '=', matterId)
      .execute();
  return [];
}

function inVersion<R extends { readonly version: number }>(row: R | undefined, version: number | undefined): R {
  if (row === undefined) throw new Refusal('record.notFound');
  if (version !== undefined && row.version !== version) throw new Refusal('record.stale', { current: row.version });
  return row;
}
