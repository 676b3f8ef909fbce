import { afterAll, beforeAll, expect, test } from 'vitest';
import { onEachEngine, type World } from '../../kernel/testing/engines.ts';
import { readPublishedWork } from './index.ts';

const [place, other] = ['530521', '530523'];

onEachEngine('what is published of the work', (open) => {
  let world: World;
  beforeAll(async () => {
    world = await open();
  });
  afterAll(() => world.close());

  const counted = (tenant: string, name: string, month: string, by: number, dimension = 'all', value = '') =>
    world.direct(async (tx) => {
      tx.count({ tenant, name, month, dimension, value, by, recordId: tx.newId() });
    });

  test('by place and year, from the whole and not from its parts; few are not told, none is; a year without records is no year of nothing', async () => {
    await counted(place, 'applications.granted', '2026-01', 7);
    await counted(place, 'applications.granted', '2026-11', 5);
    await counted(place, 'applications.granted', '2026-11', 5, 'class', 'civil');
    await counted(place, 'applications.granted', '2025-06', 30);
    await counted(place, 'applications.granted', '2024-12', 400);
    await counted(place, 'complaints.received', '2026-03', 4);
    await counted(other, 'complaints.received', '2026-03', 5);
    const published = await world.direct((tx) => readPublishedWork(tx, [place, other]));
    expect(published.map(({ tenant, year }) => [tenant, year])).toEqual([
      [place, 2026],
      [place, 2025],
      [other, 2026],
    ]);
    expect(published.map(({ counts }) => counts['applications.granted'])).toEqual([12, 30, 0]);
    expect(published.map(({ counts }) => counts['complaints.received'])).toEqual([null, 0, 5]);
    expect(await world.direct((tx) => readPublishedWork(tx, []))).toEqual([]);
  });
});
