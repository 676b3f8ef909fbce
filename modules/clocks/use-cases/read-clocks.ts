import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { numbersOf } from '../../applications/index.ts';
import { keepersOfCases } from '../../cases/index.ts';
import { complaintNumbers } from '../../complaints/index.ts';
import { keepersOfQuality } from '../../quality/index.ts';
import { mayReadClocks } from '../permissions.ts';
import { lastMonths } from '../rules/months.ts';
import { rateOf } from '../rules/rate.ts';
import type { ClockState } from '../schema.ts';
import { type ClockCount, countClocks, type OpenClock, openClocks, publishedRates, type Rate } from '../store.ts';

export interface ListClocks {
  readonly tenant?: string | undefined;
  readonly state?: ClockState | undefined;
  readonly step?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

export interface ClockRow extends OpenClock {
  readonly number: string | null;
  readonly handlerName: string | null;
}

/** 全部时限: every limit that has not been met, by its last day, with the matter's number and no person. */
export async function listClocks(
  tx: Tx,
  actor: Actor,
  input: ListClocks,
): Promise<{ readonly rows: readonly ClockRow[]; readonly next: string | null }> {
  const [dueOn = '', id = ''] = (input.after ?? '').split('~');
  const found = await openClocks(tx, {
    ...input,
    tenants: visible(actor, input.tenant),
    after: input.after === undefined ? undefined : { dueOn, id },
    limit: input.limit + 1,
  });
  const page = found.slice(0, input.limit);
  const last = page.at(-1);
  return {
    rows: await withNumbers(tx, page),
    next: found.length > input.limit && last !== undefined ? `${last.dueOn}~${last.id}` : null,
  };
}

/** How many limits stand how, centre by centre. */
export async function summariseClocks(
  tx: Tx,
  actor: Actor,
  tenant: string | undefined,
): Promise<{ readonly counts: readonly ClockCount[] }> {
  return { counts: await countClocks(tx, visible(actor, tenant)) };
}

export interface PublishedRate extends Rate {
  /** Hundredths kept in time, of all that fell due; null where there were too few to tell. */
  readonly rate: number | null;
}

export interface PublishedRates {
  /** `YYYY-MM`, both included: the last twelve finished months. */
  readonly from: string;
  readonly to: string;
  readonly rates: readonly PublishedRate[];
}

/** 按期办理率 of the last twelve finished months, as published: everybody may read them, so nobody's right is asked. */
export async function readPublishedRates(tx: Tx, tenants: readonly string[] | '*'): Promise<PublishedRates> {
  const months = lastMonths(tx.today, 12);
  const rates = await publishedRates(tx, tenants, months);
  return { ...months, rates: rates.map((rate) => ({ ...rate, rate: rateOf(rate) })) };
}

/** The same for the centres whose clocks somebody may read. */
export function readOwnRates(tx: Tx, actor: Actor, tenant: string | undefined): Promise<PublishedRates> {
  return readPublishedRates(tx, visible(actor, tenant));
}

function visible(actor: Actor, asked: string | undefined): readonly string[] {
  return (actor.scope.tenants === '*' ? [] : actor.scope.tenants).filter(
    (tenant) => (asked === undefined || tenant === asked) && actor.holds(mayReadClocks.roles, { tenant }),
  );
}

async function withNumbers(tx: Tx, rows: readonly OpenClock[]): Promise<readonly ClockRow[]> {
  const told = new Map<string, { readonly number: string; readonly handlerName: string | null }>();
  for (const tenant of new Set(rows.map((row) => row.tenant))) {
    const own = rows.filter((row) => row.tenant === tenant);
    const idsOf = (...subjects: readonly string[]): readonly string[] =>
      own.filter(({ subject }) => subjects.includes(subject)).map(({ subjectId }) => subjectId);
    const numbers = await numbersOf(tx, tenant, {
      applications: idsOf('application', 'commitment'),
      requests: idsOf('cooperation'),
    });
    const complaints = await complaintNumbers(tx, tenant, idsOf('complaint'));
    for (const [id, number] of [...numbers, ...complaints]) told.set(id, { number, handlerName: null });
    // Who reviews is not told here: the number is enough.
    for (const [id, { number }] of await keepersOfQuality(
      tx,
      tenant,
      idsOf('assessmentReview', 'assessmentItem', 'supervision'),
    ))
      told.set(id, { number, handlerName: null });
    for (const [id, { number, handlerName }] of await keepersOfCases(tx, tenant, idsOf('case')))
      told.set(id, { number, handlerName });
  }
  return rows.map((row) => ({ ...row, ...(told.get(row.subjectId) ?? { number: null, handlerName: null }) }));
}
