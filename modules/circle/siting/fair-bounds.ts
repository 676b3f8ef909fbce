import type { Milp } from './highs.ts';
import { costOf, type MedianProblem } from './median-problem.ts';
import { solveMedian } from './solve-median.ts';
import { type Random, tolerance } from './swap-search.ts';

/** A group's own weights and what it costs whatever is chosen. */
export interface Group {
  readonly name: string;
  /** By client of the median problem. */
  readonly weights: Float64Array;
  readonly constant: number;
  /** All its members that some candidate can reach. */
  readonly members: number;
}

export interface BoundEffort {
  readonly milp: Milp;
  readonly random: Random;
  readonly secondsLeft: () => number;
  readonly isOver: () => boolean;
}

interface Bounded {
  /** No set is below this. */
  readonly bound: number;
  /** Sets met on the way: some of them are good plans. */
  readonly sets: readonly (readonly number[])[];
}

export function meanOf(problem: MedianProblem, { weights, constant, members }: Group, open: readonly number[]): number {
  return (constant + costOf({ ...problem, weights }, open)) / members;
}

/**
 * A lower bound on the mean of the worst-served group. The worst of the means is at least any average of them, so for every weighing λ
 * of the groups a plain median problem bounds it from below; the weighing is moved towards the groups that fare worst in its answer
 * (multiplicative weights; Freund & Schapire 1999: the two sides of a zero-sum game close in on each other).
 * @param target a bound this high ends the search: a plan that good is known
 */
export function worstMeanBound(
  problem: MedianProblem,
  groups: readonly Group[],
  target: (sets: readonly (readonly number[])[]) => number,
  effort: BoundEffort,
): Bounded {
  let bound = Number.NEGATIVE_INFINITY;
  let lean = groups.map(() => 1 / groups.length);
  const sets: (readonly number[])[] = [];
  for (let round = 0; round < 16 && !effort.isOver(); round += 1) {
    const share = (k: number): number => (lean[k] as number) / (groups[k] as Group).members;
    const weights = problem.weights.map((_, i) =>
      groups.reduce((sum, group, k) => sum + share(k) * (group.weights[i] as number), 0),
    );
    const found = solved(problem, weights, effort);
    sets.push(found.open);
    bound = Math.max(bound, found.bound + groups.reduce((sum, { constant }, k) => sum + share(k) * constant, 0));
    if (target(sets) - bound <= 1e-9 * Math.abs(bound)) break;
    const means = groups.map((group) => meanOf(problem, group, found.open));
    const middle = means.reduce((sum, mean, k) => sum + mean * (lean[k] as number), 0);
    const spread = Math.max(...means.map((mean) => Math.abs(mean - middle)));
    if (spread === 0) break;
    const moved = lean.map(
      (part, k) => part * Math.exp((2 * ((means[k] as number) - middle)) / spread / (1 + round / 3)),
    );
    const total = moved.reduce((sum, part) => sum + part, 0);
    lean = moved.map((part) => part / total);
  }
  return { bound, sets };
}

/**
 * A lower bound on the cost of every set that serves each group at least as well as `most`: the rule for each group is priced
 * (Lagrange; subgradient with Polyak's step).
 * @param cost of the best such set that is known
 */
export function fairCostBound(
  problem: MedianProblem,
  groups: readonly Group[],
  most: number,
  cost: number,
  effort: BoundEffort,
): Bounded {
  let bound = Number.NEGATIVE_INFINITY;
  let prices = groups.map(() => 0);
  let length = 1;
  const sets: (readonly number[])[] = [];
  for (let round = 0; round < 16 && !effort.isOver(); round += 1) {
    const weights = problem.weights.map((w, i) =>
      groups.reduce((sum, group, k) => sum + ((prices[k] as number) / group.members) * (group.weights[i] as number), w),
    );
    const found = solved(problem, weights, effort);
    sets.push(found.open);
    const value =
      found.bound +
      groups.reduce((sum, { constant, members }, k) => sum + (prices[k] as number) * (constant / members - most), 0);
    if (value > bound) bound = value;
    else length /= 2;
    if (cost - bound <= (problem.step > 0 ? 0.999 * problem.step : 1e-9 * Math.abs(cost))) break;
    const over = groups.map((group) => meanOf(problem, group, found.open) - most);
    const norm = over.reduce((sum, n, k) => sum + (n > 0 || (prices[k] as number) > 0 ? n * n : 0), 0);
    if (norm === 0) break;
    const step = (length * (cost - value)) / norm;
    prices = prices.map((price, k) => Math.max(0, price + step * (over[k] as number)));
  }
  return { bound, sets };
}

function solved(problem: MedianProblem, weights: Float64Array, effort: BoundEffort) {
  const counted = weighed(problem, weights);
  const { plans, bound } = solveMedian(counted, { ...effort, alternatives: 1 });
  // Sets closer than the search's own tolerance are alike to it.
  return { open: plans[0]?.open ?? [], bound: bound - 2 * tolerance(bound) };
}

/** The problem under other weights; clients that weigh nothing are left out. */
function weighed(problem: MedianProblem, weights: Float64Array): MedianProblem {
  const { candidates, clients, costs, ceiling } = problem;
  const kept = Array.from({ length: clients }, (_, i) => i).filter((i) => (weights[i] as number) > 0);
  const fewer = new Float64Array(kept.length * candidates);
  for (let j = 0, at = 0; j < candidates; j += 1) for (const i of kept) fewer[at++] = costs[j * clients + i] as number;
  return {
    ...problem,
    clients: kept.length,
    costs: fewer,
    weights: Float64Array.from(kept, (i) => weights[i] as number),
    ceiling: Float64Array.from(kept, (i) => ceiling[i] as number),
    step: 0,
  };
}
