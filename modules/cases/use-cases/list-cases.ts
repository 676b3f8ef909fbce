import type { LocalDate } from '../../../kernel/time/index.ts';
import { type Actor, allowedActions, type Tx } from '../../../kernel/use-case/index.ts';
import { handlerByAccount } from '../../network/index.ts';
import { caseLifecycle, type Desk } from '../lifecycle.ts';
import { mayReadCases, mayReadContestedCases, mayReadOwnCases } from '../permissions.ts';
import { type ClockChip, clockChip } from '../rules/due.ts';
import type { ListCases } from '../schema.ts';
import { type DeskCount, deskCounts, type WorklistQuery, type WorklistRow, worklistPage } from '../store/worklist.ts';
import { numbersWithSerial } from './case-number.ts';

export interface CaseRow extends WorklistRow {
  readonly clock: ClockChip | null;
  /** What this actor may do with the case now, first things first. */
  readonly actions: readonly string[];
}

export interface CasePage {
  readonly rows: readonly CaseRow[];
  /** Hand it back as `after` for the next page; null on the last one. */
  readonly next: string | null;
}

/** 工作清单: open cases by the date that binds next. The centre's desks see all of theirs, a handler only their own. */
export async function listCases(tx: Tx, actor: Actor, input: ListCases): Promise<CasePage> {
  const { tenant, after, limit, ...filter } = input;
  const places = await visiblePlaces(tx, actor, tenant);
  const rows = await worklistPage(tx, {
    ...filter,
    places,
    numbers: await numbersMeant(tx, places, filter.search),
    limit: limit + 1,
    after: after === undefined ? undefined : keyOf(after),
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map((row) => ({
      ...row,
      clock: clockChip(row, tx.today, tx.warningDays),
      actions: actionsOf(actor, row),
    })),
    next: rows.length > limit && last !== undefined ? `${last.dueSort}~${last.id}` : null,
  };
}

/** The chips above the worklist: what lies on each desk, and how much of it is overdue. */
export async function countDesks(
  tx: Tx,
  actor: Actor,
  tenant: string | undefined,
  today: LocalDate,
): Promise<readonly DeskCount[]> {
  const places = await visiblePlaces(tx, actor, tenant);
  const whole = places.filter((p) => p.handlerId === undefined && p.desk === undefined).map((p) => p.tenant);
  const own = places.flatMap((p) => (p.handlerId === undefined ? [] : [p]));
  const counts = [
    ...(await deskCounts(tx, whole, today)),
    ...(await deskCounts(
      tx,
      own.map((p) => p.tenant),
      today,
      own.map((p) => p.handlerId ?? ''),
    )),
  ];
  const byDesk = new Map<string, DeskCount>();
  for (const { desk, cases, overdue } of counts) {
    const sum = byDesk.get(desk);
    byDesk.set(desk, { desk, cases: cases + (sum?.cases ?? 0), overdue: overdue + (sum?.overdue ?? 0) });
  }
  return [...byDesk.values()];
}

/** Where the actor may read, and where only their own. @returns nothing where they may read nothing */
async function visiblePlaces(tx: Tx, actor: Actor, tenant: string | undefined): Promise<WorklistQuery['places']> {
  const { tenants } = actor.scope;
  const asked =
    tenants === '*'
      ? tenant === undefined
        ? []
        : [tenant]
      : tenants.filter((t) => tenant === undefined || t === tenant);
  const places: { tenant: string; handlerId?: string; desk?: Desk }[] = [];
  for (const place of asked) {
    if (actor.holds(mayReadCases.roles, { tenant: place })) {
      places.push({ tenant: place });
    } else if (actor.holds(mayReadContestedCases.roles, { tenant: place })) {
      places.push({ tenant: place, desk: 'objection' });
    } else if (actor.holds(mayReadOwnCases.roles, { tenant: place })) {
      const handler = await handlerByAccount(tx, place, actor.id);
      if (handler !== undefined) places.push({ tenant: place, handlerId: handler.id });
    }
  }
  return places;
}

/** Few digits are the serial of a case, said the way people say it. */
async function numbersMeant(
  tx: Tx,
  places: WorklistQuery['places'],
  search: string | undefined,
): Promise<readonly string[]> {
  if (search === undefined || !/^\d{1,6}$/.test(search) || Number(search) === 0) return [];
  const numbers: string[] = [];
  for (const { tenant } of places) numbers.push(...(await numbersWithSerial(tx, tenant, Number(search))));
  return numbers;
}

function actionsOf(actor: Actor, row: WorklistRow): readonly string[] {
  return allowedActions(caseLifecycle, row.state, actor, { tenant: row.tenant });
}

function keyOf(after: string): { dueOn: string; id: string } {
  const [dueOn = '', id = ''] = after.split('~');
  return { dueOn, id };
}
