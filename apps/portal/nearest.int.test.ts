import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../kernel/config/index.ts';
import { createKeyRing, parseKeyRing } from '../../kernel/crypto/index.ts';
import { kernelRefusals } from '../../kernel/errors/index.ts';
import { fileRefusals, fileStore } from '../../kernel/files/index.ts';
import { buildHttp } from '../../kernel/http/index.ts';
import type { Log } from '../../kernel/log/index.ts';
import { onEachEngine, type World } from '../../kernel/testing/engines.ts';
import { systemActor } from '../../kernel/use-case/index.ts';
import { loadRegister, type NewAgency, networkRefusals, registerAgencies } from '../../modules/network/index.ts';
import { allAssets } from './assets.ts';
import { visit } from './http-visitor.ts';
import { portalErrorPage, portalRoutes } from './index.ts';
import { layNearestCity, nearestVillages, refusedTimetables, spot } from './testing/nearest-city.ts';

const register = loadRegister();
const villagePoint: NewAgency = {
  tenant: '530521',
  code: 'V',
  kind: 'villagePoint',
  host: null,
  name: '联络点',
  shortName: '联络点',
  reportsTo: 'C1',
  region: nearestVillages[1],
  address: null,
  phone: null,
  position: null,
  barrierFree: true,
  streetLevel: true,
  services: ['consultation'],
  hours: { weekly: { 2: [{ from: '09:00', to: '11:30' }] }, onHolidays: 'closed', exceptions: [] },
  openedOn: null,
  demonstration: true,
};

