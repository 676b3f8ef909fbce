import { expect, test } from 'vitest';
import { openWorld } from '../../kernel/testing/engines.ts';
import { type Actor, staffActor, type Tx } from '../../kernel/use-case/index.ts';
import { loadRegister } from '../../modules/network/index.ts';
import { listAssessmentPlans, readAssessmentPlan } from '../../modules/quality/use-cases/read-assessment.ts';
import { verifyStatistics } from '../../modules/statistics/index.ts';
import { inventCity } from './city.ts';
import { performCity } from './perform/index.ts';

const tenant = '530502';

test('the shown county has one assessment that is finished and one that is under review', async () => {
  const register = loadRegister();
  const city = inventCity({ register });
  // Archived matters of the county alone: nothing else is assessed.
  const stories = city.stories.filter(
    (story) => story.tenant === tenant && story.steps.some(({ event }) => event === 'acceptFile'),
  );
  const world = await openWorld('embedded');
  try {
    await performCity(world.runner, { ...city, stories, consultations: [] }, register, () => undefined);
    world.clock.set(city.until);
    const officer: Actor = staffActor('officer', '质量管理', [{ role: 'quality', tenant, subtree: false }], [tenant]);
    const as = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => world.as(officer, work);
    const { rows } = await as((tx) => listAssessmentPlans(tx, officer, {}));
    expect(rows.map(({ state }) => state)).toEqual(['DRAWN', 'FINISHED']);
    const [running, finished] = await Promise.all(
      rows.map(({ id }) => as((tx) => readAssessmentPlan(tx, officer, { tenant, planId: id }))),
    );
    expect(finished?.progress).toEqual({ CLOSED: finished?.sampleSize });
    expect(finished?.agreement.pairs).toBe(finished?.sampleSize);
    expect(new Set(finished?.items.map(({ grade }) => grade)).size).toBeGreaterThan(1);
    expect(Object.keys(running?.progress ?? {})).toContain('UNDER_REVIEW');
    const { differences } = await world.direct((tx) => verifyStatistics(tx));
    expect(differences).toEqual([]);
  } finally {
    await world.close();
  }
});
