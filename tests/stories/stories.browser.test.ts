import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrations } from '../../apps/server/migrations.ts';
import { migrate } from '../../kernel/db/index.ts';
import { openWorld } from '../../kernel/testing/engines.ts';
import { displayApplicationNumber } from '../../modules/applications/index.ts';
import { demonstrationIdentityNumber } from '../../modules/people/index.ts';
import {
  begin,
  maintenance,
  type Office,
  openOffice,
  refused,
  type Submitted,
  someone,
} from '../applications/office.ts';
import { browserPath, openBrowser, openScreen, phone, type Screen, still } from '../walk/screens.ts';
import { password, type StaffName } from '../walk/small-city.ts';
import { type StaffDesk, signInAs } from '../walk/staff-desk.ts';
import { buildWorkbench, type StandingCity } from '../walk/standing-city.ts';
import { designateFirst, grant, unpaid } from './told.ts';

/*
 * Five of the stories as they look: the person on a telephone, the staff at their desks. What leads up to a scene is done over HTTP.
 */

describe.skipIf(browserPath === undefined)('stories in a browser', () => {
  let office: Office;
  let city: StandingCity;
  let browser: Browser;
  const days = (n: number): string => new Date(Date.now() + n * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);

  beforeAll(async () => {
    buildWorkbench();
    const world = await openWorld('embedded');
    await migrate(world.database.owner, migrations);
    office = await openOffice(world);
    office.on(days(0));
    await office.app.listen({ host: '127.0.0.1', port: 0 });
    city = {
      origin: `http://127.0.0.1:${(office.app.server.address() as AddressInfo).port}`,
      password,
      account: (name) => ({ userName: office.city.staff[name as StaffName], displayName: '' }),
      close: () => office.close(),
    };
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await city?.close();
  });

  const sit = (name: StaffName): Promise<StaffDesk> => signInAs(browser, city, name);
  const as = async (name: StaffName, work: (desk: StaffDesk) => Promise<void>): Promise<void> => {
    const desk = await sit(name);
    await work(desk);
    expect(desk.wrongs).toEqual([]);
    await desk.leave();
  };
  const onPhone = async (submitted: Submitted, work: (screen: Screen) => Promise<void>): Promise<void> => {
    const screen = await openScreen(browser, city.origin, phone);
    await screen.page.goto(`${city.origin}/progress`);
    await screen.page.locator('input[name="number"]').fill(displayApplicationNumber(submitted.number));
    await screen.page.locator('input[name="code"]').fill(submitted.queryCode);
    await screen.page.locator('main button[type="submit"]').first().click();
    await screen.page.waitForURL('**/progress/matter');
    await work(screen);
    expect(screen.wrongs).toEqual([]);
    await screen.context.close();
  };

  test('an objection from a telephone; the bureau orders correction at its desk; the person reads it', async () => {
    const matter = await refused(office);
    await onPhone(matter.submitted, async ({ page, show }) => {
      await page.locator('a[href="/progress/objection"]').click();
      await page.locator('textarea').fill('大儿子早已分家，他的工资不该算进来。');
      await show('story-1-object');
      await page.locator('main form button[type="submit"]').first().click();
      await page.waitForURL('**/progress/objection/sent');
    });
    await as('bureau', async ({ page, show, find, begin: open, finish }) => {
      await show('story-1-bureau-today');
      await find(matter.submitted.number);
      const form = await open('责令改正');
      if ((await form.getByPlaceholder('理由 1').count()) === 0)
        await form.getByRole('button', { name: '再加一条' }).click();
      await form.getByPlaceholder('理由 1').fill('分家的儿子不是共同生活的家庭成员。');
      await form.getByPlaceholder('法条 1').fill('《法律援助法》第四十九条');
      await show('story-1-bureau-order');
      await finish(form, '责令改正');
      await page.getByText('已责令改正').first().waitFor();
    });
    await onPhone(matter.submitted, async ({ page, show }) => {
      expect(await page.locator('main').innerText()).toContain('司法局责令中心改正');
      await show('story-1-corrected');
    });
  });

  test('a lawyer who does not answer: asked for on a telephone, agreed at the desk, another one told', async () => {
    const matter = await begin(office, unpaid());
    const aid = await grant(office, matter);
    const lawyer = await designateFirst(office, aid);
    await aid.move(lawyer, 'record-agreement', { signedOn: days(0) });
    await onPhone(matter.submitted, async ({ page, show }) => {
      await page.locator('a[href="/progress/replace"]').click();
      await page.locator('input[name="ground"][value="unreachable"]').check({ force: true });
      await page.locator('textarea').fill('打了七次电话都不接。');
      await show('story-2-ask');
      await page.locator('main form button[type="submit"]').first().click();
      await page.waitForURL('**/progress/replace/sent');
    });
    await as('approver', async ({ page, show, find, begin: open, finish }) => {
      await find(matter.submitted.number);
      const form = await open('同意更换，另行指派');
      await form.locator('textarea').first().fill('通话记录属实，同意更换。');
      await show('story-2-agree');
      await finish(form, '同意更换，另行指派');
      await page.getByText('待指派').first().waitFor();
    });
    await designateFirst(office, aid);
    await onPhone(matter.submitted, async ({ page, show }) => {
      const told = await page.locator('main').innerText();
      expect(['周正', '阿约·木呷'].filter((name) => told.includes(name))).toHaveLength(1);
      await show('story-2-successor');
    });
  });

  test('a woman who fled: her address is on no screen, the telephone shows a way out', async () => {
    const where = '石瓢村旧粮站后三排九号';
    const base = maintenance(true);
    const matter = await begin(office, {
      ...base,
      recipient: {
        ...someone(),
        name: '杨菊仙',
        sex: 'female',
        document: { kind: 'residentCard', number: demonstrationIdentityNumber('1988-02-11', 11, 'female') },
        address: where,
      },
      proof: 'notNeeded',
      household: undefined,
      opponents: [{ name: '余某' }],
      matter: { ...base.matter, cause: 'domesticViolence', narrative: '被打，已经带孩子离开。' },
    });
    const aid = await grant(office, matter);
    await designateFirst(office, aid);
    for (const who of ['onlyReviewer', 'manager'] as const)
      await as(who, async ({ page, show, find }) => {
        await find(matter.submitted.number);
        await show(`story-3-desk-${who.toLowerCase()}`);
        expect(await page.content()).not.toContain(where);
      });
    await onPhone(matter.submitted, async ({ page, show }) => {
      await show('story-3-phone');
      expect(await page.content()).not.toContain(where);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.waitForURL('**/calendar');
    });
  });

  test('nobody decided in time: the head is told, then the bureau; anybody reads how many limits were kept', async () => {
    office.on(days(-40));
    const late = await begin(office, maintenance(true));
    for (let n = 0; n < 5; n++) {
      const { clerk, onlyReviewer, approver } = office.staff;
      const matter = await begin(office, maintenance(true));
      await matter.move(clerk, 'acknowledge');
      await matter.move(onlyReviewer, 'propose', { outcome: 'grant' });
      await matter.move(approver, 'grant');
    }
    office.on(days(0));
    await office.newDay();
    await as('manager', async ({ page, show }) => {
      await page.getByRole('region', { name: '提醒' }).waitFor();
      await show('story-4-manager-today');
      await page.goto(`${city.origin}/desk/clocks?state=overdue`);
      await still(page);
      expect(await page.locator('main').innerText()).toContain('已报司法局');
      await show('story-4-clocks');
      await page.goto(`${city.origin}/desk/clocks?view=rates`);
      await still(page);
      await show('story-4-rates-desk');
    });
    await as('bureau', async ({ page, show }) => {
      await page.goto(`${city.origin}/desk/clocks`);
      await still(page);
      expect(await page.locator('main').innerText()).toContain(late.submitted.number);
      expect(await page.locator('main').innerText()).not.toContain('赵有余');
      await show('story-4-bureau');
    });
    const anybody = await openScreen(browser, city.origin, phone);
    await anybody.page.goto(`${city.origin}/rates`);
    expect(await anybody.page.locator('main').innerText()).toContain('施甸县法律援助中心');
    await anybody.show('story-4-rates-public');
    expect(anybody.wrongs).toEqual([]);
    await anybody.context.close();
  });

  test('two reviewers at one matter see each other; the slower one loses nothing and is shown what changed', async () => {
    const matter = await begin(office, maintenance(true));
    await matter.move(office.staff.clerk, 'acknowledge');
    const [slow, fast] = [await sit('onlyReviewer'), await sit('reviewer')];
    await slow.find(matter.submitted.number);
    await fast.find(matter.submitted.number);
    const asking = await slow.begin('一次性告知补正');
    await asking.getByLabel('缺少的材料 1').fill('户口簿复印件');
    await fast.page.keyboard.press('Shift');
    await fast.page.getByText(/某reviewer 正在办：一次性告知补正/).waitFor();
    await fast.show('story-5-sees-the-other');
    await fast.finish(await fast.begin('提出审查意见'), '提出审查意见');

    await asking.locator('button[type="submit"]').click();
    await slow.page.getByRole('alert').first().waitFor();
    const told = await slow.page.getByRole('alert').first().innerText();
    expect(told).toContain('提出审查意见');
    expect(await asking.getByLabel('缺少的材料 1').inputValue()).toBe('户口簿复印件');
    await slow.show('story-5-stale');
    // The refused save is the point of the scene; everything else must be well.
    expect([...slow.wrongs, ...fast.wrongs]).toEqual([]);
    await slow.leave();
    await fast.leave();
  });
});
