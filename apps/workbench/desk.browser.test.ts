import { join } from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { bringAxe } from '../../kernel/testing/axe.ts';
import type { MatterDocument } from './src/api/matter.ts';
import { desktop, openBrowser, openPage, phone, type Watched } from './testing/browser.ts';
import { type BuiltDesk, buildDesk, serious } from './testing/built-desk.ts';
import { applicationPage, event, id, paper, sessionOf } from './testing/fixtures.ts';
import { casePage } from './testing/fixtures-cases.ts';
import { complaintPage } from './testing/fixtures-complaints.ts';
import { reviewPage } from './testing/fixtures-peer-review.ts';
import { supervisions } from './testing/fixtures-supervision.ts';
import { officeForms } from './testing/fixtures-templates.ts';
import { type MockApi, mockApi, Refused } from './testing/mock-api.ts';
import { screens } from './testing/screens.ts';

/*
 * The built desk in Chromium, under the strict policy, over a mocked interface. What the screens say to a real server is held by
 * `testing/same-shapes.ts` and walked by the whole program's own test.
 */

/** A folder for pictures of every screen; none are kept without it. */
const pictures = process.env.FAYUAN_PICTURES;

let desk: BuiltDesk;
let browser: Browser;

beforeAll(async () => {
  desk = await buildDesk();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

async function open(
  path: string,
  roles: readonly string[],
  viewport: { readonly width: number; readonly height: number } = desktop,
  language: 'zh' | 'en' = 'zh',
): Promise<Watched & { api: MockApi }> {
  const watched = await openPage(browser, desk.origin, viewport, language);
  const api = await mockApi(watched.page, roles.length === 0 ? null : sessionOf(...roles));
  await watched.page.goto(`${desk.origin}${path}`);
  await watched.page.waitForLoadState('networkidle');
  return { ...watched, api };
}

describe.each([
  ['desktop', desktop],
  ['phone', phone],
] as const)('every screen, %s', (size, viewport) => {
  // One page for all, emptied between: a new one each time reads the whole program anew, which took longer than the test.
  let watched: Watched;
  let storage: CDPSession;
  beforeAll(async () => {
    watched = await openPage(browser, desk.origin, viewport);
    storage = await watched.context.newCDPSession(watched.page);
    await bringAxe(watched.page);
  });
  afterEach(async () => {
    await watched.page.unrouteAll({ behavior: 'ignoreErrors' });
    await watched.page.goto('about:blank');
    await storage.send('Storage.clearDataForOrigin', { origin: desk.origin, storageTypes: 'all' });
    watched.wrongs.length = 0;
  });
  afterAll(() => watched?.context.close());

  test.each(screens)('$name', async ({ name, path, roles }) => {
    const { page, wrongs } = watched;
    await mockApi(page, roles.length === 0 ? null : sessionOf(...roles));
    await page.goto(`${desk.origin}${path}`);
    await page.waitForLoadState('networkidle');
    await page.locator('h1').first().waitFor();
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}-${size}.png`) });
    expect(wrongs).toEqual([]);
    expect(await serious(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  });
});

describe('beside the plain way of an application', () => {
  test('what another centre asks is answered with what was found', async () => {
    const { page, context, api, wrongs } = await open('/desk/cooperation', ['reviewer']);
    api.answers.set('POST /api/cooperation/:tenant/:id/answer', () => ({ version: 2 }));
    await page.getByRole('row', { name: /段有才/ }).click();
    const sheet = page.getByRole('complementary', { name: /段有才/ });
    await sheet.getByText('请求的中心').waitFor();
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, 'cooperation-answer-desktop.png') });
    expect(await serious(page)).toEqual([]);
    await sheet.getByRole('button', { name: '答复' }).click();
    await sheet.getByText('请写明核查情况').waitFor();
    await sheet.getByText('不属实').click();
    await sheet.getByLabel('核查情况').fill('入户核查：一家三口，上一年度收入 41,200 元。');
    await sheet.getByRole('button', { name: '答复' }).click();
    await sheet.waitFor({ state: 'detached' });
    expect(api.calls.filter(({ path }) => path.endsWith('/answer')).map(({ body }) => body)).toEqual([
      {
        version: 1,
        askedBy: '530581',
        finding: 'notConfirmed',
        answer: '入户核查：一家三口，上一年度收入 41,200 元。',
      },
    ]);
    expect(wrongs).toEqual([]);
    await context.close();
  });

  test('an assessment is planned; one that was drawn is drawn again and called off with its reason', async () => {
    const { page, context, api, wrongs } = await open('/desk/quality?view=plans', ['manager']);
    const sent = () => api.calls.filter(({ path, body }) => path.includes('/assessment-plans') && body !== undefined);
    await page.getByRole('button', { name: '制定评估计划' }).click();
    const form = page.getByRole('complementary', { name: '制定评估计划' });
    await form.getByRole('button', { name: '制定评估计划' }).click();
    await form.getByText('请写计划名称').waitFor();
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, 'assessment-new-desktop.png') });
    expect(await serious(page)).toEqual([]);
    await form.getByLabel('计划名称').fill('2025 年度抽查');
    await form.getByRole('button', { name: '制定评估计划' }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByRole('row', { name: /民事、行政案件质量评估/ }).click();
    const sheet = page.getByRole('complementary', { name: /民事、行政案件质量评估/ });
    await sheet.getByRole('button', { name: '重新抽取核对' }).click();
    await sheet.getByText('一致：抽样框相同，抽中的 4 件相同').waitFor();
    expect(await serious(page)).toEqual([]);
    api.answers.set('POST /api/assessment-plans/cancel', () => ({ version: 3, state: 'CANCELLED' }));
    await sheet.getByRole('button', { name: '取消计划' }).click();
    await sheet.getByText('请写取消原因').waitFor();
    await sheet.getByLabel('取消原因').fill('期间选错了');
    await sheet.getByRole('button', { name: '取消计划' }).click();
    await expect.poll(() => sent().length).toBe(2);
    expect(sent().map(({ body }) => body)).toEqual([
      {
        tenant: '530502',
        title: '2025 年度抽查',
        firstDay: '2025-01-01',
        lastDay: '2025-12-31',
        classes: ['civil', 'administrative'],
        basis: 'percent',
        amount: 10,
      },
      { tenant: '530502', planId: '00000000-0000-7000-8000-000000008501', version: 2, reason: '期间选错了' },
    ]);
    expect(wrongs).toEqual([]);
    await context.close();
  });

  test('a peer reviews a case beside its file: what is worked out stands there, differing takes a reason', async () => {
    const { page, context, api, wrongs } = await open('/desk/reviews', ['handler']);
    const sent = () => api.calls.filter(({ path, method }) => method === 'POST' && path.includes('/api/reviews/'));
    api.answers.set('POST /api/reviews/keep', () => ({ reviewId: '', version: 2 }));
    api.answers.set('POST /api/reviews/handIn', () => ({ reviewId: '', version: 3 }));
    await page.getByRole('link', { name: /第 19 号/ }).click();
    await page.getByText('系统计算：2 项期限，按期 1 项，建议 5 分').waitFor();
    await page.getByRole('link', { name: /代理词/ }).waitFor();
    await page.getByRole('button', { name: '提交评分表' }).click();
    await page.getByText('请评分').first().waitFor();
    for (const field of await page.getByRole('spinbutton').all())
      if ((await field.inputValue()) === '') await field.fill('6');
    await page.getByRole('spinbutton', { name: /遵守办案期限/ }).fill('8');
    await page.getByRole('textbox', { name: /遵守办案期限 理由/ }).waitFor();
    await page.getByLabel('评审意见').fill('证据整理较好，代理意见单薄。');
    await page.getByRole('button', { name: '暂存' }).click();
    await expect.poll(() => sent().length).toBe(1);
    await page.getByRole('button', { name: '提交评分表' }).click();
    await page.getByText('请写理由').waitFor();
    if (pictures !== undefined)
      await page.screenshot({ path: join(pictures, 'peer-review-filled-desktop.png'), fullPage: true });
    expect(await serious(page)).toEqual([]);
    await page.getByRole('textbox', { name: /遵守办案期限 理由/ }).fill('法院改期，不是承办人的责任');
    await page.getByRole('button', { name: '提交评分表' }).click();
    await expect.poll(() => sent().length).toBe(2);
    expect(sent().map(({ path }) => path)).toEqual(['/api/reviews/keep', '/api/reviews/handIn']);
    const body = sent()[1]?.body as { version: number; scores: { key: string; points: number; reason: string }[] };
    expect(body.version).toBe(2);
    expect(body.scores).toHaveLength(12);
    expect(body.scores.find(({ key }) => key === 'limitsKept')).toEqual({
      key: 'limitsKept',
      points: 8,
      reason: '法院改期，不是承办人的责任',
    });
    expect(wrongs).toEqual([]);
    await context.close();
  });

  test('a sheet kept in another window: what differs stands side by side, one line is taken over, nothing typed is lost', async () => {
    const { page, context, api, wrongs } = await open(`/desk/reviews/${reviewPage.tenant}/${reviewPage.id}`, [
      'handler',
    ]);
    const [first, second] = reviewPage.sheet.items.filter(({ prefilled }) => prefilled === null);
    if (first === undefined || second === undefined) throw new Error('a sheet with fewer than two lines of judgement');
    const line = ({ name }: { name: { zh: string } }) => page.getByRole('spinbutton', { name: `${name.zh} 得分` });
    const elsewhere = {
      ...reviewPage,
      version: 2,
      scores: [
        { key: first.key, points: 4, reason: '' },
        { key: second.key, points: 1, reason: '' },
      ],
      opinion: '在单位写的意见。',
    };
    const stale = new Refused(409, 'record.stale', '这份记录刚刚被别人改过（现在是第 2 版）', { current: 2 });
    await line(first).fill('5');
    await line(second).fill('2');
    await page.getByLabel('评审意见').fill('在家里写的意见。');
    api.answers.set('POST /api/reviews/keep', () => stale);
    api.answers.set('GET /api/reviews/:tenant/:id', () => elsewhere);
    await page.getByRole('button', { name: '暂存' }).click();
    const note = page.getByRole('alert').filter({ hasText: '另一个窗口或者设备上保存过' });
    await note.getByText('在单位写的意见。').waitFor();
    if (pictures !== undefined)
      await page.screenshot({ path: join(pictures, 'peer-review-stale-desktop.png'), fullPage: true });
    expect(await serious(page)).toEqual([]);
    expect(await page.getByRole('button', { name: '提交评分表' }).isDisabled()).toBe(true);
    await note.getByRole('button', { name: `${first.name.zh} 改成现在的` }).click();
    await note.getByRole('button', { name: '看过了，接着填' }).click();
    await note.waitFor({ state: 'detached' });
    expect(await line(first).inputValue()).toBe('4');
    expect(await line(second).inputValue()).toBe('2');
    expect(await page.getByLabel('评审意见').inputValue()).toBe('在家里写的意见。');
    api.answers.set('POST /api/reviews/keep', () => ({ reviewId: '', version: 3 }));
    await page.getByRole('button', { name: '暂存' }).click();
    await expect
      .poll(() => api.calls.filter(({ path }) => path === '/api/reviews/keep').at(-1)?.body)
      .toMatchObject({ version: 2, opinion: '在家里写的意见。' });
    expect(wrongs).toEqual([]);
    await context.close();
  });

  test('reviewers are asked for a plan, and the handler asks for another assessment', async () => {
    const { page, context, api, wrongs } = await open(
      '/desk/quality?view=plans&open=530502.00000000-0000-7000-8000-000000008501',
      ['manager', 'handler'],
    );
    api.answers.set('POST /api/assessments/assign', () => ({
      assigned: 0,
      short: [
        { itemId: 'x', caseNumber: '隆阳援民字〔2025〕第 49 号', eligible: 1, barred: { sameUnit: 2, conflict: 1 } },
      ],
    }));
    const sheet = page.getByRole('complementary', { name: /民事、行政案件质量评估/ });
    await sheet.getByText('6 件中 5 件').waitFor();
    await sheet.getByRole('button', { name: '分配评审员' }).click();
    await sheet.getByText('可请 1 人 · 同一单位 2 · 有利益冲突 1').waitFor();
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, 'assessment-short-desktop.png') });
    expect(await serious(page)).toEqual([]);
    api.answers.set('POST /api/assessments/askReassessment', () => ({ version: 7, state: 'REASSESSMENT' }));
    await page.goto(`${desk.origin}/desk/results/530502/00000000-0000-7000-8000-000000008540`);
    await page.getByRole('button', { name: '申请复评' }).click();
    await page.getByText('请写明内容').waitFor();
    await page.getByLabel('申请复评').fill('约见笔录在卷宗第 12 页');
    await page.getByRole('button', { name: '申请复评' }).click();
    await expect
      .poll(() => api.calls.find(({ path }) => path.endsWith('/askReassessment'))?.body)
      .toEqual({
        tenant: '530502',
        itemId: '00000000-0000-7000-8000-000000008540',
        version: 6,
        text: '约见笔录在卷宗第 12 页',
      });
    expect(wrongs).toEqual([]);
    await context.close();
  });

  test('a commitment that is not borne out goes to the approver; the bureau orders the cost', async () => {
    const { page, context, api, wrongs } = await open('/desk/commitments', ['reviewer']);
    api.answers.set('POST /api/commitments/:tenant/:id/doubt', () => ({ version: 2, state: 'DOUBTED' }));
    await page.getByRole('row', { name: /尹朝阳/ }).click();
    const sheet = page.getByRole('complementary', { name: /尹朝阳/ });
    await sheet.getByText('收入接近标准').waitFor();
    await sheet.getByText('核查不符，报审批人').first().click();
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, 'commitment-check-desktop.png') });
    expect(await serious(page)).toEqual([]);
    await sheet.getByLabel('核查情况').fill('养老待遇每月 2,300 元，表中没有填写。');
    await sheet.getByRole('button', { name: '核查不符，报审批人' }).click();
    await sheet.waitFor({ state: 'detached' });
    expect(api.calls.filter(({ path }) => path.endsWith('/doubt')).map(({ body }) => body)).toEqual([
      { version: 1, method: 'sharedData', note: '养老待遇每月 2,300 元，表中没有填写。' },
    ]);
    expect(wrongs).toEqual([]);
    await context.close();

    const bureau = await open('/desk/commitments', ['bureauReviewer']);
    await bureau.page.getByRole('row', { name: /番绍芬/ }).click();
    const order = bureau.page.getByRole('complementary', { name: /番绍芬/ });
    await order.getByLabel('罚款').fill('3000.01');
    await order.getByLabel('已实施法律援助的费用').fill('900');
    await order.getByRole('button', { name: '责令支付费用' }).click();
    await order.locator('.ant-form-item-explain-error').waitFor();
    if (pictures !== undefined)
      await bureau.page.screenshot({ path: join(pictures, 'commitment-recovery-desktop.png') });
    expect(await serious(bureau.page)).toEqual([]);
    expect(bureau.api.calls.some(({ method }) => method === 'POST')).toBe(false);
    await bureau.context.close();
  });

  test.each([
    ['maintain', 'objection', '维持不予决定', ['bureauReviewer']],
    ['correct', 'objection', '责令改正', ['bureauReviewer']],
    ['papers', 'provisional-aid', '收到补办材料', ['clerk', 'approver', 'designator']],
    ['end', 'provisional-aid', '终止先行提供', ['clerk', 'approver', 'designator']],
  ] as const)('the form of a move: %s', async (name, screen, action, roles) => {
    const { page, context, wrongs } = await open(screens.find((one) => one.name === screen)?.path ?? '', roles);
    await page.getByRole('region', { name: '可以办理' }).getByRole('button', { name: action }).click();
    const sheet = page.getByRole('complementary');
    await sheet.last().getByRole('button', { name: action }).waitFor();
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${screen}-${name}-desktop.png`) });
    expect(await serious(page)).toEqual([]);
    expect(wrongs).toEqual([]);
    await context.close();
  });
});

