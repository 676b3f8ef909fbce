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
import { fileRefusals, fileStore } from '../../kernel/files/index.ts';
import { buildHttp } from '../../kernel/http/index.ts';
import { silentLog } from '../../kernel/log/index.ts';
import { violationsIn } from '../../kernel/testing/axe.ts';
import { systemClock, systemIds } from '../../kernel/time/index.ts';
import { protectionOf, type Runner, runUseCase, systemActor } from '../../kernel/use-case/index.ts';
import { applicationRefusals } from '../../modules/applications/index.ts';
import { importRegister, loadRegister, registerAgencies } from '../../modules/network/index.ts';
import { demonstrationIdentityNumber, demonstrationPhone } from '../../modules/people/index.ts';
import { migrations } from '../server/migrations.ts';
import { portalErrorPage, portalRoutes } from './index.ts';
import { openSampleBrowser } from './testing/sample-browser.ts';
import { sampleCentre } from './testing/samples.tsx';

/** Set to a folder to keep a picture of every page walked through. */
const pictures = process.env.PORTAL_PICTURES ?? '';

const register = loadRegister();
let database: Database;
let app: FastifyInstance;
let browser: Browser;
let folder: string;
let origin: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fayuan-portal-'));
  database = await openDatabase({ engine: 'embedded', folder: 'memory' });
  await migrate(database.owner, migrations);
  const keyRing = parseKeyRing(createKeyRing('aes-256-gcm'));
  const runner: Runner = {
    database,
    clock: systemClock,
    ids: systemIds,
    calendar: seedCalendar,
    warningDays: 2,
    ...protectionOf(keyRing),
  };
  await runUseCase(runner, systemActor, (tx) => importRegister(tx, systemActor, register));
  await runUseCase(runner, systemActor, (tx) => registerAgencies(tx, systemActor, register, [sampleCentre]));
  const refusals = { ...kernelRefusals, ...fileRefusals, ...applicationRefusals };
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

const visits = [
  { what: 'phone-no-script', javaScriptEnabled: false, viewport: { width: 390, height: 844 } },
  { what: 'phone', javaScriptEnabled: true, viewport: { width: 390, height: 844 } },
  { what: 'desktop', javaScriptEnabled: true, viewport: { width: 1280, height: 800 } },
] as const;

/** What is chosen and typed on each page of a divorce, the longest of the ways through. */
const told: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  need: (page) => page.getByRole('radio', { name: '婚姻、抚养赡养' }).check(),
  story: (page) => page.getByRole('textbox').fill('丈夫不给家里钱，孩子跟我，我想离婚。'),
  cause: (page) => page.getByRole('radio').first().check(),
  organ: (page) => page.getByRole('radio', { name: '没有，还没找过' }).check(),
  place: (page) => page.getByRole('radio', { name: '隆阳区' }).check(),
  urgent: (page) => page.getByRole('checkbox', { name: '都没有' }).check(),
  who: (page) => page.getByRole('radio', { name: '为自己' }).check(),
  name: (page) => page.getByRole('textbox').fill('阿依·买买提'),
  identity: async (page) => {
    await page.getByRole('radio', { name: '居民身份证' }).check();
    await page.getByLabel('证件号码').fill(demonstrationIdentityNumber('1990-05-04', 7, 'female'));
  },
  ethnicity: async (page) => {
    await page.getByRole('combobox').selectOption('彝族');
  },
  phone: async (page) => {
    await page.getByLabel('电话号码').fill(demonstrationPhone(21));
    await page.getByRole('radio', { name: '只发短信，不要打电话' }).check();
  },
  home: (page) => page.getByRole('radio', { name: '隆阳区' }).check(),
  'home-township': (page) => page.getByRole('radio', { name: '板桥镇' }).check(),
  'home-village': (page) => page.getByRole('radio').first().check(),
  address: async (page) => {
    await page.getByLabel('门牌、小组或者好找的标志').fill('三组');
    await page.getByRole('radio', { name: '农村' }).check();
  },
  household: async (page) => {
    await page.getByLabel('一共几口人').fill('3');
    await page.getByRole('radio', { name: '是', exact: true }).check();
  },
  income: async (page) => {
    await page.locator('#householdIncome').fill('3万');
    await page.locator('#ownIncome').fill('3000');
  },
  proof: (page) => page.getByRole('radio', { name: '签诚信承诺书' }).check(),
  opponent: async (page) => {
    await page.getByRole('radio', { name: '个人' }).check();
    await page.locator('#opponentName').fill('王强');
    await page.getByRole('radio', { name: '否', exact: true }).check();
  },
};

