import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { loadRegister } from '../../modules/network/index.ts';
import { allAssets } from './assets.ts';
import { renderPage } from './shell.tsx';
import { samplePages } from './testing/samples.tsx';

const register = loadRegister();
const variants = [
  { language: 'zh' },
  { language: 'en' },
  { language: 'zh', large: true },
  { language: 'zh', kiosk: true },
] as const;
const gzip = (text: string): number => gzipSync(text, { level: 6 }).length;

describe.each(variants)('pages %j', (variant) => {
  const pages = Object.entries(samplePages(register, variant)).map(([name, page]) => [name, renderPage(page)] as const);

  test('there are pages', () => expect(pages.length).toBeGreaterThan(45));

  test.each(pages)('%s weighs at most 14 kB with its style sheets and scripts, gzip', (_name, html) => {
    const own = allAssets.filter(({ path }) => html.includes(`"${path}"`));
    expect(own.length).toBeGreaterThanOrEqual(1);
    expect(own.reduce((sum, { body }) => sum + gzip(body), gzip(html))).toBeLessThanOrEqual(14_000);
  });

  test.each(pages)('%s asks nothing of another origin and runs nothing inline', (_name, html) => {
    expect(html).not.toMatch(/(?:src|href|action)="(?:https?:)?\/\//);
    expect(html).not.toMatch(/<style|\sstyle="|\son[a-z]+="|<script(?! src="\/assets)/);
    expect(html).not.toMatch(/javascript:/);
  });

  test.each(pages)('%s has one heading of the first level, a title, and its language', (_name, html) => {
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toMatch(/<title>[^<]+<\/title>/);
    expect(html).toContain(`<html lang="${variant.language === 'zh' ? 'zh-CN' : 'en'}"`);
  });

  test.each(pages)('%s has no id twice, and every label, description and error link leads somewhere', (_name, html) => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((m) => m[1]);
    expect(ids.length).toBe(new Set(ids).size);
    const wanted = [...html.matchAll(/(?:\sfor|aria-describedby|aria-labelledby|href="#)="?([^"]+)"/g)].flatMap((m) =>
      (m[1] ?? '').split(' '),
    );
    for (const id of wanted) expect(ids).toContain(id);
  });

  test.each(pages)('%s leaves no slot unfilled', (_name, html) => {
    expect(html.replace(/data-left="[^"]*"/g, '')).not.toMatch(/\{\w+\}/);
  });
});

test('the neutral page names neither the service nor the law', () => {
  const html = renderPage(samplePages(register, { language: 'zh' }).calendar ?? <p />);
  expect(html).not.toMatch(/法律|援助|12348|110/);
});

test('a wrong answer stays in its field', () => {
  const html = renderPage(samplePages(register, { language: 'zh' })['question-identity-wrong'] ?? <p />);
  expect(html).toContain('value="000000860312002"');
  expect(html).toContain('href="#documentNumber"');
});

test('pressing Enter in a field continues: the first button of the form is not the change of size', () => {
  const html = renderPage(samplePages(register, { language: 'zh' })['question-name'] ?? <p />);
  const first = /<button[^>]*form="q"[^>]*>/.exec(html)?.[0] ?? '';
  expect(first).toContain('value="continue"');
});