describe('a complaint at the bureau', () => {
  const address = '/desk/complaints/530502/00000000-0000-7000-8000-000000009501';
  const posts = (api: MockApi, end: string) =>
    api.calls.filter(({ method, path }) => method === 'POST' && path.endsWith(end)).map(({ body }) => body);
  const picture = async (page: Page, name: string): Promise<void> => {
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}.png`) });
    expect(await serious(page)).toEqual([]);
  };

  test('found on the list, read with its complainant covered, and merged by a person', async () => {
    const { page, context, api, wrongs } = await open('/desk/complaints', ['bureauReviewer']);
    await page.getByRole('combobox', { name: '投诉事由' }).click();
    await page.getByTitle('收取受援人财物').click();
    await page.waitForURL(/ground=tookMoney/);
    await page.goto(`${desk.origin}${address}`);
    await page.getByText('同一人还有 1 件投诉').waitFor();
    expect(await page.getByText('阿木子·沙马').count()).toBe(0);
    await page.getByRole('button', { name: '查看' }).click();
    await page.getByLabel('理由').fill('核对是不是同一人');
    await page.getByRole('tooltip').getByRole('button', { name: '查看' }).click();
    await page.getByText('阿木子·沙马').waitFor();
    expect(posts(api, '/reveal')).toEqual([{ reason: '核对是不是同一人' }]);
    await picture(page, 'complaint-revealed-desktop');
    await page.getByRole('button', { name: '核对后并案' }).click();
    const sheet = page.getByRole('complementary', { name: '并入先前的投诉' });
    await sheet.getByRole('button', { name: '并入先前的投诉' }).click();
    await sheet.getByText('请选并入哪一件').waitFor();
    await sheet.getByText(/TS530502-2026-00005/).click();
    await sheet.getByLabel('理由').fill('同一个案件，同一件事');
    await picture(page, 'complaint-merge-desktop');
    api.answers.set('POST /api/complaints/:tenant/:id/merge', () => ({ version: 3 }));
    await sheet.getByRole('button', { name: '并入先前的投诉' }).click();
    await sheet.waitFor({ state: 'detached' });
    expect(posts(api, '/merge')).toEqual([
      { version: 2, intoId: '00000000-0000-7000-8000-000000009505', reason: '同一个案件，同一件事' },
    ]);
    expect(wrongs).toEqual([]);
    await context.close();
  });

  test('somebody was faster: the decision that stands is shown beside the one typed, and nothing is lost', async () => {
    const { page, context, api } = await open(address.replace('9501', '9502'), ['bureauReviewer']);
    await page.getByRole('button', { name: '作出处理决定' }).click();
    const sheet = page.getByRole('complementary', { name: '作出处理决定' });
    await sheet.getByText('部分成立', { exact: true }).click();
    await sheet.getByLabel('理由 1').fill('没有通报进展属实');
    await sheet.getByLabel('法条 1').fill('《法律援助法》第五十五条');
    await sheet.getByRole('button', { name: '作出处理决定' }).click();
    await sheet.getByText('投诉成立的，请选处理措施').waitFor();
    await sheet.getByText('责令改正').click();
    await picture(page, 'complaint-decide-desktop');
    const newer = complaintPage(2);
    api.answers.set('GET /api/complaints/:tenant/:id', () => ({
      ...newer,
      complaint: { ...newer.complaint, version: 3, state: 'DECIDED', outcome: 'notUpheld', decidedOn: '2026-11-24' },
      allowedActions: ['reply'],
      story: [event(4, '2026-11-24T02:00:00.000Z', 'complaint.decide', '赵敏'), ...newer.story],
    }));
    api.answers.set('POST /api/complaints/:tenant/:id/decide', () => new Refused(409, 'record.stale', '已被修改'));
    await sheet.getByRole('button', { name: '作出处理决定' }).click();
    const note = sheet.getByRole('alert').filter({ hasText: '赵敏' });
    await note.getByText('不成立', { exact: true }).waitFor();
    await note.getByText('部分成立', { exact: true }).waitFor();
    expect(await sheet.getByLabel('理由 1').inputValue()).toBe('没有通报进展属实');
    await picture(page, 'complaint-stale-desktop');
    expect(posts(api, '/decide')).toMatchObject([
      { version: 2, outcome: 'partly', measures: ['orderCorrection'], reasons: [{ text: '没有通报进展属实' }] },
    ]);
    await context.close();
  });

  test('who may not look into it is told so in words', async () => {
    const other = await open(address.replace('9501', '9503'), ['bureauReviewer']);
    await other.page.getByText('由李国庆调查，调查报告由本人提交。').waitFor();
    await other.context.close();
    const own = await open('/desk/complaints', ['bureauReviewer']);
    own.api.answers.set(
      'GET /api/complaints/:tenant/:id',
      () => new Refused(403, 'complaint.ownHand', '被投诉的人不能办理这件投诉'),
    );
    await own.page.goto(`${desk.origin}${address}`);
    await own.page.getByText('被投诉的人不能办理这件投诉').waitFor();
    await picture(own.page, 'complaint-own-desktop');
    await own.context.close();
  });

  test('written down from a matter nothing is typed twice, a spoken one is read back and signed', async () => {
    const { page, context, api, wrongs } = await open(
      '/desk/complaints/new?tenant=530502&number=530502261100001',
      ['clerk'],
      phone,
    );
    await page.getByLabel('没有按规定通报办理情况').check();
    await page.getByLabel('事情经过').fill('三个月没有音信');
    await page.getByLabel('口头投诉').check();
    await page.getByRole('button', { name: '登记投诉' }).click();
    await page.getByText('笔录要读给投诉人听').waitFor();
    await picture(page, 'complaint-entry-oral-phone');
    await page.getByLabel('已读给投诉人听，本人确认无误').check();
    await page.getByLabel('投诉人已签名或者按指印').check();
    await page.getByRole('button', { name: '登记投诉' }).click();
    await page.getByText('K7PWX3MA').waitFor();
    await picture(page, 'complaint-receipt-phone');
    // The counter cannot open what it wrote down.
    expect(await page.getByRole('button', { name: '打开投诉' }).count()).toBe(0);
    expect(posts(api, '/complaints')).toEqual([
      {
        tenant: '530502',
        door: 'window',
        receivedOn: '2026-11-24',
        standing: 'recipient',
        sameAsRecipient: true,
        grounds: ['noReport'],
        statement: '三个月没有音信',
        wish: '',
        against: { kind: 'handler', name: '' },
        matterNumber: '530502261100001',
        oral: { recordedBy: '杨文斌', readBack: true, signed: true },
      },
    ]);
    expect(wrongs).toEqual([]);
    await context.close();
  });
});

describe('counts lead to what they count', () => {
  test('complaints on Today, their clocks, a handler and the statistics', async () => {
    const bureau = await open('/desk/today', ['bureauReviewer']);
    await bureau.page.getByRole('button', { name: '投诉 3' }).click();
    await bureau.page.getByText('投诉王丽华').first().waitFor();
    await bureau.page.getByRole('link', { name: 'TS530502-2026-00001' }).click();
    await bureau.page.waitForURL(/\/desk\/complaints\/530502\//);
    const clock = {
      tenant: '530502',
      id: '00000000-0000-7000-8000-000000009580',
      matterId: '00000000-0000-7000-8000-000000009501',
      subject: 'complaint',
      subjectId: '00000000-0000-7000-8000-000000009501',
      step: 'acceptComplaint',
      startedOn: '2026-11-20',
      dueOn: '2026-11-27',
      state: 'running',
      citation: '',
      promise: false,
      level: null,
      number: 'TS530502-2026-00001',
      handlerName: null,
    };
    bureau.api.answers.set('GET /api/clocks', () => ({ rows: [clock], next: null }));
    await bureau.page.goto(`${desk.origin}/desk/clocks`);
    await bureau.page.getByRole('link', { name: '决定是否受理投诉' }).click();
    await bureau.page.waitForURL(/\/desk\/complaints\/530502\//);
    await bureau.page.goto(`${desk.origin}/desk/statistics?measure=complaints.upheld`);
    await bureau.page.getByRole('link', { name: '看清单：王丽华 2 件' }).click();
    await bureau.page.waitForURL(/decided=2026.*handlerId=/);
    expect(bureau.wrongs).toEqual([]);
    await bureau.context.close();

    // Nobody of a centre opens a complaint; its clock leads nowhere, and how many came is a figure alone.
    const head = await open('/desk/today', ['manager']);
    head.api.answers.set('GET /api/clocks', () => ({ rows: [clock], next: null }));
    await head.page.goto(`${desk.origin}/desk/clocks`);
    await head.page.getByText('决定是否受理投诉').waitFor();
    expect(await head.page.getByRole('link', { name: '决定是否受理投诉' }).count()).toBe(0);
    await head.page.goto(`${desk.origin}/desk/statistics?measure=complaints.received`);
    await head.page.getByText('没有按规定通报办理情况').first().waitFor();
    expect(await head.page.getByRole('link', { name: /^看清单/ }).count()).toBe(0);
    await head.page.goto(`${desk.origin}/desk/statistics?measure=commitments.recovered`);
    await head.page.getByRole('link', { name: /^看清单：10 ?月/ }).click();
    await head.page.waitForURL(/commitments\?span=2026-10.*by=recovered/);
    await head.page.goto(`${desk.origin}/desk/handlers`);
    await head.page
      .getByRole('button', { name: /王丽华|./ })
      .first()
      .waitFor();
    await head.page.locator('[data-row]').first().click();
    const sheet = head.page.getByRole('complementary');
    await sheet.getByText('1 件成立').waitFor();
    if (pictures !== undefined) await head.page.screenshot({ path: join(pictures, 'handler-upheld-desktop.png') });
    expect(await serious(head.page)).toEqual([]);
    expect(head.wrongs).toEqual([]);
    await head.context.close();
  });
});

describe('the law', () => {
  test('a change of a figure is seen beside the old one before it is sent, and a fault stands at its field', async () => {
    const { page, context, api, wrongs } = await open('/desk/law?pack=promises-baoshan', ['policyAdmin']);
    await page.getByRole('button', { name: '变更：审查并作出决定' }).click();
    const sheet = page.getByRole('complementary', { name: '变更：审查并作出决定' });
    await sheet.getByLabel('新的期限').fill('3');
    await sheet.getByLabel('生效日期').fill('2027-01-01');
    await sheet.getByLabel('依据文件').fill('保司通〔2026〕12号');
    await sheet.getByLabel('我已对照文件核实这个数字').check();
    api.answers.set(
      'POST /api/law/changes/preview',
      () =>
        new Refused(400, 'input.invalid', '填写的内容有误，请按提示修改', {
          errors: [{ pointer: '/change/value/amount', code: 'policy.sameAsNow', detail: '与现行数字相同，没有变更' }],
        }),
    );
    await sheet.getByRole('button', { name: '看变更前后' }).click();
    await sheet.locator('.ant-form-item-explain-error', { hasText: '与现行数字相同' }).waitFor();
    api.answers.delete('POST /api/law/changes/preview');
    await sheet.getByRole('button', { name: '看变更前后' }).click();
    const beside = sheet.getByRole('region', { name: '变更前后' });
    await beside.getByText('4 个工作日').waitFor();
    await beside.getByText('3 个工作日').waitFor();
    // A day in another year than the one beside it says which.
    await beside.getByText('2022年1月1日 至 2026年12月31日').waitFor();
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, 'law-propose-desktop.png') });
    expect(await serious(page)).toEqual([]);
    await sheet.getByRole('button', { name: '提交，等待另一人批准' }).click();
    await sheet.waitFor({ state: 'detached' });
    const sent = api.calls.filter(({ method, path }) => method === 'POST' && path === '/api/law/changes');
    expect(sent.map(({ body }) => body)).toEqual([
      {
        change: {
          figure: 'promise',
          key: 'promises-baoshan.decide',
          value: { amount: 3 },
          effectiveFrom: '2027-01-01',
          verified: true,
          source: '保司通〔2026〕12号',
        },
        correction: false,
      },
    ]);
    expect(sent[0]?.headers['idempotency-key']).toBeDefined();
    expect(wrongs.filter((wrong) => !wrong.includes('400'))).toEqual([]);
    await context.close();
  });

  test('another person approves what they have seen, old beside new', async () => {
    const { page, context, api } = await open('/desk/law?view=changes', ['manager']);
    api.answers.set('POST /api/law/changes/:id/approve', () => ({ version: 2, state: 'APPROVED', revision: 3 }));
    await page.getByRole('row', { name: /审查并作出决定/ }).click();
    const sheet = page.getByRole('complementary', { name: '审查并作出决定' });
    await sheet.getByRole('button', { name: '批准', exact: true }).click();
    await sheet.getByLabel('审批意见').fill('同意');
    await sheet.getByRole('button', { name: '批准', exact: true }).click();
    await sheet.waitFor({ state: 'detached' });
    expect(api.calls.filter(({ path }) => path.endsWith('/approve')).map(({ body }) => body)).toEqual([
      { version: 1, note: '同意' },
    ]);
    await context.close();
  });

  test.each([1280, 1920])('two days side by side stand in the address and fit %i pixels', async (width) => {
    const { page, context } = await open(
      '/desk/law?view=compare&from=2017-12-18&to=2026-11-24&region=530502&group=migrantWorker',
      ['reviewer'],
      { width, height: 900 } as typeof desktop,
    );
    await page.getByText('《法律援助法》第四十二条第三项').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    if (pictures !== undefined)
      await page.screenshot({ path: join(pictures, `law-compare-${width}.png`), fullPage: true });
    await page.getByRole('combobox', { name: '事由' }).click();
    await page.getByTitle('请求支付劳动报酬').click();
    await page.waitForURL(/cause=labourPay/);
    await page.getByText('符合法律援助条件').waitFor();
    await context.close();
  });
});

describe('a case comes to its handler', () => {
  const picture = async (page: Page, name: string): Promise<void> => {
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}.png`) });
    expect(await serious(page)).toEqual([]);
  };

  test('each method asks for what it needs, and sends it', async () => {
    const { page, context, api } = await open('/desk/designation/530523/00000000-0000-7000-8000-000000001004', [
      'designator',
    ]);
    api.answers.set('GET /api/cases/:tenant/:id', () =>
      casePage(
        { allowedActions: ['designate', 'openOffer', 'designateFirm', 'terminate'] },
        { state: 'AWAITING_DESIGNATION', handlerId: null, handlerName: null, handlerUnit: null },
      ),
    );
    for (const path of ['designate', 'open-offer', 'designate-firm'])
      api.answers.set(`POST /api/cases/:tenant/:id/${path}`, () => new Refused(409, 'case.nobodyToOffer', '再试一次'));
    await page.reload();
    const list = page.getByRole('region', { name: '候选人排序' });
    await page.getByRole('radio', { name: /^轮派/ }).check();
    expect(await list.getByRole('radio').count()).toBe(1);
    await page.getByRole('button', { name: '指派承办人' }).click();
    await page.getByText('再试一次').waitFor();

    await page.getByRole('radio', { name: /^受援人点援/ }).check();
    await list.getByRole('radio').nth(2).check();
    await page.getByLabel('书面').check();
    await picture(page, 'method-choice-desktop');
    await page.getByRole('button', { name: '指派承办人' }).click();

    await page.getByRole('radio', { name: /^直接指派/ }).check();
    await list.getByRole('radio').nth(1).check();
    await page.getByLabel('公示的理由').click();
    await page.getByTitle('语言').click();
    await page.getByLabel('为什么选排在第 2 位的人').fill('会说苗语');
    await picture(page, 'method-direct-desktop');
    await page.getByRole('button', { name: '指派承办人' }).click();

    await page.getByRole('radio', { name: /^公开征集/ }).check();
    await page.getByLabel('征集多少小时').fill('8');
    await picture(page, 'method-offer-desktop');
    await page.getByRole('button', { name: '公开征集承办人' }).click();

    await page.getByRole('radio', { name: /^指派到单位/ }).check();
    await list.getByRole('radio').nth(1).check();
    await picture(page, 'method-firm-desktop');
    await page.getByRole('button', { name: '指派到单位' }).click();
    await page.getByText('再试一次').waitFor();
    const sent = api.calls.filter(({ method }) => method === 'POST').map(({ body }) => body);
    expect(sent).toMatchObject([
      { method: 'turn' },
      { method: 'choice', wish: { told: 'written', on: '2026-11-24' } },
      { method: 'direct', departure: 'language', reason: '会说苗语' },
      { hours: 8 },
      { agencyId: '00000000-0000-7000-8000-000000002502' },
    ]);
    await context.close();
  });

  test('whoever is second is told that the offer is gone', async () => {
    const { page, context, api } = await open('/desk/offers', ['handler']);
    api.answers.set(
      'POST /api/cases/:tenant/:id/take-offer',
      () => new Refused(409, 'case.offerGone', '已经由他人先接受，或者征集已经到期、收回'),
    );
    const card = page.getByRole('article', { name: '保法援民字〔2026〕第0621号' });
    await card.getByRole('button', { name: '接受承办' }).click();
    await card.getByText('已经由他人先接受').waitFor();
    await picture(page, 'offers-gone-desktop');
    await context.close();
  });

  test('a firm names whoever may act, and says how a possible conflict was looked into', async () => {
    const { page, context, api } = await open('/desk/firm', ['clerk']);
    api.answers.set('POST /api/cases/:tenant/:id/name-handler', () => ({ version: 4, designationId: 'd' }));
    expect(await page.getByRole('radio', { name: /钱正祥/ }).isDisabled()).toBe(true);
    await page.getByRole('radio', { name: /尔古/ }).check();
    await page.getByLabel('怎样核实的利益冲突').fill('核对过证件，不是同一人');
    await picture(page, 'firm-name-desktop');
    await page.getByRole('button', { name: '确定承办人' }).click();
    await page.getByText('已确定承办人').waitFor();
    expect(api.calls.find(({ path }) => path.endsWith('/name-handler'))?.body).toEqual({
      version: 3,
      handlerId: '00000000-0000-7000-8000-000000002002',
      reason: '核对过证件，不是同一人',
    });
    await context.close();
  });

  test('the ledger tells why, part by part', async () => {
    const { page, context } = await open('/desk/ledger', ['handler']);
    await page.getByRole('button', { name: '保法援民字〔2026〕第0618号' }).click();
    const sheet = page.getByRole('complementary', { name: '保法援民字〔2026〕第0618号' });
    await sheet.getByText('本案的其他考虑').waitFor();
    await picture(page, 'ledger-line-desktop');
    await context.close();
  });
});

