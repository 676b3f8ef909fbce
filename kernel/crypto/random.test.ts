import { expect, test } from 'vitest';
import { unpredictable } from './random.ts';

test('gives as many bytes as asked for, never the same, also across refills and beyond the store', () => {
  const drawn = Array.from({ length: 3_000 }, () => unpredictable(12));
  expect(drawn.every((bytes) => bytes.length === 12)).toBe(true);
  expect(new Set(drawn.map((bytes) => bytes.toString('hex'))).size).toBe(3_000);
  const long = unpredictable(20_000);
  expect(long).toHaveLength(20_000);
  expect(new Set(long).size).toBe(256);
});

test('what was handed out is its holder’s alone', () => {
  const first = unpredictable(16);
  const kept = Buffer.from(first);
  unpredictable(16).fill(7);
  expect(first.equals(kept)).toBe(true);
});
