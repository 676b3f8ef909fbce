import { afterAll, beforeAll, expect, test } from 'vitest';
import { Refusal } from '../../kernel/errors/index.ts';
import { onEachEngine, type World } from '../../kernel/testing/engines.ts';
import { citizenActor, staffActor, systemActor } from '../../kernel/use-case/index.ts';
import {
  agencyByCode,
  centresOnFile,
  changeAgencyStatus,
  changeHandlerStatus,
  importRegister,
  listExperts,
  listHandlers,
  listLiaisons,
  listNearest,
  loadRegister,
  type NewAgency,
  type NewHandler,
  placeRegions,
  registerAgencies,
  registerAgency,
  registerExperts,
  registerHandler,
  registerHandlers,
  registerLiaisons,
} from './index.ts';

const register = loadRegister();
const hours = { weekly: { 2: [{ from: '09:00', to: '11:00' }] }, onHolidays: 'closed', exceptions: [] } as const;
const agency = (code: string, change: Partial<NewAgency> = {}): NewAgency => ({
  tenant: '530521',
  code,
  kind: 'townshipStation',
  host: null,
  name: `${code}法律援助工作站`,
  shortName: code,
  reportsTo: code === 'C' ? null : 'C',
  region: '530521105',
  address: null,
  phone: null,
  position: { kind: 'schematic', lon: 99.18, lat: 24.7 },
  barrierFree: true,
  streetLevel: true,
  services: ['consultation', 'acceptance'],
  hours: { ...hours, weekly: { 2: [{ from: '09:00', to: '11:00' }] }, exceptions: [] },
  openedOn: '2015-03-01',
  demonstration: true,
  ...change,
});
const centre = agency('C', {
  kind: 'centre',
  region: '530521101',
  position: { kind: 'schematic', lon: 99.18, lat: 24.73 },
});
const firm = agency('F', { kind: 'lawFirm', services: ['handling'] });
const handler = (code: string, change: Partial<NewHandler> = {}): NewHandler => ({
  tenant: '530521',
  code,
  kind: 'lawyer',
  name: '岩·罕·恩',
  sex: 'male',
  licenceNumber: `0530521${code.padStart(6, '0')}`,
  licensedFrom: '2015-06-01',
  criminalDefenceSince: null,
  trainedForMinors: false,
  specialities: ['labour', 'land'],
  languages: ['mandarin', 'dai'],
  paidByTreasury: false,
  agency: 'F',
  baseRegion: '530521105',
  phone: null,
  joinedOn: '2020-01-01',
  accountId: null,
  demonstration: true,
  ...change,
});
const manager = staffActor('m', '管理', [{ role: 'manager', tenant: '530521', subtree: false }], ['530521', '530581']);
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: unknown) =>
      error instanceof Refusal
        ? [error.code, ...error.faults.map((f) => `${f.pointer} ${f.code}`)].join(' ')
        : Promise.reject(error),
  );

