import { isWithin, type Limits, mayAdd, maySwap, type Used, use, usedBy } from './limits.ts';
import type { MedianProblem } from './median-problem.ts';

/** Numbers in [0, 1), handed in so that a run can be repeated. */
export type Random = () => number;

/** A set of open candidates with, for each client, its cheapest and second cheapest. */
export interface Solution {
  readonly open: number[];
  /** Slot in `open` of the cheapest, −1 where the ceiling is cheaper. */
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly firstCost: Float64Array;
  readonly secondCost: Float64Array;
  readonly used: Used;
  value: number;
}

/**
 * Serve every client from `open`.
 * @throws Error when the set breaks the limits: no search may start from it
 */
export function serve(problem: MedianProblem, open: readonly number[]): Solution {
  const { clients } = problem;
  const used = usedBy(problem.limits, open);
  if (!isWithin(problem.limits, used)) throw new Error('a set of sites beyond the limits');
  const solution: Solution = {
    open: [...open],
    first: new Int32Array(clients),
    second: new Int32Array(clients),
    firstCost: new Float64Array(clients),
    secondCost: new Float64Array(clients),
    used,
    value: 0,
  };
  for (let i = 0; i < clients; i += 1) serveClient(problem, solution, i);
  solution.value = sumOf(problem, solution);
  return solution;
}

function serveClient({ clients, costs, ceiling }: MedianProblem, s: Solution, i: number): void {
  const top = ceiling[i] as number;
  let [first, second, firstCost, secondCost] = [-1, -1, top, top];
  for (let slot = 0; slot < s.open.length; slot += 1) {
    const c = costs[(s.open[slot] as number) * clients + i] as number;
    if (c < firstCost) {
      second = first;
      secondCost = firstCost;
      first = slot;
      firstCost = c;
    } else if (c < secondCost) {
      second = slot;
      secondCost = c;
    }
  }
  s.first[i] = first;
  s.second[i] = second;
  s.firstCost[i] = firstCost;
  s.secondCost[i] = secondCost;
}

function sumOf({ clients, weights }: MedianProblem, { firstCost }: Solution): number {
  let sum = 0;
  for (let i = 0; i < clients; i += 1) sum += (weights[i] as number) * (firstCost[i] as number);
  return sum;
}

/** Put candidate j into a slot (a new one at the end, or in the place of what stands there) and serve anew whom it touches. */
export function put(problem: MedianProblem, s: Solution, slot: number, j: number): void {
  const { clients, costs, limits } = problem;
  const old = s.open[slot];
  if (old !== undefined) use(limits, s.used, old, -1);
  use(limits, s.used, j, 1);
  s.open[slot] = j;
  const at = j * clients;
  for (let i = 0; i < clients; i += 1) {
    const c = costs[at + i] as number;
    if (s.first[i] === slot || s.second[i] === slot) {
      if (s.first[i] === slot && c <= (s.firstCost[i] as number)) s.firstCost[i] = c;
      else serveClient(problem, s, i);
    } else if (c < (s.firstCost[i] as number)) {
      s.second[i] = s.first[i] as number;
      s.secondCost[i] = s.firstCost[i] as number;
      s.first[i] = slot;
      s.firstCost[i] = c;
    } else if (c < (s.secondCost[i] as number)) {
      s.second[i] = slot;
      s.secondCost[i] = c;
    }
  }
  s.value = sumOf(problem, s);
}

/**
 * Swap one open candidate for a closed one as long as that helps: the interchange of Teitz & Bart (1968), each candidate priced
 * against all p removals in one pass over the clients (Whitaker 1983; Resende & Werneck 2003) and taken at once when it helps
 * (FasterPAM; Schubert & Rousseeuw 2021). One round over all candidates takes O(candidates × (clients + p)).
 *
 * @param s changed in place; ends where no single swap or addition helps
 * @param keeps slots below this number are never emptied
 * @param random where the round begins
 */
export function improve(problem: MedianProblem, s: Solution, random: Random, keeps = 0): void {
  const { candidates } = problem;
  const isOpen = new Uint8Array(candidates);
  for (const j of s.open) isOpen[j] = 1;
  const loss = new Float64Array(problem.limits.count);
  const change = new Float64Array(problem.limits.count);
  losses(problem, s, loss);
  let j = Math.floor(random() * candidates);
  for (let idle = 0; idle < candidates; idle += 1, j = j + 1 === candidates ? 0 : j + 1) {
    if (isOpen[j] === 1) continue;
    const move = bestMove(problem, s, j, loss, change, keeps);
    if (move === undefined) continue;
    const old = s.open[move];
    const before = s.value;
    put(problem, s, move, j);
    if (old !== undefined) isOpen[old] = 0;
    isOpen[j] = 1;
    losses(problem, s, loss);
    // A saving within the rounding of the sums is none: without this two equal sets could be swapped for ever.
    if (s.value < before) idle = -1;
  }
}

