import { type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import { daysOfSpan, type Span } from '../../../kernel/time/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';
import type { Desk } from '../lifecycle.ts';
import type { ListCases } from '../schema.ts';
import type { CaseTables } from '../tables.ts';
import type { AidCase } from './cases.ts';
import { dbOf } from './db.ts';

export interface WorklistQuery extends Omit<ListCases, 'tenant' | 'after'> {
  /** Where to look, and in each place whether only one handler's cases, or those of one desk, may be seen. */
  readonly places: readonly {
    readonly tenant: string;
    readonly handlerId?: string | undefined;
    readonly desk?: Desk | undefined;
  }[];
  readonly after?: { readonly dueOn: string; readonly id: string } | undefined;
  /** Whole numbers that the search may mean, beside what begins with it. */
  readonly numbers?: readonly string[] | undefined;
}

const columns = [
  'tenant',
  'id',
  'matterId',
  'number',
  'applicationNumber',
  'state',
  'desk',
  'version',
  'class',
  'cause',
  'stage',
  'region',
  'groups',
  'recipientName',
  'urgent',
  'handlerId',
  'handlerName',
  'handlerUnit',
  'grantedOn',
  'designatedOn',
  'closedOn',
  'archivedOn',
  'dueOn',
  'dueSort',
  'dueStep',
  'dueCitation',
  'duePromise',
  'demonstration',
] as const satisfies readonly (keyof AidCase)[];

export type WorklistRow = Pick<AidCase, (typeof columns)[number]>;

type Query = SelectQueryBuilder<CaseTables, 'aidCase', object>;

/**
 * One page of cases, the next date first; without a desk or a span, what is not done. Each place is read along its own
 * index up to one page, whatever the number of cases, and the pages are merged.
 */
export async function worklistPage(tx: Tx, query: WorklistQuery): Promise<readonly WorklistRow[]> {
  const parts = query.places.map(({ tenant, handlerId, desk }) => {
    let all = narrowed(dbOf(tx).selectFrom('aidCase').where('tenant', '=', tenant), query);
    if (handlerId !== undefined) all = all.where('handlerId', '=', handlerId);
    if (desk !== undefined) all = all.where('desk', '=', desk);
    const found = all.select(columns);
    const best = sql`ORDER BY due_sort, id LIMIT ${query.limit}`;
    // A search finds few: the fence keeps the planner from walking the whole worklist in order to meet them.
    return query.search === undefined
      ? sql`(SELECT * FROM ${found} AS found ${best})`
      : sql`(SELECT * FROM ${found.offset(0)} AS found ${best})`;
  });
  if (parts.length === 0) return [];
  const { rows } = await sql<WorklistRow>`
SELECT * FROM (${sql.join(parts, sql` UNION ALL `)}) AS page ORDER BY due_sort, id LIMIT ${query.limit}`.execute(tx.db);
  return rows;
}

function narrowed(query: Query, of: WorklistQuery): Query {
  let q = query;
  const past = of.closedIn ?? of.archivedIn ?? of.openedIn;
  if (of.desk !== undefined) q = q.where('desk', '=', of.desk);
  else if (past === undefined) q = q.where('desk', '<>', 'done');
  if (of.handlerId !== undefined) q = q.where('handlerId', '=', of.handlerId);
  if (of.dueBy !== undefined) q = q.where('dueOn', '<=', of.dueBy);
  if (of.class !== undefined) q = q.where('class', '=', of.class);
  if (of.cause !== undefined) q = q.where('cause', '=', of.cause);
  if (of.group !== undefined) q = q.where(sql<SqlBool>`${of.group} = ANY (groups)`);
  if (of.region !== undefined) q = q.where('region', 'like', `${of.region}%`);
  if (of.openedIn !== undefined) q = q.where(within(sql`(opened_at AT TIME ZONE 'Asia/Shanghai')::date`, of.openedIn));
  if (of.closedIn !== undefined) q = q.where(within(sql`closed_on`, of.closedIn));
  if (of.archivedIn !== undefined) q = q.where(within(sql`archived_on`, of.archivedIn));
  if (of.recipientId !== undefined) q = q.where('recipientId', '=', of.recipientId);
  if (of.search !== undefined) q = q.where(anyBeginsWith(of.search, of.numbers ?? []));
  if (of.after !== undefined) {
    q = q.where(sql<SqlBool>`(due_sort, id) > (${of.after.dueOn}::date, ${of.after.id}::uuid)`);
  }
  return q;
}

/** As ranges and not by LIKE, which row-level security keeps from using an index. */
function anyBeginsWith(start: string, numbers: readonly string[]) {
  const end = `${start}\u{10ffff}`;
  const ranges = ['number', 'application_number', 'recipient_name', 'handler_name'].map((column) => {
    const text = sql`${sql.ref(column)} COLLATE "C"`;
    return sql`(${text} >= ${start} AND ${text} < ${end})`;
  });
  const whole = numbers.map((number) => sql`number = ${number}`);
  return sql<SqlBool>`(${sql.join([...ranges, ...whole], sql` OR `)})`;
}

function within(day: ReturnType<typeof sql>, span: Span) {
  const { first, after } = daysOfSpan(span);
  return sql<SqlBool>`${day} >= ${first}::date AND ${day} < ${after}::date`;
}

export interface DeskCount {
  readonly desk: AidCase['desk'];
  readonly cases: number;
  readonly overdue: number;
}

/** How many cases lie on each desk, and how many of them are overdue: the chips above the worklist. */
export async function deskCounts(
  tx: Tx,
  tenants: readonly string[],
  today: string,
  handlerIds?: readonly string[],
): Promise<readonly DeskCount[]> {
  if (tenants.length === 0 || handlerIds?.length === 0) return [];
  let query = dbOf(tx)
    .selectFrom('aidCase')
    .select(({ fn }) => [
      'desk',
      fn.countAll<number>().as('cases'),
      sql<number>`count(*) FILTER (WHERE due_sort < ${today}::date)`.as('overdue'),
    ])
    .where('tenant', 'in', [...tenants])
    .where('desk', '<>', 'done');
  if (handlerIds !== undefined) query = query.where('handlerId', 'in', [...handlerIds]);
  return query.groupBy('desk').execute();
}
