import type { AsMedian } from './as-median.ts';
import { undominated } from './dominated.ts';
import type { Milp } from './highs.ts';
import { costOf, type MedianProblem, neighboursOf, restrictedTo } from './median-problem.ts';
import type { Kept } from './pool.ts';
import type { SitingProblem } from './problem.ts';
import { coverRows, limitRows } from './radius-model.ts';
import { fillUp, improve, type Random, serve } from './swap-search.ts';

/** A group's own weights and what it costs whatever is chosen. */
interface Group {
  readonly name: string;
  /** By client of the median problem. */
  readonly weights: Float64Array;
  readonly constant: number;
  /** All its members that some candidate can reach. */
  readonly members: number;
}

export interface FairAnswer {
  readonly best: Kept;
  readonly isProven: boolean;
  /** Mean cost of the worst-served group: travel, or the share not reached. */
  readonly worst: { readonly group: string; readonly mean: number };
}

/**
 * The worst-served group first: among all sets, those that make the dearest group mean least (Rawls's rule; the p-centre of
 * groups), and among these the one of least total cost. Two models in turn, the second with the first's answer as a row; a
 * swap search that leans towards the groups that fare worst gives the plan for when HiGHS does not finish.
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
  let isProven = false;
  const first = milp(fairModel(problem, groups), { seconds: secondsLeft() / 2, gap: 1e-9 });
  if (first.status === 'optimal') {
    best = better(problem, groups, best, chosen(problem, first.valueOf));
    // The row of the second model is what the data give for the set found, so that no rounding shuts that set out.
    const second = milp(fairModel(problem, groups, worstOf(problem, groups, best).mean * (1 + 1e-9) + 1e-9), {
      seconds: secondsLeft(),
      gap: problem.step > 0 ? 0.999 * problem.step : 1e-6,
    });
    if (second.status === 'optimal') {
      best = better(problem, groups, best, chosen(problem, second.valueOf));
      isProven = true;
    }
  }
  const open = fillUp(
    median.problem,
    best.map((j) => names[j] as number),
    random,
  );
  return {
    best: { open, value: costOf(median.problem, open) },
    isProven,
    worst: worstOf(median.problem, groups, open),
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
  for (const { name, weights, constant, members } of groups) {
    const mean = (constant + costOf({ ...problem, weights }, open)) / members;
    if (mean > worst.mean) worst = { group: name, mean };
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
