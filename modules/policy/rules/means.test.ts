import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWithin } from './means.ts';
import { isRegionCode } from './region-code.ts';
import { yuan } from './yuan.ts';

test('the comparison agrees with exact arithmetic for any figures, and the line itself is within', () => {
  const fraction = fc.constantFrom<readonly [number, number]>([2, 1], [1, 2], [5, 2], [1, 3]);
  const money = fc.integer({ min: 0, max: 10_000_000_000_000 });
  const people = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }));
  fc.assert(
    fc.property(money, people, money, fraction, (income, heads, base, [numerator, denominator]) => {
      const exact = BigInt(income) * BigInt(denominator) <= BigInt(base) * BigInt(numerator) * BigInt(heads);
      expect(isWithin({ income, people: heads }, base, [numerator, denominator])).toBe(exact);
    }),
    { numRuns: 2000 },
  );
  expect(isWithin({ income: 3_600_000, people: 3 }, 600_000, [2, 1])).toBe(true);
  expect(isWithin({ income: 3_600_001, people: 3 }, 600_000, [2, 1])).toBe(false);
});

test.each([
  [0, '0.00'],
  [5, '0.05'],
  [99_999, '999.99'],
  [100_000, '1,000.00'],
  [100_005_000, '1,000,050.00'],
  [10_000_000_000_000, '100,000,000,000.00'],
  [451_000.5, '4,510.005'],
  [0.5, '0.005'],
  [100_000 / 3, '333.33…'],
])('%d fen reads %s yuan', (fen, text) => {
  expect(yuan(fen)).toBe(text);
});

test.each([
  ['530521', true],
  ['530500', true],
  ['530522', true], // 腾冲县 until 2015
  ['530102', true],
  ['110101', true],
  ['530599', false],
  ['531100', false],
  ['990000', false],
  ['５３０５２１', false],
  ['', false],
])('%s is a region code: %s', (text, is) => {
  expect(isRegionCode(text)).toBe(is);
});
