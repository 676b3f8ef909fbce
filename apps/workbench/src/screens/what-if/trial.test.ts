import { describe, expect, test } from 'vitest';
import type { Figure } from '../../api/what-if.ts';
import {
  changeOf,
  differs,
  fractionOf,
  fromAddress,
  isComplete,
  listFromAddress,
  listToAddress,
  toAddress,
} from './trial.ts';

const standing = { text: { zh: '文', en: 'text' }, verified: false, source: '示例', from: '2026-01-01' };
const urban: Figure = { figure: 'multiplier', key: 'means-baoshan.urban', fraction: [2, 1], ...standing };
const standard: Figure = {
  figure: 'standard',
  region: '5305',
  residence: 'rural',
  basis: 'ruralIncome',
  perCapitaAnnual: 1_730_000,
  ...standing,
};
const travel: Figure = { figure: 'addition', tariff: 't', key: 'travel', each: 20_000, unitsUpTo: 15, ...standing };

test.each([
  [2.5, [5, 2]],
  [0.5, [1, 2]],
  [2, [2, 1]],
  [1.35, [27, 20]],
] as const)('%d times is the fraction %j', (times, fraction) => expect(fractionOf(times)).toEqual(fraction));

describe('what is sent', () => {
  test('only what was typed differs; the rest stands', () => {
    expect(changeOf({ figure: travel, values: { each: 30_000 } })).toEqual({
      figure: 'addition',
      tariff: 't',
      key: 'travel',
      value: { each: 30_000, unitsUpTo: 15 },
    });
    expect(changeOf({ figure: standard, region: '530521', values: {} })).toMatchObject({ region: '530521' });
  });
  test('nothing typed is no change, and half a number is not complete', () => {
    expect(differs({ figure: urban, values: {} })).toBe(false);
    expect(differs({ figure: urban, values: { times: 2.5 } })).toBe(true);
    expect(differs({ figure: standard, region: '530521', values: {} })).toBe(true);
    expect(isComplete({ figure: urban, values: { times: Number.NaN } })).toBe(false);
    expect(isComplete({ figure: urban, values: { times: 0 } })).toBe(false);
  });
});

describe('an address', () => {
  test('brings the same trial back', () => {
    const chosen = [
      { figure: urban, values: { times: 2.5 } },
      { figure: standard, values: {}, region: '530521' },
    ];
    expect(fromAddress(toAddress(chosen), [urban, standard])).toEqual(chosen);
  });
  test('whatever else it holds is left out', () => {
    expect(fromAddress(undefined, [urban])).toEqual([]);
    expect(fromAddress('multiplier:gone~times=3', [urban])).toEqual([]);
    expect(fromAddress('multiplier:means-baoshan.urban@<b>~x=1~times=many', [urban])).toEqual([
      { figure: urban, values: {} },
    ]);
  });
  test('a list is opened again as it was', () => {
    const of = { direction: 'gains', group: 'woman', tenant: '530502' } as const;
    expect(listFromAddress(listToAddress(of))).toEqual(of);
    expect(listFromAddress('direction:gains;unknown:1;cause')).toEqual({ direction: 'gains' });
    expect(listFromAddress(undefined)).toBeUndefined();
  });
});