/** What the clients of each slot would lose by its closing. */
function losses({ clients, weights }: MedianProblem, s: Solution, loss: Float64Array): void {
  loss.fill(0);
  for (let i = 0; i < clients; i += 1) {
    const slot = s.first[i] as number;
    if (slot >= 0)
      loss[slot] =
        (loss[slot] as number) + (weights[i] as number) * ((s.secondCost[i] as number) - (s.firstCost[i] as number));
  }
}

/** The slot that candidate j should take, if that lowers the value; the number of slots for a new one. */
function bestMove(
  { clients, weights, costs, limits }: MedianProblem,
  s: Solution,
  j: number,
  loss: Float64Array,
  change: Float64Array,
  keeps: number,
): number | undefined {
  const { first, firstCost, secondCost, open } = s;
  const slots = open.length;
  for (let slot = 0; slot < slots; slot += 1) change[slot] = loss[slot] as number;
  let gain = 0;
  for (let i = 0, at = j * clients; i < clients; i += 1, at += 1) {
    const c = costs[at] as number;
    const second = secondCost[i] as number;
    if (c >= second) continue;
    const slot = first[i] as number;
    const w = weights[i] as number;
    const cost = firstCost[i] as number;
    if (c < cost) {
      gain += w * (cost - c);
      if (slot >= 0) change[slot] = (change[slot] as number) - w * (second - cost);
    } else if (slot >= 0) change[slot] = (change[slot] as number) - w * (second - c);
  }
  const least = tolerance(s.value);
  if (mayAdd(limits, s.used, j)) return gain > least ? slots : undefined;
  return bestSlot(limits, s, j, change, keeps, gain - least);
}

function bestSlot(
  limits: Limits,
  s: Solution,
  j: number,
  change: Float64Array,
  keeps: number,
  below: number,
): number | undefined {
  const isPlain = !limits.budget && !limits.counties;
  let best: number | undefined;
  let least = below;
  for (let slot = keeps; slot < s.open.length; slot += 1) {
    if ((change[slot] as number) >= least) continue;
    if (!isPlain && !maySwap(limits, s.used, j, s.open[slot] as number)) continue;
    least = change[slot] as number;
    best = slot;
  }
  return best;
}

/** Differences below this are rounding. */
export function tolerance(value: number): number {
  return 1e-9 * (1 + Math.abs(value));
}

/** Fill a set up to the limits, each time with the candidate that helps most among a handful drawn by lot. */
export function fillUp(problem: MedianProblem, open: readonly number[], random: Random, fate?: Int8Array): number[] {
  const { clients, candidates, weights, costs, limits } = problem;
  const chosen = [...open];
  const used = usedBy(limits, chosen);
  const least = problem.ceiling.slice();
  const lower = (j: number): void => {
    for (let i = 0, at = j * clients; i < clients; i += 1, at += 1)
      if ((costs[at] as number) < (least[i] as number)) least[i] = costs[at] as number;
  };
  for (const j of chosen) lower(j);
  const taken = new Uint8Array(candidates);
  for (const j of chosen) taken[j] = 1;
  for (;;) {
    const able: number[] = [];
    for (let j = 0; j < candidates; j += 1)
      if (taken[j] === 0 && fate?.[j] !== -1 && mayAdd(limits, used, j)) able.push(j);
    if (able.length === 0) return chosen;
    let best = -1;
    let most = -1;
    const tries = Math.min(able.length, 1 + Math.ceil(Math.log2(able.length)));
    for (let n = 0; n < tries; n += 1) {
      const j = able[Math.floor(random() * able.length)] as number;
      let gain = 0;
      for (let i = 0, at = j * clients; i < clients; i += 1, at += 1) {
        const saved = (least[i] as number) - (costs[at] as number);
        if (saved > 0) gain += (weights[i] as number) * saved;
      }
      if (gain > most) {
        most = gain;
        best = j;
      }
    }
    // Money is not spent on a site that helps nobody; a plain count is filled, as the question asks.
    if (limits.budget && most <= 0) return chosen;
    chosen.push(best);
    taken[best] = 1;
    use(limits, used, best, 1);
    lower(best);
  }
}
