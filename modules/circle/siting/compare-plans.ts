import type { SitingProblem } from './problem.ts';

/** What one set of sites does for people. */
export interface Effect {
  /** Share of the weight within each band, in the order of the bands. */
  readonly within: readonly number[];
  /** Mean travel of those reached, unit of the table; undefined where nobody is. */
  readonly meanTravel: number | undefined;
  /** Weight that no site of the set reaches at all. */
  readonly outOfReach: number;
  /** Share within each band, by group. */
  readonly groups: Readonly<Record<string, readonly number[]>>;
}

/** A plan beside today, in people and in money. */
export interface Comparison {
  readonly today: Effect;
  readonly plan: Effect;
  /** Weight of the places that travel less under the plan, and of those that travel more (when a site is given up). */
  readonly better: number;
  readonly worse: number;
  /** Newly within each band. */
  readonly gained: readonly number[];
  /** Price of the sites that do not stand today, fen; undefined without prices. */
  readonly price: number | undefined;
  /** Fen for each person newly within each band; undefined where there is none, or no price. */
  readonly pricePerPerson: readonly (number | undefined)[];
}

/**
 * Compare a plan with what stands today.
 * @param question whose travel table, weights, groups and prices are used; its fixed sites are today's
 * @param sites the plan's, ids
 * @param bands longest travel of each band, its edge included, unit of the table
 */
export function compareWithToday(
  question: SitingProblem,
  sites: readonly string[],
  bands: readonly number[],
): Comparison {
  const { demand, candidates, fixed = [] } = question;
  const [before, after] = [nearest(question, fixed), nearest(question, sites)];
  const [today, plan] = [effect(question, before, bands), effect(question, after, bands)];
  const weightWhere = (holds: (d: number) => boolean): number => sum(demand.weights.map((w, d) => (holds(d) ? w : 0)));
  const gained = bands.map((band) => weightWhere((d) => (after[d] as number) <= band && (before[d] as number) > band));
  const price =
    candidates.prices &&
    sum(candidates.ids.map((id, j) => (sites.includes(id) && !fixed.includes(id) ? (candidates.prices?.[j] ?? 0) : 0)));
  return {
    today,
    plan,
    better: weightWhere((d) => (after[d] as number) < (before[d] as number)),
    worse: weightWhere((d) => (after[d] as number) > (before[d] as number)),
    gained,
    price,
    pricePerPerson: gained.map((people) =>
      price === undefined || people === 0 ? undefined : Math.round(price / people),
    ),
  };
}

function nearest({ candidates, demand, travel }: SitingProblem, sites: readonly string[]): Float64Array {
  const places = demand.ids.length;
  const least = new Float64Array(places).fill(Number.POSITIVE_INFINITY);
  const open = new Set(sites);
  candidates.ids.forEach((id, j) => {
    if (!open.has(id)) return;
    for (let d = 0; d < places; d += 1) least[d] = Math.min(least[d] as number, travel[j * places + d] as number);
  });
  return least;
}

function effect({ demand }: SitingProblem, travel: Float64Array, bands: readonly number[]): Effect {
  const shares = (weights: readonly number[]): readonly number[] => {
    const all = sum(weights);
    return bands.map((band) =>
      all === 0 ? 0 : sum(weights.map((w, d) => ((travel[d] as number) <= band ? w : 0))) / all,
    );
  };
  const isReached = (d: number): boolean => (travel[d] as number) < Number.POSITIVE_INFINITY;
  const reached = sum(demand.weights.map((w, d) => (isReached(d) ? w : 0)));
  const way = sum(demand.weights.map((w, d) => (isReached(d) ? w * (travel[d] as number) : 0)));
  return {
    within: shares(demand.weights),
    meanTravel: reached === 0 ? undefined : way / reached,
    outOfReach: sum(demand.weights) - reached,
    groups: Object.fromEntries(Object.entries(demand.groups ?? {}).map(([name, counts]) => [name, shares(counts)])),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
