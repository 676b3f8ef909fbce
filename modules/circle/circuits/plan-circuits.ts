import { type Circuit, type CircuitProblem, tooFar, totalTravel } from './circuit-problem.ts';
import { improveCircuits } from './improve-circuits.ts';
import { bySavings } from './savings.ts';
import { type CircuitBound, travelBound } from './travel-bound.ts';

export type CircuitPlan =
  | {
      readonly ok: true;
      readonly circuits: readonly Circuit[];
      /** Travel of all days, deciseconds. */
      readonly travel: number;
      /** What the savings alone would travel. */
      readonly savingsTravel: number;
      readonly bound: CircuitBound;
    }
  /** Places too far to visit and return within a day. */
  | { readonly ok: false; readonly tooFar: readonly number[] };

/** Days that visit every place once within the hours, with little travel: savings, then local search, beside a lower bound. */
export function planCircuits(problem: CircuitProblem): CircuitPlan {
  const lost = tooFar(problem);
  if (lost.length > 0) return { ok: false, tooFar: lost };
  const first = bySavings(problem);
  const circuits = improveCircuits(problem, first);
  return {
    ok: true,
    circuits,
    travel: totalTravel(problem, circuits),
    savingsTravel: totalTravel(problem, first),
    bound: travelBound(problem),
  };
}
