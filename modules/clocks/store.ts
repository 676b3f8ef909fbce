import { type Insertable, sql } from 'kysely';
import type { LocalDate } from '../../kernel/time/index.ts';
import type { Tx } from '../../kernel/use-case/index.ts';
import type { ClockState, Level } from './schema.ts';
import type { ClockNoticeTable, ClockRaiseTable, ClockTables } from './tables.ts';

const open = (tx: Tx) => tx.db.withTables<ClockTables>();

/** A limit that has come to a level of which nothing was raised yet. */
export interface Reached {
  readonly tenant: string;
  readonly id: string;
  readonly matterId: string;
  readonly subject: string;
  readonly subjectId: string;
  readonly step: string;
  readonly warnOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly citation: string;
  readonly promise: boolean;
}

/**
 * Running limits that are to be raised by `today`, of one tenant, the oldest first; locked, so that of two workers one raises them.
 * @param climbed limits whose last day lies before it have climbed
 */
export async function reachedIn(
  tx: Tx,
  tenant: string,
  { today, climbed, limit }: { readonly today: LocalDate; readonly climbed: LocalDate; readonly limit: number },
): Promise<readonly Reached[]> {
  const { rows } = await sql<Reached>`
SELECT d.tenant, d.id, d.matter_id AS "matterId", d.subject, d.subject_id AS "subjectId", d.step, d.warn_on AS "warnOn", d.due_on AS "dueOn",
  d.citation, d.promise
FROM deadline d
WHERE d.tenant = ${tenant} AND d.state = 'running' AND d.warn_on <= ${today}::date AND NOT EXISTS (
  SELECT FROM clock_raise r WHERE r.tenant = d.tenant AND r.deadline_id = d.id AND r.due_on = d.due_on
    AND r.level = CASE WHEN d.due_on >= ${today}::date THEN 'soon' WHEN d.promise OR d.due_on >= ${climbed}::date THEN 'overdue' ELSE 'climbed' END)
ORDER BY d.due_on, d.id LIMIT ${limit} FOR UPDATE OF d SKIP LOCKED`.execute(tx.db);
  return rows;
}

/** Tenants in which a limit runs. */
export async function tenantsWithClocks(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ tenant: string }>`
SELECT DISTINCT tenant FROM deadline WHERE state IN ('running','paused') ORDER BY 1`.execute(tx.db);
  return rows.map(({ tenant }) => tenant);
}

export async function insertRaises(tx: Tx, rows: readonly ClockRaiseTable[]): Promise<void> {
  if (rows.length === 0) return;
  await open(tx).insertInto('clockRaise').values(rows).execute();
}

export async function insertNotices(tx: Tx, rows: readonly Insertable<ClockNoticeTable>[]): Promise<void> {
  if (rows.length === 0) return;
  await open(tx).insertInto('clockNotice').values(rows).execute();
}

export type Notice = Readonly<Omit<ClockNoticeTable, 'accountId' | 'seenAt'>>;

/** What somebody was told and has not put aside, as long as the limit still runs; the most pressing first. */
export async function unseenNotices(
  tx: Tx,
  { tenants, accountId }: { readonly tenants: readonly string[]; readonly accountId: string },
): Promise<readonly Notice[]> {
  if (tenants.length === 0) return [];
  return open(tx)
    .selectFrom('clockNotice as n')
    .innerJoin('deadline as d', (join) => join.onRef('d.tenant', '=', 'n.tenant').onRef('d.id', '=', 'n.deadlineId'))
    .select([
      'n.tenant',
      'n.id',
      'n.deadlineId',
      'n.level',
      'n.matterId',
      'n.subject',
      'n.subjectId',
      'n.number',
      'n.step',
      'n.dueOn',
      'n.citation',
      'n.raisedAt',
    ])
    .where('n.tenant', 'in', [...tenants])
    .where('n.accountId', '=', accountId)
    .where('n.seenAt', 'is', null)
    .where('d.state', '=', 'running')
    .orderBy(sql`array_position(ARRAY['climbed','overdue','soon'], n.level)`)
    .orderBy('n.dueOn')
    .orderBy('n.raisedAt', 'desc')
    .limit(100)
    .execute();
}

export async function markSeen(
  tx: Tx,
  of: { readonly tenant: string; readonly accountId: string; readonly ids: readonly string[] },
): Promise<void> {
  await open(tx)
    .updateTable('clockNotice')
    .set({ seenAt: tx.at })
    .where('tenant', '=', of.tenant)
    .where('accountId', '=', of.accountId)
    .where('id', 'in', [...of.ids])
    .where('seenAt', 'is', null)
    .execute();
}

/** A limit that has not been met, for the bureau's page. */
export interface OpenClock {
  readonly tenant: string;
  readonly id: string;
  readonly matterId: string;
  readonly subject: string;
  readonly subjectId: string;
  readonly step: string;
  readonly startedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly state: 'running' | 'paused';
  readonly citation: string;
  readonly promise: boolean;
  /** The furthest that was raised of it. */
  readonly level: Level | null;
}

