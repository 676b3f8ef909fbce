import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRegister } from '../../../modules/network/index.ts';
import { openSampleBrowser, sampleSite } from './sample-browser.ts';
import { samplePages } from './samples.tsx';

// Draws every page to PNG files, for people who look: npx tsx apps/portal/testing/preview.ts FOLDER [page or variant …]

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

const browser = await openSampleBrowser();
try {
  for (const variant of variants) {
    const pages = samplePages(register, variant);
    const page = await browser.newPage({ viewport: { width: variant.width, height: variant.height } });
    await sampleSite(page, pages);
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