describe('while something is written down', () => {
  test('who may be the same person, what they applied for before and who could not act stand beside the form', async () => {
    const { page, context, api } = await open('/desk/applications/new', ['clerk']);
    await page.getByLabel('姓名').first().fill('赵学兵');
    await page.getByLabel('出生日期').first().fill('1981-03-12');
    const side = page.getByRole('complementary');
    await side.getByText('很可能 75').waitFor();
    await side.getByText('同一事项').waitFor();
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, 'checks-desktop.png') });
    expect(await serious(page)).toEqual([]);
    expect(api.calls.find(({ path }) => path.endsWith('/matches'))?.body).toMatchObject({ name: '赵学兵' });
    expect(api.calls.find(({ path }) => path.endsWith('/repeated'))?.body).toMatchObject({
      personIds: ['00000000-0000-7000-8000-000000008001', '00000000-0000-7000-8000-000000008002'],
    });
    await context.close();
  });

  test('of two on file somebody says whether they are one', async () => {
    const { page, context, api } = await open('/desk/matters/530502/00000000-0000-7000-8000-000000000003', [
      'reviewer',
    ]);
    api.answers.set('POST /api/people/:tenant/:id/link', () => ({ same: true }));
    await page.getByText('可能是同一个人 2').click();
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, 'same-person-desktop.png') });
    expect(await serious(page)).toEqual([]);
    const said = page.waitForResponse((response) => response.url().endsWith('/link'));
    await page.getByRole('button', { name: '是同一人' }).first().click();
    await said;
    expect(api.calls.find(({ path }) => path.endsWith('/link'))?.body).toEqual({
      otherId: '00000000-0000-7000-8000-000000008002',
      same: true,
    });
    await context.close();
  });
});

