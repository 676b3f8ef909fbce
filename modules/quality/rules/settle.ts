import type { Grade, ScoreSheet } from '../sheets/index.ts';
import { gradeOf } from './score.ts';

/** One reviewer's judgement: points in tenths, and whether a veto was marked. */
export interface Judgement {
  readonly tenths: number;
  readonly vetoed: boolean;
}

/** How a result came about: the mean of two; of three, the two nearest or (equally near) the middle one; a veto. */
export type ResultRule = 'mean' | 'nearest' | 'middle' | 'veto';

export interface Result {
  readonly tenths: number;
  readonly grade: Grade;
  readonly vetoed: boolean;
  readonly rule: ResultRule;
}

type Figures = Pick<ScoreSheet, 'thresholds' | 'gap'>;

/** Whether two reviewers are too far apart: another grade, more points between them than the sheet allows, or one veto of two. */
export function needsThird(sheet: Figures, a: Judgement, b: Judgement): boolean {
  return (
    a.vetoed !== b.vetoed ||
    gradeOf(sheet, a.tenths, a.vetoed) !== gradeOf(sheet, b.tenths, b.vetoed) ||
    Math.abs(a.tenths - b.tenths) > 10 * sheet.gap
  );
}

/**
 * 评估结果. Of two that agree: their mean. Of three: the mean of the two that lie nearest to each other, and where two pairs lie equally near,
 * the middle one. A veto holds when most of the reviewers marked it. The order of the reviewers makes no difference.
 */
export function settle(sheet: Figures, judgements: readonly Judgement[]): Result {
  const sorted = judgements.map(({ tenths }) => tenths).sort((a, b) => a - b);
  const vetoed = 2 * judgements.filter((one) => one.vetoed).length > judgements.length;
  const { tenths, rule } = scoreOf(sorted);
  return { tenths, vetoed, rule: vetoed ? 'veto' : rule, grade: gradeOf(sheet, tenths, vetoed) };
}

function scoreOf(sorted: readonly number[]): { tenths: number; rule: ResultRule } {
  const [low = 0, mid = 0, high] = sorted;
  if (high === undefined) return { tenths: mean(low, mid), rule: 'mean' };
  const [below, above] = [mid - low, high - mid];
  if (below === above) return { tenths: mid, rule: 'middle' };
  return { tenths: below < above ? mean(low, mid) : mean(mid, high), rule: 'nearest' };
}

/** Half a tenth is rounded up. */
function mean(a: number, b: number): number {
  return Math.round((a + b) / 2);
}
