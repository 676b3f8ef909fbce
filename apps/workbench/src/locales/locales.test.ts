import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { en } from './en.ts';
import { chosenLanguage } from './language.ts';
import { type LocaleKey, zhCN } from './zh-CN.ts';

const src = fileURLToPath(new URL('..', import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('locales') && !/\.test\.tsx?$/.test(path))
  .map((path) => readFileSync(join(src, path), 'utf8'));
const keys = Object.keys(zhCN) as LocaleKey[];

/** Keys that stand in the source as they are, and the fixed beginnings of those that are put together: `group.${code}`. */
const written = new Set(
  files.flatMap((text) => [...text.matchAll(/['"`]([a-z][\w]*(?:\.[\w]+)+)['"`]/gi)].map((match) => match[1])),
);
const begun = new Set(
  files.flatMap((text) => [...text.matchAll(/`([a-z]\w*(?:\.\w+)*\.)\$\{/gi)].map((match) => match[1])),
);

const slots = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();

describe('the words of the desk', () => {
  test('the test sees the source', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(keys.length).toBeGreaterThan(600);
    expect(written.size).toBeGreaterThan(400);
  });
  test('no key is left over', () => {
    expect(
      keys.filter(
        (key) =>
          !written.has(key) && ![...begun].some((beginning) => beginning !== undefined && key.startsWith(beginning)),
      ),
    ).toEqual([]);
  });
  test('both languages fill the same slots', () => {
    expect(keys.filter((key) => slots(zhCN[key]).join() !== slots(en[key]).join())).toEqual([]);
  });
  test('nothing is left empty or untranslated', () => {
    expect(keys.filter((key) => zhCN[key].trim() === '' || en[key].trim() === '')).toEqual([]);
    expect(keys.filter((key) => /\p{Script=Han}/u.test(en[key]))).toEqual([]);
  });
  test('Chinese is punctuated as Chinese', () => {
    expect(
      keys.filter((key) => /\p{Script=Han}[,;:?!]|[,;:?!]\p{Script=Han}|\p{Script=Han}\.$/u.test(zhCN[key])),
    ).toEqual([]);
  });
});

describe('the language', () => {
  test.each([
    ['lang=en', ['zh-CN'], 'en'],
    ['a=1; lang=zh; b=2', ['en'], 'zh'],
    ['', ['en-GB', 'zh'], 'en'],
    ['', ['fr', 'zh-Hant'], 'zh'],
    ['', ['fr'], 'zh'],
    ['slang=en', ['zh'], 'zh'],
  ] as const)('cookies "%s" and a browser that prefers %s give %s', (cookies, preferred, language) =>
    expect(chosenLanguage(cookies, preferred)).toBe(language),
  );
});
