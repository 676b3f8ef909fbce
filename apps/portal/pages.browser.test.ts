import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bringAxe, violationsIn } from '../../kernel/testing/axe.ts';
import { loadRegister } from '../../modules/network/index.ts';
import { openSampleBrowser, sampleSite } from './testing/sample-browser.ts';
import { samplePages } from './testing/samples.tsx';

const register = loadRegister();

let browser: Browser;
beforeAll(async () => {
  browser = await openSampleBrowser();
});
afterAll(() => browser?.close());

const variants = [
  { what: 'a phone', language: 'zh', width: 390, height: 844 },
  { what: 'a phone in English', language: 'en', width: 390, height: 844 },
  { what: 'large type on the narrowest phone', language: 'zh', large: true, width: 320, height: 640 },
  { what: 'English large type on the narrowest phone', language: 'en', large: true, width: 320, height: 640 },
  { what: 'a desktop', language: 'zh', width: 1280, height: 800 },
  { what: 'a kiosk', language: 'zh', kiosk: true, width: 1080, height: 1920 },
  { what: 'a wide kiosk', language: 'zh', kiosk: true, width: 1920, height: 1080 },
] as const;

describe.each(variants)('on $what', (variant) => {
  const pages = samplePages(register, variant);
  let page: Page;
  const messages: string[] = [];
  beforeAll(async () => {
    page = await browser.newPage({ viewport: { width: variant.width, height: variant.height } });
    page.on('console', (message) => message.type() === 'error' && messages.push(message.text()));
    page.on('pageerror', (error) => messages.push(error.message));
    await bringAxe(page);
    await sampleSite(page, pages);
  });
  afterAll(() => page?.close());

  test.each(Object.keys(pages))('%s fits, is axe clean, and its targets are large enough', async (name) => {
    await page.goto(`http://portal.test/${name}`);
    expect(
      await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
    ).toBeLessThanOrEqual(0);

    expect(await violationsIn(page)).toEqual([]);

    const least = 'kiosk' in variant ? 72 : 44;
    const small = (await page.evaluate(`
      [...document.querySelectorAll('a.btn, button, .choice, .face, .need, .doors a, summary, .rows .do a, select, input:not([type=hidden]):not([type=radio]):not([type=checkbox]), .tool')]
        .filter((e) => e.checkVisibility() && !e.classList.contains('vh'))
        .map((e) => [e.outerHTML.slice(0, 80), e.getBoundingClientRect().height])
        .filter(([, height]) => height < ${least})`)) as unknown[];
    expect(small).toEqual([]);
    expect(messages.splice(0)).toEqual([]);
  });
});

test('Esc twice leaves for the calendar; Esc while composing Chinese does not', async () => {
  const page = await browser.newPage();
  const pages = samplePages(register, { language: 'zh' });
  await sampleSite(page, pages);
  await page.goto('http://portal.test/question-story');
  await page.keyboard.press('Escape');
  expect(page.url()).toContain('question-story');
  await page.keyboard.press('Escape');
  await page.waitForURL('**/calendar');
  await page.goBack().catch(() => undefined);
  expect(page.url()).not.toContain('question-story');
  await page.close();
});
