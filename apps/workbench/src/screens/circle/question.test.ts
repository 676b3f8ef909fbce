import { describe, expect, test } from 'vitest';
import { noChange } from './change.ts';
import { bandsOf, choiceOf, questionOf } from './question.ts';

describe('bands', () => {
  test.each([
    ['15,30,60', [15, 30, 60]],
    ['15，30、60', [15, 30, 60]],
    [' 20 40 ', [20, 40]],
    ['１５,60', [15, 60]],
    ['60', [60]],
  ] as const)('%j', (typed, bands) => expect(bandsOf(typed)).toEqual(bands));
  test.each(['', '30,15', '15,15', '0', '1441', '15.5', 'a', '1,2,3,4,5,6,7', undefined])('%j is none', (typed) =>
    expect(bandsOf(typed)).toBeUndefined(),
  );
  test('half-hour town, one-hour village', () => expect(choiceOf([30, 60])).toBe('townVillage'));
  test('bands without a name', () => expect(choiceOf([20, 60])).toBeUndefined());
});

describe('the question of an address', () => {
  test('an empty one asks for the usual bands and every point', () =>
    expect(questionOf({}, noChange)).toEqual({ bands: [15, 30, 60], barrierFree: false }));
  test('a bus without an hour is none', () => {
    expect(questionOf({ bus: '1' }, noChange)).toEqual({ bands: [15, 30, 60], barrierFree: false });
    expect(questionOf({ bus: '1', at: '2026-11-25T08:00' }, noChange)).toMatchObject({ bus: true });
  });
  test('everything at once', () =>
    expect(
      questionOf(
        { bands: '30,60', service: 'acceptance', free: '1', at: '2026-11-25T09:00' },
        { ...noChange, close: ['x'] },
      ),
    ).toEqual({
      bands: [30, 60],
      service: 'acceptance',
      barrierFree: true,
      at: '2026-11-25T09:00',
      change: { ...noChange, close: ['x'] },
    }));
  test('what nobody knows is not asked', () =>
    expect(questionOf({ bands: '9,1', service: 'tea', free: 'yes', at: 'noon' }, noChange)).toEqual({
      bands: [15, 30, 60],
      barrierFree: false,
    }));
});
