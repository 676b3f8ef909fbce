import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SitingProblem } from './problem.ts';
import { CoverImpossible, solveHere } from './solve-siting.ts';

/*
 * Every model against trying all sets, on questions small enough for that: with stations that stay, prices and a budget,
 * limits by county, places that nothing reaches, and weights of zero.
 */

interface Small {
  readonly question: SitingProblem;
}

const small = (model: SitingProblem['model']): fc.Arbitrary<Small> =>
  fc
    .record({
      candidates: fc.integer({ min: 2, max: 8 }),
      places: fc.integer({ min: 1, max: 10 }),
      fixed: fc.integer({ min: 0, max: 2 }),
      extra: fc.integer({ min: 1, max: 4 }),
      hasBudget: fc.boolean(),
      hasCounties: fc.boolean(),
      numbers: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 120, maxLength: 120 }),
      radius: fc.integer({ min: 5, max: 35 }),
      holes: fc.boolean(),
    })
    .map(({ candidates, places, fixed, extra, hasBudget, hasCounties, numbers, radius, holes }) => {
      const n = (k: number): number => numbers[k % numbers.length] as number;
      const ids = Array.from({ length: candidates }, (_, j) => `c${j}`);
      const travel = Float64Array.from({ length: candidates * places }, (_, k) =>
        holes && n(k) > 33 ? Number.POSITIVE_INFINITY : n(k),
      );
      const question: SitingProblem = {
        model,
        candidates: {
          ids,
          counties: ids.map((_, j) => `k${j % 3}`),
          prices: ids.map((_, j) => 100 + n(j + 90)),
        },
        demand: {
          ids: Array.from({ length: places }, (_, d) => `d${d}`),
          weights: Array.from({ length: places }, (_, d) => n(d + 100) % 7),
        },
        travel,
        fixed: ids.slice(0, Math.min(fixed, candidates - 1)),
        ...(model !== 'lscp' && { sites: Math.min(candidates, fixed + extra) }),
        ...(model !== 'pmedian' && { radius }),
        ...(hasBudget && { budget: 110 * extra + 60 }),
        ...(hasCounties && { countyLimits: { k0: 1, k1: 1 } }),
        unreached: 90,
      };
      return { question };
    })
    .filter(({ question }) =>
      question.candidates.ids.some((id, j) => question.countyLimits === undefined || id === `c${j}`),
    );

test.each(['pmedian', 'mclp'] as const)('%s finds and proves what trying every set finds', async (model) => {
  await fc.assert(
    fc.asyncProperty(small(model), async ({ question }) => {
      const plan = await solveHere(known(question));
      const values = everySet(question).map((open) => objectiveOf(question, open));
      const best = model === 'mclp' ? Math.max(...values) : Math.min(...values);
      expect(plan.objective).toBe(best);
      expect(plan.status).toBe('optimal');
      expect(plan.bound).toBe(best);
      expect(objectiveOf(question, plan.sites.map(indexOf))).toBe(best);
      expect(isAllowed(question, plan.sites.map(indexOf))).toBe(true);
    }),
    { numRuns: 250 },
  );
});

