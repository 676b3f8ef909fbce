import { ApartFailed, type ApartOptions, beside, runApart } from '../apart/run-apart.ts';
import type { InputFault } from '../input/read.ts';
import { problemFaults } from './check-problem.ts';
import type { SitingPlan, SitingProblem, SitingProgress } from './problem.ts';
import { CoverImpossible } from './solve-siting.ts';

/** What came of a siting question. */
export type SitingOutcome =
  | { readonly ok: true; readonly plan: SitingPlan }
  | { readonly ok: false; readonly code: 'invalid'; readonly faults: readonly InputFault[] }
  /** Set covering: these places no candidate reaches; none named when the limits stand in the way. */
  | { readonly ok: false; readonly code: 'coverImpossible'; readonly places: readonly string[] };

/**
 * Answer a siting question in a worker thread, so that the caller's thread stays free. The best set told by `onProgress` until the
 * signal ends the search is the caller's to keep.
 * @throws the signal's reason when it is aborted; Error when the search itself broke
 */
export async function solveSiting(
  question: SitingProblem,
  options: ApartOptions<SitingProgress> = {},
): Promise<SitingOutcome> {
  const faults = problemFaults(question);
  if (faults.length > 0) return { ok: false, code: 'invalid', faults };
  const work = { entry: beside(import.meta.url, './solve-siting'), run: 'solveHere' };
  try {
    return { ok: true, plan: await runApart<SitingPlan, SitingProgress>(work, question, options) };
  } catch (error) {
    if (!(error instanceof ApartFailed) || error.name !== CoverImpossible.name) throw error;
    return { ok: false, code: 'coverImpossible', places: (error.more.places as readonly string[] | undefined) ?? [] };
  }
}