onEachEngine('the nearest points, for people', (open) => {
  let world: World;
  let app: FastifyInstance;
  let folder: string;
  const logged: unknown[] = [];

  beforeAll(async () => {
    world = await open();
    folder = await mkdtemp(join(tmpdir(), 'fayuan-nearest-'));
    const runner = await layNearestCity(world.runner, register, folder);
    const keep = (...words: unknown[]) => void logged.push(words);
    const log = { info: keep, warn: keep, error: keep } as unknown as Log;
    app = await buildHttp({
      log,
      refusals: { ...kernelRefusals, ...fileRefusals, ...networkRefusals },
      secure: false,
      trustProxy: true,
      errorPage: portalErrorPage,
    });
    await portalRoutes(app, {
      runner,
      log,
      files: fileStore(folder),
      actorOf: () => Promise.reject(new Error('the portal asks for no account')),
      idempotencyKey: () => undefined,
      config: readConfig({ FAYUAN_DEMO: '1' }),
      keyRing: parseKeyRing(createKeyRing('aes-256-gcm')),
    });
  });
  afterAll(async () => {
    await app?.close();
    await world.close();
    await rm(folder, { recursive: true, force: true });
  });

  let addresses = 0;
  const someone = () => visit(app, `10.3.0.${++addresses}`);
  /** What the page says, without its spaces. */
  const words = (page: ReturnType<typeof someone>) => page.text().replace(/\s/g, '');
  const names = (html: string) => [...html.matchAll(/<h3>([^<]+)<\/h3>/g)].map((m) => m[1]);

  test('from a village of the list: by time on the road, and nobody is sent behind walls', async () => {
    const page = someone();
    await page.get(`/nearest?county=530521&township=530521101&village=${nearestVillages[1]}`);
    expect(names(page.html())).toEqual(['甸阳镇法律援助工作站', '施甸县法律援助中心']);
    expect(words(page)).toContain('开车约10分钟');
    expect(words(page)).toContain('时间沿道路算');
    expect(words(page)).toContain('位置和路程是示意');
  });

  test('on foot the same road takes longer, and motorcycles are not offered where no graph for them is on file', async () => {
    const page = someone();
    await page.get(`/nearest?from=${nearestVillages[1]}&by=walk`);
    expect(words(page)).toContain('走路约80分钟');
    expect(page.html()).not.toContain('骑摩托车');
    await page.get(`/nearest?from=${nearestVillages[1]}&by=motorcycle`);
    expect(words(page)).toContain('开车约10分钟');
  });

  test('open until when, and which day of this week is not as usual', async () => {
    // Tuesday 2026-11-24, ten o'clock in Shanghai.
    const page = someone();
    await page.get(`/nearest?from=${nearestVillages[0]}`);
    expect(words(page)).toContain('今天开到12:00');
    expect(words(page)).toContain('11月26日（星期四）不开门（停电检修）');
  });

  test('by a name: one place is shown at once, several are asked about, a point is found by its address', async () => {
    const page = someone();
    await page.get(`/nearest?q=${encodeURIComponent('甸阳社区')}`);
    expect(words(page)).toContain('施甸县甸阳镇甸阳社区：最近的2个法援点');
    await page.get(`/nearest?q=${encodeURIComponent('甸阳')}`);
    expect(words(page)).toContain('是哪个地方？');
    expect(page.html()).toContain('href="/nearest?from=530521101"');
    await page.get(`/nearest?q=${encodeURIComponent('大河边 3号')}`);
    expect(names(page.html())).toEqual(['甸阳镇法律援助工作站']);
    await page.get(`/nearest?q=${encodeURIComponent('哪里也没有')}`);
    expect(words(page)).toContain('没有找到“哪里也没有”');
    await page.get(`/nearest?q=${encodeURIComponent('100%_<script>')}`);
    expect([page.status(), page.html().includes('<script>')]).toEqual([200, false]);
  });

  test('by the device: the place comes in a form, stands in no link, and is in no log', async () => {
    const page = someone();
    const { lon, lat } = spot(1);
    await page.get('/nearest');
    await page.submit('/nearest', { lon: String(lon), lat: String(lat) }, { keepHidden: false });
    expect(words(page)).toContain('您现在的位置：最近的2个法援点');
    expect(names(page.html())).toEqual(['施甸县法律援助中心', '甸阳镇法律援助工作站']);
    expect(page.header('cache-control')).toBe('no-store');
    expect(page.html()).toContain('formAction="/nearest/point/530521/C1"');
    for (const link of page.html().matchAll(/href="([^"]*)"/g)) expect(link[1]).not.toMatch(/lon|lat|99\.1/);
    await page.submit('/nearest/point/530521/C1', { lon: String(lon), lat: String(lat) }, { keepHidden: false });
    expect(words(page)).toContain('从您现在的位置出发，开车约11分钟，6公里。');
    expect(JSON.stringify(logged)).not.toContain(lon.toFixed(4));
    expect(JSON.stringify(logged)).not.toContain('24.7');
  });

  test.each([
    ['words', { lon: 'here', lat: 'there' }],
    ['nothing', {}],
    ['half a place', { lon: '99.1' }],
    ['a place off the globe', { lon: '99.1', lat: '240' }],
  ])('a form with %s is the page as if nothing was said', async (_what, values) => {
    const page = someone();
    await page.submit('/nearest', values as Record<string, string>, { keepHidden: false });
    expect([page.status(), names(page.html())]).toEqual([200, []]);
  });

  test('one point: the week, the way in words and as a drawing that fetches nothing', async () => {
    const page = someone();
    await page.get(`/nearest/point/530521/C1?from=${nearestVillages[1]}`);
    expect(words(page)).toContain('从施甸县甸阳镇');
    expect(words(page)).toContain('开车约20分钟，12公里。');
    expect(words(page)).toContain('沿没有名字的路走6公里，约10分钟');
    expect(words(page)).toContain('沿施甸大道走6公里，约10分钟');
    expect(words(page)).toContain('示意图，非实测');
    expect(page.html()).toMatch(
      /<svg class="road-map"[^>]*aria-label="从施甸县甸阳镇[^"]*到施甸县法律援助中心的路线图"/,
    );
    expect(words(page)).toContain('不开门（停电检修）');
    // A drawn place is sent to no map program.
    expect(page.html()).not.toMatch(/geo:|amap/);
  });

  test('a surveyed point opens in the person’s own map programs, and only when pressed', async () => {
    const page = someone();
    await page.get('/nearest/point/530521/S1');
    const { lon, lat } = spot(3);
    expect(page.html()).toContain(`href="geo:${lat.toFixed(6)},${lon.toFixed(6)}?q=`);
    expect(page.html()).toMatch(
      /href="https:\/\/uri\.amap\.com\/marker\?[^"]*coordinate=wgs84" rel="noreferrer noopener external"/,
    );
    expect(page.html()).not.toMatch(/(?:src|action)="(?:https?:)?\/\//);
    expect(words(page)).toContain('选您在的地方，就能看到怎么去');
  });

  test('behind walls, unknown, or of another kind: there is no such page', async () => {
    for (const path of ['530521/P1', '530521/X', '530502/C', '999999/../../C', '530521/C1%27--']) {
      const page = someone();
      await page.get(`/nearest/point/${path}`);
      expect([path, page.status()]).toEqual([path, 404]);
    }
  });

  test('a kiosk starts from its own place, a point or a village, and refuses one that is not there', async () => {
    const page = someone();
    await page.get('/kiosk?at=530521/S1');
    await page.get('/nearest');
    expect(words(page)).toContain('这台机器所在的地方：最近的2个法援点');
    expect(words(page)).toContain('就在这里');
    expect(page.html()).not.toContain('data-locate');
    await page.get(`/kiosk?at=${nearestVillages[0]}`);
    await page.get('/nearest');
    expect(words(page)).toContain('甸阳社区：最近的2个法援点');
    // Somebody at the kiosk asks for another place.
    await page.get(`/nearest?from=${nearestVillages[2]}`);
    expect(names(page.html())[0]).toBe('甸阳镇法律援助工作站');
    await page.get('/kiosk?at=530521/NOBODY');
    expect(page.status()).toBe(404);
    await page.get('/kiosk/off');
    await page.get('/nearest');
    expect(names(page.html())).toEqual([]);
  });

  test('what was typed into the address does no harm', async () => {
    for (const query of ['from=530502999', 'from=110000', 'at=../x', 'by=teleport', 'q=%F0%9F%A7%AD', 'village=1']) {
      const page = someone();
      await page.get(`/nearest?${query}`);
      expect([query, page.status()]).toEqual([query, 200]);
    }
  });

  test('by bus: the next one from here, and nothing is said where the timetable cannot be used', async () => {
    const stop = (n: number) => `${spot(n).lon},24.7`;
    const table = (time: string) =>
      `line,trip,stop,time,lon,lat\n3路,1,文武站,${time},${stop(2)}\n3路,1,县城站,11:05,${stop(0)}\n3路,2,文武站,08:10,,\n3路,2,县城站,08:40,,\n`;
    writeFileSync(join(folder, 'timetable.csv'), table('10:50'));
    const page = someone();
    await page.get(`/nearest?from=${nearestVillages[1]}`);
    expect(words(page)).toContain('坐班车10:50在文武站坐3路，11:05到县城站');
    await page.get(`/nearest/point/530521/C1?from=${nearestVillages[1]}`);
    expect(words(page)).toContain('10:50前出门，11:05到。');
    // After the last bus of the day it is tomorrow's first.
    world.clock.set('2026-11-24T12:00:00.000Z');
    await page.get(`/nearest?from=${nearestVillages[1]}`);
    expect(words(page)).toContain('坐班车明天08:10在文武站坐3路，08:40到县城站');
    world.clock.set('2026-11-24T02:00:00.000Z');
    writeFileSync(join(folder, 'timetable.csv'), table('tomorrow'));
    await page.get(`/nearest?from=${nearestVillages[1]}`);
    expect([page.status(), words(page).includes('坐班车')]).toEqual([200, false]);
    expect(refusedTimetables.join()).toContain('/timetable/0/time');
  });

  test('the pages weigh at most 14 kB with their style sheets and scripts, gzip', async () => {
    for (const path of [
      '/nearest?county=530502',
      `/nearest?from=${nearestVillages[1]}`,
      `/nearest/point/530521/C1?from=${nearestVillages[1]}`,
    ]) {
      const answer = await app.inject({ url: path, headers: { 'accept-encoding': 'gzip' }, remoteAddress: '10.4.0.1' });
      const html = gunzipSync(answer.rawPayload).toString();
      const own = allAssets.filter((asset) => html.includes(`"${asset.path}"`));
      expect(own.length).toBeGreaterThanOrEqual(3);
      const weight = own.reduce((sum, { body }) => sum + gzipSync(body).length, answer.rawPayload.length);
      expect([path, weight <= 14_000]).toEqual([path, true]);
    }
  });

  test('where villages’ contact points are nearer, the nearest centre and station are still shown', async () => {
    const points = Array.from(
      { length: 9 },
      (_, n): NewAgency => ({
        ...villagePoint,
        code: `V-${n}`,
        name: `联络点${n}`,
        position: { kind: 'schematic', lon: spot(2).lon + n / 10_000, lat: 24.7 },
      }),
    );
    await world.as(systemActor, (tx) => registerAgencies(tx, systemActor, register, points));
    const page = someone();
    await page.get(`/nearest?from=${nearestVillages[1]}`);
    const shown = names(page.html());
    expect(shown).toHaveLength(8);
    expect(shown.slice(6)).toEqual(['甸阳镇法律援助工作站', '施甸县法律援助中心']);
  });
});
