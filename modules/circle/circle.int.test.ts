import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kernelRefusals, Refusal } from '../../kernel/errors/index.ts';
import { toGcj02 } from '../../kernel/geo/index.ts';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import { buildHttp } from '../../kernel/http/index.ts';
import { onEachEngine, type World } from '../../kernel/testing/engines.ts';
import { type Actor, staffActor, systemActor } from '../../kernel/use-case/index.ts';
import { pdfPages } from '../documents/testing/pdf-text.ts';
import {
  importRegister,
  listNearest,
  loadRegister,
  type NewAgency,
  networkRefusals,
  placeRegions,
  registerAgencies,
} from '../network/index.ts';
import { busesOnFile, circleRefusals, circleRoutes, importPeople, roadsOnFile, roadTimes } from './index.ts';
import { writeGraph } from './roads/graph/graph-file.ts';
import { tinyGraph } from './testing/tiny-graph.ts';

const register = loadRegister();
/** Four villages of 施甸县甸阳镇 on one road of 36 km/h, ten minutes apart; the last one has nobody counted. */
const villages = ['530521101001', '530521101002', '530521101003', '530521101004'];
const tenMinutes = 6000 / (111_195.08 * Math.cos((24.7 * Math.PI) / 180));
const place = (n: number) => ({ kind: 'schematic' as const, lon: 99.1 + n * tenMinutes, lat: 24.7 });

const station = (code: string, at: number, more: Partial<NewAgency> = {}): NewAgency => ({
  tenant: '530521',
  code,
  kind: code === 'C' ? 'centre' : 'townshipStation',
  host: null,
  name: `${code}站`,
  shortName: code,
  reportsTo: code === 'C' ? null : 'C',
  region: '530521101',
  address: null,
  phone: null,
  position: place(at),
  barrierFree: true,
  streetLevel: true,
  services: ['consultation', 'acceptance'],
  hours: { weekly: { 2: [{ from: '08:30', to: '12:00' }] }, onHolidays: 'closed', exceptions: [] },
  openedOn: null,
  demonstration: true,
  ...more,
});