test('set covering opens the fewest sites, or names the places out of reach', async () => {
  await fc.assert(
    fc.asyncProperty(small('lscp'), async ({ question }) => {
      const { radius = 0, travel, demand, candidates } = question;
      const places = demand.ids.length;
      const covers = (open: readonly number[]): boolean =>
        demand.ids.every((_, d) => open.some((j) => (travel[j * places + d] as number) <= radius));
      const sizes = everySet(question)
        .filter(covers)
        .map((open) => open.length);
      const lost = demand.ids.filter(
        (_, d) => !candidates.ids.some((_, j) => (travel[j * places + d] as number) <= radius),
      );
      const answer = await solveHere(question).catch((error: unknown) => error);
      if (sizes.length === 0) {
        expect(answer).toBeInstanceOf(CoverImpossible);
        expect((answer as CoverImpossible).places).toEqual(lost);
      } else {
        expect(answer).toMatchObject({ objective: Math.min(...sizes), status: 'optimal', bound: Math.min(...sizes) });
        const sites = (answer as { sites: string[] }).sites.map(indexOf);
        expect(covers(sites) && isAllowed(question, sites)).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});

test('the next best plans are the next best of all', async () => {
  await fc.assert(
    fc.asyncProperty(small('pmedian'), fc.integer({ min: 2, max: 5 }), async ({ question: given }, alternatives) => {
      const { budget: _, countyLimits: __, ...question } = given;
      const plan = await solveHere({ ...known(question), alternatives });
      const full = everySet(question).filter((open) => open.length === question.sites);
      const values = full.map((open) => objectiveOf(question, open)).sort((a, b) => a - b);
      const found = [plan.objective, ...plan.alternatives.map(({ objective }) => objective)];
      expect(found).toEqual(values.slice(0, alternatives));
      expect(plan.status).toBe('optimal');
    }),
    { numRuns: 150 },
  );
});

test.each(['pmedian', 'mclp'] as const)('%s: the worst-served group first, then everybody', async (model) => {
  await fc.assert(
    fc.asyncProperty(
      small(model),
      fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 20, maxLength: 20 }),
      async ({ question: given }, numbers) => {
        const { demand } = given;
        // Members of a group are among the people, so a place with nobody has none.
        const group = (from: number): number[] =>
          demand.weights.map((w, d) => Math.min(w, numbers[(d + from) % 20] as number));
        const groups = { old: group(0), young: group(7) };
        const question: SitingProblem = { ...given, demand: { ...demand, groups }, worstGroupFirst: true };
        const worst = (open: readonly number[]): number =>
          Math.max(
            ...Object.values(groups).map((weights) => meanCost({ ...question, demand: { ...demand, weights } }, open)),
          );
        const plan = await solveHere(known(question));
        const open = plan.sites.map(indexOf);
        const sets = everySet(question);
        const least = Math.min(...sets.map(worst));
        expect(worst(open)).toBeCloseTo(least, 6);
        const totals = sets.filter((set) => worst(set) <= least + 1e-6).map((set) => objectiveOf(question, set));
        expect(plan.objective).toBe(model === 'mclp' ? Math.max(...totals) : Math.min(...totals));
        expect(plan.status).toBe('optimal');
      },
    ),
    { numRuns: 100 },
  );
});

test('cut off by time, a plan comes with a bound that holds, and is not called optimal', async () => {
  const side = 60;
  const ids = Array.from({ length: side }, (_, k) => String(k));
  const travel = Float64Array.from(
    { length: side * side },
    (_, k) => 1 + ((k * 7919 + Math.floor(k / side) * 104729) % 997),
  );
  const question: SitingProblem = {
    model: 'pmedian',
    candidates: { ids },
    demand: { ids, weights: ids.map(() => 1) },
    travel,
    sites: 6,
  };
  let clock = 0;
  const hurried = await solveHere({ ...question, seconds: 0.05 }, { now: () => (clock += 20) });
  const whole = await solveHere({ ...question, seconds: 30 });
  expect(hurried.status).toBe('feasible');
  expect(hurried.gap).toBeGreaterThan(0);
  expect(hurried.bound).toBeLessThanOrEqual(whole.objective);
  expect(hurried.objective).toBeGreaterThanOrEqual(whole.objective);
  expect(whole.status).toBe('optimal');
});

test('the same seed gives the same plan', async () => {
  const [first] = fc.sample(small('pmedian'), { numRuns: 1, seed: 7 });
  const question = known((first as Small).question);
  const [a, b] = [await solveHere(question), await solveHere(question)];
  expect(a.sites).toEqual(b.sites);
});

/** A question as trying every set reads it: nothing left to chance by time. */
function known(question: SitingProblem): SitingProblem {
  return { ...question, seconds: 30 };
}

/** Mean cost of the weights' owners whom some candidate can reach: travel, or the share not covered. */
function meanCost(question: SitingProblem, open: readonly number[]): number {
  const { demand, travel, candidates, model, radius = 0 } = question;
  const within = model === 'mclp' ? radius : Number.MAX_VALUE;
  const members = demand.weights.reduce((sum, w, d) => {
    const canBe = candidates.ids.some((_, j) => (travel[j * demand.ids.length + d] as number) <= within);
    return sum + (canBe ? w : 0);
  }, 0);
  if (members === 0) return 0;
  const value = objectiveOf(question, open);
  return model === 'mclp' ? 1 - value / members : value / members;
}

function indexOf(id: string): number {
  return Number(id.slice(1));
}

function everySet(question: SitingProblem): number[][] {
  const count = question.candidates.ids.length;
  const fixed = (question.fixed ?? []).map(indexOf);
  const sets: number[][] = [];
  for (let mask = 0; mask < 1 << count; mask += 1) {
    const open = question.candidates.ids.flatMap((_, j) => (mask & (1 << j) ? [j] : []));
    if (fixed.every((j) => open.includes(j)) && isAllowed(question, open)) sets.push(open);
  }
  return sets;
}

function isAllowed(
  { candidates, fixed = [], sites, budget, countyLimits }: SitingProblem,
  open: readonly number[],
): boolean {
  const fresh = open.filter((j) => !fixed.includes(candidates.ids[j] as string));
  const spent = fresh.reduce((sum, j) => sum + (candidates.prices?.[j] ?? 0), 0);
  return (
    open.length <= (sites ?? open.length) &&
    spent <= (budget ?? spent) &&
    Object.entries(countyLimits ?? {}).every(
      ([county, most]) => fresh.filter((j) => candidates.counties?.[j] === county).length <= most,
    )
  );
}

function objectiveOf(
  { model, travel, demand, radius = 0, unreached = 0, candidates }: SitingProblem,
  open: readonly number[],
): number {
  const places = demand.ids.length;
  return demand.weights.reduce((sum, w, d) => {
    const nearest = Math.min(...open.map((j) => travel[j * places + d] as number));
    if (model === 'mclp') return sum + (nearest <= radius ? w : 0);
    const canBe = candidates.ids.some((_, j) => (travel[j * places + d] as number) < Number.POSITIVE_INFINITY);
    return sum + (canBe ? w * Math.min(nearest, unreached) : 0);
  }, 0);
}
