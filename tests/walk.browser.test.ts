import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerPage, answers, photo } from './walk/citizen.ts';
import { browserPath, openBrowser, openScreen, phone, type Screen, still } from './walk/screens.ts';
import { choose, type StaffDesk, signInAs } from './walk/staff-desk.ts';
import { openStandingCity, type StandingCity } from './walk/standing-city.ts';

/*
 * One person's matter in a real browser: the citizen at a telephone, the staff at their desks, every screen looked at.
 * Pictures go to FAYUAN_TEST_PICTURES, else to a folder beside the other temporary files.
 */

if (browserPath === undefined) {
  console.warn(
    '没有找到 Chromium，浏览器走查跳过；用 FAYUAN_TEST_CHROMIUM 指明 · no Chromium found: the walk in a browser is skipped',
  );
}

describe.skipIf(browserPath === undefined)('one matter’s whole way in a browser', () => {
  let city: StandingCity;
  let browser: Browser;
  let citizen: Screen;
  let number = '';
  let code = '';
  let caseNumber = '';

  beforeAll(async () => {
    [city, browser] = await Promise.all([openStandingCity(), openBrowser()]);
    citizen = await openScreen(browser, city.origin, phone);
  });
  afterAll(async () => {
    await browser?.close();
    await city?.close();
  });

  /** Somebody of this role works, and nothing may go wrong on their screens meanwhile. */
  const as = async (role: string, work: (desk: StaffDesk) => Promise<void>): Promise<void> => {
    const desk = await signInAs(browser, city, role);
    await work(desk);
    expect(desk.wrongs).toEqual([]);
    await desk.leave();
  };
  const lookUp = async ({ page }: Screen): Promise<void> => {
    await page.goto(`${city.origin}/progress`);
    await page.locator('input[name="number"]').fill(number);
    await page.locator('input[name="code"]').fill(code);
    await page.locator('main button[type="submit"]').first().click();
    await page.waitForURL('**/progress/matter');
  };
  const plainNumber = (): string => number.replace(/\s/g, '');

  test('a citizen applies on a telephone, one thing a page', async () => {
    const { page, show } = citizen;
    await page.goto(city.origin);
    await show('01-home');
    await page.locator('a[href="/start?need=wages"]').click();
    await show('02-start');
    await page.locator('main form button').first().click();
    const pictured: Readonly<Record<string, string>> = {
      story: '03-question-story',
      cause: '05-question-cause',
      identity: '06-question-identity',
      groups: '07-question-groups',
    };
    for (let pages = 0; pages < 40; pages++) {
      const step = new URL(page.url()).pathname.replace('/apply/', '');
      if (step === 'check') break;
      const name = pictured[step];
      if (name !== undefined) await show(name);
      if (step === 'story') {
        // An empty answer is told on top and at the field.
        await page.locator('textarea').fill('');
        await page.locator('main button[name="do"][value="continue"]').click();
        await page.locator('.faults').waitFor();
        await show('04-question-story-missing');
      }
      if (step === 'papers') {
        await page.locator('input[type="file"]').setInputFiles(photo);
        await page.locator('main button[name="do"][value="upload"]').click();
        await page.getByText('欠条.png').first().waitFor();
        await show('08-papers');
        await page.locator('main button[name="do"][value="continue"]').click();
      } else {
        await answerPage(page);
      }
      await page.waitForURL((url) => !url.pathname.endsWith(`/${step}`));
    }
    await page.waitForURL('**/apply/check');
    expect(await page.locator('main').innerText()).toContain(answers.opponentName);
    await show('09-check');
    await page.goto(`${city.origin}/apply/declare`);
    await page.locator('input[name="declared"]').check();
    await show('10-declare');
    await page.locator('main button[name="do"][value="send"]').click();
    await page.waitForURL('**/apply/receipt');
    number = await page.locator('.number').innerText();
    code = await page.locator('.code').innerText();
    expect(await page.locator('main').innerText()).toContain('第四十三条');
    await show('11-receipt');
    expect(citizen.wrongs).toEqual([]);
  });

  test('without scripts another person begins, leaves with a code, comes back on another telephone and goes on', async () => {
    const plain = { javaScriptEnabled: false };
    const first = await openScreen(browser, city.origin, phone, plain);
    await first.page.goto(city.origin);
    await first.page.locator('a[href="/start?need=wages"]').click();
    await first.page.locator('main form button').first().click();
    await answerPage(first.page);
    await first.page.waitForURL('**/apply/story');
    await first.page.locator('textarea').fill('公司欠我工资。');
    await first.page.locator('main button[name="do"][value="later"]').click();
    const draft = await first.page.locator('.code').innerText();
    await first.show('12-later-without-scripts');

    const second = await openScreen(browser, city.origin, phone, plain);
    await second.page.goto(`${city.origin}/resume`);
    await second.page.locator('input[name="code"]').fill(draft);
    await second.page.locator('main button[type="submit"]').first().click();
    await second.page.waitForURL('**/apply/story');
    expect(await second.page.locator('textarea').inputValue()).toBe('公司欠我工资。');
    await answerPage(second.page);
    await second.page.waitForURL('**/apply/cause');
    await lookUp(second);
    expect(await second.page.locator('main').innerText()).toContain('您提交了申请');
    expect([...first.wrongs, ...second.wrongs]).toEqual([]);
    await first.context.close();
    await second.context.close();
  });

  test('the reviewer finds it by its number, acknowledges it and asks once for what is missing', async () => {
    await as('reviewer', async (desk) => {
      const { page, show, find, begin, finish } = desk;
      await show('20-today-reviewer');
      await find(plainNumber());
      await show('21-matter-submitted');
      await finish(await begin('签收'), '签收');
      const form = await begin('一次性告知补正');
      await form.getByLabel('缺少的材料 1').fill('工资欠条原件照片');
      await show('22-ask-once');
      await finish(form, '一次性告知补正');
      await page.getByText('等待补正').first().waitFor();
      await show('23-matter-waiting');
    });
  });

  test('the citizen sees what is asked, and answers it', async () => {
    const { page, show } = citizen;
    await lookUp(citizen);
    expect(await page.locator('main').innerText()).toContain('工资欠条原件照片');
    await show('24-progress-asked');
    await page.locator('a[href="/progress/supplement"]').click();
    await page.locator('input[type="file"]').setInputFiles(photo);
    await page.locator('textarea').fill('这是欠条的照片。');
    await show('25-supplement');
    await page.locator('main form button[type="submit"]').first().click();
    await page.waitForURL('**/progress/supplement/sent');
    expect(citizen.wrongs).toEqual([]);
  });

  test('the reviewer proposes, and has no button to approve; a second person does', async () => {
    await as('reviewer', async ({ page, show, find, begin, finish }) => {
      await find(plainNumber());
      const form = await begin('提出审查意见');
      await show('26-propose');
      await finish(form, '提出审查意见');
      await page.getByText('待审批').first().waitFor();
      expect(await page.getByRole('button', { name: '批准给予' }).count()).toBe(0);
    });
    await as('approver', async ({ page, show, find, begin, finish }) => {
      await find(plainNumber());
      const form = await begin('批准给予');
      await show('27-approve');
      await finish(form, '批准给予');
      await page.getByText('给予法律援助决定书').first().waitFor();
      await show('28-matter-granted');
      caseNumber = /（\d{4}）保隆法援民字第\d+号/.exec(await page.locator('main').innerText())?.[0] ?? '';
      expect(caseNumber).not.toBe('');
      const [paper] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: '下载 Word：给予法律援助决定书' }).click(),
      ]);
      expect(paper.suggestedFilename()).toMatch(/^给予法律援助决定书.*\.docx$/);
    });
  });

  test('the designator chooses from a ranked list', async () => {
    const { displayName } = city.account('handler');
    await as('designator', async ({ page, show, find }) => {
      await page.goto(`${city.origin}/desk/designation`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await show('29-designation');
      await find(plainNumber());
      await page.getByRole('button', { name: '指派承办人', exact: true }).click();
      await page.waitForURL('**/desk/designation/**');
      await page.getByRole('radio').first().check();
      await show('30-candidates');
      await page.getByText(/^不能指派 \d+ 人/).click();
      await show('31-candidates-barred');
      await page.getByLabel('姓名或者单位').fill(displayName);
      await page.getByRole('radio').first().check();
      const reason = page.locator('textarea');
      if ((await reason.count()) > 0) {
        await choose(page, page.locator('main'), '公示的理由', '熟悉案情');
        await reason.fill('受援人点名，承办过同一工地的案件');
      }
      await page.getByRole('button', { name: '指派承办人', exact: true }).click();
      await page.waitForURL('**/desk/matters/**');
    });
  });

  test('the handler accepts, signs, and notes progress that the person reads', async () => {
    await as('handler', async ({ page, show, find, begin, finish }) => {
      await show('32-today-handler');
      await find(answers.name);
      await finish(await begin('接受指派'), '接受指派');
      await finish(await begin('登记委托协议'), '登记委托协议');
      const note = await begin('记一笔进展');
      await choose(page, note, '做了什么', '向法院提交手续');
      await note.getByLabel('情况').fill('已向仲裁委提交申请，等开庭通知。');
      await show('33-note-progress');
      await finish(note, '记一笔进展');
      await show('34-matter-handler');
    });
    await lookUp(citizen);
    expect(await citizen.page.locator('main').innerText()).toContain('已向仲裁委提交申请，等开庭通知。');
    await citizen.show('35-progress-handling');
  });

  test('the handler reports the closing and hands in the file; the centre accepts it', async () => {
    await as('handler', async ({ page, show, find, begin, finish }) => {
      await find(answers.name);
      const closing = await begin('报告结案');
      await choose(page, closing, '结案事由', '收到仲裁裁决书');
      await closing.getByLabel('结案日期').fill(new Date().toLocaleDateString('en-CA', { timeZone: 'Asia/Shanghai' }));
      await choose(page, closing, '结果', '胜诉');
      await closing.getByLabel('为受援人挽回').fill('18600');
      await closing.getByLabel('办理结果').fill('裁决十日内付清工资 18600 元。');
      await closing.getByLabel('办案小结').fill('被拖欠工资，申请仲裁，裁决支持全部请求。');
      await show('36-report-closing');
      await finish(closing, '报告结案');
      const file = await begin('提交卷宗');
      await show('37-file-open');
      for (const pages of await file.getByLabel(/的页数$/).all()) await pages.fill('2');
      await file.getByText('目录要求的都齐了。').waitFor();
      await show('38-file-complete');
      await finish(file, '提交卷宗');
    });
    await as('reviewer', async ({ show, find, begin, finish }) => {
      await find(plainNumber());
      await finish(await begin('卷宗合格，归档'), '卷宗合格，归档');
      await show('39-matter-archived');
    });
  });

  test('the subsidy is proposed in its band, approved by another, put in a batch and paid to the fen', async () => {
    const open = async ({ page }: StaffDesk, state: string): Promise<void> => {
      await page.goto(`${city.origin}/desk/subsidies?state=${state}`);
      await page.getByRole('button', { name: caseNumber }).click();
      await page.getByRole('complementary', { name: caseNumber }).waitFor();
    };
    await as('finance', async (desk) => {
      const { page, show } = desk;
      await show('40-today-finance');
      await open(desk, 'DUE');
      await page.getByRole('button', { name: '提出补贴金额' }).click();
      await page.getByLabel('基本金额').fill('1100.07');
      await page.getByLabel('为什么是这个金额').fill('开庭一次，调查两次');
      await show('41-subsidy-propose');
      await page.locator('aside button[type="submit"]').click();
      await page.getByText('已办理：提出补贴金额').waitFor();
    });
    await as('manager', async (desk) => {
      const { page, show } = desk;
      await open(desk, 'PROPOSED');
      await page.getByRole('button', { name: '批准补贴' }).click();
      await show('42-subsidy-approve');
      await page.locator('aside button[type="submit"]').click();
      await page.getByText('已办理：批准补贴').waitFor();
    });
    await as('finance', async (desk) => {
      const { page, show } = desk;
      const available = async (): Promise<number> => {
        await page.goto(`${city.origin}/desk/subsidies?view=funds`);
        await still(page);
        const row = page.getByRole('row').filter({ hasText: '中央' });
        return Math.round(Number((await row.locator('td').last().innerText()).replace(/[^\d.]/g, '')) * 100);
      };
      const before = await available();
      await show('43-funds');
      await page.goto(`${city.origin}/desk/subsidies?state=APPROVED`);
      await page.getByLabel(`选择 ${caseNumber}`).check();
      await show('44-subsidies-approved');
      await page.getByRole('button', { name: /^1 笔列入批次/ }).click();
      await page.getByRole('radio', { name: /中央/ }).check();
      await show('45-new-batch');
      await page.getByRole('button', { name: '建批次，预留金额' }).click();
      await page.getByText(/^批次 .* 已建$/).waitFor();
      await page.goto(`${city.origin}/desk/subsidies?view=batches`);
      await still(page);
      await page.locator('[data-row]').first().click();
      await page.getByRole('button', { name: '登记支付' }).click();
      await page.getByLabel('银行流水号').fill('YS-20261125-01');
      await show('46-pay-batch');
      await page.locator('aside button[type="submit"]').click();
      await page.getByText('已办理：登记支付').waitFor();
      expect(before - (await available())).toBe(110_007);
    });
  });

  test('the citizen answers with a face, and the head of the centre sees it, with the counts and the lists behind them', async () => {
    const { page, show } = citizen;
    await lookUp(citizen);
    await show('47-progress-done');
    await page.locator('a[href^="/progress/rate"]').click();
    await page.locator('input[name="face"][value="verySatisfied"]').check({ force: true });
    await page.locator('textarea').fill('谢谢，工钱要回来了。');
    await show('48-rate');
    await page.locator('main form button[type="submit"]').first().click();
    await page.waitForURL('**/progress/rate/thanks');
    await show('49-thanks');
    expect(citizen.wrongs).toEqual([]);

    await as('manager', async (desk) => {
      await desk.page.goto(`${city.origin}/desk/quality`);
      await desk.page.getByText('谢谢，工钱要回来了。').waitFor();
      await desk.show('50-quality');
      await desk.page.goto(`${city.origin}/desk/statistics`);
      await desk.page.locator('canvas').first().waitFor();
      await desk.show('51-statistics');
      const count = desk.page.getByRole('link', { name: /请求支付劳动报酬/ }).first();
      const n = Number((await count.innerText()).replace(/\D/g, ''));
      await count.click();
      await desk.page.waitForURL('**/desk/review**');
      await still(desk.page);
      await desk.show('52-list-behind');
      expect(await desk.page.locator('[data-row]').count()).toBe(n);
    });
  });
});
