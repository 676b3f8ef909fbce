import { type Browser, chromium, type Page } from 'playwright-core';
import type { ReactElement } from 'react';
import { allAssets } from '../assets.ts';
import { renderPage } from '../shell.tsx';

// A browser that shows sample pages without a server: for tests and for the preview.

export function openSampleBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
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

/** Answer `http://portal.test/<name>` with the page of that name under the portal's own content security policy. */
export async function sampleSite(page: Page, pages: Readonly<Record<string, ReactElement>>): Promise<void> {
  await page.route('**/*', (route) => {
    const path = new URL(route.request().url()).pathname;
    const asset = allAssets.find((one) => one.path === path);
    if (asset !== undefined) return route.fulfill({ contentType: asset.type, body: asset.body });
    const element = pages[path.slice(1)];
    if (element === undefined) return route.fulfill({ status: 404, contentType: 'text/plain', body: '' });
    return route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: {
        'content-security-policy': "default-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'",
      },
      body: renderPage(element),
    });
  });
}
