import { afterAll, beforeAll, expect, test } from 'vitest';
import { onEachEngine, type World } from '../../kernel/testing/engines.ts';
import { citizenActor, systemActor } from '../../kernel/use-case/index.ts';
import {
  importRegister,
  listHandlers,
  listNearest,
  loadRegister,
  placeRegions,
  registerAgencies,
  registerExperts,
  registerHandlers,
  registerLiaisons,
} from '../../modules/network/index.ts';
import { inventCity } from './city.ts';
import { tenants } from './tenants.ts';

onEachEngine('the demonstration network', (open) => {
  let world: World;
  const register = loadRegister();
  const city = inventCity({ register });
  beforeAll(async () => {
    world = await open();
  });
  afterAll(() => world.close());

  test('the whole city’s register, agencies and people come in through the use cases within ten seconds', async () => {
    const started = performance.now();
    const system = systemActor;
    await world.as(system, (tx) => importRegister(tx, system, register));
    const places = [...city.ground].map(([code, position]) => ({ code, position }));
    await world.as(system, (tx) => placeRegions(tx, system, register, places));
    const reports = [
      await world.as(system, (tx) => registerAgencies(tx, system, register, city.agencies)),
      await world.as(system, (tx) => registerHandlers(tx, system, register, city.handlers)),
      await world.as(system, (tx) => registerExperts(tx, system, city.experts)),
      await world.as(system, (tx) => registerLiaisons(tx, system, register, city.liaisons)),
    ];
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(reports.map(({ inserted }) => inserted)).toEqual([city.agencies.length, 516, 13, 957]);
  });

  test('every roster is there, under its centre', async () => {
    const rosters = await world.direct((tx) => Promise.all(tenants.map((tenant) => listHandlers(tx, { tenant }))));
    expect(rosters.flat()).toHaveLength(516);
    expect(rosters.flat().every(({ position, agencyName }) => position !== null && agencyName !== '')).toBe(true);
  });

  test('from any village a citizen finds five places, the village’s own point first, and is never sent behind walls', async () => {
    const villages = register.regions.filter(({ level }) => level === 'village').filter((_, i) => i % 40 === 0);
    const citizen = citizenActor('530500');
    for (const { code } of villages) {
      const { places, fromRegion } = await world.as(citizen, (tx) => listNearest(tx, register, { region: code }));
      expect(fromRegion).toBe(code);
      expect(places).toHaveLength(5);
      expect(places.every(({ agency }) => agency.host !== 'detentionHouse' && agency.host !== 'prison')).toBe(true);
      expect(
        places.map(({ agency }) => agency.region),
        code,
      ).toContain(code);
    }
  });
});
