import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Count } from '../../../kernel/use-case/index.ts';

export type CaseCounter =
  | 'cases.opened'
  | 'cases.designated'
  | 'cases.closed'
  | 'cases.archived'
  | 'cases.terminated'
  | 'cases.resumed'
  | 'cases.replaced'
  | 'cases.recovered';

/** What a case is counted by. Groups are counted side by side and never summed: one person belongs to many. */
export interface Counted {
  readonly tenant: string;
  readonly id: string;
  readonly class: string;
  readonly cause: string | null;
  readonly stage: string | null;
  readonly region: string;
  readonly groups: readonly string[];
}

/** Dimensions that only some counters have: who handles, how it ended. */
export interface CountedMore {
  readonly handlerKind?: string;
  readonly outcome?: string;
  readonly ground?: string;
  /** The organ whose notice began a criminal case. */
  readonly notifiedBy?: string;
}

/** The county of a region's code: the first six digits. */
export function countyCode(region: string): string {
  return region.slice(0, 6);
}

/**
 * The steps of one counter for one case, one for each dimension.
 * @param by 1 for cases; fen for `cases.recovered`
 */
export function countsOf(
  name: CaseCounter,
  of: Counted,
  on: LocalDate,
  more: CountedMore = {},
  by = 1,
): readonly Count[] {
  const values: [dimension: string, value: string][] = [
    ['all', ''],
    ['class', of.class],
    ['cause', of.cause ?? of.class],
    ['region', countyCode(of.region)],
    ...[...new Set(of.groups)].map((group): [string, string] => ['group', group]),
  ];
  if (of.stage !== null) values.push(['stage', of.stage]);
  if (more.handlerKind !== undefined) values.push(['handlerKind', more.handlerKind]);
  if (more.outcome !== undefined) values.push(['outcome', more.outcome]);
  if (more.ground !== undefined) values.push(['ground', more.ground]);
  if (more.notifiedBy !== undefined) values.push(['notifiedBy', more.notifiedBy]);
  const month = on.slice(0, 7);
  return values.map(([dimension, value]) => ({
    tenant: of.tenant,
    name,
    month,
    dimension,
    value,
    by,
    recordId: of.id,
  }));
}

/** The steps of `duty.helps` for one help; services are counted side by side and never summed. */
export function dutyCountsOf(
  help: {
    readonly tenant: string;
    readonly id: string;
    readonly stage: string;
    readonly mode: string;
    readonly outcome: string;
    readonly services: readonly string[];
  },
  on: LocalDate,
): readonly Count[] {
  const values: (readonly [dimension: string, value: string])[] = [
    ['all', ''],
    ['stage', help.stage],
    ['mode', help.mode],
    ['outcome', help.outcome],
    ...[...new Set(help.services)].map((service) => ['service', service] as const),
  ];
  return values.map(([dimension, value]) => ({
    tenant: help.tenant,
    name: 'duty.helps',
    month: on.slice(0, 7),
    dimension,
    value,
    by: 1,
    recordId: help.id,
  }));
}
