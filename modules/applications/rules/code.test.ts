import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { makeCode, normaliseCode } from './code.ts';

test('a code has no characters that look or sound alike', () => {
  for (let i = 0; i < 200; i++) expect(makeCode(randomBytes, 8)).toMatch(/^[2-9BCDFGHJKMNPQRSTVWXYZ]{8}$/);
});

test('as typed by a person: lower case, spaces and full-width letters', () => {
  expect(normaliseCode(' abcd-2345 ')).toBe('ABCD2345');
  expect(normaliseCode('ＡＢ２３')).toBe('AB23');
});

test('random bytes above the bias limit are skipped, and the code is still whole', () => {
  const bytes = [255, 254, 0, 1, 2, 3, 4, 5, 6, 7, 253, 252, 8, 9, 10, 11];
  expect(makeCode((n) => Uint8Array.from(bytes.slice(0, n)), 8)).toHaveLength(8);
});
