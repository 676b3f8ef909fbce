import type { AreaCoverage, CircleStation, StationCosts } from '../../api/circle.ts';

/** What a change of the network costs, and what it brings. Money in fen; below zero it saves. */
export interface PlanCost {
  /** Points that are new, that close, and that move. */
  readonly opened: number;
  readonly closed: number;
  readonly moved: number;
  /** Once: for every place that is set up, a moved one's new place too. */
  readonly setUp: number;
  /** Every year. */
  readonly yearly: number;
  /** A year, the setting up spread over its years. */
  readonly aYear: number;
  /** People more within the last band. */
  readonly people: number;
  /** For each of these people a year; null where there are none, or where it saves. */
  readonly aPersonAYear: number | null;
}

/** The two sides of a plan: people and money. */
export function costOf(
  costs: StationCosts,
  stations: readonly Pick<CircleStation, 'change'>[],
  today: Pick<AreaCoverage, 'bands'>,
  then: Pick<AreaCoverage, 'bands'>,
): PlanCost {
  const many = (change: CircleStation['change']): number => stations.filter((one) => one.change === change).length;
  const [opened, closed, moved] = [many('new'), many('closed'), many('moved')];
  const setUp = (opened + moved) * costs.setUp;
  const yearly = (opened - closed) * costs.yearly;
  const aYear = yearly + Math.round(setUp / costs.years);
  const people = (then.bands.at(-1)?.people ?? 0) - (today.bands.at(-1)?.people ?? 0);
  return {
    opened,
    closed,
    moved,
    setUp,
    yearly,
    aYear,
    people,
    aPersonAYear: people > 0 && aYear >= 0 ? Math.round(aYear / people) : null,
  };
}

/** What was typed, as it stands in an address: `setUp,yearly,years`, fen and years. An amount nobody has typed is empty. */
export interface TypedCosts {
  readonly setUp: number | undefined;
  readonly yearly: number | undefined;
  readonly years: number;
}

const usualYears = 10;

export function costsFromAddress(text: string | undefined): TypedCosts {
  const [setUp, yearly, years] = (text ?? '').split(',').map((part) => whole(part));
  return { setUp, yearly, years: years === undefined || years < 1 || years > 50 ? usualYears : years };
}

export function costsToAddress({ setUp, yearly, years }: TypedCosts): string {
  const text = (n: number | undefined): string => (n === undefined || Number.isNaN(n) ? '' : String(n));
  return setUp === undefined && yearly === undefined && years === usualYears
    ? ''
    : `${text(setUp)},${text(yearly)},${years}`;
}

/** Undefined until both amounts are there. */
export function known({ setUp, yearly, years }: TypedCosts): StationCosts | undefined {
  return setUp === undefined || yearly === undefined || Number.isNaN(setUp + yearly)
    ? undefined
    : { setUp, yearly, years };
}

function whole(part: string): number | undefined {
  return /^\d{1,14}$/.test(part) ? Number(part) : undefined;
}
