import { expect, test } from 'vitest';
import type { SitingProblem, SitingProgress } from './problem.ts';
import { seededRandom } from './random.ts';
import { solveSiting } from './solve-apart.ts';

/** Points at random in the plane, each of them a candidate. */
function scattered(count: number, sites: number): SitingProblem {
  const random = seededRandom(5);
  const points = Array.from({ length: count }, () => [random(), random()] as const);
  const ids = points.map((_, k) => `p${k}`);
  const travel = new Float64Array(count * count);
  points.forEach(([x, y], j) => {
    points.forEach(([x2, y2], i) => {
      travel[j * count + i] = Math.round(10_000 * Math.hypot(x - x2, y - y2));
    });
  });
  return {
    model: 'pmedian',
    candidates: { ids },
    demand: { ids, weights: ids.map((_, k) => 1 + (k % 9)) },
    travel,
    sites,
  };
}

test('a thread of its own tells how far it is and brings the plan', async () => {
  const told: SitingProgress[] = [];
  const outcome = await solveSiting({ ...scattered(80, 5), seconds: 30 }, { onProgress: (p) => told.push(p) });
  if (!outcome.ok) throw new Error(outcome.code);
  expect(outcome.plan).toMatchObject({ status: 'optimal', p: 5 });
  expect(told.length).toBeGreaterThan(0);
  expect(told.at(-1)?.objective).toBeGreaterThanOrEqual(outcome.plan.objective);
});

test('an aborted search ends at once, with what was found told before', async () => {
  const stop = new AbortController();
  const told: SitingProgress[] = [];
  const began = performance.now();
  const search = solveSiting(
    { ...scattered(500, 20), seconds: 300 },
    {
      signal: stop.signal,
      onProgress: (progress) => {
        told.push(progress);
        stop.abort(new Error('enough'));
      },
    },
  );
  await expect(search).rejects.toThrow('enough');
  expect(performance.now() - began).toBeLessThan(60_000);
  expect(told[0]?.sites).toHaveLength(20);
});

test('bad questions and impossible covers are answers, not failures', async () => {
  const { sites: _, ...question } = scattered(10, 2);
  expect(await solveSiting({ ...question, sites: 11 })).toMatchObject({ ok: false, code: 'invalid' });
  const cover = { ...question, model: 'lscp', radius: 0, sites: 2 } as const;
  expect(await solveSiting(cover)).toEqual({ ok: false, code: 'coverImpossible', places: [] });
});
