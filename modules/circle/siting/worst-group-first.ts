import type { AsMedian } from './as-median.ts';
import { undominated } from './dominated.ts';
import { fairCostBound, type Group, meanOf, worstMeanBound } from './fair-bounds.ts';
import type { Milp } from './highs.ts';
import { costOf, type MedianProblem, neighboursOf, restrictedTo } from './median-problem.ts';
import type { Kept } from './pool.ts';
import type { SitingProblem } from './problem.ts';
import { coverRows, limitRows } from './radius-model.ts';
import { fillUp, improve, type Random, serve } from './swap-search.ts';

export interface FairAnswer {
  readonly best: Kept;
  readonly isProven: boolean;
  /** Mean cost of the worst-served group: travel, or the share not reached. */
  readonly worst: { readonly group: string; readonly mean: number };
  /** No set serves its worst-served group better than this mean. */
  readonly worstBound: number;
  /** No set that serves every group at least as well costs less than this. */
  readonly costBound: number;
}

/**
 * The worst-served group first: among all sets, those that make the dearest group mean least (Rawls's rule; the p-centre of
 * groups), and among these the one of least total cost. A swap search that leans towards the groups that fare worst gives the
 * plan, prices on the groups bound both of its figures (`fair-bounds.ts`), and two models in turn, the second with the first's
 * answer as a row, prove it where HiGHS finishes.
 */
export function worstGroupFirst(
  question: SitingProblem,
  median: AsMedian,
  { milp, random, secondsLeft }: { readonly milp: Milp; readonly random: Random; readonly secondsLeft: () => number },
): FairAnswer {
  const names = undominated(median.problem);
  const problem = restrictedTo(median.problem, names);
  const groups = groupsOf(question, median);
  let best = leaning(problem, groups, random);
  const until = (share: number) => {
    const rest = secondsLeft() * (1 - share);
    return { milp, random, secondsLeft: () => Math.max(0, secondsLeft() - rest), isOver: () => secondsLeft() <= rest };
  };
  const take = (sets: readonly (readonly number[])[]): void => {
    for (const set of sets) best = better(problem, groups, best, set);
  };
  const worst = (): number => worstOf(problem, groups, best).mean;
  const means = worstMeanBound(
    problem,
    groups,
    (sets) => {
      take(sets.slice(-1));
      return worst();
    },
    until(0.35),
  );
  let worstBound = Math.min(means.bound, worst());
  // The row of each model and its bound is what the data give for the set found, so that no rounding shuts that set out.
  const most = (): number => worst() * (1 + 1e-9) + 1e-9;
  let bounded = most();
  let costs = fairCostBound(problem, groups, bounded, costOf(problem, best), until(0.6));
  take(costs.sets);
  const first = milp(fairModel(problem, groups), { seconds: secondsLeft() / 2, gap: 1e-9 });
  if (first.status === 'optimal') {
    take([chosen(problem, first.valueOf)]);
    worstBound = worst();
  }
  if (most() < bounded && secondsLeft() > 0) {
    // Fewer sets are as fair as the fairer one: what bounds them may be higher.
    bounded = most();
    const again = fairCostBound(problem, groups, bounded, costOf(problem, best), until(0.5));
    take(again.sets);
    costs = again.bound > costs.bound ? again : costs;
  }
  let isProven = false;
  if (first.status === 'optimal') {
    const second = milp(fairModel(problem, groups, most()), {
      seconds: secondsLeft(),
      gap: problem.step > 0 ? 0.999 * problem.step : 1e-6,
    });
    if (second.status === 'optimal') {
      take([chosen(problem, second.valueOf)]);
      isProven = true;
    }
  }
  const open = fillUp(
    median.problem,
    best.map((j) => names[j] as number),
    random,
  );
  const value = costOf(median.problem, open);
  return {
    best: { open, value },
    isProven,
    worst: worstOf(median.problem, groups, open),
    worstBound,
    costBound: isProven ? value : Math.min(costs.bound, value),
  };
}

