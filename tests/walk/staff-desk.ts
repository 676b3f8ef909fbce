import type { Browser, Locator, Page } from 'playwright-core';
import { desktop, openScreen, type Screen, still } from './screens.ts';
import type { StandingCity } from './standing-city.ts';

/** A member of staff at the desk, with hands that press its buttons by their words. */
export interface StaffDesk extends Screen {
  /** Open a matter by the search field, as anybody does who has a number on paper. */
  find(text: string): Promise<void>;
  /** Press the button of a move and wait for its form. */
  begin(move: string): Promise<Locator>;
  /** Send the form of a move and wait until it is done. */
  finish(form: Locator, move: string): Promise<void>;
  leave(): Promise<void>;
}

export async function signInAs(browser: Browser, city: StandingCity, role: string): Promise<StaffDesk> {
  const screen = await openScreen(browser, city.origin, desktop);
  const { page } = screen;
  await page.goto(`${city.origin}/desk`);
  await page.getByLabel('用户名').fill(city.account(role).userName);
  await page.getByLabel('密码').fill(city.password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('navigation').first().waitFor();
  await still(page);
  return {
    ...screen,
    find: async (text) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').fill(text);
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/desk\/matters\//);
      await page.getByRole('heading', { name: '经过' }).waitFor();
      await still(page);
    },
    begin: async (move) => {
      await page.getByRole('button', { name: move, exact: true }).first().click();
      const panel = page.getByRole('complementary', { name: move });
      await panel.waitFor();
      return panel;
    },
    finish: async (form, move) => {
      await form.locator('button[type="submit"]').click();
      await settled(page, form, move);
    },
    leave: () => screen.context.close(),
  };
}

/** The form closes when the server has said yes; otherwise what it says is the test's message. */
async function settled(page: Page, form: Locator, move: string): Promise<void> {
  await form.waitFor({ state: 'detached' }).catch(async () => {
    throw new Error(`${move}: ${(await form.innerText().catch(() => '')).slice(0, 1200)}`);
  });
  await page.getByText(move).first().waitFor();
}

/** Choose one of a list that opens on a press. */
export async function choose(page: Page, form: Locator, label: string, option: string): Promise<void> {
  await form.getByLabel(label, { exact: true }).click();
  await page.locator('.ant-select-item-option').getByText(option, { exact: true }).click();
}
