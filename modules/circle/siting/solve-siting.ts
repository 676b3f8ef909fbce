import { asMedian, limitsOf } from './as-median.ts';
import { type Milp, openHighs } from './highs.ts';
import type { Choice, SitingPlan, SitingProblem, SitingProgress } from './problem.ts';
import { seededRandom } from './random.ts';
import { solveCover } from './set-cover.ts';
import { solveMedian } from './solve-median.ts';
import { worstGroupFirst } from './worst-group-first.ts';

/** No set of sites within the limits reaches every place. */
export class CoverImpossible extends Error {
  override readonly name = 'CoverImpossible';
  /** Places that no candidate reaches; empty when the limits (p, budget, counties) are what stands in the way. */
  readonly places: readonly string[];
  constructor(places: readonly string[]) {
    super(
      places.length > 0
        ? `够不着 ${places.length} 处 · out of reach of every candidate: ${places.join(', ')}`
        : '在限定的站点数、预算和县内上限下无法全部覆盖 · no set of sites within the limits reaches every place',
    );
    this.places = places;
  }
}

/** The time was up before any set of sites within the limits was found; whether there is one is not known. */
export class NoPlanInTime extends Error {
  override readonly name = 'NoPlanInTime';
}

export interface SolveOptions {
  readonly onProgress?: (progress: SitingProgress) => void;
  /** Milliseconds from any start; the process's own by default. */
  readonly now?: () => number;
}

/** Answers a question whose faults ({@link problemFaults}) are none, on this thread, which it blocks until the time is up. */
export async function solveHere(question: SitingProblem, options: SolveOptions = {}): Promise<SitingPlan> {
  const now = options.now ?? (() => performance.now());
  const began = now();
  const spent = (): number => (now() - began) / 1000;
  const milp = await openHighs();
  const { model, worstGroupFirst: isFair } = question;
  const plan =
    model === 'lscp'
      ? cover(question, milp)
      : isFair
        ? fair(question, milp, spent)
        : median(question, milp, spent, options);
  return { ...plan, seconds: Math.round(spent() * 1000) / 1000 };
}

type Unclocked = Omit<SitingPlan, 'seconds'>;

function median(question: SitingProblem, milp: Milp, spent: () => number, { onProgress }: SolveOptions): Unclocked {
  const { model, seconds = 5, alternatives = 1, seed = 1 } = question;
  const { problem, candidates, fixed, objective, unreachable } = asMedian(question);
  const choice = ({ open, value }: { open: readonly number[]; value: number }): Choice => ({
    sites: [...fixed, ...open.map((j) => candidates[j] as number)].map((j) => question.candidates.ids[j] as string),
    objective: objective(value),
  });
  const answer = solveMedian(problem, {
    random: seededRandom(seed),
    milp,
    alternatives,
    isOver: () => spent() > seconds,
    secondsLeft: () => Math.max(0, seconds - spent()),
    ...(onProgress && {
      onStep: (best, bound) =>
        onProgress({ ...choice(best), bound: bound === undefined ? null : objective(bound), seconds: spent() }),
    }),
  });
  const [best, ...next] = answer.plans.map(choice) as [Choice, ...Choice[]];
  const bound = answer.isProven ? best.objective : objective(Math.min(answer.bound, answer.plans[0]?.value ?? 0));
  return {
    model,
    p: best.sites.length,
    ...best,
    bound,
    gap: gapOf(best.objective, bound),
    status: answer.isProven ? 'optimal' : 'feasible',
    alternatives: next,
    unreachable: unreachable.map((d) => question.demand.ids[d] as string),
  };
}

function fair(question: SitingProblem, milp: Milp, spent: () => number): Unclocked {
  const { model, seconds = 5, seed = 1 } = question;
  const asked = asMedian(question);
  const secondsLeft = (): number => Math.max(0, seconds - spent());
  // What everybody could have at best if no group came first bounds what they can have where one does.
  const plain = solveMedian(asked.problem, {
    random: seededRandom(seed),
    milp,
    alternatives: 1,
    isOver: () => spent() > seconds / 10,
    secondsLeft: () => Math.max(0, seconds / 10 - spent()),
  });
  const fairest = worstGroupFirst(question, asked, { milp, random: seededRandom(seed), secondsLeft });
  const { best, isProven, worst } = fairest;
  const named = (j: number): string => question.candidates.ids[j] as string;
  const sites = [...asked.fixed, ...best.open.map((j) => asked.candidates[j] as number)].map(named);
  const objective = asked.objective(best.value);
  const bound = isProven ? objective : asked.objective(Math.min(Math.max(plain.bound, fairest.costBound), best.value));
  const asShown = (mean: number): number => (model === 'mclp' ? 1 - mean : mean);
  const worstBound = isProven ? worst.mean : Math.min(fairest.worstBound, worst.mean);
  return {
    model,
    p: sites.length,
    sites,
    objective,
    bound,
    gap: gapOf(objective, bound),
    status: isProven ? 'optimal' : 'feasible',
    alternatives: [],
    unreachable: asked.unreachable.map((d) => question.demand.ids[d] as string),
    worstGroup: {
      group: worst.group,
      value: asShown(worst.mean),
      bound: asShown(worstBound),
      gap: gapOf(asShown(worst.mean), asShown(worstBound)),
    },
  };
}

function cover(question: SitingProblem, milp: Milp): Unclocked {
  const { travel, radius = 0, seconds = 5 } = question;
  const { ids } = question.candidates;
  const places = question.demand.ids.length;
  const isFixed = new Set(question.fixed);
  const fixed = ids.flatMap((id, j) => (isFixed.has(id) ? [j] : []));
  const free = ids.flatMap((id, j) => (isFixed.has(id) ? [] : [j]));
  const reaches = (j: number, d: number): boolean => (travel[j * places + d] as number) <= radius;
  const open = question.demand.ids.flatMap((_, d) => (fixed.some((j) => reaches(j, d)) ? [] : [d]));
  const rows = open.map((d) => free.flatMap((j, k) => (reaches(j, d) ? [k] : [])));
  const lost = open.filter((_, r) => rows[r]?.length === 0).map((d) => question.demand.ids[d] as string);
  if (lost.length > 0) throw new CoverImpossible(lost);

  const answer = solveCover({ candidates: free.length, rows, limits: limitsOf(question, free) }, milp, seconds);
  if (answer.isInfeasible) throw new CoverImpossible([]);
  if (answer.open === undefined)
    throw new NoPlanInTime('时限内没有找到方案，请放宽时限 · no plan was found in time; allow more seconds');
  const sites = [...fixed, ...answer.open.map((k) => free[k] as number)].map((j) => ids[j] as string);
  const bound = fixed.length + answer.bound;
  return {
    model: 'lscp',
    p: sites.length,
    sites,
    objective: sites.length,
    bound,
    gap: gapOf(sites.length, bound),
    status: answer.isProven ? 'optimal' : 'feasible',
    alternatives: [],
    unreachable: [],
  };
}

function gapOf(objective: number, bound: number): number {
  const distance = Math.abs(objective - bound);
  return distance === 0 ? 0 : distance / Math.max(Math.abs(objective), 1e-9);
}
