import fc from 'fast-check';
import { expect, test } from 'vitest';
import { displayApplicationNumber, formatApplicationNumber, parseApplicationNumber, tenantOfNumber } from './number.ts';

test('a number says place, month and serial, and ends with its check digit', () => {
  const number = formatApplicationNumber('530521', '2026-11-24', 42);
  expect(number).toHaveLength(17);
  expect(displayApplicationNumber(number)).toMatch(/^530521 2611 000042 \d$/);
  expect(tenantOfNumber(number)).toBe('530521');
});

test('spaces, hyphens and full-width digits are forgiven', () => {
  const number = formatApplicationNumber('530502', '2026-01-05', 7);
  expect(parseApplicationNumber(displayApplicationNumber(number))).toBe(number);
  expect(parseApplicationNumber(number.replace(/\d/g, (d) => String.fromCodePoint(0xff10 + Number(d))))).toBe(number);
});

test('one mistyped digit is always noticed', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 999_999 }),
      fc.nat(16),
      fc.integer({ min: 1, max: 9 }),
      (serial, at, shift) => {
        const number = formatApplicationNumber('530581', '2026-07-01', serial);
        const wrong = number.slice(0, at) + ((Number(number[at]) + shift) % 10) + number.slice(at + 1);
        return parseApplicationNumber(wrong) === undefined;
      },
    ),
  );
});
