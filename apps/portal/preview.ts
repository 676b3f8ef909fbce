import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { loadRegister } from '../../modules/network/index.ts';
import { script, styleSheet } from './assets.ts';
import { samplePages } from './samples.tsx';
import { renderPage } from './shell.tsx';

// Draws every page to PNG files, for people who look: npx tsx apps/portal/preview.ts OUT [page …]

const [out = 'data/preview', ...wanted] = process.argv.slice(2);
const register = loadRegister();
const variants = [
  { name: 'phone-zh', language: 'zh', width: 390, height: 844 },
  { name: 'phone-en', language: 'en', width: 390, height: 844 },
  { name: 'phone-large', language: 'zh', large: true, width: 390, height: 844 },
  { name: 'narrow-large', language: 'zh', large: true, width: 320, height: 640 },
  { name: 'desk-zh', language: 'zh', width: 1280, height: 800 },
  { name: 'kiosk-tall', language: 'zh', kiosk: true, width: 1080, height: 1920 },
  { name: 'kiosk-wide', language: 'zh', kiosk: true, width: 1920, height: 1080 },
] as const;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
try {
  for (const variant of variants) {
    const pages = samplePages(register, variant);
    const page = await browser.newPage({ viewport: { width: variant.width, height: variant.height } });
    await page.route('**/*', (route) => {
      const path = new URL(route.request().url()).pathname;
      if (path === styleSheet.path) return route.fulfill({ contentType: styleSheet.type, body: styleSheet.body });
      if (path === script.path) return route.fulfill({ contentType: script.type, body: script.body });
      const element = pages[path.slice(1)];
      return element === undefined ? route.fulfill({ status: 404, body: '' }) : route.fulfill({ contentType: 'text/html; charset=utf-8', body: renderPage(element) });
    });
    for (const name of Object.keys(pages)) {
      if (wanted.length > 0 && !wanted.includes(name) && !wanted.includes(variant.name)) continue;
      await page.goto(`http://portal.test/${name}`);
      mkdirSync(join(out, variant.name), { recursive: true });
      writeFileSync(join(out, variant.name, `${name}.png`), await page.screenshot({ fullPage: true }));
    }
    await page.close();
  }
} finally {
  await browser.close();
}
