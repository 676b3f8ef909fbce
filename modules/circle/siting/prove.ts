import type { Milp } from './highs.ts';
import { climb, type Prices } from './lagrange.ts';
import { type Fate, isWithin, mayAdd, use, usedBy } from './limits.ts';
import {
  cheapestOf,
  costOf,
  type MedianProblem,
  type Neighbours,
  neighboursOf,
  restrictedTo,
} from './median-problem.ts';
import type { Pool } from './pool.ts';
import { radiusModel } from './radius-model.ts';
import { fillUp, improve, type Random, serve, tolerance } from './swap-search.ts';

/** What the search may use up, and how it tells where it stands. */
export interface Effort {
  /** True when it must stop with what it has. */
  readonly isOver: () => boolean;
  /** Told after each part of the search: a lower bound on everything. */
  readonly tell?: (bound: number) => void;
  readonly random: Random;
  /** HiGHS, where it is loaded: it finishes small remainders quicker than branching does. */
  readonly milp?: Milp;
  /** Seconds left. */
  readonly secondsLeft: () => number;
}

/**
 * Beyond these sizes branching on the dual is quicker than HiGHS: measured on graphs of 200 to 900 nodes for many rows (one
 * for each client and cost), and on covering, whose rows are few and long.
 */
const handedOver = [
  { rows: Number.POSITIVE_INFINITY, nonZeros: 20_000 },
  { rows: 2_000, nonZeros: 400_000 },
];

export interface Proof {
  /** No set outside the pool is below this. */
  readonly bound: number;
  readonly isComplete: boolean;
  readonly nodes: number;
}

/** One part of the search: the sets that agree with `fate`. */
interface Node {
  readonly fate: Fate;
  readonly prices: Prices;
}

/**
 * Find the best sets and prove it, by branch and bound on the Lagrangian dual: each part of the search climbs its bound,
 * drops candidates that no better set can hold and opens those that every better set must, and starts swap searches from
 * the relaxed choices it meets. What is left open after that is split on the candidate that the relaxation is least sure of.
 *
 * @param pool the best sets known; a part is given up when its bound shows that nothing in it would enter the pool
 */
export function prove(problem: MedianProblem, pool: Pool, effort: Effort): Proof {
  const all = Array.from({ length: problem.candidates }, (_, j) => j);
  const near = neighboursOf(problem);
  const fate: Fate = new Int8Array(problem.candidates);
  const floor = cheapestOf(problem);
  if (floor >= threshold(problem, pool)) return { bound: floor, isComplete: true, nodes: 0 };
  const prices = { u: startingPrices(problem, pool), value: Number.NEGATIVE_INFINITY };
  const run = { whole: problem, effort, pool, nodes: 0, root: Number.NEGATIVE_INFINITY };
  const left = search(run, { problem, near, names: all }, { fate, prices }, 0);
  return { bound: Math.min(left, pool.worst()), isComplete: left >= threshold(problem, pool), nodes: run.nodes };
}

interface Run {
  readonly whole: MedianProblem;
  readonly effort: Effort;
  readonly pool: Pool;
  nodes: number;
  /** Bound of the whole, found first. */
  root: number;
}

/** The problem over the candidates still in question; `names` are their numbers in the whole problem. */
interface Part {
  readonly problem: MedianProblem;
  readonly near: Neighbours;
  readonly names: readonly number[];
}

/** A bound at or above this leaves nothing that would enter the pool: whole-number data allow rounding up. */
export function threshold({ step }: MedianProblem, pool: Pool): number {
  const worst = pool.worst();
  if (worst === Number.POSITIVE_INFINITY) return worst;
  return step > 0 ? worst - step + Math.min(step / 2, tolerance(worst) * 10) : worst - tolerance(worst);
}

/** Half-way between the cheapest and the second cheapest of the best known set: near the dual optimum as a rule. */
function startingPrices(problem: MedianProblem, pool: Pool): Float64Array {
  const { firstCost, secondCost } = serve(problem, pool.best().open);
  return firstCost.map((c, i) => (c + (secondCost[i] as number)) / 2);
}

/** @returns a lower bound on the sets of this part that are not in the pool */
function search(run: Run, part: Part, { fate, prices }: Node, depth: number): number {
  const { effort, pool } = run;
  const { problem, near } = part;
  run.nodes += 1;
  if (!settle(problem, fate)) return Number.POSITIVE_INFINITY;
  const target = (): number => threshold(problem, pool);
  // The dual of covering moves in few steps and soon stalls; HiGHS, which comes next, is quick there.
  let sinceSearch = 0;
  let tried = '';
  const { share } = climb(problem, near, prices, fate, {
    target,
    aim: () => pool.all().at(-1)?.value ?? 0,
    rounds: depth > 0 ? 120 : near.cost.some((c) => c > 0) ? 1500 : 300,
    step: depth === 0 ? 1 : 0.3,
    patience: depth === 0 ? 25 : 10,
    look(choice, value, isBest) {
      if (isBest || value > prices.value - 1e-3 * Math.abs(value)) fix(fate, choice, value, target());
      sinceSearch += 1;
      if (isBest && sinceSearch >= (depth === 0 ? 20 : 60)) {
        sinceSearch = 0;
        const open = chosenOf(choice.chosen);
        const key = open.join();
        if (key !== tried) offerFrom(run, part, open, fate);
        tried = key;
      }
      return effort.isOver();
    },
  });
  if (depth === 0) run.root = prices.value;
  effort.tell?.(run.root);
  if (prices.value >= target()) return Number.POSITIVE_INFINITY;
  if (!settle(problem, fate)) return Number.POSITIVE_INFINITY;
  const split = leastSure(fate, share);
  if (split === undefined) {
    offer(run, part, chosenOf(fate));
    return Number.POSITIVE_INFINITY;
  }
  if (effort.isOver()) return prices.value;

  const smaller = compressed(part, fate, prices);
  if (depth === 0) {
    const proven = byModel(run, smaller.part, smaller.fate);
    if (proven !== undefined) return Math.max(prices.value, proven);
  }
  const at = smaller.index.indexOf(split);
  const firstFate = (share[split] as number) >= 0.5 ? 1 : -1;
  let bound = Number.POSITIVE_INFINITY;
  for (const decided of [firstFate, -firstFate]) {
    const next = smaller.fate.slice();
    next[at] = decided;
    const below = search(run, smaller.part, { fate: next, prices: { u: prices.u.slice(), value: 0 } }, depth + 1);
    bound = Math.min(bound, Math.max(below, prices.value));
  }
  return bound;
}

