import { mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { seedCalendar } from '../../kernel/calendar/index.ts';
import { readConfig } from '../../kernel/config/index.ts';
import { createKeyRing, parseKeyRing } from '../../kernel/crypto/index.ts';
import { type Database, migrate, openDatabase } from '../../kernel/db/index.ts';
import { kernelRefusals } from '../../kernel/errors/index.ts';
import { fileRefusals, fileStore } from '../../kernel/files/index.ts';
import { buildHttp } from '../../kernel/http/index.ts';
import { silentLog } from '../../kernel/log/index.ts';
import { violationsIn } from '../../kernel/testing/axe.ts';
import { systemIds } from '../../kernel/time/index.ts';
import { protectionOf } from '../../kernel/use-case/index.ts';
import { loadRegister, networkRefusals } from '../../modules/network/index.ts';
import { migrations } from '../server/migrations.ts';
import { portalErrorPage, portalRoutes } from './index.ts';
import { layNearestCity, spot } from './testing/nearest-city.ts';
import { openSampleBrowser } from './testing/sample-browser.ts';

/** Set to a folder to keep a picture of every page looked at. */
const pictures = process.env.PORTAL_PICTURES ?? '';

let database: Database;
let app: FastifyInstance;
let browser: Browser;
let folder: string;
let origin: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fayuan-nearest-'));
  database = await openDatabase({ engine: 'embedded', folder: 'memory' });
  await migrate(database.owner, migrations);
  const keyRing = parseKeyRing(createKeyRing('aes-256-gcm'));
  const ground = {
    database,
    // Tuesday, ten o'clock in Shanghai.
    clock: { now: () => '2026-11-24T02:00:00.000Z' },
    ids: systemIds,
    calendar: seedCalendar,
    warningDays: 2,
    ...protectionOf(keyRing),
  };
  const runner = await layNearestCity(ground, loadRegister(), folder);
  const refusals = { ...kernelRefusals, ...fileRefusals, ...networkRefusals };
  app = await buildHttp({ log: silentLog, refusals, secure: false, trustProxy: false, errorPage: portalErrorPage });
  await portalRoutes(app, {
    runner,
    log: silentLog,
    files: fileStore(folder),
    actorOf: () => Promise.reject(new Error('the portal asks for no account')),
    idempotencyKey: () => undefined,
    config: readConfig({ FAYUAN_DEMO: '1' }),
    keyRing,
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  browser = await openSampleBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
  await database?.close();
  await rm(folder, { recursive: true, force: true });
});

let context: BrowserContext;
let page: Page;
let seen: { readonly strangers: string[]; readonly complaints: string[]; readonly addresses: string[] };

async function visit(options: Parameters<Browser['newContext']>[0]): Promise<void> {
  context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 390, height: 844 }, ...options });
  page = await context.newPage();
  seen = { strangers: [], complaints: [], addresses: [] };
  page.on('request', (request) => {
    seen.addresses.push(request.url());
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:')) seen.strangers.push(request.url());
  });
  page.on('console', (message) => message.type() === 'error' && seen.complaints.push(message.text()));
  page.on('pageerror', (error) => seen.complaints.push(error.message));
}
afterEach(async () => {
  expect(seen.strangers).toEqual([]);
  expect(seen.complaints).toEqual([]);
  await context.close();
});

/** No fault for axe, no sideways scrolling, and a picture where one is wanted. */
async function look(name: string, script = true): Promise<void> {
  if (pictures !== '') {
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
  }
  if (!script) return;
  expect(
    await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
  ).toBeLessThanOrEqual(0);
  expect([name, await violationsIn(page)]).toEqual([name, []]);
}

const first = () => page.locator('.places h3').first().innerText();

