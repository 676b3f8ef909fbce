import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrations } from '../../apps/server/migrations.ts';
import { migrate } from '../../kernel/db/index.ts';
import { openWorld } from '../../kernel/testing/engines.ts';
import { type Office, openOffice } from '../applications/office.ts';
import { photo } from '../walk/citizen.ts';
import { browserPath, openBrowser, openScreen, phone, type Screen, still } from '../walk/screens.ts';
import { password, type StaffName } from '../walk/small-city.ts';
import { signInAs } from '../walk/staff-desk.ts';
import { buildWorkbench, type StandingCity } from '../walk/standing-city.ts';
import { complain, complaintNumbered, make } from './complaint.ts';

/*
 * One complaint as it looks on a telephone, from the door to the answer: once with a browser that runs no scripts, once with one that does,
 * the bureau's part done over HTTP; and one as the bureau's desk takes it through, two people by law, to the answer on the telephone.
 */

describe.skipIf(browserPath === undefined)('a complaint in a browser', () => {
  let office: Office;
  let origin: string;
  let browser: Browser;

  beforeAll(async () => {
    buildWorkbench();
    const world = await openWorld('embedded');
    await migrate(world.database.owner, migrations);
    office = await openOffice(world);
    office.on('2026-11-24');
    await office.app.listen({ host: '127.0.0.1', port: 0 });
    origin = `http://127.0.0.1:${(office.app.server.address() as AddressInfo).port}`;
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await office?.close();
  });

  const told: Readonly<Record<string, (screen: Screen) => Promise<void>>> = {
    matter: async () => undefined,
    place: ({ page }) => page.getByRole('radio', { name: '施甸县' }).check(),
    whom: async ({ page }) => {
      await page.getByRole('radio', { name: '给我办事的律师或者其他承办人' }).check();
      await page.getByLabel('名字').fill('岩温罕');
    },
    grounds: async ({ page }) => {
      await page.getByRole('checkbox', { name: '不告诉我办到哪一步了' }).check();
      await page.getByRole('checkbox', { name: '收了钱或者东西' }).check();
    },
    happened: ({ page }) => page.getByRole('textbox').fill('三月份安排了律师，到现在没有见过面。'),
    wish: ({ page }) => page.getByRole('textbox').fill('请告诉我案子到哪一步了'),
    standing: ({ page }) => page.getByRole('radio', { name: '我正在接受或者接受过法律援助' }).check(),
    named: ({ page }) => page.getByRole('radio', { name: '写名字，只有司法局知道' }).check(),
    contact: async ({ page }) => {
      await page.getByLabel('姓名').fill('阿卜杜热合曼·㛃买提');
      await page.getByLabel('电话号码').fill('15400000731');
    },
    papers: async ({ page }) => {
      await page.locator('input[type="file"]').setInputFiles(photo);
      await page.locator('main button[name="do"][value="upload"]').click();
      await page.getByText('收到 1 个文件').waitFor();
    },
  };

  const onward = ({ page }: Screen) => page.locator('main button[name="do"][value="continue"]').click();

  test.each([
    { what: 'without-scripts', javaScriptEnabled: false },
    { what: 'with-scripts', javaScriptEnabled: true },
  ])('$what: from the home page to the answer', async ({ what, javaScriptEnabled }) => {
    const screen = await openScreen(browser, origin, phone, { javaScriptEnabled });
    const { page, show } = screen;
    let n = 0;
    const look = (name: string) => show(`complaint-${what}-${String(++n).padStart(2, '0')}-${name}`);
    await page.goto(origin);
    await page.getByRole('link', { name: '投诉法律援助' }).click();
    await look('start');
    await page.getByRole('button', { name: '开始投诉' }).click();
    const walked: string[] = [];
    for (let pages = 0; pages < 15 && !page.url().endsWith('/check'); pages++) {
      const step = page.url().split('/').at(-1) ?? '';
      walked.push(step);
      if (step === 'grounds') {
        // Nothing chosen: told on top and at the field, and nothing is lost.
        await onward(screen);
        await page.locator('.faults').waitFor();
        await look('grounds-missing');
      }
      await told[step]?.(screen);
      await look(step);
      await onward(screen);
      await expect.poll(() => page.url()).not.toMatch(new RegExp(`/${step}$`));
    }
    expect(walked).toEqual(Object.keys(told));
    await look('check');
    await page.getByRole('button', { name: '提交投诉' }).click();
    await page.waitForURL('**/complain/receipt');
    await look('receipt');
    const number = await page.locator('.number').innerText();
    const code = await page.locator('.code').innerText();
    // Back after sending leads to no second complaint.
    await page.goBack();
    await page.goto(`${origin}/complain`);
    expect(page.url()).toBe(`${origin}/resume`);

    const complaint = await complaintNumbered(office, number);
    await make(office, complaint, 'requestInformation');
    await page.context().clearCookies();
    await page.goto(`${origin}/progress`);
    await page.getByLabel('申请编号或投诉编号').fill(number.replace('TS', ''));
    await page.getByLabel('查询码').fill(code);
    await page.getByRole('button', { name: '查进度' }).click();
    await page.waitForURL('**/complaint');
    await look('asked');
    await page.getByRole('link', { name: '补材料' }).click();
    await page.getByRole('textbox').fill('没有编号，是离婚的事');
    await page.locator('input[type="file"]').setInputFiles({ ...photo, name: '短信.png' });
    await look('supply');
    await page.getByRole('button', { name: '提交补充材料' }).click();
    await page.getByRole('link', { name: '查进度' }).first().click();

    for (const event of ['accept', 'investigate', 'reportFindings'] as const) await make(office, complaint, event);
    await make(office, complaint, 'decide', 'secondBureau');
    for (const event of ['reply', 'recordService', 'close'] as const) await make(office, complaint, event);
    await page.goto(`${origin}/complaint`);
    await look('answered');
    expect(await page.getByText('投诉的事属实。').count()).toBe(1);
    const paper = page.getByRole('link', { name: '法律援助投诉处理答复书' });
    const opened = await page.request.get(`${origin}${await paper.getAttribute('href')}`);
    expect(opened.headers()['content-type']).toContain('application/pdf');
    expect(screen.wrongs).toEqual([]);
    await screen.context.close();
  });

  test('the bureau takes it through at its desk, another person decides, and the answer is read on a telephone', async () => {
    // The desk goes by the day that the server's answers bear.
    office.on(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10));
    const { registered } = await complain(office);
    const city: StandingCity = {
      origin,
      password,
      account: (name) => ({ userName: office.city.staff[name as StaffName], displayName: '' }),
      close: async () => undefined,
    };
    const at = `${origin}/desk/complaints/${registered.tenant}/${registered.complaintId}`;
    const sit = async (name: StaffName) => {
      const staff = await signInAs(browser, city, name);
      await staff.page.goto(`${origin}/desk/complaints`);
      await staff.page.getByRole('row', { name: new RegExp(registered.number) }).click();
      await staff.page.waitForURL(at);
      await still(staff.page);
      return staff;
    };
    const first = await sit('bureau');
    await first.show('complaint-desk-received');
    await first.finish(await first.begin('受理'), '受理');
    await first.finish(await first.begin('开始调查'), '开始调查');
    const report = await first.begin('提交调查报告');
    await report.getByLabel('调查情况').fill('查阅案卷：三个月没有通报记录；问过承办人，承认没有通报。');
    await first.show('complaint-desk-report');
    await first.finish(report, '提交调查报告');
    // Whoever looked into it does not decide.
    expect(await first.page.getByRole('button', { name: '作出处理决定' }).count()).toBe(0);

    const second = await sit('secondBureau');
    const decision = await second.begin('作出处理决定');
    await decision.getByText('成立', { exact: true }).click();
    await decision.getByLabel('理由 1').fill('三个月没有通报进展属实');
    await decision.getByLabel('法条 1').fill('《法律援助法》第五十五条');
    await decision.getByText('批评教育', { exact: true }).click();
    await second.show('complaint-desk-decide');
    await second.finish(decision, '作出处理决定');
    await second.finish(await second.begin('出具答复书'), '出具答复书');
    await second.finish(await second.begin('登记送达'), '登记送达');
    const closing = await second.begin('办结');
    await closing.getByRole('textbox').first().fill('已经批评教育，承办人当日向当事人通报。');
    await second.finish(closing, '办结');
    await second.show('complaint-desk-closed');
    for (const staff of [first, second]) {
      expect(staff.wrongs).toEqual([]);
      await staff.leave();
    }

    const { page, show, wrongs, context } = await openScreen(browser, origin, phone);
    await page.goto(`${origin}/progress`);
    await page.getByLabel('申请编号或投诉编号').fill(registered.number);
    await page.getByLabel('查询码').fill(registered.queryCode);
    await page.getByRole('button', { name: '查进度' }).click();
    await page.waitForURL('**/complaint');
    await page.getByText('投诉的事属实。').waitFor();
    await show('complaint-desk-answer-read');
    expect(wrongs).toEqual([]);
    await context.close();
  });
});
