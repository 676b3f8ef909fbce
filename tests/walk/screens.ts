import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { grave, violationsIn } from '../../kernel/testing/axe.ts';

/** The browser, if the machine has one. */
export const browserPath: string | undefined = [
  process.env.FAYUAN_TEST_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path));

const folder = process.env.FAYUAN_TEST_PICTURES ?? join(tmpdir(), 'fayuan-pictures');
mkdirSync(folder, { recursive: true });

export const phone = { width: 390, height: 844 } as const;
export const desktop = { width: 1440, height: 900 } as const;

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    ...(browserPath === undefined ? {} : { executablePath: browserPath }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--lang=zh-CN',
    ],
  });
}

export interface Screen {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What must never happen: an error in the console, a broken policy, a request to another origin, a grave finding of axe. */
  readonly wrongs: readonly string[];
  /** Look at what is shown: a picture at both widths, whether it fits, and what axe says of it. */
  show(name: string): Promise<void>;
}

/** A browser of somebody's own, at the size they work at. */
export async function openScreen(
  browser: Browser,
  origin: string,
  viewport: { readonly width: number; readonly height: number },
  options: BrowserContextOptions = {},
): Promise<Screen> {
  const context = await browser.newContext({
    viewport,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const wrongs: string[] = [];
  page.on('console', (message) => {
    // What was not answered is told below, with its address.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      wrongs.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => wrongs.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`) && !/^(data|blob):/.test(request.url()))
      wrongs.push(`request: ${request.url()}`);
  });
  page.on('response', (response) => {
    // A refusal that a form shows is no fault; anything a page asks for without being asked must be there for it.
    const { status, method } = { status: response.status(), method: response.request().method() };
    if (status >= 500 || (status >= 400 && method === 'GET' && !response.url().endsWith('/api/session')))
      wrongs.push(`${status}: ${response.url()}`);
  });

  const show = async (name: string): Promise<void> => {
    for (const [what, size] of [
      ['phone', phone],
      ['desktop', desktop],
    ] as const) {
      await page.setViewportSize(size);
      if (options.javaScriptEnabled !== false) await still(page);
      await page.screenshot({
        path: join(folder, `${name}-${what}.png`),
        fullPage: viewport.width < 600,
        animations: 'disabled',
      });
      if (options.javaScriptEnabled === false) continue;
      const wide = (await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      )) as number;
      if (wide > 0) wrongs.push(`${name} is ${wide} px too wide on a ${what}`);
      for (const found of grave(await violationsIn(page))) wrongs.push(`${name} (${what}) axe ${found}`);
    }
    await page.setViewportSize(viewport);
  };
  return { page, context, wrongs, show };
}

/** Nothing is on its way any more, and no list is still waiting for its rows. */
export async function still(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('h1').first().waitFor();
  await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
}