function groupsOf({ demand }: SitingProblem, { clients, standing, unreachable }: AsMedian): readonly Group[] {
  const lost = new Set(unreachable);
  const asked = new Set(clients);
  return Object.entries(demand.groups ?? {})
    .map(([name, counts]) => {
      let [constant, members] = [0, 0];
      counts.forEach((n, d) => {
        if (lost.has(d)) return;
        members += n;
        if (!asked.has(d)) constant += n * (standing[d] as number);
      });
      return { name, weights: Float64Array.from(clients, (d) => counts[d] as number), constant, members };
    })
    .filter(({ members }) => members > 0);
}

function worstOf(problem: MedianProblem, groups: readonly Group[], open: readonly number[]) {
  let worst = { group: '', mean: Number.NEGATIVE_INFINITY };
  for (const group of groups) {
    const mean = meanOf(problem, group, open);
    if (mean > worst.mean) worst = { group: group.name, mean };
  }
  return worst;
}

function better(problem: MedianProblem, groups: readonly Group[], a: readonly number[], b: readonly number[]) {
  const [x, y] = [worstOf(problem, groups, a).mean, worstOf(problem, groups, b).mean];
  const least = 1e-9 * (1 + Math.abs(x));
  if (Math.abs(x - y) > least) return x < y ? a : b;
  return costOf(problem, a) <= costOf(problem, b) ? a : b;
}

/** Swap searches under weights that grow for whichever group fared worst (multiplicative weights; Plotkin, Shmoys & Tardos). */
function leaning(problem: MedianProblem, groups: readonly Group[], random: Random): readonly number[] {
  let best: readonly number[] = fillUp(problem, [], random);
  const lean = groups.map(() => 1);
  const total = problem.weights.reduce((sum, w) => sum + w, 0) || 1;
  for (let round = 0; round < 10; round += 1) {
    const weights = problem.weights.map(
      (w, i) =>
        (0.05 * w) / total +
        groups.reduce((sum, g, k) => sum + ((lean[k] as number) * (g.weights[i] as number)) / g.members, 0),
    );
    const s = serve({ ...problem, weights }, best);
    improve({ ...problem, weights }, s, random);
    best = better(problem, groups, best, s.open);
    const { group } = worstOf(problem, groups, s.open);
    groups.forEach(({ name }, k) => {
      if (name === group) lean[k] = (lean[k] as number) * 1.5;
    });
  }
  return best;
}

/** Least worst mean `t`; or, with `most` given, least total cost with every group's mean at `most` or below. */
function fairModel(problem: MedianProblem, groups: readonly Group[], most?: number): string {
  const fate = new Int8Array(problem.candidates);
  const rows = coverRows(problem, neighboursOf(problem), fate, [
    problem.weights,
    ...groups.map(({ weights }) => weights),
  ]);
  const terms = (k: number, scale: number): string =>
    rows.rows.map(({ steps }, r) => ` + ${(steps[k] as number) * scale} z${r}`).join('\n');
  const lines = ['Minimize', most === undefined ? ' worst: t' : ` total: 0 t\n${terms(0, 1)}`, 'Subject To'];
  for (const [r, { members }] of rows.rows.entries())
    lines.push(` z${r} + ${members.map((j) => `y${j}`).join(' + ')} >= 1`);
  groups.forEach(({ constant, members }, g) => {
    const mean = (constant + (rows.constants[g + 1] as number)) / members;
    lines.push(
      ` group${g}: 0 t\n${terms(g + 1, 1 / members)}${most === undefined ? ' - t' : ''} <= ${(most ?? 0) - mean}`,
    );
  });
  lines.push(...limitRows(problem.limits, fate), 'Bounds', ' 0 <= y0x <= 0', 'Binary');
  for (let j = 0; j < problem.candidates; j += 1) lines.push(` y${j}`);
  return [...lines, 'End'].join('\n');
}

function chosen({ candidates }: MedianProblem, valueOfName: (name: string) => number): number[] {
  return Array.from({ length: candidates }, (_, j) => j).filter((j) => valueOfName(`y${j}`) > 0.5);
}
