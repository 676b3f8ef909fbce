import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextSfc32, randomFrom, seedSfc32 } from './random.ts';

test('one step leaves its state alone and can be taken again', () => {
  const state = seedSfc32('法援圈');
  expect(nextSfc32(state)).toEqual(nextSfc32(state));
  expect(nextSfc32(state).state).not.toEqual(state);
});

test('sfc32 gives its published sequence: twelve steps from the words (0, 0, seed, 1) and on', () => {
  // Reference run of PractRand's sfc32 written out by hand for two steps from (1, 2, 3, 4).
  // 1: value 1+2+4 = 7; a' = 2 ^ (2 >> 9) = 2; b' = 3 + (3 << 3) = 27; c' = rotl(3, 21) + 7 = 6291456 + 7; d' = 5.
  // 2: value 2+27+5 = 34; a' = 27 ^ (27 >> 9) = 27; b' = 9 × 6291463 = 56623167; c' = rotl(6291463, 21) + 34; d' = 6.
  const first = nextSfc32([1, 2, 3, 4]);
  expect(first).toEqual({ value: 7, state: [2, 27, 6291463, 5] });
  const second = nextSfc32(first.state);
  expect(second.value).toBe(34);
  // 6291463 = 3 × 2²¹ + 7: rotated left by 21 its low 11 bits move up by 21 and the rest comes down by 11.
  expect(second.state).toEqual([
    27,
    56623167,
    ((6291463 % 2048) * 2 ** 21 + Math.floor(6291463 / 2048) + 34) % 2 ** 32,
    6,
  ]);
});

test('the same seed draws the same, another seed something else, a fork something of its own', () => {
  const draw = (seed: string) =>
    Array.from({ length: 8 }, () => 0).map(
      (
        (r) => () =>
          r.int(0, 1_000_000)
      )(randomFrom(seed)),
    );
  expect(draw('a')).toEqual(draw('a'));
  expect(draw('a')).not.toEqual(draw('b'));
  const r = randomFrom('a');
  const before = r.fork('x').int(0, 1_000_000);
  r.real();
  expect(r.fork('x').int(0, 1_000_000)).toBe(before);
});

test('draws stay within their bounds', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: -1000, max: 1000 }), fc.nat(2000), (seed, from, span) => {
      const r = randomFrom(seed);
      const n = r.int(from, from + span);
      expect(n >= from && n <= from + span && Number.isInteger(n)).toBe(true);
      expect(r.shuffle([1, 2, 3, 4, 5]).sort()).toEqual([1, 2, 3, 4, 5]);
      expect(new Set(r.sample([1, 2, 3, 4, 5], 3)).size).toBe(3);
      expect(
        r.weighted([
          ['never', 0],
          ['always', 1],
        ]),
      ).toBe('always');
    }),
  );
});

test('a thousand throws of a die are even within reason', () => {
  const r = randomFrom('die');
  const counts = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < 6000; i++) {
    const face = r.int(0, 5);
    counts[face] = (counts[face] ?? 0) + 1;
  }
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
});
