import type { FieldFault } from '../../../kernel/errors/index.ts';
import { type Grade, grades, type ScoreSheet } from '../sheets/index.ts';
import type { Proposal } from './prefill.ts';

/** One line of a sheet as a reviewer filled it. `points` null: it does not apply to this case. */
export interface Scored {
  readonly key: string;
  readonly points: number | null;
  /** Why it does not apply, or why the reviewer differs from what the system proposes. */
  readonly reason: string;
}

/** What keeps a sheet from being handed in; empty when it may be. */
export function sheetFaults(
  sheet: ScoreSheet,
  proposed: Readonly<Record<string, Proposal>>,
  scored: readonly Scored[],
  vetoes: readonly string[],
): readonly FieldFault[] {
  const byKey = new Map(scored.map((line) => [line.key, line]));
  const items = new Map(sheet.items.map((item) => [item.key, item]));
  const faults: FieldFault[] = [];
  const fault = (pointer: string, code: string, details: FieldFault['details'] = {}): void =>
    void faults.push({ pointer, code, details });
  if (byKey.size < scored.length) fault('/scores', 'quality.lineTwice');
  for (const { key } of scored) if (!items.has(key)) fault(`/scores/${key}`, 'quality.lineUnknown');
  for (const key of vetoes) if (!sheet.vetoes.some((veto) => veto.key === key)) fault('/vetoes', 'quality.lineUnknown');
  for (const item of sheet.items) {
    const line = byKey.get(item.key);
    const at = `/scores/${item.key}`;
    if (line === undefined) {
      fault(at, 'quality.lineMissing');
      continue;
    }
    const proposal = proposed[item.key];
    if (line.points !== null && (line.points < 0 || line.points > item.max))
      fault(at, 'quality.pointsBeyond', { max: item.max });
    if (line.points === null && !item.mayNotApply) fault(at, 'quality.mustApply');
    const asProposed = proposal !== undefined && proposal.points === line.points;
    const differs = proposal === undefined ? line.points === null : !asProposed;
    if (differs && line.reason === '') fault(at, 'quality.reasonMissing');
  }
  return faults;
}

/** 总分, in tenths of a point: what does not apply is taken out of the whole. */
export function totalOf(sheet: Pick<ScoreSheet, 'items'>, scored: readonly Scored[]): number {
  const byKey = new Map(scored.map((line) => [line.key, line.points]));
  let given = 0;
  let whole = 0;
  for (const { key, max } of sheet.items) {
    const points = byKey.get(key);
    if (points === undefined || points === null) continue;
    given += points;
    whole += max;
  }
  return whole === 0 ? 0 : Math.round((1000 * given) / whole);
}

/** 等次 of a score in tenths; a veto makes it 不合格 whatever the points. */
export function gradeOf(sheet: Pick<ScoreSheet, 'thresholds'>, tenths: number, vetoed: boolean): Grade {
  if (vetoed) return 'fail';
  return grades.find((grade) => grade === 'fail' || tenths >= 10 * sheet.thresholds[grade]) ?? 'fail';
}
