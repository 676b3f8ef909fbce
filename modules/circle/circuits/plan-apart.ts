import { type ApartOptions, beside, runApart } from '../apart/run-apart.ts';
import type { CircuitProblem } from './circuit-problem.ts';
import type { CircuitPlan } from './plan-circuits.ts';

/** Plan circuits in a worker thread: some hundred places keep a core busy for seconds. @throws the signal's reason when it is aborted */
export function planCircuitsApart(problem: CircuitProblem, options: ApartOptions = {}): Promise<CircuitPlan> {
  return runApart<CircuitPlan>(
    { entry: beside(import.meta.url, './plan-circuits'), run: 'planCircuits' },
    problem,
    options,
  );
}