describe('the rota', () => {
  const picture = async (page: Page, name: string): Promise<void> => {
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}.png`) });
    expect(await serious(page)).toEqual([]);
  };

  test('a lawyer who sits elsewhere is refused at the field, and a help goes out with its shift', async () => {
    const { page, context, api } = await open('/desk/duty?week=2026-11-24', ['designator']);
    api.answers.set(
      'POST /api/duty/:tenant/shifts',
      () =>
        new Refused(400, 'input.invalid', '填写的内容有误，请按提示修改', {
          errors: [{ pointer: '/days/0', code: 'duty.overlap', detail: '该律师 11 月 26 日已在看守所工作站值班' }],
        }),
    );
    await page.getByRole('button', { name: '排班', exact: true }).click();
    const plan = page.getByRole('complementary', { name: '排班' });
    await plan.getByLabel('值班地点').click();
    await page.getByTitle('隆阳区法律援助中心').click();
    await plan.getByLabel('值班律师').click();
    await page.getByTitle('王丽萍 云南永昌律师事务所').click();
    await plan.getByRole('button', { name: '排班', exact: true }).click();
    await plan.getByText('已在看守所工作站值班').first().waitFor();
    await picture(page, 'duty-plan-desktop');
    await page.getByRole('button', { name: '关闭' }).first().click();

    api.answers.set('POST /api/duty/:tenant/helps', () => ({ helpId: 'h1' }));
    await page
      .getByRole('button', { name: /王丽萍/ })
      .nth(1)
      .click();
    await page.getByRole('button', { name: '登记法律帮助' }).click();
    const help = page.getByRole('complementary', { name: '登记法律帮助' });
    await help.getByLabel('姓名').fill('番某');
    await picture(page, 'duty-help-desktop');
    // A witnessed plea has its own record; what is missing stands at its field, and nothing is sent.
    await help.getByLabel('见证签署认罪认罚具结书').check();
    await help.getByRole('heading', { name: '认罪认罚具结见证' }).waitFor();
    await help.getByRole('button', { name: '登记法律帮助' }).click();
    await help.getByText('请选是否自愿').waitFor();
    expect(api.calls.some(({ method, path }) => method === 'POST' && path.endsWith('/helps'))).toBe(false);
    await help.locator('#plea_organ').fill('隆阳区人民检察院');
    await help.getByLabel('见证地点').fill('隆阳区看守所');
    await help.getByLabel('告知的罪名').fill('盗窃罪');
    await help.getByLabel('告知的量刑建议').fill('拘役三个月，缓刑六个月');
    await help.getByLabel('对法律后果的解释和建议').fill('说明了从宽和反悔的后果。');
    await help.getByLabel('不是自愿，或者没有表示').check();
    await help.getByLabel('未签署的原因').click();
    await page.getByTitle('本人不愿意签署').click();
    await picture(page, 'duty-plea-desktop');
    expect(await serious(page)).toEqual([]);
    await page.setViewportSize(phone);
    await picture(page, 'duty-plea-phone');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await page.setViewportSize(desktop);
    await help.getByRole('button', { name: '登记法律帮助' }).click();
    await help.waitFor({ state: 'detached' });
    expect(api.calls.find(({ method, path }) => method === 'POST' && path.endsWith('/helps'))?.body).toMatchObject({
      helpedOn: '2026-11-24',
      mode: 'onSite',
      services: ['advice', 'pleaWitness'],
      signature: 'signed',
      person: { name: '番某' },
      plea: {
        organ: '隆阳区人民检察院',
        charge: '盗窃罪',
        told: [],
        views: { charge: 'agrees', sentence: 'agrees', procedure: 'agrees' },
        voluntary: false,
        unsigned: 'notWilling',
        lawyerSigned: false,
      },
    });
    await context.close();
  });
});

describe('a case', () => {
  const address = '/desk/matters/530523/00000000-0000-7000-8000-000000000104?case=00000000-0000-7000-8000-000000001004';

  test('a hearing that clashes is written down only after somebody has looked', async () => {
    const { page, context, api } = await open(address, ['handler']);
    api.answers.set('GET /api/cases/:tenant/:id', () => casePage({ allowedActions: ['noteProgress', 'fixHearing'] }));
    api.answers.set('POST /api/cases/:tenant/:id/fix-hearing', ({ body }) =>
      (body as { despiteWarnings: boolean }).despiteWarnings
        ? { version: 6, hearingId: 'h', warnings: [] }
        : new Refused(409, 'case.hearingWarned', '承办人当天09:00另有开庭：保法援民字〔2026〕第0612号'),
    );
    await page.reload();
    await page.getByRole('button', { name: '登记开庭' }).click();
    const sheet = page.getByRole('complementary', { name: '登记开庭' });
    await sheet.getByLabel('开庭日期').fill('2026-12-15');
    await sheet.getByRole('button', { name: '登记开庭', exact: true }).click();
    await sheet.getByText('另有开庭').waitFor();
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, 'hearing-desktop.png') });
    expect(await serious(page)).toEqual([]);
    await sheet.getByLabel('已经核实，仍按此登记').check();
    await sheet.getByRole('button', { name: '登记开庭', exact: true }).click();
    await sheet.waitFor({ state: 'detached' });
    expect(api.calls.filter(({ path }) => path.endsWith('/fix-hearing')).map(({ body }) => body)).toMatchObject([
      { heldOn: '2026-12-15', despiteWarnings: false },
      { heldOn: '2026-12-15', despiteWarnings: true },
    ]);
    await context.close();
  });

  test('what was seen at a hearing is written down, and the handler is asked', async () => {
    const { page, context, api, wrongs } = await open(address, ['quality']);
    const section = page.locator('section').filter({ has: page.getByRole('heading', { name: '督促检查' }) });
    await section.getByText('开庭前没有与当事人核对证据目录').waitFor();
    await section.getByRole('button', { name: '记录督促' }).click();
    await section.getByLabel('在哪里、向谁了解').fill('龙陵县人民法院第二法庭');
    await section.getByRole('radio', { name: '有问题' }).check();
    await section.getByRole('button', { name: '保存' }).click();
    await section
      .getByText(/请写|请填/)
      .first()
      .waitFor();
    await section.getByLabel('看到、听到的情况').fill('质证时没有出示原件。');
    await section.getByLabel('要求承办人说明或者改正').fill('请说明原件在哪里。');
    if (pictures !== undefined)
      await page.screenshot({ path: join(pictures, 'supervision-desktop.png'), fullPage: true });
    expect(await serious(page)).toEqual([]);
    api.answers.set('POST /api/supervisions/record', () => ({ supervisionId: id(9400), version: 2, state: 'ASKED' }));
    await section.getByRole('button', { name: '保存' }).click();
    await section.getByLabel('看到、听到的情况').waitFor({ state: 'detached' });
    expect(api.calls.filter(({ path }) => path === '/api/supervisions/record').map(({ body }) => body)).toMatchObject([
      { kind: 'hearing', finding: 'concern', source: '龙陵县人民法院第二法庭', asked: '请说明原件在哪里。' },
    ]);
    expect(wrongs).toEqual([]);
    await context.close();
  });

  test('supervision is listed and narrowed; a row leads to its part of the matter; nothing and trouble are told', async () => {
    const { page, context, api, wrongs } = await open('/desk/quality', ['quality'], { width: 1280, height: 800 });
    await page.getByRole('button', { name: '督促检查' }).click();
    const rows = page.locator('tbody tr');
    const kinds = async () => Promise.all((await rows.all()).map((row) => row.getByRole('cell').nth(2).innerText()));
    await rows.nth(2).waitFor();
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, 'supervisions-1280.png') });
    expect(await serious(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await page.getByRole('button', { name: '已答复' }).click();
    await rows.nth(1).waitFor({ state: 'detached' });
    expect(await kinds()).toEqual(['回访受援人']);
    await page.getByRole('button', { name: '全部', exact: true }).click();
    await page.getByLabel('方式').click();
    await page.getByTitle('旁听庭审').click();
    await rows.nth(1).waitFor({ state: 'detached' });
    expect(await kinds()).toEqual(['旁听庭审']);
    expect(new URL(page.url()).search).toBe('?view=supervision&kind=hearing');
    await rows.getByRole('link').click();
    const section = page.locator('section').filter({ has: page.getByRole('heading', { name: '督促检查' }) });
    await section.getByText('开庭前没有与当事人核对证据目录').waitFor();
    expect(new URL(page.url()).hash).toBe('#supervision');
    await page.waitForFunction(() => {
      const heading = [...document.querySelectorAll('h2')].find((one) => one.textContent === '督促检查');
      const top = heading?.getBoundingClientRect().top ?? -1;
      return top > 0 && top < window.innerHeight;
    });
    api.answers.set('GET /api/supervisions', () => ({ rows: [], next: null }));
    await page.goto(`${desk.origin}/desk/quality?view=supervision&span=2026-10&tenant=530523`);
    await page.getByText('没有督促记录').waitFor();
    await page.getByText('2026-10 的记录').waitFor();
    expect(await serious(page)).toEqual([]);
    expect(wrongs).toEqual([]);
    api.answers.set('GET /api/supervisions', () => new Refused(403, 'auth.forbidden', '您没有这项权限'));
    await page.reload();
    await page.getByText('您没有这项权限').waitFor();
    expect(await serious(page)).toEqual([]);
    await context.close();
  });

  test('a grade that was counted opens the cases of that grade, and supervision the records of its finding', async () => {
    const { page, context, wrongs } = await open('/desk/statistics?measure=assessment.graded', ['quality']);
    await page.getByText('合格以上 91%').waitFor();
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, 'grades-desktop.png'), fullPage: true });
    expect(await serious(page)).toEqual([]);
    await page.getByRole('link', { name: '看清单：不合格 1 件' }).click();
    await page.getByText('2026 告知').waitFor();
    await page.getByRole('row', { name: /段正刚/ }).waitFor();
    expect(await page.locator('tbody tr').count()).toBe(1);
    expect(new URL(page.url()).searchParams.get('grade')).toBe('fail');
    await page.goto(`${desk.origin}/desk/statistics?measure=supervision.recorded&span=2026-10`);
    await page.getByRole('link', { name: '看清单：有问题 2 件' }).click();
    await page.getByText('2026-10 的记录').waitFor();
    await page.getByRole('row', { name: /旁听庭审/ }).waitFor();
    expect(await page.locator('tbody tr').count()).toBe(2);
    expect(await serious(page)).toEqual([]);
    expect(wrongs).toEqual([]);
    await context.close();
  });

  test('a question about a case waits on its handler’s Today with its days, and is answered where it leads', async () => {
    const { page, context, api, wrongs } = await open('/desk/today', ['handler']);
    const asked = supervisions.filter(({ state }) => state !== 'NOTED');
    const mine = asked.map((row) => ({ ...row, allowedActions: row.state === 'ASKED' ? ['reply'] : [] }));
    const [question] = mine;
    if (question === undefined) throw new Error('nothing is asked');
    const { tenant, matterId, caseId, supervisionId, caseNumber } = question;
    api.answers.set('GET /api/supervisions/mine', () => ({ rows: mine }));
    api.answers.set('GET /api/cases/:tenant/:id', () => {
      const { case: own, ...rest } = casePage();
      return { ...rest, case: { ...own, id: caseId, tenant, matterId } };
    });
    api.answers.set('GET /api/clocks/notices', () => ({
      rows: [
        {
          tenant,
          id: id(9501),
          level: 'soon',
          matterId,
          subject: 'supervision',
          subjectId: supervisionId,
          number: caseNumber,
          step: 'answerSupervision',
          dueOn: '2026-11-30',
          citation: '',
        },
      ],
    }));
    await page.reload();
    const row = page.getByRole('row', { name: /督促检查/ });
    await row.waitFor();
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, 'today-asked-desktop.png') });
    expect(await page.getByRole('row', { name: /督促检查/ }).count()).toBe(1);
    expect(await row.innerText()).toMatch(/还剩 6 天[\s\S]*旁听庭审[\s\S]*待承办人答复[\s\S]*答复/);
    expect(await serious(page)).toEqual([]);
    const reminder = page.getByRole('region', { name: '提醒' }).getByRole('link');
    const there = `/desk/matters/${tenant}/${matterId}?case=${caseId}#supervision`;
    expect(await reminder.getAttribute('href')).toBe(there);
    await row.getByRole('link').click();
    const section = page.locator('section').filter({ has: page.getByRole('heading', { name: '督促检查' }) });
    await section.getByText('请说明原因，并在下次开庭前核对证据。').waitFor();
    expect(page.url()).toBe(`${desk.origin}${there}`);
    await section.getByRole('button', { name: '答复' }).click();
    await section.getByLabel('答复').fill('已补充核对，附谈话记录。');
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, 'answer-asked-desktop.png') });
    expect(await serious(page)).toEqual([]);
    api.answers.set('POST /api/supervisions/reply', () => {
      const answered = { ...question, state: 'ANSWERED', version: 3, allowedActions: [] };
      api.answers.set('GET /api/supervisions/mine', () => ({ rows: [answered] }));
      return { supervisionId, version: 3, state: 'ANSWERED' };
    });
    await section.getByRole('button', { name: '答复' }).click();
    await section.getByLabel('答复').waitFor({ state: 'detached' });
    expect(api.calls.filter(({ path }) => path === '/api/supervisions/reply').map(({ body }) => body)).toEqual([
      { tenant, supervisionId, version: 2, text: '已补充核对，附谈话记录。' },
    ]);
    expect(wrongs).toEqual([]);
    await context.close();
  });

  test('an answer waits on the Today of whoever looks after quality, and leads to where it is accepted', async () => {
    const { page, context, wrongs } = await open('/desk/today', ['quality']);
    const row = page.getByRole('row', { name: /督促检查/ });
    await row.waitFor();
    expect(await row.count()).toBe(1);
    expect(await row.innerText()).toMatch(/已答复[\s\S]*认可答复/);
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, 'today-answered-desktop.png') });
    expect(await serious(page)).toEqual([]);
    await row.getByRole('link').click();
    const section = page.locator('section').filter({ has: page.getByRole('heading', { name: '督促检查' }) });
    await section.getByText('已经当面说明，今后每月通报一次。').waitFor();
    await section.getByRole('button', { name: '认可答复' }).waitFor();
    expect(wrongs).toEqual([]);
    await context.close();
  });

  test('who decides on a replacement reads what was asked', async () => {
    const { page, context, api } = await open(address, ['approver']);
    api.answers.set('GET /api/cases/:tenant/:id', () =>
      casePage(
        {
          allowedActions: ['approveReplacement', 'keepHandler', 'terminate'],
          replacements: casePage().replacements.map((one) => ({
            ...one,
            state: 'requested' as const,
            opinion: null,
            decidedOn: null,
            handedOverOn: null,
            handover: null,
          })),
        },
        { state: 'REPLACEMENT_REVIEW' },
      ),
    );
    await page.reload();
    await page.getByRole('button', { name: '同意更换，另行指派' }).click();
    const sheet = page.getByRole('complementary', { name: '同意更换，另行指派' });
    await sheet.getByText('住院手术，预计两个月不能出庭。').waitFor();
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, 'replacement-desktop.png') });
    expect(await serious(page)).toEqual([]);
    await context.close();
  });
});

