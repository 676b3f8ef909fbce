import type { Limits } from './limits.ts';
import type { MedianProblem } from './median-problem.ts';
import type { SitingProblem } from './problem.ts';

/** A p-median or maximal-covering question in the form that the search works on. */
export interface AsMedian {
  readonly problem: MedianProblem;
  /** Its candidates' places in the question's list. */
  readonly candidates: readonly number[];
  /** Fixed candidates' places in the question's list. */
  readonly fixed: readonly number[];
  /** Its clients' places in the question's demand: those whose service still depends on the choice. */
  readonly clients: readonly number[];
  /** What the other places cost whatever is chosen. */
  readonly constant: number;
  /** Places in the demand that no candidate reaches at all. */
  readonly unreachable: readonly number[];
  /** Value of the question's objective for a value of the problem's. */
  readonly objective: (value: number) => number;
  /** Cost of one unit of weight at each demand place if nothing new opens. */
  readonly standing: Float64Array;
}

/** Fold what stands already into ceilings, leave out whom no choice concerns, and measure cost as travel or as not reached. */
export function asMedian(question: SitingProblem): AsMedian {
  const { model, travel, radius = 0 } = question;
  const places = question.demand.ids.length;
  const isFixed = new Set(question.fixed);
  const [fixed, free]: [number[], number[]] = [[], []];
  question.candidates.ids.forEach((id, j) => {
    (isFixed.has(id) ? fixed : free).push(j);
  });
  const limits = limitsOf(question, free);
  const covers = model === 'mclp';
  const costAt = (j: number, d: number): number => {
    const t = travel[j * places + d] as number;
    return covers ? (t <= radius ? 0 : 1) : t;
  };

  const nearest = new Float64Array(places).fill(Number.POSITIVE_INFINITY);
  const standing = new Float64Array(places).fill(Number.POSITIVE_INFINITY);
  const farthest = new Float64Array(places);
  let longest = 0;
  for (const [list, isStanding] of [
    [fixed, true],
    [free, false],
  ] as const)
    for (const j of list)
      for (let d = 0; d < places; d += 1) {
        const c = costAt(j, d);
        if (c < (nearest[d] as number)) nearest[d] = c;
        if (isStanding && c < (standing[d] as number)) standing[d] = c;
        if (c > (farthest[d] as number)) farthest[d] = c;
        if (c > longest && c < Number.POSITIVE_INFINITY) longest = c;
      }
  const unreached = covers ? 1 : (question.unreached ?? 2 * longest);
  // With nothing standing and at least one site to come, nobody can fare worse than at the farthest candidate.
  const surelyOne = fixed.length === 0 && limits.count > 0 && !limits.budget && !limits.counties;
  const unreachable: number[] = [];
  const clients: number[] = [];
  let constant = 0;
  let whole = true;
  for (let d = 0; d < places; d += 1) {
    const w = question.demand.weights[d] as number;
    const top = surelyOne ? Math.min(farthest[d] as number, unreached) : Math.min(standing[d] as number, unreached);
    standing[d] = Math.min(standing[d] as number, unreached);
    const reached = covers ? nearest[d] === 0 : (nearest[d] as number) < Number.POSITIVE_INFINITY;
    whole &&= Number.isInteger(w) && Number.isInteger(top);
    if (!reached) unreachable.push(d);
    else if (w > 0 && (nearest[d] as number) < top) {
      clients.push(d);
      continue;
    }
    constant += reached ? w * top : covers ? w : 0;
  }

  const costs = new Float64Array(free.length * clients.length);
  const ceiling = Float64Array.from(clients, (d) =>
    surelyOne ? Math.min(farthest[d] as number, unreached) : (standing[d] as number),
  );
  let at = 0;
  for (const j of free)
    for (let i = 0; i < clients.length; i += 1, at += 1) {
      const c = Math.min(ceiling[i] as number, costAt(j, clients[i] as number));
      whole &&= Number.isInteger(c);
      costs[at] = c;
    }
  const total = question.demand.weights.reduce((sum, w) => sum + w, 0);
  return {
    problem: {
      clients: clients.length,
      candidates: free.length,
      weights: Float64Array.from(clients, (d) => question.demand.weights[d] as number),
      costs,
      ceiling,
      limits,
      step: whole ? 1 : 0,
    },
    candidates: free,
    fixed,
    clients,
    constant,
    unreachable,
    objective: (value) => (covers ? total - constant - value : constant + value),
    standing,
  };
}

/** The limits on the new sites. */
export function limitsOf(question: SitingProblem, free: readonly number[]): Limits {
  const { candidates, budget, countyLimits, sites, fixed = [] } = question;
  const count = Math.min(free.length, (sites ?? candidates.ids.length) - fixed.length);
  const names = [...new Set(candidates.counties ?? [])];
  const index = new Map(names.map((name, c) => [name, c]));
  return {
    count,
    ...(countyLimits &&
      candidates.counties && {
        counties: {
          of: Int32Array.from(free, (j) => index.get(candidates.counties?.[j] ?? '') ?? 0),
          most: Int32Array.from(names, (name) => countyLimits[name] ?? free.length),
        },
      }),
    ...(budget !== undefined && {
      budget: { price: Float64Array.from(free, (j) => candidates.prices?.[j] ?? 0), most: budget },
    }),
  };
}
