import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { type BoundEffort, fairCostBound, type Group, meanOf, worstMeanBound } from './fair-bounds.ts';
import { openHighs } from './highs.ts';
import { costOf, type MedianProblem } from './median-problem.ts';
import { seededRandom } from './random.ts';

let effort: BoundEffort;
beforeAll(async () => {
  const milp = await openHighs();
  effort = { milp, random: seededRandom(3), secondsLeft: () => 60, isOver: () => false };
});

/** Little problems whose every set can be tried: places of people, two groups among them. */
const little = fc
  .record({
    clients: fc.integer({ min: 2, max: 7 }),
    candidates: fc.integer({ min: 2, max: 6 }),
    numbers: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 80, maxLength: 80 }),
    count: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ clients, candidates, numbers, count }) => {
    let at = 0;
    const next = (): number => numbers[at++ % 80] as number;
    const problem: MedianProblem = {
      clients,
      candidates,
      weights: Float64Array.from({ length: clients }, () => 1 + next()),
      ceiling: new Float64Array(clients).fill(20),
      costs: Float64Array.from({ length: clients * candidates }, () => Math.min(20, next())),
      limits: { count: Math.min(count, candidates) },
      step: 1,
    };
    const groups: readonly Group[] = ['old', 'young'].map((name) => {
      const weights = problem.weights.map((w) => Math.min(w, next()));
      const constant = next();
      return { name, weights, constant, members: 1 + weights.reduce((sum, w) => sum + w, 0) };
    });
    return { problem, groups };
  });

function setsOf({ candidates, limits }: MedianProblem): readonly (readonly number[])[] {
  return Array.from({ length: 2 ** candidates }, (_, bits) =>
    Array.from({ length: candidates }, (__, j) => j).filter((j) => bits & (1 << j)),
  ).filter((open) => open.length <= limits.count);
}

test('no set is below the bounds of the worst mean and of the cost of what is as fair', () => {
  fc.assert(
    fc.property(little, fc.double({ min: 0, max: 1, noNaN: true }), ({ problem, groups }, slack) => {
      const worst = (open: readonly number[]): number => Math.max(...groups.map((g) => meanOf(problem, g, open)));
      const sets = setsOf(problem);
      const least = Math.min(...sets.map(worst));
      const means = worstMeanBound(problem, groups, (met) => Math.min(...met.map(worst)), effort);
      expect(means.bound).toBeLessThanOrEqual(least + 1e-9);
      // Nor is it below what the mean of all groups taken together allows.
      const together = Math.min(
        ...sets.map((open) => groups.reduce((sum, g) => sum + meanOf(problem, g, open), 0) / groups.length),
      );
      expect(means.bound).toBeGreaterThanOrEqual(together - 1e-6);
      const most = least + slack;
      const cheapest = Math.min(...sets.filter((open) => worst(open) <= most).map((open) => costOf(problem, open)));
      const costs = fairCostBound(problem, groups, most, cheapest, effort);
      expect(costs.bound).toBeLessThanOrEqual(cheapest + 1e-6);
      // Never below what everybody could have if no group came first.
      expect(costs.bound).toBeGreaterThanOrEqual(Math.min(...sets.map((open) => costOf(problem, open))) - 1e-4);
    }),
    { numRuns: 150 },
  );
});