onEachEngine('the service network', (open) => {
  let world: World;
  beforeAll(async () => {
    world = await open();
    await world.as(systemActor, (tx) => importRegister(tx, systemActor, register));
    await world.as(systemActor, (tx) => registerAgencies(tx, systemActor, register, [agency('S1'), centre, firm]));
  });
  afterAll(() => world.close());

  test('the register can be brought in again and changes nothing', async () => {
    const again = await world.as(systemActor, (tx) => importRegister(tx, systemActor, register));
    expect(again).toEqual({ regions: register.regions.length });
  });

  test('a network comes in at once, stations under their centre; a second time it is left alone', async () => {
    const station = await world.direct((tx) => agencyByCode(tx, '530521', 'S1'));
    const head = await world.direct((tx) => agencyByCode(tx, '530521', 'C'));
    expect(station).toMatchObject({
      status: 'open',
      version: 1,
      position: { kind: 'schematic', lon: 99.18 },
      reportsToId: head?.id,
    });
    expect(station?.hours).toEqual(agency('S1').hours);
    const again = await world.as(manager, (tx) =>
      registerAgencies(tx, manager, register, [agency('S1'), agency('S2')]),
    );
    expect(again).toEqual({ inserted: 1, skipped: 1 });
    expect(await world.direct((tx) => centresOnFile(tx))).toMatchObject([{ tenant: '530521', id: head?.id }]);
  });

  test('every fault of an import is told with its place, and nothing is written', async () => {
    const batch = [agency('N1', { region: '530581102' }), agency('N2', { reportsTo: 'nobody' })];
    expect(await codeOf(world.as(manager, (tx) => registerAgencies(tx, manager, register, batch)))).toBe(
      'input.invalid /0/region network.regionElsewhere /1/reportsTo network.agencyUnknown',
    );
    expect(await world.direct((tx) => agencyByCode(tx, '530521', 'N1'))).toBeUndefined();
  });

  test('one number, one agency', async () => {
    expect(await codeOf(world.as(manager, (tx) => registerAgency(tx, manager, register, agency('S1'))))).toBe(
      'network.codeTaken',
    );
  });

  test('a manager keeps to the own jurisdiction, a citizen registers nothing', async () => {
    const elsewhere = agency('T', { tenant: '530581', region: '530581102', reportsTo: null });
    expect(await codeOf(world.as(manager, (tx) => registerAgency(tx, manager, register, elsewhere)))).toBe(
      'auth.forbidden',
    );
    const citizen = citizenActor('530521');
    expect(await codeOf(world.as(citizen, (tx) => registerAgency(tx, citizen, register, agency('T'))))).toBe(
      'auth.forbidden',
    );
  });

  test('handlers belong to a unit that may send them; a licence stands for one person', async () => {
    const outcome = await world.as(manager, (tx) =>
      registerHandlers(tx, manager, register, [handler('1'), handler('2')]),
    );
    expect(outcome).toEqual({ inserted: 2, skipped: 0 });
    expect(
      await codeOf(
        world.as(manager, (tx) =>
          registerHandler(tx, manager, register, handler('3', { licenceNumber: handler('1').licenceNumber })),
        ),
      ),
    ).toBe('network.licenceTaken');
    expect(
      await codeOf(world.as(manager, (tx) => registerHandler(tx, manager, register, handler('3', { agency: 'S1' })))),
    ).toBe('input.invalid /agency network.unitCannotHandle');
    const roster = await world.as(manager, (tx) => listHandlers(tx, { tenant: '530521', statuses: ['active'] }));
    expect(
      roster.map(({ code, agencyName, specialities, statusSince }) => ({
        code,
        agencyName,
        specialities,
        statusSince,
      })),
    ).toEqual([
      { code: '1', agencyName: 'F法律援助工作站', specialities: ['labour', 'land'], statusSince: '2020-01-01' },
      { code: '2', agencyName: 'F法律援助工作站', specialities: ['labour', 'land'], statusSince: '2020-01-01' },
    ]);
  });

  test('experts and liaisons come in with the people and places they belong to', async () => {
    const expert = {
      tenant: '530521',
      code: 'X1',
      name: '杨某',
      title: '律师',
      organisation: '所',
      fields: ['family' as const],
      appointedOn: '2017-03-01',
      demonstration: true,
    };
    expect(
      await codeOf(world.as(manager, (tx) => registerExperts(tx, manager, [{ ...expert, handler: 'nobody' }]))),
    ).toBe('input.invalid /0/handler network.handlerUnknown');
    await world.as(manager, (tx) => registerExperts(tx, manager, [{ ...expert, handler: '1' }]));
    const liaison = {
      tenant: '530521',
      code: 'N-1',
      name: '阿·依',
      sex: 'female' as const,
      region: '530521105201',
      agency: 'S1',
      phone: null,
      languages: ['yi' as const],
      appointedOn: '2019-01-01',
      accountId: null,
      demonstration: true,
    };
    await world.as(manager, (tx) => registerLiaisons(tx, manager, register, [liaison]));
    expect(await world.direct((tx) => listExperts(tx, '530521'))).toMatchObject([{ code: 'X1', fields: ['family'] }]);
    expect(await world.direct((tx) => listLiaisons(tx, '530521', '530521105201'))).toMatchObject([
      { code: 'N-1', languages: ['yi'] },
    ]);
  });

  test('a suspended handler stays on the roster with the reason; a screen that is behind is refused', async () => {
    const [first] = await world.as(manager, (tx) => listHandlers(tx, { tenant: '530521' }));
    if (first === undefined) throw new Error('no handler');
    const change = { tenant: '530521', handlerId: first.id, version: first.version, event: 'suspend' as const };
    expect(await codeOf(world.as(manager, (tx) => changeHandlerStatus(tx, manager, { ...change, reason: '' })))).toBe(
      'input.invalid /reason network.reasonMissing',
    );
    const done = await world.as(manager, (tx) =>
      changeHandlerStatus(tx, manager, { ...change, reason: '投诉调查期间' }),
    );
    expect(done).toEqual({ status: 'suspended', version: first.version + 1 });
    expect(
      await codeOf(
        world.as(manager, (tx) => changeHandlerStatus(tx, manager, { ...change, event: 'leave', reason: '离职' })),
      ),
    ).toBe('record.stale');
    const again = { ...change, version: first.version + 1, reason: '再次' };
    expect(await codeOf(world.as(manager, (tx) => changeHandlerStatus(tx, manager, again)))).toBe(
      'record.actionNotAllowed',
    );
    const [now] = await world.as(manager, (tx) => listHandlers(tx, { tenant: '530521', statuses: ['suspended'] }));
    expect(now).toMatchObject({ code: first.code, statusSince: '2026-11-24', statusReason: '投诉调查期间' });
  });

  test('personnel of one jurisdiction are invisible from another', async () => {
    const other = staffActor(
      'o',
      '别处',
      [{ role: 'manager', tenant: '530581', subtree: false }],
      ['530521', '530581'],
    );
    expect(await world.as(other, (tx) => listHandlers(tx, { tenant: '530521' }))).toEqual([]);
  });

  test('anybody finds the nearest open place, across county borders, with its hours', async () => {
    const border = agency('B', {
      tenant: '530581',
      region: '530581102',
      reportsTo: null,
      position: { kind: 'schematic', lon: 99.19, lat: 24.701 },
    });
    await world.as(systemActor, (tx) => registerAgency(tx, systemActor, register, border));
    await world.as(systemActor, (tx) =>
      placeRegions(tx, systemActor, register, [
        { code: '530521105', position: { kind: 'schematic', lon: 99.18, lat: 24.7 } },
      ]),
    );
    const citizen = citizenActor('530502');
    const found = await world.as(citizen, (tx) => listNearest(tx, register, { region: '530521105201', limit: 3 }));
    expect(found.fromRegion).toBe('530521105');
    expect(found.places.map(({ agency: { code } }) => code)).toEqual(['S1', 'S2', 'B']);
    // 10 o'clock on Tuesday 2026-11-24 in Shanghai: within the station's only two hours.
    expect(found.places[0]).toMatchObject({
      openNow: true,
      next: { day: '2026-11-24', from: '10:00' },
      travel: { schematic: true, minutes: 0 },
    });
    expect(await codeOf(world.as(citizen, (tx) => listNearest(tx, register, {})))).toBe('network.placeMissing');
    expect(await codeOf(world.as(citizen, (tx) => listNearest(tx, register, { region: '530524' })))).toBe(
      'network.positionMissing',
    );
  });

  test('a far point still finds its places, a suspended one is left out', async () => {
    const station = await world.direct((tx) => agencyByCode(tx, '530521', 'S1'));
    if (station === undefined) throw new Error('no station');
    await world.as(manager, (tx) =>
      changeAgencyStatus(tx, manager, { tenant: '530521', agencyId: station.id, version: 1, event: 'suspend' }),
    );
    const found = await world.as(citizenActor('530502'), (tx) =>
      listNearest(tx, register, { lon: 97.2, lat: 24.7, limit: 2, service: 'acceptance' }),
    );
    expect(found.places.map(({ agency: { code } }) => code)).toEqual(['S2', 'C']);
  });

  test('a holiday on file closes the place', async () => {
    await world.direct((tx) =>
      tx.db
        .insertInto('calendarDay')
        .values({ date: '2026-11-24', kind: 'holiday', name: '试', source: '试' })
        .onConflict((c) => c.column('date').doUpdateSet({ kind: 'holiday' }))
        .execute()
        .then(() => undefined),
    );
    const found = await world.as(citizenActor('530502'), (tx) =>
      listNearest(tx, register, { region: '530521105', limit: 1 }),
    );
    expect(found.places[0]).toMatchObject({ openNow: false, today: [], next: { day: '2026-12-01', from: '09:00' } });
  });
});
