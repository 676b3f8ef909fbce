import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seedCalendar } from '../../../kernel/calendar/index.ts';
import { type Circuit, type CircuitProblem, hoursOf, totalTravel } from './circuit-problem.ts';
import { planCircuits } from './plan-circuits.ts';
import { timetable } from './timetable.ts';
import { travelBound } from './travel-bound.ts';

const small = (most: number): fc.Arbitrary<CircuitProblem> =>
  fc
    .record({
      places: fc.integer({ min: 0, max: most }),
      numbers: fc.array(fc.integer({ min: 1, max: 600 }), { minLength: 60, maxLength: 60 }),
      day: fc.integer({ min: 1300, max: 4000 }),
    })
    .map(({ places, numbers, day }) => {
      const n = places + 1;
      const travel = new Int32Array(n * n);
      for (let a = 0; a < n; a += 1)
        for (let b = 0; b < n; b += 1) if (a !== b) travel[a * n + b] = numbers[(a * 17 + b * 5) % 60] as number;
      const work = Int32Array.from({ length: n }, (_, i) => (i === 0 ? 0 : (numbers[(i * 11) % 60] as number) / 6));
      return { places, travel, work, day };
    });

test('every place is visited once, within the hours, never with more travel than the savings, never below the bound', () => {
  fc.assert(
    fc.property(small(14), (problem) => {
      const plan = planCircuits(problem);
      if (!plan.ok) return expect(plan.tooFar.length).toBeGreaterThan(0);
      const visited = plan.circuits.flat().sort((a, b) => a - b);
      expect(visited).toEqual(Array.from({ length: problem.places }, (_, k) => k + 1));
      for (const circuit of plan.circuits) expect(hoursOf(problem, circuit)).toBeLessThanOrEqual(problem.day);
      expect(plan.travel).toBe(totalTravel(problem, plan.circuits));
      expect(plan.travel).toBeLessThanOrEqual(plan.savingsTravel);
      expect(plan.bound.travel).toBeLessThanOrEqual(plan.travel);
      expect(plan.bound.days).toBeLessThanOrEqual(plan.circuits.length);
    }),
    { numRuns: 300 },
  );
});

test('the bound holds against the best of all timetables', () => {
  fc.assert(
    fc.property(small(6), (problem) => {
      const best = leastTravel(problem);
      if (best === undefined) return;
      expect(travelBound(problem).travel).toBeLessThanOrEqual(best);
      const plan = planCircuits(problem);
      expect(plan.ok && plan.travel >= best).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test('a place too far for one day is named, not left out', () => {
  const problem = { places: 2, travel: Int32Array.from([0, 9, 1, 9, 0, 9, 1, 9, 0]), work: new Int32Array(3), day: 10 };
  expect(planCircuits(problem)).toEqual({ ok: false, tooFar: [1] });
});

test('visits fall on working days only, spread over the quarter, a team at one place at a time', () => {
  const problem: CircuitProblem = {
    places: 2,
    travel: Int32Array.from([0, 36000, 18000, 36000, 0, 18000, 18000, 18000, 0]),
    work: Int32Array.from([0, 36000, 36000]),
    day: 8 * 36000,
  };
  const asked = { calendar: seedCalendar(), teams: 1, starts: 8 * 60 + 30 };
  const days = timetable(problem, [[1], [2]], { ...asked, from: '2026-10-01', to: '2026-12-31' });
  expect(days?.map(({ date }) => date)).toEqual(['2026-10-28', '2026-12-10']);
  expect(days?.[0]).toMatchObject({
    starts: '08:30',
    stops: [{ place: 1, arrives: '09:30', leaves: '10:30' }],
    returns: '11:30',
  });
  // The National Day holiday has no working day, so there is nothing to put them on.
  expect(timetable(problem, [[1], [2]], { ...asked, from: '2026-10-01', to: '2026-10-07' })).toBeUndefined();
});

/** Least travel by trying every way to give the places to days and every order in each; undefined when none fits. */
function leastTravel(problem: CircuitProblem): number | undefined {
  let best: number | undefined;
  const grow = (place: number, circuits: readonly Circuit[]): void => {
    if (place > problem.places) {
      if (circuits.some((circuit) => hoursOf(problem, circuit) > problem.day)) return;
      const travel = totalTravel(problem, circuits);
      if (best === undefined || travel < best) best = travel;
      return;
    }
    grow(place + 1, [...circuits, [place]]);
    circuits.forEach((circuit, k) => {
      for (let at = 0; at <= circuit.length; at += 1)
        grow(place + 1, circuits.with(k, [...circuit.slice(0, at), place, ...circuit.slice(at)]));
    });
  };
  grow(1, []);
  return best;
}
