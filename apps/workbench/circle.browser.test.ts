import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CircleStation, Place, PositionToSet } from './src/api/circle.ts';
import { fitted, scaleAt, worldOf } from './src/screens/circle/map/projection.ts';
import { boxOf } from './src/screens/circle/map/scene.ts';
import { desktop, openBrowser, openPage, phone, type Watched } from './testing/browser.ts';
import { type BuiltDesk, buildDesk, serious } from './testing/built-desk.ts';
import { sessionOf } from './testing/fixtures.ts';
import { circleView } from './testing/fixtures-circle.ts';
import { type MockApi, mockApi, Refused } from './testing/mock-api.ts';

/* The one-hour circle in Chromium: drawn by MapLibre, and by a plain canvas where there is no WebGL2. */

/** A folder for pictures; none are kept without it. */
const pictures = process.env.FAYUAN_PICTURES;
const narrow = { width: 1366, height: 768 } as const;

let desk: BuiltDesk;
let browser: Browser;
/** As an old government desk: no WebGL at all. */
let plainBrowser: Browser;

beforeAll(async () => {
  desk = await buildDesk();
  browser = await openBrowser();
  plainBrowser = await chromium.launch({
    executablePath: process.env.FAYUAN_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-3d-apis', '--no-first-run', '--disable-background-networking'],
  });
});

afterAll(async () => {
  await browser?.close();
  await plainBrowser?.close();
  await desk?.close();
});

async function open(
  path: string,
  viewport: { readonly width: number; readonly height: number } = desktop,
  { plain = false, language = 'zh' as 'zh' | 'en', roles = ['manager'] as readonly string[] } = {},
): Promise<Watched & { api: MockApi }> {
  const watched = await openPage(plain ? plainBrowser : browser, desk.origin, viewport, language);
  const api = await mockApi(watched.page, sessionOf(...roles));
  await watched.page.goto(`${desk.origin}${path}`);
  await watched.page.waitForLoadState('networkidle');
  return { ...watched, api };
}

/** Wait until the map is there and still. */
async function drawn(page: Page, by: 'gl' | 'canvas'): Promise<void> {
  await page.locator(`[data-drawn-by="${by}"] canvas`).first().waitFor();
  await page.waitForLoadState('networkidle');
  // The stations are drawn last.
  await expect.poll(() => pixelsLike(page, '#0b5563'), { timeout: 60_000 }).toBeGreaterThan(10);
  await page.waitForTimeout(by === 'gl' ? 1200 : 300);
}

async function picture(page: Page, name: string): Promise<void> {
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, `circle-${name}.png`) });
}

/** How many pixels of the map have about this colour. */
async function pixelsLike(page: Page, colour: string): Promise<number> {
  return page.evaluate((wanted) => {
    const from = document.querySelector<HTMLCanvasElement>('[data-drawn-by] canvas');
    if (from === null) return 0;
    const copy = document.createElement('canvas');
    copy.width = from.width;
    copy.height = from.height;
    const ctx = copy.getContext('2d');
    if (ctx === null) return 0;
    ctx.drawImage(from, 0, 0);
    const { data } = ctx.getImageData(0, 0, copy.width, copy.height);
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(wanted.slice(at, at + 2), 16));
    let n = 0;
    for (let at = 0; at < data.length; at += 4)
      if (Math.abs((data[at] ?? 0) - r) + Math.abs((data[at + 1] ?? 0) - g) + Math.abs((data[at + 2] ?? 0) - b) < 12)
        n += 1;
    return n;
  }, colour);
}

const base = circleView({ bands: [15, 30, 60], barrierFree: false });

/** Where a place is on the page when the whole map is shown; the map itself must say that it is there. */
async function findOnMap(page: Page, place: Place, says: string): Promise<{ x: number; y: number }> {
  const frame = await page.locator('[data-drawn-by] > div').first().boundingBox();
  if (frame === null) throw new Error('no map');
  const { centre, zoom } = fitted(boxOf(base), frame, 24);
  const at = worldOf(place);
  const x = frame.x + frame.width / 2 + (at.x - centre.x) * scaleAt(zoom);
  const y = frame.y + frame.height / 2 + (at.y - centre.y) * scaleAt(zoom);
  await page.mouse.move(x, y);
  await page.locator('[data-drawn-by] p', { hasText: says }).waitFor();
  return { x, y };
}

const stationCalled = (name: string): CircleStation => {
  const station = base.stations.find((one) => one.name === name);
  if (station === undefined) throw new Error(name);
  return station;
};