describe.each(visits)('$what', ({ what, javaScriptEnabled, viewport }) => {
  let context: BrowserContext;
  let page: Page;
  const strangers: string[] = [];
  const complaints: string[] = [];
  let shot = 0;

  beforeAll(async () => {
    context = await browser.newContext({ javaScriptEnabled, viewport, locale: 'zh-CN' });
    page = await context.newPage();
    page.on('request', (request) => {
      if (!request.url().startsWith(origin) && !request.url().startsWith('data:')) strangers.push(request.url());
    });
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
  });
  afterAll(() => context?.close());

  /** Look at the page: no fault for axe, no sideways scrolling, and a picture where one is wanted. */
  const look = async (name: string): Promise<void> => {
    if (pictures !== '') {
      mkdirSync(join(pictures, what), { recursive: true });
      await page.screenshot({
        path: join(pictures, what, `${String(++shot).padStart(2, '0')}-${name}.png`),
        fullPage: true,
      });
    }
    if (!javaScriptEnabled) return;
    expect(await page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth')).toBe(
      true,
    );
    expect([name, await violationsIn(page)]).toEqual([name, []]);
  };

  test('the whole way: from "what happened" to the receipt and the progress', async () => {
    await page.goto(origin);
    await look('home');
    await page.getByRole('link', { name: /婚姻、抚养赡养/ }).click();
    await look('start');
    await page.getByRole('button', { name: '开始申请' }).click();
    const walked: string[] = [];
    for (let i = 0; i < 40 && !page.url().endsWith('/apply/check'); i++) {
      const step = page.url().split('/').at(-1) ?? '';
      walked.push(step);
      await told[step]?.(page);
      await look(step);
      await page
        .getByRole('button', { name: /^继续$|^现在没有，继续$/ })
        .and(page.locator('.btn'))
        .click();
      await expect.poll(() => page.url()).not.toMatch(new RegExp(`/${step}$`));
    }
    expect(walked).toContain('income');
    await look('check');
    await page.getByRole('link', { name: '内容没错，继续' }).click();
    await look('declare');
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: '提交申请' }).click();
    expect(page.url()).toBe(`${origin}/apply/receipt`);
    await look('receipt');
    const number = await page.locator('.number').innerText();
    const code = await page.locator('.code').innerText();

    // The back button after sending leads to no second application.
    await page.goBack();
    await page.goto(`${origin}/apply`);
    expect(page.url()).toBe(`${origin}/resume`);

    await context.clearCookies();
    await page.goto(`${origin}/progress`);
    await page.getByLabel('申请编号').fill(number);
    await page.getByLabel('查询码').fill(code);
    await look('progress-ask');
    await page.getByRole('button', { name: '查进度' }).click();
    await look('progress');
    expect(await page.getByText('您提交了申请').count()).toBe(1);
    expect(strangers).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('the first view weighs at most 14 kB over the wire', async () => {
    const cold = await browser.newContext({ javaScriptEnabled, viewport, locale: 'zh-CN' });
    const first = await cold.newPage();
    const sizes: Promise<number>[] = [];
    first.on('requestfinished', (request) => {
      if (request.url().startsWith(origin)) sizes.push(request.sizes().then((s) => s.responseBodySize));
    });
    await first.goto(origin, { waitUntil: 'networkidle' });
    const total = (await Promise.all(sizes)).reduce((a, b) => a + b, 0);
    expect(total).toBeGreaterThan(3000);
    expect(total).toBeLessThanOrEqual(14_000);
    await cold.close();
  });

  test('Enter in a field continues', async () => {
    await page.goto(`${origin}/start`);
    await page.getByRole('button', { name: '开始申请' }).click();
    await page.getByRole('radio').first().check();
    await page.getByRole('radio').first().press('Enter');
    await expect.poll(() => page.url()).toBe(`${origin}/apply/story`);
    expect(await page.locator('html').getAttribute('class')).toBeNull();
  });

  test('a wrong answer takes the reader to its field', async () => {
    await page.goto(`${origin}/apply/story`);
    await page.getByRole('button', { name: '继续', exact: true }).and(page.locator('.btn')).click();
    const fault = page.getByRole('alert').getByRole('link');
    await expect.poll(() => fault.innerText()).toBe('请写几句发生了什么事');
    await look('story-wrong');
    await fault.click();
    expect(page.url()).toMatch(/#story$/);
  });
});
