import { undominated } from './dominated.ts';
import { maySwap } from './limits.ts';
import { costOf, type MedianProblem, restrictedTo } from './median-problem.ts';
import { createPool, type Kept, type Pool } from './pool.ts';
import { type Effort, prove } from './prove.ts';
import { fillUp, improve, put, serve } from './swap-search.ts';

export interface MedianAnswer {
  /** The best sets, best first: as many as were asked for and exist. */
  readonly plans: readonly Kept[];
  /** No set that is not among the plans is below this. */
  readonly bound: number;
  readonly isProven: boolean;
  readonly nodes: number;
}

export interface MedianOptions extends Effort {
  /** How many best sets are wanted. */
  readonly alternatives: number;
  /** Told, now and then, the best set and the bound so far. */
  readonly onStep?: (best: Kept, bound: number | undefined) => void;
}

/**
 * Solve the median problem: swap search with restarts first, then the Lagrangian dual to bound, fix and prove (see
 * {@link prove}), which feeds its own choices back to the swap search.
 */
export function solveMedian(whole: MedianProblem, options: MedianOptions): MedianAnswer {
  const { alternatives, onStep: tellStep, random } = options;
  // The next best sets may well hold a dominated candidate, so alternatives are looked for among all.
  const names = alternatives > 1 ? undefined : undominated(whole);
  const problem = names && names.length < whole.candidates ? restrictedTo(whole, names) : whole;
  const named = (kept: Kept): Kept => {
    if (names === undefined) return kept;
    const filled = fillUp(
      whole,
      kept.open.map((j) => names[j] as number),
      random,
    );
    return { open: filled.sort((a, b) => a - b), value: costOf(whole, filled) };
  };
  const onStep = tellStep && ((best: Kept, bound: number | undefined): void => tellStep(named(best), bound));
  const pool = createPool(alternatives);
  iterate(problem, options, pool, Math.max(6, Math.min(60, Math.round(3e6 / (problem.clients * problem.candidates)))));
  if (alternatives > 1) offerNeighbours(problem, pool.best(), pool);
  onStep?.(pool.best(), undefined);
  const proof = prove(problem, pool, {
    ...options,
    ...(onStep && { tell: (bound) => onStep(pool.best(), Math.min(bound, pool.best().value)) }),
  });
  const { step } = problem;
  const bound = step > 0 ? Math.ceil(proof.bound / step - 1e-6) * step : proof.bound;
  return { plans: pool.all().map(named), bound, isProven: proof.isComplete, nodes: proof.nodes };
}

/** Iterated local search: shake the best set by a few swaps, improve it, keep it when it is no worse. */
function iterate(problem: MedianProblem, { random, isOver }: Effort, pool: Pool, rounds: number): void {
  let best = serve(problem, fillUp(problem, [], random));
  improve(problem, best, random);
  pool.offer(best.open, best.value);
  for (let n = 0; n < rounds && !isOver() && best.open.length > 0; n += 1) {
    const s = serve(problem, n < 3 ? fillUp(problem, [], random) : best.open);
    const shakes = 1 + Math.floor(random() * Math.min(s.open.length, 2 + s.open.length / 10));
    for (let k = 0; k < shakes && n >= 3; k += 1) {
      const j = Math.floor(random() * problem.candidates);
      const slot = Math.floor(random() * s.open.length);
      if (!s.open.includes(j) && maySwap(problem.limits, s.used, j, s.open[slot] as number)) put(problem, s, slot, j);
    }
    improve(problem, s, random);
    pool.offer(s.open, s.value);
    if (s.value <= best.value) best = s;
  }
}

/** Every set one swap away, so that a search for the k best starts with k good ones. */
function offerNeighbours(problem: MedianProblem, best: Kept, pool: Pool): void {
  for (let slot = 0; slot < best.open.length; slot += 1) {
    const s = serve(problem, best.open);
    const isOpen = new Set(best.open);
    for (let j = 0; j < problem.candidates; j += 1) {
      if (isOpen.has(j) || !maySwap(problem.limits, s.used, j, s.open[slot] as number)) continue;
      put(problem, s, slot, j);
      pool.offer(s.open, s.value);
    }
  }
}