describe.each([
  ['gl', false],
  ['canvas', true],
] as const)('drawn by %s', (by, plain) => {
  test.each([
    ['desktop', desktop],
    ['1366', narrow],
    ['phone', phone],
  ] as const)('the map says what is on it, %s', async (size, viewport) => {
    const { page, context, wrongs } = await open('/desk/circle', viewport, { plain });
    await drawn(page, by);
    await page.getByText('示意路网，非实测').first().waitFor();
    expect(await page.locator('[data-drawn-by]').getByText('示意路网，非实测').count()).toBe(1);
    await picture(page, `${by}-${size}`);
    // Villages within half an hour and beyond the hour, stations and the mark of what cannot be reached: all have been drawn.
    for (const colour of ['#35b779', '#440154', '#0b5563', '#b23a2a'])
      expect(await pixelsLike(page, colour), colour).toBeGreaterThan(10);
    // Roads of two weights.
    for (const colour of ['#8a7550', '#b3aa98']) expect(await pixelsLike(page, colour), colour).toBeGreaterThan(10);
    expect(wrongs).toEqual([]);
    expect(await serious(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await context.close();
  });

  test('the roads come as the tiles in sight, or whole where there are no tiles', async () => {
    const { page, context, api } = await open('/desk/circle', narrow, { plain });
    await drawn(page, by);
    const asked = (path: string) => api.calls.filter((call) => call.path === path);
    if (plain) {
      expect(asked('/api/circle/roads/lines')).not.toEqual([]);
      expect(asked('/api/circle/roads.pmtiles')).toEqual([]);
    } else {
      const pieces = asked('/api/circle/roads.pmtiles');
      expect(pieces.length).toBeGreaterThan(0);
      for (const { headers } of pieces) expect(headers.range).toMatch(/^bytes=\d+-\d+$/);
      expect(asked('/api/circle/roads/lines')).toEqual([]);
      // Nearer, other tiles are fetched, and roads have their names.
      for (let n = 0; n < 5; n += 1) await page.getByRole('button', { name: '放大' }).click();
      await expect.poll(() => asked('/api/circle/roads.pmtiles').length).toBeGreaterThan(pieces.length);
      await page.waitForTimeout(1200);
      await picture(page, 'near');
    }
    await context.close();
  });

  test('a click on a village explains its time and draws the road', async () => {
    const { page, context, wrongs } = await open('/desk/circle', narrow, { plain });
    await drawn(page, by);
    const worst = base.villages.filter(({ minutes }) => minutes !== null && minutes > 60)[0];
    if (worst === undefined) throw new Error('the sample has nobody left out');
    const people = worst.people === null ? '人数不详' : `${worst.people.toLocaleString('en-US')} 人`;
    const at = await findOnMap(page, worst, `${worst.name}，${Math.round(worst.minutes ?? 0)} 分钟，${people}`);
    await page.mouse.click(at.x, at.y);
    const card = page.getByRole('region', { name: `${worst.name}要走多久` });
    await card.getByText(/走的路，共 [\d.]+ 公里/).waitFor();
    expect(await card.getByRole('row').count()).toBeGreaterThan(1);
    await drawn(page, by);
    await picture(page, `${by}-village`);
    expect(await pixelsLike(page, '#1b2733')).toBeGreaterThan(200);
    expect(await serious(page)).toEqual([]);
    expect(wrongs).toEqual([]);
    await context.close();
  });

  test('a station is dragged, and today and then stand side by side', async () => {
    const { page, context, api, wrongs } = await open('/desk/circle?view=whatIf', narrow, { plain });
    await drawn(page, by);
    const at = await findOnMap(page, stationCalled('昌宁县法律援助中心'), '昌宁县法律援助中心');
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    await page.mouse.move(at.x + 40, at.y - 30, { steps: 4 });
    await page.mouse.move(at.x + 70, at.y - 60, { steps: 4 });
    await page.mouse.up();
    await page.getByRole('heading', { name: '改前改后' }).waitFor();
    await page.getByText('正在试改：关 0 个，迁 1 个，新设 0 个，改时间 0 个。不保存。').waitFor();
    await drawn(page, by);
    await picture(page, `${by}-dragged`);
    const moves = api.calls
      .filter(({ path }) => path === '/api/circle/view')
      .flatMap(
        ({ body }) => (body as { change?: { move: { id: string; lon: number; lat: number }[] } }).change?.move ?? [],
      );
    const from = stationCalled('昌宁县法律援助中心');
    expect(moves[0]?.id).toBe(from.id);
    expect(moves[0]?.lon).toBeGreaterThan(from.lon);
    expect(moves[0]?.lat).toBeGreaterThan(from.lat);
    // The ground did not follow the hand: everything else is where it was.
    await findOnMap(page, stationCalled('腾冲市法律援助中心'), '腾冲市法律援助中心');
    expect(await serious(page)).toEqual([]);
    expect(wrongs).toEqual([]);
    await context.close();
  });

  test('under a what-if the way of the what-if is drawn and explained', async () => {
    const centre = stationCalled('昌宁县法律援助中心');
    const closed = circleView({
      bands: [15, 30, 60],
      barrierFree: false,
      change: { close: [centre.id], move: [], open: [], hours: [] },
    });
    const village = closed.villages.find(
      ({ code, station }) => base.villages.find((one) => one.code === code)?.station === centre.id && station !== null,
    );
    if (village === undefined) throw new Error('nobody goes to this centre');
    const { page, context, api, wrongs } = await open(
      `/desk/circle?view=whatIf&change=-${centre.id}&village=${village.code}`,
      narrow,
      { plain },
    );
    await drawn(page, by);
    const card = page.getByRole('region', { name: `${village.name}要走多久` });
    await card.getByText(/走的路，共 [\d.]+ 公里/).waitFor();
    const now = closed.stations.find(({ id }) => id === village.station);
    await card.getByText(now?.name ?? '').waitFor();
    await card.getByText(`${Math.round(village.minutes ?? 0)} 分钟`, { exact: true }).waitFor();
    await card.getByText(`${Math.round(village.minutesToday ?? 0)} 分钟 (+`).waitFor();
    const asked = api.calls.filter(({ path }) => path === '/api/circle/way').at(-1)?.body;
    expect(asked).toEqual({
      village: village.code,
      question: {
        bands: [15, 30, 60],
        barrierFree: false,
        change: { close: [centre.id], move: [], open: [], hours: [] },
      },
    });
    await picture(page, `${by}-way-what-if`);
    expect(await serious(page)).toEqual([]);
    expect(wrongs).toEqual([]);
    await context.close();
  });

  test('two clicks measure the straight line', async () => {
    const { page, context } = await open('/desk/circle', narrow, { plain });
    await drawn(page, by);
    const a = await findOnMap(page, stationCalled('隆阳区法律援助中心'), '隆阳区法律援助中心');
    const b = await findOnMap(page, stationCalled('施甸县法律援助中心'), '施甸县法律援助中心');
    await page.getByRole('button', { name: '量距离' }).click();
    await page.mouse.click(a.x, a.y);
    await page.mouse.click(b.x, b.y);
    // 0.38 degrees of latitude apart: 42 km, as closely as a hand points.
    const told = (await page.locator('[data-drawn-by] svg text').textContent()) ?? '';
    const km = Number(/([\d.]+) 公里/.exec(told)?.[1]);
    expect(km).toBeGreaterThan(38);
    expect(km).toBeLessThan(47);
    await page.keyboard.press('Escape');
    expect(await page.locator('[data-drawn-by] svg text').count()).toBe(0);
    await context.close();
  });
});

describe('without the mouse', () => {
  test('a station is closed and one opened by name, the figures follow, and nothing is stored', async () => {
    const { page, context, api, wrongs } = await open('/desk/circle?view=whatIf', narrow);
    await page.getByText('试改只在这里算，不保存').waitFor();
    await page.getByRole('button', { name: '关闭：昌宁县法律援助中心' }).press('Enter');
    await page.getByRole('heading', { name: '改前改后' }).waitFor();
    await page.getByRole('button', { name: '新设一个站' }).press('Enter');
    const pick = page.getByRole('combobox', { name: '设在哪个村' });
    await pick.fill('界头');
    await pick.press('Enter');
    await page.getByText('正在试改：关 1 个，迁 0 个，新设 1 个，改时间 0 个。不保存。').waitFor();
    const asked = api.calls.filter(({ path }) => path === '/api/circle/view').at(-1)?.body as {
      change: { close: string[]; open: { name: string }[] };
    };
    const shut = base.stations.find(({ name }) => name === '昌宁县法律援助中心')?.id;
    expect(asked.change.close).toEqual([shut]);
    expect(asked.change.open).toHaveLength(1);
    const then = circleView(asked as never);
    const difference = (then.whole.bands[1]?.people ?? 0) - (then.today?.bands[1]?.people ?? 0);
    expect(difference).not.toBe(0);
    const row = page.getByRole('row', { name: /^30 分钟内人数/ });
    expect(await row.textContent()).toContain(
      `${difference > 0 ? '+' : '−'}${Math.abs(difference).toLocaleString('en-US')}`,
    );
    await drawn(page, 'gl');
    await picture(page, 'what-if');
    expect(api.calls.filter(({ method, path }) => method !== 'GET' && !/\/(view|isochrones)$/.test(path))).toEqual([]);
    // The trial stands in the address: a reload, or a colleague, sees the same.
    await page.reload();
    await page.getByText('正在试改：关 1 个，迁 0 个，新设 1 个，改时间 0 个。不保存。').waitFor();
    await page.getByRole('button', { name: '回到今天的网络' }).click();
    await page.getByText('正在试改').waitFor({ state: 'detached' });
    expect(wrongs).toEqual([]);
    await context.close();
  });

  test('a station that opens on two afternoons only counts on those', async () => {
    const { page, context, api, wrongs } = await open('/desk/circle?view=whatIf', narrow);
    await page.getByRole('button', { name: '改时间：昌宁县法律援助中心' }).press('Enter');
    await page.getByRole('heading', { name: '昌宁县法律援助中心每周只在这些时候开门' }).waitFor();
    // No moment is asked about yet: the form says that it would make no difference.
    await page.getByText('请先填一个日子和钟点').waitFor();
    await page.getByLabel('只算此时开门的').fill('2026-11-25T10:00');
    await page.getByText('请先填一个日子和钟点').waitFor({ state: 'detached' });
    await page.getByLabel('几点关门').fill('13:00');
    await page.getByText('至少选一天，开门要早于关门').waitFor();
    expect(await page.getByRole('button', { name: '试一试' }).isDisabled()).toBe(true);
    await page.getByLabel('几点关门').fill('17:30');
    expect(await serious(page)).toEqual([]);
    await picture(page, 'what-if-hours');
    await page.getByRole('button', { name: '试一试' }).press('Enter');
    await page.getByText('改时间 1 个。不保存。').waitFor();
    const asked = api.calls.filter(({ path }) => path === '/api/circle/view').at(-1)?.body as {
      at: string;
      change: { hours: object[] };
    };
    const timed = base.stations.find(({ name }) => name === '昌宁县法律援助中心')?.id;
    expect([asked.at, asked.change.hours]).toEqual([
      '2026-11-25T10:00',
      [{ id: timed, days: [2, 4], span: { from: '14:30', to: '17:30' } }],
    ]);
    await page.getByRole('heading', { name: '改前改后' }).waitFor();
    await page.getByRole('button', { name: '撤回：昌宁县法律援助中心' }).press('Enter');
    await page.getByText('正在试改').waitFor({ state: 'detached' });
    expect(wrongs).toEqual([]);
    await context.close();
  });

  test('who is left out stands in a table, the worst first, and goes out as CSV', async () => {
    const { page, context } = await open('/desk/circle?view=villages', narrow, { roles: ['quality'] });
    const left = base.villages.filter(({ minutes }) => minutes === null || minutes > 60);
    expect(left.length).toBeGreaterThan(2);
    const rows = page.getByRole('table', { name: '漏下的村' }).locator('tbody tr');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(left.length);
    expect(await rows.first().textContent()).toContain('到不了');
    const told = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出' }).first().click();
    const text = readFileSync(await (await told).path(), 'utf8');
    expect(text.split('\r\n').filter((line) => line !== '')).toHaveLength(left.length + 1);
    // The last one can be reached; its row opens why it takes so long.
    await rows.last().getByRole('button').press('Enter');
    await page.getByText(/走的路，共/).waitFor();
    await picture(page, 'villages');
    expect(await serious(page)).toEqual([]);
    await context.close();
  });
});

describe('the question', () => {
  test('bands, service, barrier-free and the hour are asked as they are chosen', async () => {
    const { page, context, api } = await open('/desk/circle', narrow);
    await page.getByLabel('时间分档').click();
    await page.getByTitle('半小时镇、一小时村（30、60 分钟）').click();
    await page.getByLabel('办理的事项').click();
    await page.getByTitle('受理申请').click();
    await page.getByLabel('只算无障碍的').check();
    await page.getByLabel('只算此时开门的').fill('2026-11-28T20:00');
    await expect
      .poll(() => api.calls.filter(({ path }) => path === '/api/circle/view').at(-1)?.body)
      .toEqual({ bands: [30, 60], service: 'acceptance', barrierFree: true, at: '2026-11-28T20:00' });
    expect(new URL(page.url()).searchParams.get('at')).toBe('2026-11-28T20:00');
    await page.getByLabel('怎么去').click();
    await page.getByTitle('步行').click();
    await expect
      .poll(() => api.calls.filter(({ path }) => path === '/api/circle/view').at(-1)?.body)
      .toMatchObject({ by: 'walk' });
    expect(new URL(page.url()).searchParams.get('by')).toBe('walk');
    await page.getByLabel('时间分档').click();
    await page.getByTitle('自定分档', { exact: true }).click();
    await page.getByLabel('自定分档（分钟）').fill('60, 30');
    await page.getByRole('alert').getByText('写 1 至 6 个由小到大的整数').waitFor();
    await page.getByLabel('自定分档（分钟）').fill('20、40');
    await page.getByText('20 至 40 分钟').waitFor();
    await context.close();
  });

  test('without roads the screen says what to run', async () => {
    const watched = await openPage(browser, desk.origin, narrow);
    const api = await mockApi(watched.page, sessionOf('manager'));
    api.answers.set('GET /api/circle/roads', () => new Refused(404, 'circle.noRoads', '还没有路网'));
    await watched.page.goto(`${desk.origin}/desk/circle`);
    await watched.page.getByText('还没有路网，算不出时间').waitFor();
    await watched.page.getByText('fayuan circle build').waitFor();
    expect(api.calls.some(({ path }) => path === '/api/circle/view')).toBe(false);
    await picture(watched.page, 'no-roads');
    expect(await serious(watched.page)).toEqual([]);
    await watched.context.close();
  });
});

describe('new stations', () => {
  test.each([
    ['desktop', desktop],
    ['1366', narrow],
  ] as const)('a plan shows its sites, whether it is proven, and what it brings, %s', async (size, viewport) => {
    const { page, context, api, wrongs } = await open('/desk/circle?view=siting', viewport);
    await drawn(page, 'gl');
    const form = page.getByRole('form', { name: '新站设在哪里' });
    await form.getByLabel('新设几个').fill('4');
    await form.getByLabel('每县至多').fill('2');
    await form.getByRole('button', { name: '算一算' }).click();
    await page.getByText('未证明最优，至多还差 3.1%').waitFor();
    expect(api.calls.find(({ path }) => path === '/api/circle/siting')?.body).toEqual({
      question: { bands: [15, 30, 60], barrierFree: false },
      model: 'mclp',
      add: 4,
      minutes: 60,
      countyMost: 2,
    });
    expect(await page.getByRole('table', { name: '新站设在哪里' }).locator('tbody tr').count()).toBe(4);
    await drawn(page, 'gl');
    await picture(page, `siting-${size}`);
    expect(await serious(page)).toEqual([]);
    expect(wrongs).toEqual([]);
    // Another question, and the plan says that it answers the one before.
    await page.getByLabel('只算无障碍的').check();
    await page.getByText('条件已经改了').waitFor();
    await context.close();
  });

  test('the next best plans stand below, each with what it reaches and where it differs', async () => {
    const { page, context, api, wrongs } = await open('/desk/circle?view=siting', narrow);
    await drawn(page, 'gl');
    await page.getByRole('checkbox', { name: '再给几个次好的方案' }).check();
    await page.getByRole('button', { name: '算一算' }).click();
    const others = page.getByRole('heading', { name: '次好的方案' }).locator('..').getByRole('listitem');
    await others.first().waitFor();
    expect(await others.count()).toBe(3);
    await others.first().getByText('覆盖 40,920 人').waitFor();
    await others.first().getByText('代替').waitFor();
    expect(api.calls.find(({ path }) => path === '/api/circle/siting')?.body).toMatchObject({ alternatives: 4 });
    await others.first().scrollIntoViewIfNeeded();
    await picture(page, 'siting-others');
    expect(await serious(page)).toEqual([]);
    expect(wrongs).toEqual([]);
    await context.close();
  });

  test('while the search goes on it says how far it is', async () => {
    const { page, context } = await open('/desk/circle?view=siting', narrow);
    // The answer never comes.
    await page.route('**/api/circle/siting', () => undefined);
    await page.getByRole('button', { name: '算一算' }).click();
    await page.getByText('已找 3 秒，离最好至多还差 4.2%').waitFor();
    await page.getByRole('button', { name: '不等了' }).click();
    await page.getByText('已找 3 秒').waitFor({ state: 'detached' });
    await context.close();
  });

  test('the worst-served group first: who fares worst by the plan, and what no plan can better', async () => {
    const { page, context, api, wrongs } = await open('/desk/circle?view=siting', narrow);
    await drawn(page, 'gl');
    await page.getByRole('checkbox', { name: '先顾处境最差的人群' }).check();
    await page.getByRole('button', { name: '算一算' }).click();
    await page.getByText('按这个方案，处境最差的是老年人：73.1%。 任何方案都不会好过 73.4%。').waitFor();
    expect(api.calls.find(({ path }) => path === '/api/circle/siting')?.body).toMatchObject({ worstGroupFirst: true });
    await picture(page, 'worst-group');
    expect(await serious(page)).toEqual([]);
    expect(wrongs).toEqual([]);
    await context.close();
  });

  test('a refusal is told, and waiting can be given up', async () => {
    const { page, context, api } = await open('/desk/circle?view=siting', narrow);
    api.answers.set(
      'POST /api/circle/siting',
      () => new Refused(400, 'circle.cannotPlan', '这样的选址做不到：60 个村中有 1 个怎么都够不着'),
    );
    await page.getByLabel('要什么').click();
    await page.getByTitle('一个不漏：全部覆盖，站最少').click();
    await page.getByLabel('至多几个').waitFor();
    await page.getByRole('button', { name: '算一算' }).click();
    await page.getByText('怎么都够不着').waitFor();
    await context.close();
  });
});

describe('a team on the road', () => {
  test('its days are planned, one is drawn on the map, and all of it goes to paper', async () => {
    const { page, context, api, wrongs } = await open('/desk/circle?view=circuits&bands=15,30', narrow);
    await drawn(page, 'gl');
    const form = page.getByRole('form', { name: '巡回日程' });
    await form.getByLabel('每村办几分钟').fill('90');
    await form.getByLabel('几支队伍').fill('2');
    await form.getByLabel('从哪天起').fill('2026-12-01');
    await form.getByLabel('到哪天止').fill('2026-11-01');
    await form.getByRole('alert').getByText('止日不能早于起日').waitFor();
    expect(await form.getByRole('button', { name: '算一算' }).isDisabled()).toBe(true);
    await form.getByLabel('到哪天止').fill('2027-02-20');
    await form.getByRole('button', { name: '算一算' }).click();
    await page.getByText('怎么排都不少于 18.4 小时').waitFor();
    expect(api.calls.find(({ path }) => path === '/api/circle/circuits')?.body).toEqual({
      question: { bands: [15, 30], barrierFree: false },
      base: expect.stringMatching(/^[0-9a-f-]{36}$/),
      beyond: 30,
      hours: 8,
      stay: 90,
      teams: 2,
      starts: '08:30',
      from: '2026-12-01',
      to: '2027-02-20',
    });
    await page.getByText('当天往返不了的 1 个村').waitFor();
    const rows = page.getByRole('table', { name: '巡回日程' }).locator('tbody tr');
    expect(await rows.count()).toBeGreaterThan(2);
    await rows.first().click();
    await page.getByText('地图上画的是').waitFor();
    const asked = api.calls.find(({ path }) => path === '/api/circle/circuits/way')?.body as { stops: Place[] };
    expect(asked.stops).toHaveLength(5);
    expect(asked.stops[0]).toEqual(asked.stops.at(-1));
    await drawn(page, 'gl');
    await picture(page, 'circuits');
    expect(await serious(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    await picture(page, 'circuits-print');
    expect(await rows.first().isVisible()).toBe(true);
    expect(await form.isVisible()).toBe(false);
    expect(wrongs).toEqual([]);
    await context.close();
  });

  test('on a phone each day is a card', async () => {
    const { page, context } = await open('/desk/circle?view=circuits&bands=15,30', phone);
    await page.getByRole('button', { name: '算一算' }).click();
    await page.getByText('怎么排都不少于').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    await picture(page, 'circuits-phone');
    expect(await serious(page)).toEqual([]);
    await context.close();
  });
});

describe('a plan beside today', () => {
  test.each([
    ['desktop', desktop],
    ['phone', phone],
  ] as const)('in people and in yuan, on two maps that move together, %s', async (size, viewport) => {
    const place = base.villages.find(({ minutes }) => minutes !== null && minutes > 60) as Place;
    const { page, context, wrongs } = await open(
      `/desk/circle?view=whatIf&change=${encodeURIComponent(`+新站@${place.lon},${place.lat}`)}`,
      viewport,
    );
    await drawn(page, 'gl');
    const costs = page.getByRole('region', { name: '要花多少钱' });
    await costs.getByText('填本市的开办费').waitFor();
    await costs.getByLabel('开办一个站').fill('120000');
    await costs.getByLabel('一个站每年').fill('50000');
    const then = circleView({
      bands: [15, 30, 60],
      barrierFree: false,
      change: { close: [], move: [], hours: [], open: [{ name: '新站', lon: place.lon, lat: place.lat }] },
    });
    const more = (then.whole.bands.at(-1)?.people ?? 0) - (base.whole.bands.at(-1)?.people ?? 0);
    expect(more).toBeGreaterThan(0);
    const line = (name: RegExp) => costs.getByRole('row', { name });
    await line(/^合每年/)
      .getByText('¥62,000.00')
      .waitFor();
    await line(/^每多覆盖一人每年/)
      .getByText(`¥${(Math.round(6_200_000 / more) / 100).toFixed(2)}`)
      .waitFor();
    // What was typed stands in the address: a reload, or a colleague, sees the same.
    expect(new URL(page.url()).searchParams.get('costs')).toBe('12000000,5000000,10');

    await page.getByLabel('两图并排').check();
    await expect.poll(() => page.locator('[data-drawn-by] canvas').count(), { timeout: 20_000 }).toBe(2);
    const [left, right] = [page.locator('[data-drawn-by]').first(), page.locator('[data-drawn-by]').last()];
    await left.getByText('今天', { exact: true }).waitFor();
    await right.getByText('改后', { exact: true }).waitFor();
    await page.waitForTimeout(2500);
    await right.scrollIntoViewIfNeeded();
    await picture(page, `beside-${size}`);
    const scale = (map: typeof left) => map.getByText(/^\d+ (公里|米)$/).textContent();
    const whole = await scale(right);
    await left.getByRole('button', { name: '放大' }).click();
    await left.getByRole('button', { name: '放大' }).click();
    await expect.poll(async () => (await scale(right)) === (await scale(left)), { timeout: 10_000 }).toBe(true);
    expect(await scale(right)).not.toBe(whole);
    expect(await serious(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(wrongs).toEqual([]);
    await context.close();
  });
});

describe('over the years', () => {
  test.each([
    ['desktop', desktop],
    ['phone', phone],
  ] as const)('kept reckonings make a line, and two of them stand beside each other, %s', async (size, viewport) => {
    const { page, context, api, wrongs } = await open('/desk/circle?view=history', viewport);
    await page.getByRole('heading', { name: /^60 分钟覆盖：从 .*% 到 .*%$/ }).waitFor();
    const years = page.getByRole('table', { name: '历年覆盖' }).locator('tbody tr');
    // The trial is no year of the city.
    expect(await years.count()).toBe(3);
    await page.getByText('空心的点用的是别的路网').waitFor();
    await page.getByRole('button', { name: '选来对比：2024年全市' }).click();
    await page.getByRole('button', { name: '选来对比：2026年全市' }).click();
    const compared = page.getByRole('region', { name: '两次测算对比' });
    await compared.getByRole('heading', { name: '2024年全市，对比2026年全市' }).waitFor();
    await compared.getByText('路网不同').waitFor();
    await compared.getByText('站点不同').waitFor();
    expect(await compared.getByText('人数不同').count()).toBe(0);
    expect(await compared.getByRole('table').locator('tbody tr').count()).toBe(6);
    await compared.getByRole('button', { name: '再算一遍：2026年全市' }).click();
    await compared.getByText('各村一字不差').waitFor();
    await compared.getByRole('button', { name: '再算一遍：2024年全市' }).click();
    await compared.getByText('现有路网是 5a1e0c37，留存时是 01d90a75').waitFor();
    await picture(page, `history-${size}`);
    if (pictures !== undefined)
      await page.screenshot({ path: join(pictures, `circle-history-${size}-full.png`), fullPage: true });

    const form = page.getByRole('form', { name: '留存这次测算' });
    await form.getByLabel('名称').fill('2026年底');
    await form.getByRole('button', { name: '留存这次测算' }).click();
    await page.getByText('已留存').waitFor();
    const kept = api.calls.find(({ method, path }) => method === 'POST' && path === '/api/circle/runs');
    expect(kept?.body).toEqual({ name: '2026年底', question: { bands: [15, 30, 60], barrierFree: false } });
    expect(kept?.headers['idempotency-key']).toMatch(/^[\da-f-]{36}$/);
    expect(await serious(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(wrongs).toEqual([]);
    await context.close();
  });
});

describe('to take along', () => {
  test('the report is asked for as it is shown, and the map goes out as GeoJSON', async () => {
    const { page, context, api, wrongs } = await open('/desk/circle?free=1&costs=100,200,10', narrow);
    await drawn(page, 'gl');
    api.answers.set('POST /api/circle/report', () => new TextEncoder().encode('%PDF-1.7'));
    const paper = page.waitForEvent('download');
    await page.getByRole('button', { name: '报告（PDF）' }).click();
    expect((await paper).suggestedFilename()).toBe('一小时服务圈测算报告.pdf');
    expect(api.calls.find(({ path }) => path === '/api/circle/report')?.body).toEqual({
      question: { bands: [15, 30, 60], barrierFree: true },
      costs: { setUp: 100, yearly: 200, years: 10 },
    });
    const data = page.waitForEvent('download');
    await page.getByRole('button', { name: '地图数据（GeoJSON）' }).click();
    const { features } = JSON.parse(readFileSync(await (await data).path(), 'utf8')) as {
      features: { properties: { layer: string; graph: string } }[];
    };
    const of = (layer: string) => features.filter(({ properties }) => properties.layer === layer).length;
    expect([of('village'), of('isochrone')]).toEqual([base.villages.length, 3]);
    expect(of('station')).toBeGreaterThan(5);
    expect(new Set(features.map(({ properties }) => properties.graph))).toEqual(new Set(['5a1e0c37']));
    api.answers.set('POST /api/circle/report', () => new Refused(404, 'circle.noPlaces', '名册里的村还没有位置'));
    await page.getByRole('button', { name: '报告（PDF）' }).click();
    await page.getByText('名册里的村还没有位置').waitFor();
    await picture(page, 'take-away');
    expect(await serious(page)).toEqual([]);
    expect(wrongs).toEqual([]);
    await context.close();
  });
});

describe('by bus', () => {
  test('an hour is chosen, then the bus, and a village that no road reaches is explained by its bus', async () => {
    const cut = base.villages.find(({ minutes }) => minutes === null);
    if (cut === undefined) throw new Error('the sample reaches every village');
    const { page, context, api, wrongs } = await open(`/desk/circle?village=${cut.code}`, narrow);
    await drawn(page, 'gl');
    const bus = page.getByRole('checkbox', { name: /也坐班车/ });
    expect(await bus.isDisabled()).toBe(true);
    await page.getByLabel('只算此时开门的').fill('2026-11-25T08:00');
    await page.getByRole('checkbox', { name: '也坐班车', exact: true }).check();
    const card = page.getByRole('region', { name: `${cut.name}要走多久` });
    await card.getByText('坐班车：08:10 出门，08:42 到').waitFor();
    await card.getByText('08:15 村口').waitFor();
    await page.getByText('等时圈、选址、留存、报告只按道路').waitFor();
    expect(api.calls.filter(({ path }) => path === '/api/circle/view').at(-1)?.body).toMatchObject({
      at: '2026-11-25T08:00',
      bus: true,
    });
    await picture(page, 'bus');
    expect(await serious(page)).toEqual([]);
    expect(wrongs).toEqual([]);
    await context.close();
  });
});

describe('where things stand', () => {
  const sentTo = (api: MockApi) =>
    api.calls
      .filter(({ path, method }) => method === 'POST' && path === '/api/circle/positions')
      .map(({ body }) => body as PositionToSet);
  const choose = async (page: Page, text: string): Promise<void> => {
    const what = page.getByLabel('标注哪里');
    await what.fill(text);
    await what.press('Enter');
  };

  test.each([
    ['gl', false],
    ['canvas', true],
  ] as const)('a click on the map places a village that stands nowhere, %s', async (by, plain) => {
    const { page, context, api, wrongs } = await open('/desk/circle?view=positions', narrow, { plain });
    await drawn(page, by);
    await choose(page, '新村');
    await page.getByText('现在没有位置').waitFor();
    const save = page.getByRole('button', { name: '保存这个位置' });
    expect(await save.isDisabled()).toBe(true);
    const centre = stationCalled('施甸县法律援助中心');
    const at = await findOnMap(page, centre, '施甸县法律援助中心');
    await page.mouse.click(at.x + 12, at.y - 12);
    await page.getByText(/点了：东经 99\.\d+，北纬 24\.\d+/).waitFor();
    await page.getByText('在图上点的位置也算示意').waitFor();
    await picture(page, `${by}-position`);
    expect(await serious(page)).toEqual([]);
    const before = api.calls.filter(({ path }) => path === '/api/circle/view').length;
    await save.click();
    await page.getByText('位置已保存，时间已重新计算').waitFor();
    const [sent] = sentTo(api);
    expect(sent).toMatchObject({
      of: { kind: 'region', code: '530521100299' },
      source: 'map',
      seen: null,
      confirmed: false,
      given: { crs: 'WGS84' },
    });
    expect(sent?.given.lon).toBeGreaterThan(centre.lon);
    expect(sent?.given.lat).toBeGreaterThan(centre.lat);
    // The minutes are asked for anew.
    await expect.poll(() => api.calls.filter(({ path }) => path === '/api/circle/view').length).toBeGreaterThan(before);
    expect(wrongs).toEqual([]);
    await context.close();
  });

  test.each([
    ['1366', narrow],
    ['phone', phone],
  ] as const)(
    'coordinates by keyboard alone, told apart by their system and asked about when far off, %s',
    async (size, viewport) => {
      const { page, context, api, wrongs } = await open('/desk/circle?view=positions', viewport);
      await drawn(page, 'gl');
      await choose(page, '施甸县法律援助中心');
      await page.getByLabel('经度（东经）').fill('24.7');
      await page.getByLabel('纬度（北纬）').fill('99.1');
      await page.getByText('纬度在 -90 到 90 之间').waitFor();
      await page.getByLabel('经度（东经）').fill('99.95');
      await page.getByLabel('纬度（北纬）').fill('24.7');
      const save = page.getByRole('button', { name: '保存这个位置' });
      // No system is guessed.
      expect(await save.isDisabled()).toBe(true);
      await page.getByLabel('坐标系').focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('End');
      for (let n = 0; n < 2; n += 1) await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect.poll(() => save.isDisabled()).toBe(false);
      await save.focus();
      await page.keyboard.press('Enter');
      await page.getByText('确实在那里，请再确认一次').waitFor();
      await picture(page, `position-far-${size}`);
      expect(await serious(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
      await page.getByRole('button', { name: '确实在这里，保存' }).press('Enter');
      await page.getByText('位置已保存，时间已重新计算').waitFor();
      const station = stationCalled('施甸县法律援助中心');
      expect(sentTo(api).map(({ confirmed }) => confirmed)).toEqual([false, true]);
      expect(sentTo(api).at(-1)).toMatchObject({
        of: { kind: 'agency', tenant: '530521', id: station.id },
        source: 'coordinates',
        seen: { lon: station.lon, lat: station.lat },
        given: { lon: 99.95, lat: 24.7 },
      });
      expect(wrongs.filter((one) => !one.includes('409'))).toEqual([]);
      await context.close();
    },
  );

  test('what was set is told with who and how, and taken back; nobody else sees the page', async () => {
    const { page, context, api, wrongs } = await open('/desk/circle?view=positions', narrow);
    await drawn(page, 'gl');
    await page.getByText('填写坐标：网上地图（GCJ-02） 99.21, 24.66').waitFor();
    await page.getByText('李文已撤销').waitFor();
    await page.getByRole('button', { name: /^撤销施甸县由旺镇/ }).click();
    await page.getByText('已撤销，恢复原来的位置').waitFor();
    expect(api.calls.filter(({ path }) => path.endsWith('/undo')).length).toBe(1);
    expect(wrongs).toEqual([]);
    await context.close();
    const other = await open('/desk/circle?view=positions', narrow, { roles: ['quality'] });
    await drawn(other.page, 'gl');
    expect(await other.page.getByText('位置', { exact: true }).count()).toBe(0);
    await other.context.close();
  });
});

describe('on paper and in English', () => {
  test('the map, the coverage and who is left out are printed', async () => {
    const { page, context } = await open('/desk/circle', narrow);
    await drawn(page, 'gl');
    const paper = await page.pdf({ format: 'A4', landscape: true, printBackground: true });
    expect(paper.length).toBeGreaterThan(20_000);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    for (const name of ['保山市各地覆盖', '换个假定会怎样', '漏下的村'])
      expect(await page.getByRole('table', { name }).isVisible(), name).toBe(true);
    expect(await page.locator('[data-drawn-by] canvas').isVisible()).toBe(true);
    expect(await page.getByText('示意路网，非实测').first().isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: '量距离' }).isVisible()).toBe(false);
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, 'circle-print.png'), fullPage: true });
    await context.close();
  });

  test('no Chinese is left but names', async () => {
    const { page, context } = await open('/desk/circle?view=whatIf', narrow, { language: 'en' });
    await drawn(page, 'gl');
    await page.getByText('Schematic roads, not surveyed').first().waitFor();
    await picture(page, 'english');
    expect(await serious(page)).toEqual([]);
    await context.close();
  });
});

describe('what others pay', () => {
  test('the map library is fetched by the map alone', async () => {
    const { page, context } = await open('/desk/statistics', narrow);
    const fetched = (): Promise<readonly string[]> =>
      page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    expect((await fetched()).filter((name) => /gl-map|maplibre/.test(name))).toEqual([]);
    await page.getByRole('link', { name: '服务圈' }).click();
    await drawn(page, 'gl');
    expect((await fetched()).filter((name) => /gl-map/.test(name))).not.toEqual([]);
    await context.close();
  });

  test('it lies in a chunk of its own', () => {
    const files = readdirSync(join(desk.folder, 'assets')).filter((name) => name.endsWith('.js'));
    const holding = files.filter((name) =>
      readFileSync(join(desk.folder, 'assets', name), 'utf8').includes('maplibregl-'),
    );
    expect(holding.map((name) => name.replace(/-[\w-]{8}\.js$/, ''))).toEqual(['gl-map']);
  });
});
