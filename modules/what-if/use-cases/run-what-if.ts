import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Runner, Tx } from '../../../kernel/use-case/index.ts';
import { type AssessedRow, nameAssessed } from '../../applications/index.ts';
import { maskName } from '../../people/index.ts';
import {
  answersTouched,
  type Facts,
  type JudgedAgain,
  judgeAgain,
  type Laws,
  newCostCounter,
  newTally,
  type Outcome,
  type Route,
  standardsConfirmed,
} from '../../policy/index.ts';
import { paidByKind, repricePeriod } from '../../subsidies/index.ts';
import { likelyWork, movesMoney } from '../rules/likely-work.ts';
import type { ChangedApplication, WhatIfReport } from '../schema.ts';
import { walkPeriod } from './walk-period.ts';

/** A trial that was authorised and checked: what remains is to look. */
export interface PreparedWhatIf {
  readonly laws: Laws;
  readonly period: { readonly from: LocalDate; readonly to: LocalDate };
  readonly tenants: readonly string[];
  /** How many applications the walk will pass. */
  readonly applications: number;
}

export interface WhatIfResult {
  readonly report: WhatIfReport;
  /** Everybody who would be decided otherwise, centre by centre in order of receipt: the list behind each count. */
  readonly changed: readonly ChangedApplication[];
}

export interface RunOptions {
  readonly onProgress?: ((done: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** 推演: every stored application of the period under the changed law, counted and priced. Reads only. @throws the signal's reason */
export async function runWhatIf(
  runner: Runner,
  asked: PreparedWhatIf,
  options: RunOptions = {},
): Promise<WhatIfResult> {
  const { laws, period, tenants } = asked;
  const tally = newTally();
  const additional = newCostCounter(laws.changed);
  const saved = newCostCounter(laws.present);
  const found: Found[] = [];
  let unreadable = 0;
  const visit = (row: AssessedRow, facts: Facts | 'closed' | 'unreadable', home: string | undefined): void => {
    if (facts === 'unreadable') {
      unreadable += 1;
      return;
    }
    const outcome = row.outcome as Outcome;
    const route = row.route as Route | null;
    const judged: JudgedAgain =
      facts === 'closed' ? { kind: 'same' } : judgeAgain({ facts, outcome, route, home }, laws);
    tally.add({ tenant: row.tenant, cause: row.cause ?? row.class, groups: row.groups }, outcome, judged);
    if (facts === 'closed' || judged.kind !== 'otherwise') return;
    const { direction, after, reason } = judged;
    if (movesMoney(direction, row.state)) {
      const ofAid = direction === 'gains' ? after.route : route;
      (direction === 'gains' ? additional : saved).add(likelyWork(row, facts, ofAid));
    }
    const { tenant, id, receivedOn, state, class: matterClass, cause, groups } = row;
    found.push({
      ...{ tenant, applicationId: id, receivedOn, state, class: matterClass, cause, groups: [...groups] },
      direction,
      before: { outcome, route },
      after,
      reason: { ...reason, text: { ...reason.text } },
    });
  };
  const homes = (laws.townships ?? []).length > 0;
  await walkPeriod(runner, { ...period, tenants, visit, homes, touched: answersTouched(laws), ...options });

  const look = <T>(read: (db: Pick<Tx, 'db'>) => Promise<T>): Promise<T> =>
    runner.database.look({ tenants, agencies: [] }, (db) => read({ db }));
  const changed = await named(look, found, options.signal);
  const averages = await look((db) => paidByKind(db, { tenants, ...period }));
  const stop = async (): Promise<void> => options.signal?.throwIfAborted();
  const subsidies = tariffsDiffer(laws) ? await repricePeriod(look, { tenants, ...period }, laws.changed, stop) : null;
  const { examined, by, matrix, ...counts } = tally.result();
  return {
    report: {
      period,
      tenants: [...tenants],
      examined,
      ...counts,
      unreadable,
      standardsVerified: standardsConfirmed(laws.changed, tenants, period),
      matrix: [...matrix],
      by: { group: [...by.group], tenant: [...by.tenant], cause: [...by.cause] },
      cost: { additional: plain(additional.result(averages)), saved: plain(saved.result(averages)) },
      subsidies,
    },
    changed,
  };
}

/** Decided otherwise, by id alone. */
type Found = Omit<ChangedApplication, 'matterId' | 'number' | 'name'>;

/** Names are read for those alone who are on the list, some hundred at a time, and leave it masked. */
async function named(
  look: <T>(read: (db: Pick<Tx, 'db'>) => Promise<T>) => Promise<T>,
  found: readonly Found[],
  signal: AbortSignal | undefined,
): Promise<readonly ChangedApplication[]> {
  const list: ChangedApplication[] = [];
  for (let start = 0; start < found.length; ) {
    const tenant = found[start]?.tenant ?? '';
    const chunk = found.slice(start, start + 500).filter((one) => one.tenant === tenant);
    start += chunk.length;
    const ids = chunk.map(({ applicationId }) => applicationId);
    const names = await look((db) => nameAssessed(db, tenant, ids));
    signal?.throwIfAborted();
    for (const one of chunk) {
      const known = names.get(one.applicationId);
      // A file destroyed while we looked: it was counted, and has no name any more.
      const { matterId = one.applicationId, number = '', recipientName = '' } = known ?? {};
      list.push({ ...one, matterId, number, name: maskName(recipientName) });
    }
  }
  return list;
}

function tariffsDiffer({ present, changed }: Laws): boolean {
  const tariffs = (law: Laws['present']): string =>
    JSON.stringify(law.packs.flatMap((pack) => (pack.tariff === undefined ? [] : [pack.key, pack.tariff])));
  return tariffs(present) !== tariffs(changed);
}

const plain = (estimate: ReturnType<ReturnType<typeof newCostCounter>['result']>) => ({
  ...estimate,
  lines: [...estimate.lines],
});
