import type { Fate, Limits } from './limits.ts';
import type { MedianProblem, Neighbours } from './median-problem.ts';

export interface RadiusModel {
  /** CPLEX LP text: minimise what the open candidates cost above `constant`. Candidate j is `y<j>`. */
  readonly lp: string;
  readonly constant: number;
  readonly rows: number;
  readonly nonZeros: number;
}

/** A client, or several alike, served beyond one of its costs unless one of `members` is open. */
export interface CoverRow {
  /** What being served beyond costs more, under each of the weights asked for. */
  readonly steps: Float64Array;
  readonly members: readonly number[];
}

/**
 * The rows of the radius formulation (Cornuéjols, Nemhauser & Wolsey 1980): zᵢₖ is 1 when client i is served beyond its k-th
 * cost, which pays the step to the next; zᵢₖ + Σ {yⱼ : cᵢⱼ ≤ k-th cost} ≥ 1. Rows of the same members are one.
 * Decided candidates are folded in: the open ones lower the ceilings, the closed ones are left out.
 *
 * @param weights one or more sets of weights, by client
 * @returns the rows and, for each set of weights, the cost that no choice can save; stops early beyond `most` non-zeros
 */
export function coverRows(
  problem: MedianProblem,
  near: Neighbours,
  fate: Fate,
  weights: readonly Float64Array[],
  most = Number.POSITIVE_INFINITY,
): { readonly rows: readonly CoverRow[]; readonly constants: Float64Array; readonly nonZeros: number } {
  const { clients } = problem;
  const { start, candidate, cost } = near;
  const ceiling = loweredCeiling(problem, fate);
  const rows = new Map<string, CoverRow>();
  const constants = new Float64Array(weights.length);
  let nonZeros = 0;
  const pay = (to: Float64Array, i: number, step: number): void =>
    weights.forEach((w, k) => {
      to[k] = (to[k] as number) + (w[i] as number) * step;
    });
  for (let i = 0; i < clients && nonZeros <= most; i += 1) {
    const end = start[i + 1] as number;
    const top = ceiling[i] as number;
    const within: number[] = [];
    let at = start[i] as number;
    for (let level = 0; level < top; ) {
      // Everything at this level joins; then the next level of a candidate still in question, or the ceiling.
      for (; at < end && ((cost[at] as number) <= level || fate[candidate[at] as number] !== 0); at += 1)
        if (fate[candidate[at] as number] === 0) within.push(candidate[at] as number);
      const next = at < end ? Math.min(cost[at] as number, top) : top;
      if (within.length === 0) pay(constants, i, next - level);
      else {
        const members = within.slice().sort((a, b) => a - b);
        const key = members.join(' ');
        let row = rows.get(key);
        if (row === undefined) {
          row = { steps: new Float64Array(weights.length), members };
          rows.set(key, row);
          nonZeros += members.length + 1;
        }
        pay(row.steps, i, next - level);
      }
      level = next;
    }
  }
  return { rows: [...rows.values()], constants, nonZeros };
}

/** What is left of the limits beside the candidates already open, as rows over those in question. */
export function limitRows({ count, counties, budget }: Limits, fate: Fate): readonly string[] {
  const [open, free]: [number[], number[]] = [[], []];
  fate.forEach((f, j) => {
    if (f >= 0) (f === 1 ? open : free).push(j);
  });
  const sum = (of: readonly number[]): string => ['0 y0x', ...of.map((j) => `y${j}`)].join(' + ');
  const lines = [` count: ${sum(free)} <= ${count - open.length}`];
  counties?.most.forEach((atMost, c) => {
    const left = atMost - open.filter((j) => counties.of[j] === c).length;
    const here = free.filter((j) => counties.of[j] === c);
    if (here.length > left) lines.push(` county${c}: ${sum(here)} <= ${left}`);
  });
  if (budget) {
    const left = budget.most - open.reduce((money, j) => money + (budget.price[j] as number), 0);
    lines.push(` budget: 0 y0x ${free.map((j) => ` + ${budget.price[j]} y${j}`).join('')} <= ${left}`);
  }
  return lines;
}

/** The whole model. @returns undefined when it would have more than `most` non-zeros */
export function radiusModel(
  problem: MedianProblem,
  near: Neighbours,
  fate: Fate,
  most: number,
): RadiusModel | undefined {
  const { rows, constants, nonZeros } = coverRows(problem, near, fate, [problem.weights], most);
  if (nonZeros > most) return undefined;
  const lines = ['Minimize', ' cost: 0 y0x', ...rows.map(({ steps }, r) => ` + ${steps[0]} z${r}`), 'Subject To'];
  for (const [r, { members }] of rows.entries()) lines.push(` z${r} + ${members.map((j) => `y${j}`).join(' + ')} >= 1`);
  lines.push(...limitRows(problem.limits, fate), 'Bounds', ' 0 <= y0x <= 0', 'Binary');
  fate.forEach((f, j) => {
    if (f === 0) lines.push(` y${j}`);
  });
  lines.push('End');
  return { lp: lines.join('\n'), constant: constants[0] as number, rows: rows.length, nonZeros };
}

function loweredCeiling({ clients, costs, ceiling }: MedianProblem, fate: Fate): Float64Array {
  const lowered = ceiling.slice();
  fate.forEach((f, j) => {
    if (f !== 1) return;
    for (let i = 0, at = j * clients; i < clients; i += 1, at += 1)
      lowered[i] = Math.min(lowered[i] as number, costs[at] as number);
  });
  return lowered;
}
