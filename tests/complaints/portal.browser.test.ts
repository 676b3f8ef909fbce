import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrations } from '../../apps/server/migrations.ts';
import { migrate } from '../../kernel/db/index.ts';
import { openWorld } from '../../kernel/testing/engines.ts';
import { type Office, openOffice } from '../applications/office.ts';
import { photo } from '../walk/citizen.ts';
import { browserPath, openBrowser, openScreen, phone, type Screen } from '../walk/screens.ts';
import { complaintNumbered, make } from './complaint.ts';

/*
 * One complaint as it looks on a telephone, from the door to the answer: once with a browser that runs no scripts, once with one that does.
 * What the bureau does in between is done over HTTP.
 */

describe.skipIf(browserPath === undefined)('a complaint in a browser', () => {
  let office: Office;
  let origin: string;
  let browser: Browser;

  beforeAll(async () => {
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
});