/**
 * Hand what the fixing left over to HiGHS, where that is little.
 * @returns a lower bound on the sets outside the pool, or nothing when it did not finish
 */
function byModel(run: Run, part: Part, fate: Fate): number | undefined {
  const { effort, pool } = run;
  const { problem, near } = part;
  if (effort.milp === undefined || pool.size > 1) return undefined;
  const model = radiusModel(problem, near, fate, 400_000);
  if (model === undefined || !handedOver.some((most) => model.rows <= most.rows && model.nonZeros <= most.nonZeros))
    return undefined;
  const gap = problem.step > 0 ? problem.step * 0.999 : tolerance(model.constant);
  const answer = effort.milp(model.lp, { seconds: effort.secondsLeft() / 2, gap });
  if (answer.status === 'unfinished') return undefined;
  if (answer.status === 'infeasible') return Number.POSITIVE_INFINITY;
  const open = chosenOf(fate.map((f, j) => (f === 1 || (f === 0 && answer.valueOf(`y${j}`) > 0.5) ? 1 : 0)));
  // Valued here from the data, so that no rounding of the solver's enters an answer.
  offer(run, part, open);
  return Number.POSITIVE_INFINITY;
}

/** Decide every candidate whose turning round would lift the bound to the target. */
function fix(fate: Fate, choice: { chosen: Uint8Array; turning: Float64Array }, value: number, target: number): void {
  for (let j = 0; j < fate.length; j += 1) {
    if (fate[j] === 0 && value + (choice.turning[j] as number) >= target) fate[j] = choice.chosen[j] === 1 ? 1 : -1;
  }
}

/** Close what the limits no longer allow beside what is open. @returns false when no set agrees with the fates */
function settle({ limits }: MedianProblem, fate: Fate): boolean {
  const used = usedBy(limits, chosenOf(fate));
  if (!isWithin(limits, used)) return false;
  for (let j = 0; j < fate.length; j += 1) if (fate[j] === 0 && !mayAdd(limits, used, j)) fate[j] = -1;
  return true;
}

function chosenOf(marks: Uint8Array | Int8Array): number[] {
  const chosen: number[] = [];
  for (let j = 0; j < marks.length; j += 1) if (marks[j] === 1) chosen.push(j);
  return chosen;
}

/** Swap search from a relaxed choice, made to fit the limits first. */
function offerFrom(run: Run, part: Part, chosen: readonly number[], fate: Fate): void {
  const { effort } = run;
  const { problem } = part;
  const used = usedBy(problem.limits, []);
  const open: number[] = [];
  for (const j of [...chosen].sort((a, b) => (fate[b] as number) - (fate[a] as number)))
    if (mayAdd(problem.limits, used, j)) {
      open.push(j);
      use(problem.limits, used, j, 1);
    }
  const s = serve(problem, fillUp(problem, open, effort.random, fate));
  improve(problem, s, effort.random);
  offer(run, part, s.open);
}

/** Offer a set of this part's candidates, filled up from the whole problem's where the part has too few left. */
function offer({ whole, pool, effort }: Run, { names }: Part, open: readonly number[]): void {
  const filled = fillUp(
    whole,
    open.map((j) => names[j] as number),
    effort.random,
  );
  pool.offer(filled, costOf(whole, filled));
}

function leastSure(fate: Fate, share: Float64Array): number | undefined {
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let j = 0; j < fate.length; j += 1) {
    if (fate[j] !== 0) continue;
    const distance = Math.abs((share[j] as number) - 0.5);
    if (distance < least) {
      least = distance;
      best = j;
    }
  }
  return best;
}

/** Leave out the candidates that are closed for good, where they have become many. */
function compressed(part: Part, fate: Fate, prices: Prices): { part: Part; fate: Fate; index: readonly number[] } {
  const kept: number[] = [];
  for (let j = 0; j < fate.length; j += 1) if (fate[j] !== -1) kept.push(j);
  if (kept.length > 0.8 * fate.length) return { part, fate, index: part.names.map((_, j) => j) };
  const problem = restrictedTo(part.problem, kept);
  for (let i = 0; i < problem.clients; i += 1)
    prices.u[i] = Math.min(prices.u[i] as number, problem.ceiling[i] as number);
  return {
    part: { problem, near: neighboursOf(problem), names: kept.map((j) => part.names[j] as number) },
    fate: Int8Array.from(kept, (j) => fate[j] as number),
    index: kept,
  };
}
