import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kernelRefusals, Refusal } from '../../kernel/errors/index.ts';
import { fileRefusals, fileStore } from '../../kernel/files/index.ts';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import { buildHttp } from '../../kernel/http/index.ts';
import { silentLog } from '../../kernel/log/index.ts';
import { onEachEngine, type World } from '../../kernel/testing/engines.ts';
import { type Actor, citizenActor, staffActor, systemActor } from '../../kernel/use-case/index.ts';
import {
  agencyByCode,
  importRegister,
  loadRegister,
  type NewAgency,
  networkRefusals,
  networkRoutes,
  readPoint,
  registerAgencies,
} from './index.ts';

const register = loadRegister();
const centre: NewAgency = {
  tenant: '530521',
  code: 'C1',
  kind: 'centre',
  host: null,
  name: '施甸县法律援助中心',
  shortName: '施甸县',
  reportsTo: null,
  region: '530521101',
  address: null,
  phone: null,
  position: null,
  barrierFree: true,
  streetLevel: true,
  services: ['consultation'],
  hours: { weekly: {}, onHolidays: 'closed', exceptions: [] },
  openedOn: null,
  demonstration: true,
};
/** A PNG of one pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const staff = (role: 'manager' | 'clerk', tenant: string): Actor =>
  staffActor('00000000-0000-7000-8000-000000000001', '某', [{ role, tenant, subtree: false }], [tenant]);

onEachEngine('photographs of points', (open) => {
  let world: World;
  let app: FastifyInstance;
  let actor: Actor | undefined;
  let path: string;
  const folder = mkdtempSync(join(tmpdir(), 'fayuan-photos-'));

  beforeAll(async () => {
    world = await open();
    app = await buildHttp({
      log: silentLog,
      refusals: { ...kernelRefusals, ...fileRefusals, ...networkRefusals },
      secure: false,
      trustProxy: false,
    });
    networkRoutes(
      app,
      {
        runner: world.runner,
        log: silentLog,
        files: fileStore(folder),
        actorOf: async () => {
          if (actor === undefined) throw new Refusal('auth.required');
          return actor;
        },
        idempotencyKey: () => undefined,
      } satisfies HttpDeps,
      register,
    );
    await world.as(systemActor, (tx) => importRegister(tx, systemActor, register));
    await world.as(systemActor, (tx) => registerAgencies(tx, systemActor, register, [centre]));
    const { id } = (await world.direct((tx) => agencyByCode(tx, '530521', 'C1'))) ?? {};
    path = `/api/agencies/530521/${id}/photo`;
  });
  afterAll(async () => {
    await app.close();
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const send = (content: Buffer, name = 'door.png', type = 'image/png', to = path) => {
    const edge = '----photo';
    const head = `--${edge}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`;
    return app.inject({
      method: 'POST',
      url: to,
      headers: { 'content-type': `multipart/form-data; boundary=${edge}` },
      payload: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${edge}--\r\n`)]),
    });
  };
  const point = () =>
    world.as(citizenActor('530502'), (tx) => readPoint(tx, register, { tenant: '530521', code: 'C1' }));

  test('only whoever manages this place’s network may keep one', async () => {
    actor = undefined;
    expect((await send(png)).statusCode).toBe(401);
    for (const other of [staff('clerk', '530521'), staff('manager', '530502')]) {
      actor = other;
      expect((await send(png)).statusCode).toBe(403);
      expect((await app.inject({ method: 'DELETE', url: path })).statusCode).toBe(403);
      expect((await app.inject({ url: '/api/points?tenant=530521' })).statusCode).toBe(403);
    }
    expect((await point()).photo).toBeNull();
    expect((await app.inject({ url: path })).statusCode).toBe(404);
  });

  test('it is kept, shown to everybody without an account, and its address changes with it', async () => {
    actor = staff('manager', '530521');
    const { statusCode, body } = await send(png);
    expect(statusCode).toBe(201);
    const { version } = JSON.parse(body) as { version: string };
    expect((await point()).photo).toBe(version);
    const list = await app.inject({ url: '/api/points?tenant=530521' });
    expect(list.json().points).toMatchObject([{ code: 'C1', photo: version, status: 'open' }]);
    actor = undefined;
    const seen = await app.inject({ url: `${path}?v=${version}` });
    expect([seen.statusCode, seen.headers['content-type'], seen.rawPayload.equals(png)]).toEqual([
      200,
      'image/png',
      true,
    ]);
    expect(seen.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
    });
    expect((await app.inject({ url: `${path}?v=000000000000` })).headers['cache-control']).toBe('public, max-age=300');
  });

  test('what the camera wrote into it stays with the sender, whoever sends it', async () => {
    actor = staff('manager', '530521');
    const words = Buffer.concat([Buffer.from([0, 0, 0, 3]), Buffer.from('tEXtGPS'), Buffer.alloc(4)]);
    // Before the last chunk, IEND.
    const told = Buffer.concat([png.subarray(0, -12), words, png.subarray(-12)]);
    expect((await send(told)).statusCode).toBe(201);
    expect((await app.inject({ url: path })).rawPayload.equals(png)).toBe(true);
  });

  test('what is no photograph is refused by its content, whatever its name says, and the one before stays', async () => {
    actor = staff('manager', '530521');
    const before = (await point()).photo;
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    expect((await send(svg)).statusCode).toBe(415);
    expect((await send(Buffer.from('plain words'), 'door.txt', 'text/plain')).json()).toMatchObject({
      code: 'network.photoKind',
    });
    expect((await send(Buffer.concat([png.subarray(0, 30)]))).statusCode).toBeGreaterThanOrEqual(400);
    expect((await send(Buffer.concat([png, Buffer.alloc(1_100_000)]))).statusCode).toBe(413);
    expect(
      (await send(png, 'x.png', 'image/png', path.replace(/[0-9a-f]{12}\/photo/, '000000000000/photo'))).statusCode,
    ).toBe(404);
    expect((await point()).photo).toBe(before);
  });

  test('taken away it is gone for everybody, and the memory tells both', async () => {
    actor = staff('manager', '530521');
    expect((await app.inject({ method: 'DELETE', url: path })).statusCode).toBe(204);
    expect((await app.inject({ url: path })).statusCode).toBe(404);
    expect((await app.inject({ method: 'DELETE', url: path })).statusCode).toBe(404);
    const events = await world.direct((tx) =>
      tx.db.selectFrom('event').select('kind').where('kind', 'like', 'agency.photo%').orderBy('seq').execute(),
    );
    expect(events.map(({ kind }) => kind)).toEqual(['agency.photoKept', 'agency.photoKept', 'agency.photoRemoved']);
  });
});
