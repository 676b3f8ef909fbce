import type { Limits } from './limits.ts';

/**
 * The one problem under p-median and maximal covering: open candidates within the limits so that Σ weight × cost is least,
 * each client being served by the cheapest open candidate, or at its ceiling where none is cheaper.
 *
 * The ceiling is what makes one problem of many: it is the cost at the nearest station that stands already, the cost set for
 * whom nothing reaches, or, in maximal covering, 1 against 0 within the radius (Church & ReVelle 1974 show that covering is a
 * p-median of such costs). Costs are any one unit: deciseconds, metres, the lengths of a test file.
 */
export interface MedianProblem {
  readonly clients: number;
  readonly candidates: number;
  /** Above zero: people, or any count. */
  readonly weights: Float64Array;
  /** Cost of client i at candidate j at `[j * clients + i]`: by candidate, as the swap search reads it. At most the ceiling. */
  readonly costs: Float64Array;
  /** By client, finite. */
  readonly ceiling: Float64Array;
  readonly limits: Limits;
  /** Every value Σ weight × cost is a multiple of this: 1 where all data are whole numbers, 0 where nothing is known. */
  readonly step: number;
}

/** For each client, the candidates cheaper than its ceiling, cheapest first. */
export interface Neighbours {
  /** Client i's stretch is `[start[i], start[i + 1])`. */
  readonly start: Int32Array;
  readonly candidate: Int32Array;
  readonly cost: Float64Array;
}

/** Sort every client's useful candidates by cost; ties by number, so that a run can be repeated. */
export function neighboursOf({ clients, candidates, costs, ceiling }: MedianProblem): Neighbours {
  const start = new Int32Array(clients + 1);
  for (let j = 0, at = 0; j < candidates; j += 1)
    for (let i = 0; i < clients; i += 1, at += 1) {
      if ((costs[at] as number) < (ceiling[i] as number)) start[i + 1] = (start[i + 1] as number) + 1;
    }
  for (let i = 0; i < clients; i += 1) start[i + 1] = (start[i + 1] as number) + (start[i] as number);
  const candidate = new Int32Array(start[clients] as number);
  const cost = new Float64Array(start[clients] as number);
  const row = new Float64Array(candidates);
  const order = new Uint32Array(candidates);
  for (let i = 0; i < clients; i += 1) {
    let length = 0;
    for (let j = 0; j < candidates; j += 1) {
      const c = costs[j * clients + i] as number;
      row[j] = c;
      if (c < (ceiling[i] as number)) order[length++] = j;
    }
    sortByCost(order, row, length);
    for (let k = 0, at = start[i] as number; k < length; k += 1, at += 1) {
      const j = order[k] as number;
      candidate[at] = j;
      cost[at] = row[j] as number;
    }
  }
  return { start, candidate, cost };
}

/** Whole costs are packed with their number into one key, because the engine sorts plain numbers far quicker. */
function sortByCost(order: Uint32Array, row: Float64Array, length: number): void {
  const span = row.length;
  const keys = new Float64Array(length);
  let whole = true;
  for (let k = 0; k < length; k += 1) {
    const j = order[k] as number;
    const c = row[j] as number;
    whole &&= Number.isInteger(c) && c >= 0 && c < 2 ** 52 / span;
    keys[k] = c * span + j;
  }
  if (whole) {
    keys.sort();
    for (let k = 0; k < length; k += 1) order[k] = (keys[k] as number) % span;
    return;
  }
  order.subarray(0, length).sort((a, b) => (row[a] as number) - (row[b] as number) || a - b);
}

/** Σ weight × cost of a set of open candidates. */
export function costOf(problem: MedianProblem, open: Iterable<number>): number {
  const { clients, weights, costs } = problem;
  const least = problem.ceiling.slice();
  for (const j of open) {
    const at = j * clients;
    for (let i = 0; i < clients; i += 1) {
      if ((costs[at + i] as number) < (least[i] as number)) least[i] = costs[at + i] as number;
    }
  }
  let sum = 0;
  for (let i = 0; i < clients; i += 1) sum += (weights[i] as number) * (least[i] as number);
  return sum;
}

/** The same problem over some of its candidates, in the order given. */
export function restrictedTo(problem: MedianProblem, kept: readonly number[]): MedianProblem {
  const { clients, costs, limits } = problem;
  const fewer = new Float64Array(kept.length * clients);
  kept.forEach((j, k) => {
    fewer.set(costs.subarray(j * clients, (j + 1) * clients), k * clients);
  });
  const { counties, budget } = limits;
  return {
    ...problem,
    candidates: kept.length,
    costs: fewer,
    limits: {
      count: limits.count,
      ...(counties && {
        counties: { of: Int32Array.from(kept, (j) => counties.of[j] as number), most: counties.most },
      }),
      ...(budget && {
        budget: { price: Float64Array.from(kept, (j) => budget.price[j] as number), most: budget.most },
      }),
    },
  };
}

/** Everybody served by the candidate that suits them best: no set can do better. */
export function cheapestOf({ clients, candidates, weights, costs, ceiling }: MedianProblem): number {
  const least = ceiling.slice();
  for (let j = 0, at = 0; j < candidates; j += 1)
    for (let i = 0; i < clients; i += 1, at += 1)
      if ((costs[at] as number) < (least[i] as number)) least[i] = costs[at] as number;
  return least.reduce((sum, c, i) => sum + c * (weights[i] as number), 0);
}
