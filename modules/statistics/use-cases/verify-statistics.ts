import type { Tx } from '../../../kernel/use-case/index.ts';
import { recountApplications, recountCommitments } from '../../applications/index.ts';
import { recountCases, recountDuty } from '../../cases/index.ts';
import { recountComplaints } from '../../complaints/index.ts';
import { recountConsultations } from '../../consultations/index.ts';
import { recountObjections } from '../../objections/index.ts';
import { recountAssessments, recountSatisfaction } from '../../quality/index.ts';
import { recountSubsidies } from '../../subsidies/index.ts';
import { type CountCell, selectAllCounters } from '../store.ts';

export interface CountDifference extends Omit<CountCell, 'n'> {
  readonly counted: number;
  readonly recounted: number;
}

const recounts: readonly ((tx: Tx) => Promise<readonly CountCell[]>)[] = [
  recountApplications,
  recountCommitments,
  recountCases,
  recountDuty,
  recountComplaints,
  recountConsultations,
  recountObjections,
  recountAssessments,
  recountSatisfaction,
  recountSubsidies,
];

/**
 * 统计核对: the counters kept in the transactions against a recount from the records (law 9 of the house).
 * @returns every cell in which the two disagree; none when all is well
 */
export async function verifyStatistics(tx: Tx): Promise<{ cells: number; differences: readonly CountDifference[] }> {
  const counted = index(await selectAllCounters(tx));
  const recounted = new Map<string, CountCell>();
  for (const recount of recounts) for (const [key, cell] of index(await recount(tx))) recounted.set(key, cell);
  const keys = new Set([...counted.keys(), ...recounted.keys()]);
  const differences: CountDifference[] = [];
  for (const key of [...keys].sort()) {
    const kept = counted.get(key);
    const fresh = recounted.get(key);
    const cell = kept ?? fresh;
    if (cell === undefined || (kept?.n ?? 0) === (fresh?.n ?? 0)) continue;
    const { n: _n, ...place } = cell;
    differences.push({ ...place, counted: kept?.n ?? 0, recounted: fresh?.n ?? 0 });
  }
  return { cells: keys.size, differences };
}

function index(cells: readonly CountCell[]): Map<string, CountCell> {
  return new Map(cells.map((c) => [`${c.tenant}|${c.name}|${c.month}|${c.dimension}|${c.value}`, c]));
}