describe('signing in', () => {
  test('the one-time code is asked for only when the server asks, and a lock-out says how long', async () => {
    const { page, context, api, wrongs } = await open('/desk/', []);
    api.answers.set('POST /api/session', ({ body }) => {
      const { code, password } = body as { code?: string; password: string };
      if (password === 'locked') return new Refused(429, 'auth.locked', '连续输错多次，请 600 秒后再试');
      if (code === undefined) return new Refused(401, 'auth.codeRequired', '请再输入手机上的6位动态口令');
      api.session = sessionOf('clerk');
      return api.session;
    });
    await page.getByLabel('用户名').fill('fanjh');
    await page.getByLabel('密码').fill('locked');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('alert').getByText('600 秒').waitFor();
    expect(await page.getByLabel('动态口令').count()).toBe(0);
    await page.getByLabel('密码').fill('right');
    await page.keyboard.press('Enter');
    await page.getByLabel('动态口令').fill('123 456');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '今天要做的' }).waitFor();
    expect(api.calls.filter(({ path, method }) => path === '/api/session' && method === 'POST').at(-1)?.body).toEqual({
      userName: 'fanjh',
      password: 'right',
      code: '123456',
    });
    expect(wrongs).toEqual([]);
    await context.close();
  });

  test('a first password must be replaced before anything else', async () => {
    const { page, context, api } = await open('/desk/today', []);
    api.session = { ...sessionOf('clerk'), due: 'password' };
    await page.reload();
    await page.getByRole('heading', { name: '设置自己的密码' }).waitFor();
    expect(await page.getByRole('navigation').count()).toBe(0);
    await context.close();
  });

  test('a session that runs out loses nothing: the same step goes out again after signing in', async () => {
    const { page, context, api } = await open('/desk/reception', ['clerk']);
    let expired = true;
    api.answers.set('POST /api/consultations', () =>
      expired ? new Refused(401, 'auth.required', '请先登录') : { consultationId: 'c1', version: 1 },
    );
    api.answers.set('POST /api/session', () => {
      expired = false;
      return api.session;
    });
    await page.getByLabel('姓名').fill('番绍芬');
    await page.getByLabel('问什么').click();
    await page.getByTitle('请求支付劳动报酬').click();
    await page.getByLabel('问题').fill('三个月没发工资');
    await page.getByRole('button', { name: '登记咨询' }).click();
    const dialog = page.getByRole('dialog', { name: '登录已过期' });
    await dialog.getByText('页面上填写的内容都还在').waitFor();
    expect(await page.getByLabel('问题').inputValue()).toBe('三个月没发工资');
    await dialog.getByLabel('用户名').fill('zhangsq');
    await dialog.getByLabel('密码').fill('right');
    await dialog.getByRole('button', { name: '登录' }).click();
    await page.getByText('已登记').waitFor();
    const sent = api.calls.filter(({ method, path }) => method === 'POST' && path === '/api/consultations');
    expect(sent).toHaveLength(2);
    expect(sent[1]?.body).toEqual(sent[0]?.body);
    expect(sent[1]?.headers['idempotency-key']).toBe(sent[0]?.headers['idempotency-key']);
    await context.close();
  });
});