const level = sql<Level | null>`
(SELECT r.level FROM clock_raise r WHERE r.tenant = d.tenant AND r.deadline_id = d.id AND r.due_on = d.due_on
 ORDER BY array_position(ARRAY['soon','overdue','climbed'], r.level) DESC LIMIT 1)`;

/** How a limit stands today, as SQL says it. */
const stateSql = (today: LocalDate) => sql<ClockState>`
CASE WHEN d.state = 'paused' THEN 'paused' WHEN d.due_on < ${today}::date THEN 'overdue' WHEN d.warn_on <= ${today}::date THEN 'soon' ELSE 'running' END`;

export async function openClocks(
  tx: Tx,
  query: {
    readonly tenants: readonly string[];
    readonly state?: ClockState | undefined;
    readonly step?: string | undefined;
    readonly after?: { readonly dueOn: LocalDate; readonly id: string } | undefined;
    readonly limit: number;
  },
): Promise<readonly OpenClock[]> {
  const { tenants, state, step, after, limit } = query;
  if (tenants.length === 0) return [];
  const { rows } = await sql<OpenClock>`
SELECT d.tenant, d.id, d.matter_id AS "matterId", d.subject, d.subject_id AS "subjectId", d.step, d.started_on AS "startedOn", d.due_on AS "dueOn",
  d.state, d.citation, d.promise, ${level} AS level
FROM deadline d
WHERE d.tenant = ANY (${[...tenants]}::text[]) AND d.state IN ('running','paused')
  ${state === undefined ? sql`` : sql`AND ${stateSql(tx.today)} = ${state}`}
  ${step === undefined ? sql`` : sql`AND d.step = ${step}`}
  ${after === undefined ? sql`` : sql`AND (d.due_on, d.id) > (${after.dueOn}::date, ${after.id}::uuid)`}
ORDER BY d.due_on, d.id LIMIT ${limit}`.execute(tx.db);
  return rows;
}

export interface ClockCount {
  readonly tenant: string;
  readonly state: ClockState;
  readonly climbed: number;
  readonly n: number;
}

/** How many limits stand how, at each centre. */
export async function countClocks(tx: Tx, tenants: readonly string[]): Promise<readonly ClockCount[]> {
  if (tenants.length === 0) return [];
  const { rows } = await sql<ClockCount>`
SELECT d.tenant, ${stateSql(tx.today)} AS state, count(*)::int AS n, count(*) FILTER (WHERE ${level} = 'climbed')::int AS climbed
FROM deadline d WHERE d.tenant = ANY (${[...tenants]}::text[]) AND d.state IN ('running','paused') GROUP BY 1, 2 ORDER BY 1, 2`.execute(
    tx.db,
  );
  return rows;
}

export interface Rate {
  readonly tenant: string;
  readonly step: string;
  readonly promise: boolean;
  readonly inTime: number;
  readonly late: number;
}

/** What was published of some months, summed. */
export async function publishedRates(
  tx: Tx,
  tenants: readonly string[] | '*',
  { from, to }: { readonly from: string; readonly to: string },
): Promise<readonly Rate[]> {
  if (tenants.length === 0) return [];
  let query = open(tx)
    .selectFrom('clockRate')
    .select((eb) => [
      'tenant',
      'step',
      'promise',
      eb.fn.sum<number>('inTime').as('inTime'),
      eb.fn.sum<number>('late').as('late'),
    ])
    .where('month', '>=', from)
    .where('month', '<=', to)
    .groupBy(['tenant', 'step', 'promise'])
    .orderBy('tenant')
    .orderBy('step')
    .orderBy('promise');
  if (tenants !== '*') query = query.where('tenant', 'in', [...tenants]);
  return (await query.execute()).map((row) => ({ ...row, inTime: Number(row.inTime), late: Number(row.late) }));
}

export async function isPublished(tx: Tx, month: string): Promise<boolean> {
  return (
    (await open(tx).selectFrom('clockRate').select('step').where('month', '=', month).limit(1).execute()).length > 0
  );
}

/**
 * Count the finished months from `from` to `to` at every centre: kept by the end of the last day, or not. A limit that still stood still
 * then belongs to the month in which it will end; one that lost its object is nobody's. What was published stays as it is.
 */
export async function publishMonths(
  tx: Tx,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  await sql`
INSERT INTO clock_rate (tenant, month, step, promise, in_time, late, published_on)
SELECT tenant, to_char(due_on, 'YYYY-MM'), step, promise,
  count(*) FILTER (WHERE state = 'met' AND closed_at < due_at)::int, count(*) FILTER (WHERE state <> 'met' OR closed_at >= due_at)::int, ${tx.today}::date
FROM deadline
WHERE due_on >= (${from} || '-01')::date AND due_on < ((${to} || '-01')::date + interval '1 month')::date AND state IN ('met','running','lapsed')
GROUP BY 1, 2, 3, 4 ON CONFLICT DO NOTHING`.execute(tx.db);
}
