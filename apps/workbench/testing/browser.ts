import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** Chromium as the machine has it. `FAYUAN_CHROMIUM` names another. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.FAYUAN_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export const desktop = { width: 1440, height: 900 } as const;
export const phone = { width: 390, height: 844 } as const;

export interface Watched {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What must not happen: errors in the console, broken policy, calls to another origin. */
  readonly wrongs: string[];
}

/** A page that writes down everything that must not happen. */
export async function openPage(
  browser: Browser,
  origin: string,
  viewport: { width: number; height: number },
  language: 'zh' | 'en' = 'zh',
): Promise<Watched> {
  const context = await browser.newContext({
    viewport,
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const wrongs: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('Failed to load resource')) wrongs.push(message.text());
  });
  page.on('pageerror', (error) => wrongs.push(error.message));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith('data:') && !url.startsWith('blob:'))
      wrongs.push(`request to ${url}`);
  });
  return { context, page, wrongs };
}