describe('the keyboard', () => {
  test('j and k walk the rows, Enter opens the matter, Ctrl K finds another', async () => {
    const { page, context, api } = await open('/desk/today', ['clerk', 'reviewer']);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    expect(await page.evaluate(() => document.activeElement?.closest('tr')?.textContent)).toContain('赵学兵');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /赵学兵/ }).waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('李国');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/desk\/matters\//);
    expect(await page.getByRole('dialog').count()).toBe(0);
    // A telephone or identity number may be typed here: it never stands in an address.
    expect(api.calls.some(({ method, path }) => method === 'POST' && path === '/api/people/search')).toBe(true);
    await context.close();
  });
  test('letters typed into a field are letters', async () => {
    const { page, context } = await open('/desk/review', ['reviewer']);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('jk');
    expect(await page.getByRole('combobox').inputValue()).toBe('jk');
    await context.close();
  });
});

describe.each([
  ['desktop', desktop],
  ['phone', phone],
] as const)('papers of the office, %s', (size, viewport) => {
  const look = async (page: Page, name: string): Promise<void> => {
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}-${size}.png`) });
    expect(await serious(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  };

  test('the approver says from which day an edition is used; one before the edition in force is refused at the field', async () => {
    const { page, context, api, wrongs } = await open('/desk/templates', ['manager', 'approver'], viewport);
    const sections = page.locator('main').getByRole('heading', { level: 2 });
    await sections.nth(officeForms.length - 1).waitFor();
    await page.getByRole('searchbox', { name: '按名称找文书' }).fill('决定书');
    await page.getByRole('heading', { name: '法律援助申请表' }).waitFor({ state: 'detached' });
    expect(await sections.count()).toBe(officeForms.filter(({ title }) => title.zh.includes('决定书')).length);
    const grant = page.getByRole('region', { name: /给予法律援助决定书/ });
    await grant.getByRole('button', { name: '批准启用' }).click();
    const step = grant.getByRole('group', { name: '批准启用' });
    const day = step.getByLabel('启用日期');
    expect(await day.inputValue()).toBe('2026-11-24');
    await look(page, 'templates-approve');
    await day.fill('2026-11-20');
    await step.getByRole('button', { name: '批准启用' }).click();
    await step.getByText(/不能早于/).waitFor();
    expect(api.calls.some(({ method }) => method === 'POST')).toBe(false);
    await day.fill('12-01');
    // Somebody was faster: the list is read anew, the day stays, and the next attempt goes by the new version.
    api.answers.set('POST /api/templates/approve', () => {
      const moved = officeForms.map((form) => ({
        ...form,
        editions: form.editions.map((edition) =>
          edition.state === 'PROPOSED' ? { ...edition, version: 2, note: '页眉已经核对' } : edition,
        ),
      }));
      api.answers.set('GET /api/templates/:tenant', () => ({ forms: moved, mayPropose: true }));
      api.answers.set('POST /api/templates/approve', () => ({ version: 3, state: 'APPROVED' }));
      return new Refused(409, 'record.stale', '这份记录刚刚被别人改过（现在是第 2 版）', { current: 2 });
    });
    await step.getByRole('button', { name: '批准启用' }).click();
    await step.getByRole('alert').getByText('刚刚被别人改过').waitFor();
    await grant.getByText('页眉已经核对').waitFor();
    await step.getByRole('button', { name: '批准启用' }).click();
    await step.waitFor({ state: 'detached' });
    expect(api.calls.filter(({ path }) => path === '/api/templates/approve').map(({ body }) => body)).toMatchObject([
      { tenant: '530500', version: 1, inForceFrom: '2026-12-01' },
      { tenant: '530500', version: 2, inForceFrom: '2026-12-01' },
    ]);
    await grant.getByText(/可以用的字段/).click();
    await grant.getByText('{编号}').scrollIntoViewIfNeeded();
    await look(page, 'templates-fields');
    expect(wrongs).toEqual([]);
    await context.close();
  });

  test('the application form is issued from the matter, once, and stands there to be printed', async () => {
    const path = '/desk/matters/530502/00000000-0000-7000-8000-000000000003';
    const { page, context, api, wrongs } = await open(path, ['clerk'], viewport);
    api.answers.set('POST /api/applications/:tenant/:id/forms', () => {
      const documents = [
        paper(21, 'applicationForm', '法律援助申请表', null, '2026-11-24T02:00:00.000Z'),
        paper(22, 'hardshipStatement', '法律援助经济困难状况说明表', null, '2026-11-24T02:00:00.000Z'),
      ];
      api.answers.set('GET /api/applications/:tenant/:id', () => applicationPage({ documents }));
      return { documents };
    });
    const button = page.getByRole('button', { name: '出具申请表' });
    await button.scrollIntoViewIfNeeded();
    await look(page, 'matter-forms-before');
    await button.click();
    const printed = page.getByRole('link', { name: '法律援助经济困难状况说明表', exact: true }).first();
    await printed.scrollIntoViewIfNeeded();
    expect(await button.count()).toBe(0);
    await look(page, 'matter-forms');
    expect(wrongs).toEqual([]);
    await context.close();
  });

  test('a paper is handed over: signed on the screen, the receipt issued with it; what is missing is asked at its field', async () => {
    const path = '/desk/matters/530502/00000000-0000-7000-8000-000000000003';
    const { page, context, api, wrongs } = await open(path, ['clerk'], viewport);
    const notice = paper(
      31,
      'supplementNotice',
      '补充材料（说明）通知书',
      '保法援民补字第31号',
      '2026-11-23T02:00:00.000Z',
    );
    const shown = (services: MatterDocument['services']) =>
      api.answers.set('GET /api/applications/:tenant/:id', () =>
        applicationPage({ documents: [{ ...notice, services }] }),
      );
    shown([]);
    await page.reload();
    await page.getByRole('button', { name: '登记送达 补充材料（说明）通知书' }).click();
    const sheet = page.getByRole('complementary', { name: '登记送达' });
    const save = sheet.getByRole('button', { name: '登记并出具送达回证' });
    await sheet.getByLabel('代收人', { exact: true }).fill('王小二');
    await save.click();
    await sheet.getByText('请填写关系').waitFor();
    await sheet.getByText('请在屏幕上签名，或者选择纸上签收').waitFor();
    expect(api.calls.some(({ path: called }) => called === '/api/documents/service')).toBe(false);
    await sheet.getByLabel('代收人与受送达人的关系').fill('同住的成年儿子');
    const pad = sheet.getByRole('img', { name: '签名处，还没有写' });
    await pad.scrollIntoViewIfNeeded();
    const box = await pad.boundingBox();
    if (box === null) throw new Error('no place to sign');
    await page.mouse.move(box.x + 40, box.y + 60);
    await page.mouse.down();
    for (const [dx, dy] of [
      [90, 30],
      [120, 80],
      [160, 40],
    ] as const)
      await page.mouse.move(box.x + dx, box.y + dy);
    await page.mouse.up();
    await sheet.getByRole('img', { name: '已经手写签名' }).waitFor();
    await look(page, 'service-signed');
    api.answers.set('POST /api/documents/service', () => {
      const service = { serviceId: id(900), receiptId: id(901), method: 'direct', servedOn: '2026-11-24' } as const;
      shown([{ ...service, signing: 'touch', signed: true }]);
      return { serviceId: id(900), receiptId: id(901) };
    });
    await save.click();
    await sheet.waitFor({ state: 'detached' });
    await page.getByText(/直接送达/).waitFor();
    await page.getByRole('link', { name: /通知书\s*签名/ }).scrollIntoViewIfNeeded();
    await look(page, 'service-recorded');
    const [sent] = api.calls.filter(({ path: called }) => called === '/api/documents/service');
    expect(sent?.body).toMatchObject({
      documentId: notice.documentId,
      method: 'direct',
      signing: 'touch',
      receivedBy: '王小二',
      relation: '同住的成年儿子',
      signature: expect.stringMatching(/^iVBOR/),
    });
    expect(wrongs).toEqual([]);
    await context.close();
  });
});

describe('a matter', () => {
  test('somebody was faster: what changed is shown, what was typed stays, and the next attempt carries the new version', async () => {
    const { page, context, api } = await open('/desk/matters/530502/00000000-0000-7000-8000-000000000003', [
      'reviewer',
    ]);
    await page.getByRole('button', { name: '一次性告知补正' }).click();
    await page.getByLabel('缺少的材料 1').fill('工资欠条原件');
    const before = applicationPage();
    api.answers.set('GET /api/applications/:tenant/:id', () =>
      applicationPage(
        { story: [event(5, '2026-11-24T02:00:00.000Z', 'application.supplementAnswered', '番家慧'), ...before.story] },
        { version: 4 },
      ),
    );
    api.answers.set('POST /api/applications/:tenant/:id/request-supplement', ({ body }) =>
      (body as { version: number }).version === 4
        ? { version: 5, dueOn: '2026-12-01' }
        : new Refused(409, 'record.stale', '这份记录刚刚被别人改过（现在是第 4 版）', { current: 4 }),
    );
    const sheet = page.getByRole('complementary', { name: '一次性告知补正' });
    await sheet.getByRole('button', { name: '一次性告知补正', exact: true }).click();
    await sheet.getByText('番家慧').waitFor();
    expect(await page.getByLabel('缺少的材料 1').inputValue()).toBe('工资欠条原件');
    await sheet.getByRole('button', { name: '看过变化，仍然一次性告知补正' }).click();
    await sheet.waitFor({ state: 'detached' });
    const sent = api.calls.filter(({ path }) => path.endsWith('/request-supplement')).map(({ body }) => body);
    expect(sent).toEqual([
      { version: 3, items: ['工资欠条原件'], note: '', days: 7 },
      { version: 4, items: ['工资欠条原件'], note: '', days: 7 },
    ]);
    await context.close();
  });

  test('somebody told the household meanwhile: before, theirs and mine stand beside each other, income stays covered, what was typed is sent', async () => {
    const { page, context, api } = await open('/desk/matters/530502/00000000-0000-7000-8000-000000000003', [
      'reviewer',
    ]);
    const told = applicationPage();
    const state = { state: 'PROVISIONAL', dueStep: 'provisionalPapers' };
    const provisional = {
      ground: 'preservation',
      note: '',
      periodExpiresOn: null,
      completeBy: '2026-12-01',
      toComplete: ['收入说明'],
      completedAt: null,
      outcome: null,
    };
    const open0 = { household: null, provisional, allowedActions: ['completePapers'] };
    api.answers.set('GET /api/applications/:tenant/:id', () => applicationPage(open0, { ...state, version: 3 }));
    await page.reload();
    await page.getByRole('button', { name: '收到补办材料' }).click();
    const sheet = page.getByRole('complementary', { name: '收到补办材料' });
    await sheet.getByLabel('家庭人数').fill('3');
    await sheet.getByLabel('全家年收入').fill('12000');
    await sheet.getByLabel('本人年收入').fill('6000');
    api.answers.set('GET /api/applications/:tenant/:id', () =>
      applicationPage(
        {
          ...open0,
          household: { members: 4, opponentInHousehold: false, mark: 'household-2' },
          story: [event(5, '2026-11-24T02:00:00.000Z', 'application.papersCompleted', '番家慧'), ...told.story],
        },
        { ...state, version: 4 },
      ),
    );
    api.answers.set('POST /api/applications/:tenant/:id/complete-papers', ({ body }) =>
      (body as { version: number }).version === 4
        ? { version: 5, dueOn: '2026-12-01' }
        : new Refused(409, 'record.stale', '这份记录刚刚被别人改过（现在是第 4 版）', { current: 4 }),
    );
    await sheet.getByRole('button', { name: '收到补办材料', exact: true }).click();
    const note = sheet.getByRole('alert').first();
    await note.getByText('家庭人数').waitFor();
    const words = ((await note.textContent()) ?? '').replaceAll(/\s+/g, '');
    expect(words).toContain('家庭人数您打开时：没有填写现在：4人您填的：3人');
    expect(words).toContain('全家年收入您打开时：没有填写现在：已填写（受保护，不显示）您填的：¥12,000.00');
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, 'stale-values-desktop.png') });
    await page.setViewportSize(phone);
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, 'stale-values-phone.png') });
    expect(await serious(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await sheet.getByRole('button', { name: '看过变化，仍然收到补办材料' }).click();
    await sheet.waitFor({ state: 'detached' });
    expect(api.calls.filter(({ path }) => path.endsWith('/complete-papers')).at(-1)?.body).toMatchObject({
      version: 4,
      household: { members: 3, annualIncome: 1_200_000, applicantAnnualIncome: 600_000 },
    });
    await context.close();
  });

  test('a refusal of a field stands at the field', async () => {
    const { page, context, api } = await open('/desk/matters/530502/00000000-0000-7000-8000-000000000003', [
      'reviewer',
    ]);
    api.answers.set(
      'POST /api/applications/:tenant/:id/propose',
      () =>
        new Refused(400, 'input.invalid', '填写的内容有误，请按提示修改', {
          errors: [{ pointer: '/grounds/1/text', code: 'input.tooLong', detail: '太长，最多 1000 个字' }],
        }),
    );
    await page.getByRole('button', { name: '提出审查意见' }).click();
    const sheet = page.getByRole('complementary', { name: '提出审查意见' });
    await sheet.getByRole('button', { name: '提出审查意见', exact: true }).click();
    await sheet.getByRole('alert').first().waitFor();
    expect(await sheet.getByLabel('理由 2').getAttribute('aria-invalid')).toBe('true');
    await context.close();
  });

  test('a masked value opens for a stated reason only', async () => {
    const { page, context, api } = await open('/desk/matters/530502/00000000-0000-7000-8000-000000000003', [
      'reviewer',
    ]);
    await page.getByRole('button', { name: '查看' }).nth(1).click();
    const form = page.getByRole('tooltip');
    await form.getByLabel('理由').fill('回电');
    await form.getByRole('button', { name: '查看' }).click();
    await form.getByText('至少 4 个字').waitFor();
    expect(api.calls.some(({ path }) => path.endsWith('/reveal'))).toBe(false);
    await form.getByLabel('理由').fill('回电核对考勤记录');
    await form.getByRole('button', { name: '查看' }).click();
    await page.getByText('10012342846').waitFor();
    expect(api.calls.find(({ path }) => path.endsWith('/reveal'))?.body).toEqual({
      matterId: '00000000-0000-7000-8000-000000000003',
      fields: ['phone'],
      reason: { code: 'contact', text: '回电核对考勤记录' },
    });
    await page.getByRole('button', { name: '收起' }).click();
    await page.getByText('10012342846').waitFor({ state: 'detached' });
    await context.close();
  });

  test('who proposed is told that a second person decides', async () => {
    const { page, context, api } = await open('/desk/today', ['reviewer', 'approver']);
    const proposal = {
      outcome: 'grant' as const,
      grounds: [],
      note: '',
      proposedBy: sessionOf('reviewer').accountId,
      proposedByName: '张仕琼',
      proposedAt: '2026-11-23T02:00:00.000Z',
    };
    api.answers.set('GET /api/applications/:tenant/:id', () =>
      applicationPage(
        { allowedActions: ['returnProposal'] },
        { state: 'PROPOSED', proposal, proposedBy: proposal.proposedBy },
      ),
    );
    await page.goto(`${desk.origin}/desk/matters/530502/00000000-0000-7000-8000-000000000003`);
    await page.getByText('要由另一人审批').waitFor();
    expect(await page.getByRole('button', { name: '批准给予' }).count()).toBe(0);
    await context.close();
  });
});

describe('what if', () => {
  test.each([
    [1280, 800],
    [1920, 1080],
  ] as const)(
    'a figure is changed, the finding is told, and each count opens its list, %i wide',
    async (width, height) => {
      const { page, context, api, wrongs } = await open('/desk/what-if', ['manager'], { width, height });
      const picture = async (name: string): Promise<void> => {
        if (pictures !== undefined) await page.screenshot({ path: join(pictures, `what-if-${name}-${width}.png`) });
        expect(await serious(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
      };
      await page.getByText('推演，不写入、不影响任何决定').waitFor();
      const run = page.getByRole('button', { name: '推演', exact: true });
      expect(await run.isDisabled()).toBe(true);
      await page.getByLabel('选一个现行的数').click();
      await page.getByTitle('城镇居民按最低生活保障标准的二倍。').click();
      expect(await run.isDisabled()).toBe(true);
      await page.getByLabel('新的倍数').fill('2.5');
      await picture('question');
      await run.click();
      await page.getByRole('heading', { name: /由2 倍改为2\.5 倍/ }).waitFor();
      const sent = api.calls.find(({ method, path }) => method === 'POST' && path === '/api/policy/what-if');
      expect(sent?.body).toEqual({
        changes: [{ figure: 'multiplier', key: 'means-baoshan.urban', value: { fraction: [5, 2] } }],
        drafts: [],
        period: { from: '2026-01-01', to: '2026-11-24' },
      });
      expect(sent?.headers.accept).toBe('application/x-ndjson');
      await page.getByRole('heading', { name: /312 件申请中 9 件结论改变/ }).waitFor();
      await page.getByText('¥5,100.00 至 ¥12,800.00').waitFor();
      await page.getByText('所用的经济困难标准 待核实').waitFor();
      await picture('answer');
      await page.getByRole('button', { name: '看清单：妇女 变为符合 4 件' }).click();
      await page.getByRole('link', { name: '5305022026004100' }).waitFor();
      const listed = api.calls.find(({ path }) => path === '/api/policy/what-if/applications');
      expect(listed?.body).toMatchObject({ of: { group: 'woman', direction: 'gains' }, period: { to: '2026-11-24' } });
      await picture('list');
      await page.goBack();
      await page.getByRole('heading', { name: /312 件申请中 9 件结论改变/ }).waitFor();
      expect(wrongs).toEqual([]);
      await context.close();
    },
  );

  test('a link that was sent runs the same trial, and opens the same list', async () => {
    const path = '/desk/what-if?trial=multiplier:means-baoshan.urban~times=2.5&from=2026-03-01&to=2026-03-31&run=1';
    const { page, context, api } = await open(`${path}&list=direction:gains`, ['manager']);
    await page.getByRole('heading', { name: /变为符合条件.*9/ }).waitFor();
    const asked = api.calls.filter(({ method, path: to }) => method === 'POST' && to === '/api/policy/what-if');
    expect(asked.map(({ body }) => (body as { period: object }).period)).toEqual([
      { from: '2026-03-01', to: '2026-03-31' },
    ]);
    await page.getByRole('button', { name: '返回推演结果' }).click();
    await page.getByRole('heading', { name: /9 件结论改变/ }).waitFor();
    expect(await page.getByLabel('新的倍数').inputValue()).toBe('2.50');
    await context.close();
  });

  test('what the server refuses stands at its field, and what was typed stays', async () => {
    const { page, context, api } = await open('/desk/what-if', ['manager']);
    api.answers.set(
      'POST /api/policy/what-if',
      () =>
        new Refused(400, 'input.invalid', '填写的内容有误，请按提示修改', {
          errors: [{ pointer: '/period', code: 'whatIf.periodEmpty', detail: '这段时间没有收到过申请，请换一段时间' }],
        }),
    );
    await page.getByLabel('保山市2017年扩大援助范围的做法').check();
    await page.getByRole('button', { name: '推演', exact: true }).click();
    await page.getByRole('form').getByText('这段时间没有收到过申请').waitFor();
    expect(await page.getByLabel('保山市2017年扩大援助范围的做法').isChecked()).toBe(true);
    await context.close();
  });
});

describe('the language', () => {
  test('the whole desk, its window title and what the server is asked for change together', async () => {
    const { page, context, wrongs } = await open('/desk/today', ['clerk', 'reviewer']);
    await page.getByRole('button', { name: /张仕琼/ }).click();
    await page.getByText('English').click();
    await page.getByRole('heading', { name: 'To do today' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    expect(await page.title()).toContain('To do today');
    expect((await context.cookies()).find(({ name }) => name === 'lang')?.value).toBe('en');
    await page.reload();
    await page.getByRole('heading', { name: 'To do today' }).waitFor();
    expect(wrongs).toEqual([]);
    await context.close();
  });
});
