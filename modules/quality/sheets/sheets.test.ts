import { describe, expect, test } from 'vitest';
import { civil2021 } from './civil-2021.ts';
import { defineSheet, sheetByKey, sheetFor, sheets, stages } from './index.ts';

describe('score sheets', () => {
  test.each([
    ['civil', 'civil-2021'],
    ['administrative', 'civil-2021'],
    ['criminal', 'criminal-2021'],
  ])('%s cases are scored on %s', (kind, key) => {
    expect(sheetFor(kind, '2026-11-24')?.key).toBe(key);
    expect(sheetByKey(key).key).toBe(key);
  });

  test('no sheet before the standard was in force, and none for another kind', () => {
    expect(sheetFor('civil', '2020-12-29')).toBeUndefined();
    expect(sheetFor('civil', '2020-12-30')).toBeDefined();
    expect(sheetFor('other', '2026-11-24')).toBeUndefined();
  });

  test.each(sheets.map((sheet) => [sheet.key, sheet] as const))('%s asks about every stage', (_key, sheet) => {
    expect([...new Set(sheet.items.map(({ stage }) => stage))].sort()).toEqual([...stages].sort());
    expect(sheet.items.filter(({ prefilled }) => prefilled !== null)).toHaveLength(4);
    expect(sheet.basis).toMatchObject({ points: 'uncertain', thresholds: 'uncertain' });
  });

  test('on any day a kind has one sheet at most', () => {
    for (const kind of ['civil', 'administrative', 'criminal'])
      for (const { from } of sheets)
        expect(
          sheets.filter((s) => s.classes.some((c) => c === kind) && s.from <= from && (s.to ?? from) >= from).length,
        ).toBeLessThanOrEqual(1);
  });

  test.each([
    ['points that do not add up', { items: civil2021.items.slice(1) }],
    ['thresholds out of order', { thresholds: { excellent: 80, good: 80, pass: 60 } }],
    ['an item twice', { vetoes: [...civil2021.vetoes, ...civil2021.vetoes.slice(0, 1)] }],
    ['a last day before the first', { to: '2020-01-01' }],
  ])('%s: such a sheet never serves', (_title, change) => {
    expect(() => defineSheet({ ...civil2021, ...change })).toThrow('civil-2021');
  });
});
