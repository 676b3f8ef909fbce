import { expect, test } from 'vitest';
import { openWorld } from '../../kernel/testing/engines.ts';
import { staffActor } from '../../kernel/use-case/index.ts';
import { readApplication } from '../../modules/applications/index.ts';
import { loadRegister } from '../../modules/network/index.ts';
import { listSupervisions } from '../../modules/quality/use-cases/supervise.ts';
import { verifyStatistics } from '../../modules/statistics/index.ts';
import { inventCity } from './city.ts';
import { performCity } from './perform/index.ts';

const tenant = '530502';

test('the shown county has supervision of each way in every state, and papers served in each way with their receipts', async () => {
  const register = loadRegister();
  const city = inventCity({ register });
  const about = new Set([...city.supervisions, ...city.services].map((one) => one.about));
  const stories = city.stories.filter((story) => story.tenant === tenant && about.has(story.key));
  const world = await openWorld('embedded');
  try {
    await performCity(world.runner, { ...city, stories, consultations: [], complaints: [] }, register, () => undefined);
    world.clock.set(city.until);
    const officer = staffActor('officer', '质量管理', [{ role: 'quality', tenant, subtree: false }], [tenant]);
    const { rows } = await world.as(officer, (tx) => listSupervisions(tx, officer, { limit: 100 }));
    expect(new Set(rows.map(({ kind, state }) => `${kind} ${state}`)).size).toBe(16);
    expect(rows.length).toBe(city.supervisions.filter((one) => one.tenant === tenant).length);
    expect(rows.every(({ demonstration, text }) => demonstration && text !== '')).toBe(true);
    const asked = rows.filter(({ state }) => state === 'ASKED').map(({ dueOn }) => dueOn ?? '');
    expect(asked.some((day) => day < '2026-11-24')).toBe(true);
    expect(asked.some((day) => day > '2026-11-24')).toBe(true);
    const methods = new Map<string, boolean>();
    for (const { matterId } of await world.direct((tx) =>
      tx.db.selectFrom('event').select('matterId').distinct().where('kind', '=', 'document.served').execute(),
    )) {
      const { documents } = await world.as(officer, (tx) =>
        readApplication(tx, officer, { tenant, applicationId: matterId ?? '' }),
      );
      for (const { services } of documents)
        for (const { method, receiptId } of services)
          methods.set(
            method,
            documents.some(({ documentId }) => documentId === receiptId),
          );
    }
    expect(Object.fromEntries(methods)).toEqual({
      direct: true,
      electronic: true,
      post: true,
      entrusted: true,
      left: true,
      announced: true,
    });
    const { differences } = await world.direct((tx) => verifyStatistics(tx));
    expect(differences).toEqual([]);
  } finally {
    await world.close();
  }
});
