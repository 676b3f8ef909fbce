import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kernelRefusals, Refusal } from '../../kernel/errors/index.ts';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import { buildHttp } from '../../kernel/http/index.ts';
import { openWorld, type World } from '../../kernel/testing/engines.ts';
import { type Actor, staffActor, systemActor } from '../../kernel/use-case/index.ts';
import { importRegister, loadRegister, networkRefusals, networkRoutes, registerAgencies } from './index.ts';
import type { NewAgency } from './schema.ts';

const register = loadRegister();
const centre: NewAgency = {
  tenant: '530521',
  code: 'C',
  kind: 'centre',
  host: null,
  name: '施甸县法律援助中心',
  shortName: '施甸县',
  reportsTo: null,
  region: '530521101',
  address: null,
  phone: null,
  position: { kind: 'schematic', lon: 99.18, lat: 24.73 },
  barrierFree: true,
  streetLevel: true,
  services: ['consultation', 'acceptance'],
  hours: { weekly: { 1: [{ from: '08:30', to: '12:00' }] }, onHolidays: 'closed', exceptions: [] },
  openedOn: null,
  demonstration: true,
};

describe('the network over HTTP', () => {
  let world: World;
  let app: FastifyInstance;
  let actor: Actor | undefined;
  const get = (url: string) => app.inject({ method: 'GET', url });

  beforeAll(async () => {
    world = await openWorld('embedded');
    const silent = {
      info: () => undefined,
      warn: () => undefined,
      error: () => undefined,
    } as unknown as HttpDeps['log'];
    app = await buildHttp({
      log: silent,
      refusals: { ...kernelRefusals, ...networkRefusals },
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
      idempotencyKey: (request: { headers: Record<string, unknown> }) =>
        request.headers['idempotency-key'] as string | undefined,
    } as unknown as HttpDeps;
    networkRoutes(app, deps, register);
    app.get('/openapi', async () => app.swagger());
    await world.as(systemActor, (tx) => importRegister(tx, systemActor, register));
    await world.as(systemActor, (tx) => registerAgencies(tx, systemActor, register, [centre]));
  });
  afterAll(async () => {
    await app.close();
    await world.close();
  });

  test('places are found by name, with their parents; the register names its source', async () => {
    const { regions, source } = (await get(`/api/regions?query=${encodeURIComponent('大寨村')}&levels=village`)).json();
    expect(source.asOf).toBe('2023-06-30');
    expect(regions.map(({ fullName }: { fullName: string }) => fullName)).toContain('隆阳区瓦窑镇大寨村');
  });

  test('a place lists what lies below it; an unknown one is not found', async () => {
    expect((await get('/api/regions/530521')).json().children).toHaveLength(13);
    expect((await get('/api/regions/530599')).statusCode).toBe(404);
  });

  test('nobody needs to sign in to find a place, and the time says that it is schematic', async () => {
    const answer = await get('/api/nearest?lon=99.1&lat=24.7&kinds=centre&limit=1');
    expect(answer.json().places[0]).toMatchObject({ agency: { code: 'C' }, travel: { schematic: true } });
    expect((await get('/api/agencies?tenant=530521')).json().agencies).toHaveLength(1);
  });

  test('a fault names its field', async () => {
    const answer = await get('/api/nearest?lon=abc&lat=24.7');
    expect([answer.statusCode, answer.json().errors?.[0]?.pointer]).toEqual([400, '/lon']);
  });

  test('the roster is for staff of the place', async () => {
    actor = undefined;
    expect((await get('/api/handlers?tenant=530521')).statusCode).toBe(401);
    actor = staffActor('o', '别处', [{ role: 'designator', tenant: '530581', subtree: false }], ['530521', '530581']);
    expect((await get('/api/handlers?tenant=530521')).statusCode).toBe(403);
    actor = staffActor('d', '本处', [{ role: 'designator', tenant: '530521', subtree: false }], ['530521']);
    expect((await get('/api/handlers?tenant=530521')).json()).toEqual({ handlers: [] });
  });

  test('the same registration sent twice makes one agency', async () => {
    actor = staffActor('m', '管理', [{ role: 'manager', tenant: '530521', subtree: false }], ['530521']);
    const send = () =>
      app.inject({
        method: 'POST',
        url: '/api/agencies',
        headers: { 'idempotency-key': 'register-station-1' },
        payload: { ...centre, code: 'S1', kind: 'townshipStation', reportsTo: 'C', region: '530521105' },
      });
    const [first, second] = [await send(), await send()];
    expect([first.statusCode, second.statusCode]).toEqual([201, 201]);
    expect(second.json()).toEqual(first.json());
    expect((await get('/api/agencies?tenant=530521&kinds=townshipStation&kinds=centre')).json().agencies).toHaveLength(
      2,
    );
  });

  test('every route stands in the description of the interface', async () => {
    const { paths } = (await get('/openapi')).json();
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining([
        '/api/regions',
        '/api/nearest',
        '/api/agencies',
        '/api/handlers',
        '/api/handlers/status',
        '/api/agencies/status',
      ]),
    );
  });
});