onEachEngine('the one-hour circle', (open) => {
  let world: World;
  let app: FastifyInstance;
  let actor: Actor | undefined;
  const folder = mkdtempSync(join(tmpdir(), 'fayuan-circle-'));
  const roads = roadsOnFile(join(folder, 'roads.graph'));
  const manager = staffActor('m', '主任', [{ role: 'manager', tenant: '530521', subtree: false }], ['530521']);
  const post = async (url: string, payload: object) => {
    const answer = await app.inject({ method: 'POST', url, payload });
    return { status: answer.statusCode, body: answer.json() };
  };
  const postBare = async (url: string) => (await app.inject({ method: 'POST', url })).statusCode;
  const get = async (url: string) => {
    const answer = await app.inject({ method: 'GET', url });
    return { status: answer.statusCode, body: answer.json() };
  };

  beforeAll(async () => {
    world = await open();
    const silent = {
      info: () => undefined,
      warn: () => undefined,
      error: () => undefined,
    } as unknown as HttpDeps['log'];
    app = await buildHttp({
      log: silent,
      refusals: { ...kernelRefusals, ...networkRefusals, ...circleRefusals },
      secure: false,
      trustProxy: false,
    });
    const deps = {
      runner: world.runner,
      log: silent,
      actorOf: async () => {
        if (actor === undefined) throw new Refusal('auth.required');
        return actor;
      },
      idempotencyKey: () => undefined,
    } as unknown as HttpDeps;
    circleRoutes(app, deps, register, roads, {
      buses: busesOnFile(join(folder, 'timetable.csv'), roads, () => undefined),
    });
    await world.as(systemActor, (tx) => importRegister(tx, systemActor, register));
    await world.as(systemActor, (tx) =>
      placeRegions(
        tx,
        systemActor,
        register,
        villages.map((code, n) => ({ code, position: place(n + 1) })),
      ),
    );
    await world.as(systemActor, (tx) =>
      registerAgencies(tx, systemActor, register, [
        station('C', 0),
        station('S', 4, { barrierFree: false, hours: { weekly: {}, onHolidays: 'closed', exceptions: [] } }),
        station('P', 1, { kind: 'partnerStation', host: 'prison' }),
      ]),
    );
    await world.as(systemActor, (tx) =>
      importPeople(
        tx,
        systemActor,
        register,
        villages.slice(0, 3).map((region, n) => ({
          region,
          asOf: '2020-11-01',
          people: 100 * (n + 1),
          // Nobody has counted the older people of the third one.
          groups: n === 2 ? {} : { older: 20 + 10 * n },
          source: 'test',
          verified: false,
        })),
      ),
    );
  });
  afterAll(async () => {
    await app.close();
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('without roads on file the page says what to do', async () => {
    actor = manager;
    expect(await post('/api/circle/view', {})).toMatchObject({ status: 404, body: { code: 'circle.noRoads' } });
  });

  test('each village has its minutes and its point; nobody walks to a prison for advice', async () => {
    const points = Object.fromEntries([0, 1, 2, 3, 4].map((n) => [`p${n}`, [place(n).lon, place(n).lat] as const]));
    const { facts, ...arrays } = tinyGraph({
      points,
      roads: [{ points: Object.keys(points), name: '示意路' }],
    });
    writeGraph(join(folder, 'roads.graph'), facts, arrays);
    const { status, body } = await post('/api/circle/view', { bands: [15, 25] });
    expect(status).toBe(200);
    expect(body.stations.map(({ name }: { name: string }) => name)).toEqual(['C站', 'S站']);
    expect(body.villages.map(({ minutes, people }: { minutes: number; people: number }) => [minutes, people])).toEqual([
      [10, 100],
      [20, 200],
      [10, 300],
      [0, null],
    ]);
    expect(body.villages[0]).toMatchObject({ name: '甸阳社区', township: '甸阳镇', county: '施甸县', schematic: true });
    expect(body.whole).toMatchObject({ places: 4, people: 600, uncounted: 1 });
    expect(body.whole.bands).toEqual([
      { minutes: 15, people: 400, share: 400 / 600, places: 3 },
      { minutes: 25, people: 600, share: 1, places: 4 },
    ]);
    expect(body.roads).toMatchObject({ schematic: true, verified: false });
  });

  test('only points without steps, and only those open at the hour', async () => {
    const { body } = await post('/api/circle/view', { barrierFree: true });
    expect(body.villages.map(({ minutes }: { minutes: number }) => minutes)).toEqual([10, 20, 30, 40]);
    // A Tuesday morning, and a Tuesday afternoon.
    const at = async (hour: string) => (await post('/api/circle/view', { at: `2026-11-24T${hour}` })).body;
    expect((await at('09:00')).villages[3].minutes).toBe(40);
    expect((await at('15:00')).villages[3]).toMatchObject({ minutes: null, station: null });
  });

  test('a station that closes and one that opens are shown beside today, and nothing is kept', async () => {
    const { body: today } = await post('/api/circle/view', {});
    const close = today.stations
      .filter(({ name }: { name: string }) => name === 'S站')
      .map(({ id }: { id: string }) => id);
    const { body } = await post('/api/circle/view', {
      bands: [15],
      change: { close, open: [{ name: '新站', lon: place(3).lon, lat: place(3).lat }] },
    });
    expect(
      body.villages.map((one: { minutes: number; minutesToday: number }) => [one.minutesToday, one.minutes]),
    ).toEqual([
      [10, 10],
      [20, 10],
      [10, 0],
      [0, 10],
    ]);
    expect([body.today.bands[0].people, body.whole.bands[0].people]).toEqual([400, 600]);
    expect((await post('/api/circle/view', {})).body).toEqual(today);
    const unknown = '00000000-0000-7000-8000-000000000000';
    expect(await post('/api/circle/view', { change: { close: [unknown] } })).toMatchObject({
      status: 400,
      body: { code: 'circle.stationUnknown' },
    });
  });

  test('a station tried at other hours counts while they last', async () => {
    const { body: today } = await post('/api/circle/view', {});
    const one = today.stations.find(({ name }: { name: string }) => name === 'S站');
    const under = async (at: string | undefined) => {
      const change = { hours: [{ id: one.id, days: [2, 4], span: { from: '14:30', to: '17:30' } }] };
      const { status, body } = await post('/api/circle/view', { ...(at !== undefined && { at }), change });
      expect(status).toBe(200);
      expect(body.stations.find(({ id }: { id: string }) => id === one.id).change).toBe('hours');
      return body.villages.some(({ station }: { station: string }) => station === one.id);
    };
    // 24 November 2026 is a Tuesday.
    expect(await under('2026-11-24T15:00')).toBe(true);
    expect(await under('2026-11-24T10:00')).toBe(false);
    expect(await under('2026-11-25T15:00')).toBe(false);
    expect(await under(undefined)).toBe(true);
    const wrong = (hours: object) => post('/api/circle/view', { change: { hours: [hours] } });
    const span = { from: '14:30', to: '17:30' };
    for (const hours of [
      { id: one.id, days: [], span },
      { id: one.id, days: [2, 2], span },
      { id: one.id, days: [8], span },
      { id: one.id, days: [2], span: { from: '17:30', to: '14:30' } },
    ])
      expect((await wrong(hours)).body.code).toBe('input.invalid');
    expect((await wrong({ id: '01900000-0000-7000-8000-000000000000', days: [2], span })).body.code).toBe(
      'circle.stationUnknown',
    );
  });

  test('the road taken is told, from door to door', async () => {
    const way = (village: string | undefined, question: object = {}) => post('/api/circle/way', { village, question });
    const { body } = await way(villages[1]);
    expect(body).toMatchObject({
      minutes: 20,
      kilometres: 12,
      roads: [{ name: '示意路', kilometres: 12, minutes: 20 }],
    });
    expect(body.line[0]).toEqual([place(2).lon, place(2).lat]);
    expect(await way('530521102201')).toMatchObject({ status: 404 });
    // Under a what-if it is the way of the what-if: to the new station, past the one that closed.
    const { body: today } = await post('/api/circle/view', {});
    const nameOf = (id: string) => today.stations.find((one: { id: string }) => one.id === id)?.name;
    expect(nameOf((await way(villages[3])).body.station)).toBe('S站');
    const close = [(await way(villages[3])).body.station];
    const shut = await way(villages[3], { change: { close } });
    expect([nameOf(shut.body.station), shut.body.minutes]).toEqual(['C站', 40]);
    const opened = await way(villages[3], {
      change: { close, open: [{ name: '新站', lon: place(3).lon, lat: place(3).lat }] },
    });
    expect(opened.body).toMatchObject({ station: 'new-1', minutes: 10, kilometres: 6 });
    expect(opened.body.line.at(-1)).toEqual([place(3).lon, place(3).lat]);
    expect((await way(villages[3], { barrierFree: true })).body.minutes).toBe(40);
    expect(await way(villages[3], { barrierFree: true, change: { close: [] }, bands: [] })).toMatchObject({
      status: 400,
    });
    const nobody = await way(villages[3], { at: '2026-11-24T22:00' });
    expect([nobody.status, nobody.body.code]).toEqual([404, 'circle.noWay']);
  });

  test('the roads go out as tiles, in pieces, to who may see the circle', async () => {
    const ask = (headers: Record<string, string>) =>
      app.inject({ method: 'GET', url: '/api/circle/roads.pmtiles?graph=1', headers });
    const head = await ask({ range: 'bytes=0-16383' });
    expect([head.statusCode, head.headers['content-type']]).toEqual([206, 'application/vnd.pmtiles']);
    expect(head.rawPayload.subarray(0, 8).toString('latin1')).toBe('PMTiles\x03');
    expect(String(head.headers['content-security-policy'])).toContain("default-src 'self'");
    const { etag = '' } = head.headers;
    expect((await ask({ 'if-none-match': String(etag) })).statusCode).toBe(304);
    expect((await ask({ range: 'bytes=0-9', 'if-range': '"older"' })).statusCode).toBe(200);
    const { body } = await get('/api/circle/roads/lines');
    expect(body.features.map(({ properties }: { properties: object }) => properties)).toContainEqual({ weight: 1 });
    expect((await get('/api/circle/roads')).body.roads.box.west).toBeCloseTo(99.1, 4);
  });

  test('a group is counted where it is known, and has no share where it is not', async () => {
    const { body } = await post('/api/circle/view', { bands: [15, 25] });
    expect(body.whole.groups).toEqual([
      {
        group: 'older',
        people: 50,
        bands: [
          { minutes: 15, people: 20, share: 0.4 },
          { minutes: 25, people: 50, share: 1 },
        ],
      },
    ]);
    expect(body.counties[0].groups).toEqual(body.whole.groups);
  });

  test('isochrones are polygons with their area', async () => {
    const { body } = await post('/api/circle/isochrones', { bands: [10, 30] });
    expect(body.features.map(({ properties }: { properties: { minutes: number } }) => properties.minutes)).toEqual([
      10, 30,
    ]);
    expect(body.features[1].properties.squareKm).toBeGreaterThan(body.features[0].properties.squareKm);
  });

  test('a new station goes where it saves most, today stays, and the plan is proven', async () => {
    const { status, body } = await post('/api/circle/siting', { question: { bands: [15] }, model: 'pmedian', add: 1 });
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: 'optimal', gap: 0, sites: [{ code: villages[2] }] });
    expect(body.view.villages[2]).toMatchObject({ minutesToday: 10, minutes: 0 });
    const cover = await post('/api/circle/siting', { question: {}, model: 'lscp', add: 1, minutes: 1 });
    expect(cover).toMatchObject({ status: 400, body: { code: 'circle.cannotPlan' } });
  });

  test('the next best plans come beside the best, each with what it reaches', async () => {
    const { body } = await post('/api/circle/siting', { question: {}, model: 'pmedian', add: 1, alternatives: 3 });
    expect(body.alternatives).toHaveLength(2);
    const values = [body, ...body.alternatives].map(({ value }: { value: number }) => value);
    expect(values).toEqual([...values].sort((a, b) => a - b));
    expect(new Set([body, ...body.alternatives].map(({ sites }) => sites[0].code)).size).toBe(3);
    // Mean minutes of 100, 200, 300 counted people and one village like the middle one, 200: the third village gets the station.
    expect(body.value).toBeCloseTo((100 * 10 + 200 * 10) / 800, 1);
    expect((await get('/api/circle/siting/progress')).body).toEqual({ progress: null });
    expect((await get('/api/circle/roads')).body.modes).toEqual(['drive']);
  });

  test('a team’s days visit the villages beyond the bound, within the hours, on working days', async () => {
    const { stations } = (await post('/api/circle/view', {})).body;
    const base = stations.find(({ name }: { name: string }) => name === 'C站');
    const asked = { question: { bands: [5] }, base: base.id, from: '2026-11-23', to: '2026-12-04' };
    const { status, body } = await post('/api/circle/circuits', { ...asked, hours: 8, stay: 60 });
    expect(status).toBe(200);
    expect(body).toMatchObject({ base: { name: 'C站' }, villages: 3, tooFar: [], fewestDays: 1, calendarKnown: true });
    expect(body.days).toMatchObject([
      {
        team: 1,
        starts: '08:30',
        stops: [
          { code: villages[0], arrives: '08:40', leaves: '09:40' },
          { code: villages[1], arrives: '09:50', leaves: '10:50' },
          { code: villages[2], arrives: '11:00', leaves: '12:00' },
        ],
        returns: '12:30',
      },
    ]);
    expect(body.travelMinutes).toBe(60);
    expect(body.boundMinutes).toBeLessThanOrEqual(60);
    const line = await post('/api/circle/circuits/way', {
      stops: [base, ...body.days[0].stops, base].map(({ lon, lat }) => ({ lon, lat })),
    });
    expect(line.body.line[0]).toEqual([base.lon, base.lat]);
    expect(line.body.line.length).toBeGreaterThan(5);

    // A day of two and a half hours has room for one village, and none for the third, half an hour away, with two hours of work there.
    const short = await post('/api/circle/circuits', { ...asked, hours: 2.5, stay: 100 });
    expect(short.body).toMatchObject({ villages: 2, tooFar: [{ code: villages[2] }] });
    expect(short.body.days).toHaveLength(2);
    expect(
      await post('/api/circle/circuits', { ...asked, hours: 2.5, stay: 100, from: '2026-11-28', to: '2026-11-30' }),
    ).toMatchObject({ status: 400, body: { code: 'circle.tooFewDays' } });
    expect(await post('/api/circle/circuits', { ...asked, to: '2026-11-22' })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/to', code: 'circle.quarter' }] },
    });
    const nowhere = '00000000-0000-4000-8000-000000000000';
    expect(await post('/api/circle/circuits', { ...asked, base: nowhere })).toMatchObject({
      status: 400,
      body: { code: 'circle.stationUnknown' },
    });
  });

  test('a reckoning is kept with all it was made of, listed, and made again to the letter', async () => {
    const { status, body: kept } = await post('/api/circle/runs', {
      name: '2026年',
      question: { bands: [15, 25] },
      costs: { setUp: 100, yearly: 200, years: 10 },
    });
    expect(status).toBe(201);
    expect(kept.tenant).toBe('530521');
    const { body: list } = await get('/api/circle/runs');
    expect(list.runs).toMatchObject([
      {
        id: kept.id,
        name: '2026年',
        keptByName: '主任',
        costs: { setUp: 100, yearly: 200, years: 10 },
        question: { bands: [15, 25], barrierFree: false },
        whole: { people: 600, uncounted: 1 },
      },
    ]);
    expect(Date.parse(list.runs[0].keptAt)).not.toBeNaN();
    const { body: run } = await get(`/api/circle/runs/530521/${kept.id}`);
    expect(run.villages.map((one: { deciseconds: number; people: number }) => [one.deciseconds, one.people])).toEqual([
      [6000, 100],
      [12_000, 200],
      [6000, 300],
      [0, null],
    ]);
    expect(run.stations.map(({ name }: { name: string }) => name)).toEqual(['C站', 'S站']);
    expect(run.counties[0].groups[0].people).toBe(50);
    const again = `/api/circle/runs/530521/${kept.id}/again`;
    expect((await post(again, {})).body).toMatchObject({ graph: 'same', differing: [] });

    // A trial is kept as one, and its fingerprint tells which part differs.
    await post('/api/circle/runs', {
      name: '试改',
      question: { bands: [15, 25], change: { close: [run.stations[1].id] } },
    });
    const { body: two } = await get('/api/circle/runs');
    const [trial, first] = two.runs;
    expect(trial.question.change.close).toEqual([run.stations[1].id]);
    expect(trial.prints.stations).not.toBe(first.prints.stations);
    expect([trial.prints.graph, trial.prints.places, trial.prints.people]).toEqual([
      first.prints.graph,
      first.prints.places,
      first.prints.people,
    ]);

    // Other roads: it stays readable, and is not made again with what it was not made of.
    const path = join(folder, 'roads.graph');
    const before = readFileSync(path);
    const points = Object.fromEntries([0, 2, 4].map((n) => [`p${n}`, [place(n).lon, place(n).lat] as const]));
    const { facts, ...arrays } = tinyGraph({ points, roads: [{ points: Object.keys(points), kmH: 72 }] });
    writeGraph(path, facts, arrays);
    expect((await post(again, {})).body).toMatchObject({ graph: 'other', differing: [] });
    expect((await get(`/api/circle/runs/530521/${kept.id}`)).body).toEqual(run);
    writeFileSync(path, before);
    expect((await post(again, {})).body).toMatchObject({ graph: 'same', differing: [] });
  });

  test('the report tells what the screen tells, on paper, and says what is invented', async () => {
    const report = await app.inject({
      method: 'POST',
      url: '/api/circle/report',
      payload: {
        question: {
          bands: [15, 25],
          change: { open: [{ name: '新站', lon: place(2).lon, lat: place(2).lat }] },
        },
        costs: { setUp: 1_000_000, yearly: 500_000, years: 10 },
      },
    });
    expect([report.statusCode, report.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(String(report.headers['content-disposition'])).toContain(encodeURIComponent('一小时服务圈测算报告'));
    const text = pdfPages(report.rawPayload).join('').replace(/\s/g, '');
    for (const words of [
      '一小时服务圈测算报告',
      '待核实',
      '示意路网，非实测',
      '甸阳镇',
      '老年人',
      '没有漏下的村',
      '车速−20%',
      '新设1个（新站）',
      '测算：主任',
    ])
      expect(text).toContain(words);
    // Two hundred people more within 25 minutes? They were within it before: nobody more, so no figure for each.
    expect(text).toContain('合每年6,000.00元');
    expect(text).not.toContain('每多覆盖一人');
  });

  test('kept reckonings belong to their centre, and nobody changes one', async () => {
    const { body: list } = await get('/api/circle/runs');
    const { id } = list.runs[0];
    actor = staffActor('n', '邻县主任', [{ role: 'manager', tenant: '530524', subtree: false }], ['530521', '530524']);
    expect((await get('/api/circle/runs')).body.runs).toEqual([]);
    expect((await get(`/api/circle/runs/530521/${id}`)).status).toBe(404);
    expect((await post(`/api/circle/runs/530521/${id}/again`, {})).status).toBe(404);
    actor = staffActor('f', '财务', [{ role: 'finance', tenant: '530521', subtree: false }], ['530521']);
    expect((await get('/api/circle/runs')).body.runs).toHaveLength(2);
    expect((await post('/api/circle/runs', { name: 'x', question: {} })).status).toBe(403);
    actor = manager;
    expect((await post('/api/circle/runs', { name: ' ', question: {} })).body.errors[0].pointer).toBe('/name');
    const refused = world.as(manager, (tx) =>
      sql`UPDATE circle_run SET name = 'other' WHERE tenant = '530521'`.execute(tx.db),
    );
    await expect(refused).rejects.toThrow(/permission denied/);
  });

  test('bad questions name their field', async () => {
    const { status, body } = await post('/api/circle/view', { bands: [30, 15] });
    expect([status, body.errors[0].pointer]).toEqual([400, '/bands']);
    expect((await post('/api/circle/view', { at: 'soon' })).body.errors[0].pointer).toBe('/at');
    expect((await post('/api/circle/view', { colour: 'red' })).status).toBe(400);
  });

  test('the page is for those who answer for the network', async () => {
    actor = undefined;
    expect((await post('/api/circle/view', {})).status).toBe(401);
    actor = staffActor('c', '窗口', [{ role: 'clerk', tenant: '530521', subtree: false }], ['530521']);
    for (const url of ['/api/circle/view', '/api/circle/isochrones']) expect((await post(url, {})).status).toBe(403);
    for (const url of ['/api/circle/roads', '/api/circle/roads/lines', '/api/circle/roads.pmtiles'])
      expect((await get(url)).status).toBe(403);
    expect((await post('/api/circle/way', { village: villages[0], question: {} })).status).toBe(403);
    expect((await post('/api/circle/siting', { question: {}, model: 'pmedian', add: 1 })).status).toBe(403);
    expect((await post('/api/circle/report', { question: {} })).status).toBe(403);
  });

  test('the nearest point for people goes by road', async () => {
    const near = (withRoads: boolean) =>
      world.as(systemActor, (tx) =>
        listNearest(tx, register, { region: villages[1], limit: 2 }, withRoads ? roadTimes(roads) : undefined),
      );
    const { places } = await near(true);
    expect(places.map(({ agency, travel }) => [agency.code, travel.minutes, travel.by])).toEqual([
      ['C', 20, 'road'],
      ['S', 20, 'road'],
    ]);
    expect((await near(false)).places[0]?.travel.by).toBe('straightLine');
  });

  test('an answer knows at once what has changed on file: a position, a count of people, a station', async () => {
    actor = manager;
    const before = (await post('/api/circle/view', {})).body;
    expect((await post('/api/circle/view', {})).body).toEqual(before);
    await world.as(systemActor, (tx) =>
      placeRegions(tx, systemActor, register, [{ code: villages[0] as string, position: place(2) }]),
    );
    const count = { asOf: '2025-11-01', people: 700, groups: {}, source: 'test', verified: true };
    await world.as(systemActor, (tx) =>
      importPeople(tx, systemActor, register, [{ region: villages[1] as string, ...count }]),
    );
    const moved = (await post('/api/circle/view', {})).body;
    expect(moved.villages[0]).toMatchObject({ lon: place(2).lon, minutes: 20 });
    expect(moved.villages[1]).toMatchObject({ people: 700, minutes: 20 });
    await world.as(systemActor, (tx) => registerAgencies(tx, systemActor, register, [station('N', 2)]));
    const joined = (await post('/api/circle/view', {})).body;
    expect(joined.stations.map(({ name }: { name: string }) => name)).toContain('N站');
    expect(joined.villages[0].minutes).toBe(0);
  });

  test('a plan for the worst-served group first names the group, and what no plan can better', async () => {
    actor = manager;
    const { status, body } = await post('/api/circle/siting', {
      question: { barrierFree: true },
      model: 'pmedian',
      add: 1,
      worstGroupFirst: true,
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: 'optimal', worstGroup: { group: 'older', measure: 'minutes', gap: 0 } });
    expect(body.worstGroup.bound).toBe(body.worstGroup.value);
    expect(
      await post('/api/circle/siting', { question: {}, model: 'lscp', add: 1, worstGroupFirst: true }),
    ).toMatchObject({ status: 400, body: { code: 'circle.cannotPlan' } });
  });

  test('by bus where it is there sooner, at an hour that is asked about; what is kept goes by road', async () => {
    actor = manager;
    const bus = { bus: true, at: '2026-11-24T09:00' };
    expect(await post('/api/circle/view', bus)).toMatchObject({ status: 404, body: { code: 'circle.noTimetable' } });
    expect((await get('/api/circle/roads')).body.timetable).toBe(false);
    const stops = [4, 0].map((n) => `${place(n).lon},${place(n).lat}`);
    writeFileSync(
      join(folder, 'timetable.csv'),
      `line,trip,stop,time,lon,lat,days\n快线,1,村口,09:01,${stops[0]},2\n快线,1,县城,09:05,${stops[1]},2\n`,
    );
    expect((await get('/api/circle/roads')).body.timetable).toBe(true);
    expect(await post('/api/circle/view', { bus: true })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/at', detail: '算班车要先定日期和时刻' }] },
    });
    // Only the centre is without steps: the last village is far from it by road.
    const far = async (more: object) =>
      (await post('/api/circle/view', { barrierFree: true, ...more })).body.villages[3];
    const road = await far({ at: bus.at });
    expect(road.minutes).toBeGreaterThan(5);
    const ridden = await far(bus);
    expect(ridden).toMatchObject({
      onFoot: null,
      bus: { leave: '09:01', arrive: '09:05', rides: [{ line: '快线', from: '村口', to: '县城' }] },
    });
    // One waits a minute for it.
    expect(ridden.minutes).toBe(5);
    // It runs on Tuesdays alone, once; a minute late it is gone.
    expect(await far({ ...bus, at: '2026-11-24T09:02' })).toEqual(await far({ at: '2026-11-24T09:02' }));
    for (const [path, body] of [
      ['/api/circle/runs', { name: '班车', question: bus }],
      ['/api/circle/siting', { question: bus, model: 'mclp', add: 1 }],
      ['/api/circle/report', { question: bus }],
    ] as const)
      expect(await post(path, body)).toMatchObject({ status: 400, body: { code: 'circle.roadOnly' } });
    rmSync(join(folder, 'timetable.csv'));
  });

  test('a village set by hand on the map stands there at once, with who and how, and can be taken back', async () => {
    actor = manager;
    const [code] = villages as [string];
    const minutesOf = async () =>
      (await post('/api/circle/view', {})).body.villages.find((one: { code: string }) => one.code === code);
    const before = await minutesOf();
    const of = { kind: 'region', code };
    const seen = { lon: before.lon, lat: before.lat };
    const given = { lon: place(1.5).lon, lat: place(1.5).lat, crs: 'WGS84' };
    const set = (body: object) => post('/api/circle/positions', { of, given, source: 'map', seen, ...body });

    // Bad input: each is told what it is, and nothing is kept.
    expect(await set({ seen: null })).toMatchObject({ status: 409, body: { code: 'record.stale' } });
    expect(await set({ given: { ...given, lon: 24.7, lat: 89 } })).toMatchObject({
      status: 400,
      body: { code: 'network.outsideCity', errors: [{ pointer: '/given/lon' }, { pointer: '/given/lat' }] },
    });
    expect(await set({ given: { ...given, lon: 116.4, lat: 39.9 } })).toMatchObject({ status: 400 });
    expect(await set({ of: { kind: 'region', code: '530500' } })).toMatchObject({
      status: 400,
      body: { code: 'network.notAPlace' },
    });
    expect(await set({ of: { kind: 'region', code: '530502001002' }, seen: null })).toMatchObject({ status: 403 });
    expect(await minutesOf()).toEqual(before);

    const done = await set({});
    expect(done.status).toBe(201);
    const { body: then } = await post('/api/circle/view', {});
    expect(then.villages[0]).toMatchObject({ code, schematic: true, lon: given.lon, lat: given.lat });
    // Half-way between two points ten minutes apart.
    expect([before.minutes, then.villages[0].minutes]).toEqual([0, 5]);
    const { body: listed } = await get('/api/circle/positions');
    expect(listed.set[0]).toMatchObject({
      name: '施甸县甸阳镇甸阳社区',
      setByName: '主任',
      source: 'map',
      given,
      moved: true,
      undoneAt: null,
    });
    // Other villages of the register stand nowhere yet.
    expect(listed.unplaced).toContainEqual({
      code: '530502001002',
      name: '隆阳区兰城街道王官社区',
    });

    const undo = () => postBare(`/api/circle/positions/${done.body.tenant}/${done.body.id}/undo`);
    actor = staffActor('x', '外县', [{ role: 'manager', tenant: '530502', subtree: false }], ['530502']);
    expect(await undo()).toBe(404);
    actor = manager;
    expect(await undo()).toBe(204);
    expect(await minutesOf()).toEqual(before);
    expect(await undo()).toBe(409);
    const events = await world.direct(
      async (tx) =>
        (
          await sql<{ kind: string; payload: { from: object; to: object } }>`
SELECT kind, payload FROM event WHERE matter_id = ${done.body.id} ORDER BY seq`.execute(tx.db)
        ).rows,
    );
    // Both sides of each change are told.
    expect(events.map(({ kind, payload: { from, to } }) => [kind, from, to])).toEqual([
      ['position.set', { kind: 'schematic', ...seen }, { kind: 'schematic', lon: given.lon, lat: given.lat }],
      ['position.undone', { kind: 'schematic', lon: given.lon, lat: given.lat }, { kind: 'schematic', ...seen }],
    ]);
  });

  test('coordinates of a web map are converted, a point far from its township is asked about, and who comes second is told', async () => {
    const { body: view } = await post('/api/circle/view', {});
    const { id, lon, lat } = view.stations.find(({ name }: { name: string }) => name === 'S站');
    const of = { kind: 'agency', tenant: '530521', id };
    const wgs = { lon: place(3).lon, lat: place(3).lat };
    const [gLon, gLat] = toGcj02([wgs.lon, wgs.lat]);
    const typed = { of, source: 'coordinates', given: { lon: gLon, lat: gLat, crs: 'GCJ02' } };
    const done = await post('/api/circle/positions', { ...typed, seen: { lon, lat } });
    expect(done.status).toBe(201);
    const moved = (await post('/api/circle/view', {})).body;
    const there = moved.stations.find((one: { id: string }) => one.id === id);
    expect(there.lon).toBeCloseTo(wgs.lon, 6);
    expect(there.lat).toBeCloseTo(wgs.lat, 6);
    // Somebody measured it: no drawing any more.
    expect(there.schematic).toBe(false);
    expect([moved.villages[2].minutes, moved.villages[3].minutes]).toEqual([0, 10]);
    expect(await post('/api/circle/positions', { ...typed, seen: { lon, lat } })).toMatchObject({ status: 409 });

    const far = { of, source: 'coordinates', seen: { lon: there.lon, lat: there.lat } };
    // Ten kilometres beyond the roads still count as the city; the villages of the township are farther off.
    const away = { lon: place(0).lon - 0.09, lat: 24.78, crs: 'WGS84' };
    const asked = await post('/api/circle/positions', { ...far, given: away });
    expect(asked).toMatchObject({ status: 409, body: { code: 'network.farFromOthers' } });
    expect(asked.body.detail).toContain('施甸县甸阳镇');
    const again = await post('/api/circle/positions', { ...far, given: away, confirmed: true });
    expect(again.status).toBe(201);
    // The first one can no longer be taken back: another was set since.
    expect(await postBare(`/api/circle/positions/530521/${done.body.id}/undo`)).toBe(409);
    expect(await postBare(`/api/circle/positions/530521/${again.body.id}/undo`)).toBe(204);
    expect(await postBare(`/api/circle/positions/530521/${done.body.id}/undo`)).toBe(204);
    expect((await post('/api/circle/view', {})).body.stations).toEqual(view.stations);
  });
});
