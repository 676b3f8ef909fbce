import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fromRoot } from '../../../kernel/paths.ts';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';

const keys = Object.keys(zhCN) as (keyof typeof zhCN)[];
const slotsIn = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? '').sort();

/** Slots that only one language has a place for: the month's name, and the parts of a date. */
const freely = new Set(['date.md', 'date.ymd', 'quiet.month']);

describe('both languages', () => {
  test('say the same things with the same slots', () => {
    for (const key of keys)
      if (!freely.has(key))
        expect([key, [...new Set(slotsIn(en[key]))]]).toEqual([key, [...new Set(slotsIn(zhCN[key]))]]);
  });

  test('leave nothing empty', () => {
    for (const key of keys) expect([key, zhCN[key].trim() !== '' && en[key].trim() !== '']).toEqual([key, true]);
  });

  test('Chinese is in Chinese punctuation, English has no Chinese left in it', () => {
    const chineseAllowed = new Set(['shell.otherLanguage', 'shell.otherLanguage.label']);
    for (const key of keys) {
      expect([key, /\p{Script=Han}[,;:!?()]|[,;:!?(] ?\p{Script=Han}/u.test(zhCN[key])]).toEqual([key, false]);
      if (!chineseAllowed.has(key))
        expect([key, /\p{Script=Han}/u.test(en[key].replace(/阿依·买买提|1\.2万/g, ''))]).toEqual([key, false]);
    }
  });

  test('speak to the person as 您, never 你', () => {
    for (const key of keys) expect([key, zhCN[key].includes('你')]).toEqual([key, false]);
  });
});

describe('no key is unused', () => {
  const sources = filesBelow(fromRoot('apps/portal'))
    .filter((file) => /\.tsx?$/.test(file) && !/locales|\.test\.|testing|http-visitor/.test(file))
    .map((file) => readFileSync(file, 'utf8'));
  const all = sources.join('\n');
  /** `way.${…}` and the like: a template that begins so uses every key that begins so and has as many parts. */
  const templates = [...all.matchAll(/`([a-z][\w.-]*\.(?:\$\{[^}]+\}[\w.]*)+)`/g)].map((m) => m[1] ?? '');
  const patterns = templates.map(
    (template) => new RegExp(`^${template.replace(/[.]/g, '\\.').replace(/\$\{[^}]+\}/g, '[\\w-]+')}$`),
  );
  const groups = [...all.matchAll(/options\('(\w+)'/g)].map((m) => `o.${m[1]}.`);

  test('the scan sees the sources and their templates', () => {
    expect(sources.length).toBeGreaterThan(40);
    expect(templates.length).toBeGreaterThan(5);
    expect(groups.length).toBeGreaterThan(10);
  });

  test.each(keys)('%s', (key) => {
    const used =
      all.includes(`'${key}'`) ||
      all.includes(`"${key}"`) ||
      patterns.some((pattern) => pattern.test(key)) ||
      groups.some((group) => key.startsWith(group));
    expect(used).toBe(true);
  });
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}
