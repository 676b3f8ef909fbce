import { describe, expect, test } from 'vitest';
import { reviewPage } from '../../../testing/fixtures-peer-review.ts';
import { changedFacts } from '../../parts/stale-values.ts';
import { asSent, factsOf, initial, type SheetWords, taken, totalOf, type Values } from './sheet-values.ts';

const words: SheetWords = {
  side: ({ zh }) => zh,
  points: (points) => `${points} 分`,
  notApplicable: '不适用',
  vetoes: '否决项',
  opinion: '评审意见',
  dot: ' · ',
  list: '、',
};
const { sheet } = reviewPage;
const [first, second] = sheet.items;
if (first === undefined || second === undefined) throw new Error('a sheet of fewer than two lines');
const open = initial(reviewPage);
const typed = (change: Partial<Values>): Values => ({
  ...open,
  ...change,
  scores: { ...open.scores, ...change.scores },
});
const factOf = (values: Values, key: string) => factsOf(sheet, values, words).find((fact) => fact.key === key)?.text;

describe('a score sheet in words', () => {
  test.each<[string, Values, string, string | null]>([
    [
      'points and why',
      typed({ scores: { [first.key]: { points: 3, reason: '缺谈话记录' } } }),
      first.key,
      '3 分 · 缺谈话记录',
    ],
    ['none given', typed({ scores: { [first.key]: { points: null } } }), first.key, null],
    ['does not apply', typed({ scores: { [first.key]: { points: 3, none: true } } }), first.key, '不适用'],
    ['nought is a figure', typed({ scores: { [first.key]: { points: 0 } } }), first.key, '0 分'],
    ['no opinion', typed({ opinion: '' }), 'opinion', null],
    [
      'vetoes by name',
      typed({ vetoes: sheet.vetoes.slice(0, 2).map(({ key }) => key) }),
      'vetoes',
      sheet.vetoes
        .slice(0, 2)
        .map(({ name }) => name.zh)
        .join('、'),
    ],
  ])('%s', (_what, values, key, text) => {
    expect(factOf(values, key)).toBe(text);
  });

  test('what was kept elsewhere is told, what only I typed is not; taking it over makes the two the same', () => {
    const theirs = typed({ scores: { [first.key]: { points: 4, reason: '' } }, opinion: '另一处写的' });
    const mine = typed({ scores: { [second.key]: { points: 2, reason: '' } }, opinion: '这里写的' });
    const typedWords = Object.fromEntries(factsOf(sheet, mine, words).map(({ key, text }) => [key, text]));
    const changed = changedFacts(factsOf(sheet, open, words), factsOf(sheet, theirs, words), typedWords);
    expect(changed.map(({ key }) => key)).toEqual([first.key, 'opinion']);
    for (const { key } of changed) {
      const part = taken(theirs, key);
      const after = { ...mine, ...part, scores: { ...mine.scores, ...part.scores } };
      expect(factOf(after, key)).toBe(factOf(theirs, key));
      expect(factOf(after, second.key)).toBe(factOf(mine, second.key));
    }
  });

  test('a half filled sheet is kept as it is; what does not apply is out of the whole', () => {
    const half = typed({ scores: Object.fromEntries(sheet.items.map(({ key }) => [key, { points: null }])) });
    expect(asSent(reviewPage, 3, half)).toMatchObject({ version: 3, scores: [] });
    expect(totalOf(sheet.items, half)).toBe('0.0');
    const only = typed({
      scores: Object.fromEntries(
        sheet.items.map(({ key, max }, i) => [key, i === 0 ? { points: max } : { points: 0, none: true }]),
      ),
    });
    expect(totalOf(sheet.items, only)).toBe('100.0');
    expect(asSent(reviewPage, 3, only).scores.filter(({ points }) => points === null)).toHaveLength(
      sheet.items.length - 1,
    );
  });
});
