import { mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedCalendar } from '../../kernel/calendar/index.ts';
import { readConfig } from '../../kernel/config/index.ts';
import { createKeyRing, parseKeyRing } from '../../kernel/crypto/index.ts';
import { type Database, migrate, openDatabase } from '../../kernel/db/index.ts';
import { kernelRefusals } from '../../kernel/errors/index.ts';
import { fileStore } from '../../kernel/files/index.ts';
import { buildHttp } from '../../kernel/http/index.ts';
import { silentLog } from '../../kernel/log/index.ts';
import { violationsIn } from '../../kernel/testing/axe.ts';
import { systemClock, systemIds } from '../../kernel/time/index.ts';
import { protectionOf, type Runner, runUseCase, systemActor } from '../../kernel/use-case/index.ts';
import { importRegister, loadRegister, placeRegions, registerAgencies } from '../../modules/network/index.ts';
import { migrations } from '../server/migrations.ts';
import { portalErrorPage, portalRoutes } from './index.ts';
import { openSampleBrowser } from './testing/sample-browser.ts';
import { sampleCentre } from './testing/samples.tsx';

/** Set to a folder to keep a picture of every page walked through. */
const pictures = process.env.PORTAL_PICTURES ?? '';

let database: Database;
let app: FastifyInstance;
let browser: Browser;
let folder: string;
let origin: string;

beforeAll(async () => {
  const register = loadRegister();
  folder = await mkdtemp(join(tmpdir(), 'fayuan-pre-check-'));
  database = await openDatabase({ engine: 'embedded', folder: 'memory' });
  await migrate(database.owner, migrations);
  const keyRing = parseKeyRing(createKeyRing('aes-256-gcm'));
  const runner: Runner = {
    database,
    clock: systemClock,
    ids: systemIds,
    calendar: seedCalendar,
    ...protectionOf(keyRing),
    warningDays: 2,
  };
  await runUseCase(runner, systemActor, async (tx) => {
    await importRegister(tx, systemActor, register);
    const position = { kind: 'schematic', lon: 99.16, lat: 25.12 } as const;
    await placeRegions(tx, systemActor, register, [{ code: '530502', position }]);
    await registerAgencies(tx, systemActor, register, [sampleCentre]);
  });
  app = await buildHttp({
    log: silentLog,
    refusals: kernelRefusals,
    secure: false,
    trustProxy: false,
    errorPage: portalErrorPage,
  });
  await portalRoutes(app, {
    runner,
    log: silentLog,
    files: fileStore(folder),
    actorOf: () => Promise.reject(new Error('nobody is asked who they are')),
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

const visits = [
  { what: 'phone-no-script', javaScriptEnabled: false, viewport: { width: 390, height: 844 }, cookies: {} },
  { what: 'phone', javaScriptEnabled: true, viewport: { width: 390, height: 844 }, cookies: {} },
  { what: 'phone-large', javaScriptEnabled: true, viewport: { width: 390, height: 844 }, cookies: { large: '1' } },
  { what: 'desktop-en', javaScriptEnabled: true, viewport: { width: 1280, height: 800 }, cookies: { lang: 'en' } },
  { what: 'kiosk', javaScriptEnabled: true, viewport: { width: 1080, height: 1920 }, cookies: { kiosk: '1' } },
] as const;

/** Values chosen on each page: a woman hit by a motorcycle, her household near the line. */
const chosen: Readonly<Record<string, readonly (readonly [name: string, value: string])[]>> = {
  class: [['need', 'injury']],
  cause: [['cause', 'trafficInjury']],
  groups: [['preGroups', 'none']],
  age: [['preAge', '18']],
  residence: [['residence', 'rural']],
  opponentInHousehold: [['opponentInHousehold', 'no']],
};

const examined = new Set(['intro', 'class', 'householdIncome', 'result', 'missing']);

describe.each(visits)('$what', ({ what, javaScriptEnabled, viewport, cookies }) => {
  let context: BrowserContext;
  let page: Page;
  let shot = 0;
  const complaints: string[] = [];

  beforeAll(async () => {
    context = await browser.newContext({ javaScriptEnabled, viewport, locale: 'zh-CN' });
    await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: origin })));
    page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
  });
  afterAll(() => context?.close());

  const look = async (name: string): Promise<void> => {
    if (pictures !== '') {
      mkdirSync(join(pictures, what), { recursive: true });
      const path = join(pictures, what, `${String(++shot).padStart(2, '0')}-${name}.png`);
      await page.screenshot({ path, fullPage: true });
    }
    if (!javaScriptEnabled) return;
    await page.waitForLoadState();
    expect(await page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth')).toBe(
      true,
    );
    // Each page has its own look by axe among the samples; here the ends of the way do.
    if (!examined.has(name)) return;
    expect([name, await violationsIn(page)]).toEqual([name, []]);
  };
  const goOn = () => page.locator('.actions button[value="continue"]').click();
  const question = () => page.locator('input[name="q"]').getAttribute('value');

  test('from the question on the home page to the answer, and with the answers into an application', async () => {
    await page.goto(origin);
    await page.locator('a[href="/can-i-apply"]').click();
    await look('intro');
    await page.locator('a[href="/can-i-apply/again"]').click();
    const asked: string[] = [];
    for (let n = 1; n < 10; n += 1) {
      await expect.poll(() => page.url()).toBe(`${origin}/can-i-apply/${n}`);
      const id = (await question()) ?? '';
      asked.push(id);
      for (const [name, value] of chosen[id] ?? []) {
        await page.locator(`input[name="${name}"][value="${value}"]`).check();
      }
      if (id === 'householdIncome') {
        await page.locator('#householdMembers').fill('4');
        await page.locator('#householdIncome').fill('3.6万');
      }
      await look(id);
      await goOn();
      if (id === 'householdIncome') break;
    }
    expect(asked).toEqual(['class', 'cause', 'groups', 'age', 'residence', 'opponentInHousehold', 'householdIncome']);
    await expect.poll(() => page.url()).toBe(`${origin}/can-i-apply/result`);
    await page.locator('#county').selectOption('530502');
    await page.locator('#place button').click();
    await expect.poll(() => page.locator('.places h3').count()).toBe(1);
    await look('result');

    // Back to a page shows what was chosen there; nothing of it stands in an address.
    await page.goto(`${origin}/can-i-apply/4`);
    expect(await page.locator('input[name="preAge"][value="18"]').isChecked()).toBe(true);
    await page.goto(`${origin}/can-i-apply/result`);
    await page.locator('#apply button').click();
    await expect.poll(() => page.url()).toBe(`${origin}/apply/story`);
    expect(complaints).toEqual([]);
  });

  test('nothing chosen: the page says what to do', async () => {
    await page.goto(`${origin}/can-i-apply/again`);
    await goOn();
    await expect.poll(() => page.getByRole('alert').count()).toBe(1);
    await look('missing');
  });
});

