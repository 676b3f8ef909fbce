import type { Page } from 'playwright-core';
import { demonstrationIdentityNumber, demonstrationPhone } from '../../modules/people/index.ts';

/** What the person on the telephone answers, by the name of the control. Numbers belong to nobody. */
export const answers = {
  need: 'wages',
  story: '去年三月到十月，我在板桥镇的工地干木工，包工头一直没发工资，一共欠我 18600 元，打电话也不接。我想要回工钱。',
  cause: 'labourPay',
  organ: 'labourArbitration',
  organName: '隆阳区劳动人事争议仲裁委员会',
  place: '530502',
  urgent: 'none',
  forWhom: 'self',
  name: '禾阿秀',
  documentKind: 'residentCard',
  documentNumber: demonstrationIdentityNumber('1988-05-21', 404, 'female'),
  ethnicity: '傈僳族',
  phone: demonstrationPhone(904),
  contactWay: 'anyTime',
  homeCounty: '530502',
  homeTownship: '530502101',
  homeVillage: 'unsure',
  address: '三组，村小学旁边',
  residence: 'rural',
  groups: 'migrantWorker',
  householdMembers: '4',
  opponentInHousehold: 'no',
  householdIncome: '24000',
  ownIncome: '12000',
  proof: 'commitment',
  opponentKind: 'person',
  opponentName: '工地上的老王',
  opponentMore: 'no',
} as const;

/** Fill in what the page asks, of what is known, and go on. */
export async function answerPage(page: Page): Promise<void> {
  for (const [name, value] of Object.entries(answers)) {
    const choice = page.locator(`form#q input[name="${name}"][value="${value}"]`);
    if ((await choice.count()) > 0) {
      await choice.first().check();
      continue;
    }
    const list = page.locator(`form#q select[name="${name}"]`);
    if ((await list.count()) > 0) {
      await list.selectOption(value);
      continue;
    }
    const line = page.locator(`form#q :is(input:not([type=radio]):not([type=checkbox]), textarea)[name="${name}"]`);
    if ((await line.count()) > 0) await line.fill(value);
  }
  await page.locator('main button[name="do"][value="continue"]').click();
}

/** A photo of a note, as far as the inspectors can tell: one pixel. */
export const photo = {
  name: '欠条.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};