describe.each([
  { what: 'a phone', viewport: { width: 390, height: 844 } },
  { what: 'a desktop', viewport: { width: 1280, height: 800 } },
])('on $what', ({ what, viewport }) => {
  const name = (step: string): string => `${what.replace('a ', '')}-${step}`;

  test('with a script the device’s place may be used, and stands in no address', async () => {
    await visit({
      viewport,
      permissions: ['geolocation'],
      geolocation: { longitude: spot(2.9).lon, latitude: spot(2.9).lat },
    });
    await page.goto(`${origin}/nearest`);
    await look(name('start'));
    await page.getByRole('button', { name: '用我现在的位置' }).click();
    await page.getByText('您现在的位置：最近的').waitFor();
    expect(await first()).toBe('甸阳镇法律援助工作站');
    await look(name('from-device'));
    await page.getByRole('button', { name: '走路' }).click();
    await page.locator('.mode[aria-pressed=true]', { hasText: '走路' }).waitFor();
    await page.getByRole('button', { name: /怎么去、这周哪天开门.*施甸县法律援助中心/ }).click();
    await page.getByRole('heading', { name: '怎么走' }).waitFor();
    expect(await page.getByRole('img', { name: /从您现在的位置到施甸县法律援助中心的路线图/ }).count()).toBe(1);
    await look(name('way-from-device'));
    expect(seen.addresses.filter((address) => /99\.|24\.7|lon=|lat=/.test(address))).toEqual([]);
  });

  test('without a script: by name, and by the list, to the way in words', async () => {
    await visit({ viewport, javaScriptEnabled: false });
    await page.goto(`${origin}/nearest`);
    expect(await page.getByRole('button', { name: '用我现在的位置' }).isVisible()).toBe(false);
    await page.getByLabel('地名或地址').fill('施甸县甸阳镇文武社区五组');
    await page.getByLabel('地名或地址').press('Enter');
    expect(await page.getByRole('heading', { level: 2 }).first().innerText()).toContain('文武社区');
    await page.getByLabel('县（市、区）').selectOption('530521');
    await page.getByRole('button', { name: '查找' }).last().click();
    await page.getByLabel('乡镇（街道）').selectOption('530521101');
    await page.getByRole('button', { name: '查找' }).last().click();
    await page.getByLabel('村（社区）').selectOption({ label: '甸阳社区' });
    await page.getByRole('button', { name: '查找' }).last().click();
    expect(await first()).toBe('施甸县法律援助中心');
    await look(name('from-list-no-script'), false);
    await page.getByRole('link', { name: /怎么去、这周哪天开门.*施甸县法律援助中心/ }).click();
    expect(await page.getByText('沿施甸大道走').count()).toBe(1);
    expect(await page.getByRole('img').count()).toBe(1);
    await look(name('way-no-script'), false);
    await page.getByRole('link', { name: '返回' }).click();
    expect(await first()).toBe('施甸县法律援助中心');
  });
});

test('a refusal is taken kindly, and the page goes on working', async () => {
  await visit({ permissions: [] });
  await page.goto(`${origin}/nearest`);
  await page.getByRole('button', { name: '用我现在的位置' }).click();
  await page.getByText('手机没有让本网页用位置。没关系').waitFor();
  expect(await page.getByRole('button', { name: '用我现在的位置' }).isEnabled()).toBe(true);
  await look('refused');
  await page.getByLabel('地名或地址').fill('甸阳社区');
  await page.getByLabel('地名或地址').press('Enter');
  await page.getByText('甸阳社区：最近的').waitFor();
});

test('a kiosk shows the points around its own place, and offers no device’s place', async () => {
  await visit({ viewport: { width: 1080, height: 1920 } });
  await page.goto(`${origin}/kiosk?at=530521/S1`);
  await page.getByRole('link', { name: '找最近的法援点' }).first().click();
  await page.getByText('这台机器所在的地方：最近的').waitFor();
  expect(await first()).toBe('甸阳镇法律援助工作站');
  expect(await page.getByRole('button', { name: '用我现在的位置' }).count()).toBe(0);
  await look('kiosk');
});