test('a kiosk left alone counts down, goes on when touched, and in the end forgets who stood there', async () => {
  const context = await browser.newContext({ viewport: { width: 1080, height: 1920 }, locale: 'zh-CN' });
  await context.addCookies([{ name: 'kiosk', value: '1', url: origin }]);
  const page = await context.newPage();
  const bar = page.locator('.idle');
  await page.clock.install();
  await page.goto(`${origin}/can-i-apply/1`);
  await page.locator('input[name="need"][value="injury"]').check();
  await page.locator('.actions button[value="continue"]').click();
  await page.waitForURL('**/can-i-apply/2');
  await page.clock.runFor(58_000);
  expect(await bar.isVisible()).toBe(false);
  await page.clock.runFor(5_000);
  expect(await bar.textContent()).toContain('27');
  await page.mouse.click(500, 1500);
  expect(await bar.isVisible()).toBe(false);
  await page.clock.runFor(88_000);
  expect(await bar.textContent()).toContain('2');
  expect(new URL(page.url()).pathname).toBe('/can-i-apply/2');
  await page.clock.runFor(3_000);
  await page.waitForURL((url) => url.pathname !== '/can-i-apply/2');
  await page.goto(`${origin}/can-i-apply/2`);
  expect(new URL(page.url()).pathname).not.toBe('/can-i-apply/2');
  await context.close();
});
