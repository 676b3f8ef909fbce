import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classesOf, classOf, radiusOf } from './colour-scale.ts';

const linear = (colour: string): readonly number[] =>
  [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
const luminance = (colour: string): number => {
  const [r = 0, g = 0, b = 0] = linear(colour);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** How the three kinds of colour-blind eyes see linear RGB (Viénot, Brettel and Mollon 1999; Machado, Oliveira and Fernandes 2009 for the third). */
const eyes: Readonly<Record<string, readonly (readonly number[])[]>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.11238, 0.88762, 0],
    [0.11238, 0.88762, 0],
    [0.00401, -0.00401, 1],
  ],
  deutan: [
    [0.29275, 0.70725, 0],
    [0.29275, 0.70725, 0],
    [-0.02234, 0.02234, 1],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const lab = (rgb: readonly number[]): readonly [number, number, number] => {
  const [r = 0, g = 0, b = 0] = rgb.map((value) => Math.min(1, Math.max(0, value)));
  const f = (value: number): number => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116);
  const [x, y, z] = [
    f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047),
    f(0.2126 * r + 0.7152 * g + 0.0722 * b),
    f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883),
  ];
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
};
const seen = (colour: string, eye: readonly (readonly number[])[]) => {
  const rgb = linear(colour);
  return lab(eye.map((row) => row.reduce((sum, value, n) => sum + value * (rgb[n] ?? 0), 0)));
};
const apart = (a: readonly number[], b: readonly number[]): number =>
  Math.hypot(...a.map((value, n) => value - (b[n] ?? 0)));

const bandsUpTo = (n: number): readonly number[] => Array.from({ length: n }, (_, k) => 15 * (k + 1));

describe('the scale of minutes', () => {
  test.each([1, 2, 3, 4, 5, 6])('%i bands darken step by step, so that a grey print keeps their order', (n) => {
    const light = classesOf(bandsUpTo(n)).map(({ colour }) => luminance(colour));
    for (let k = 1; k < light.length; k += 1) expect(light[k]).toBeLessThan((light[k - 1] ?? 0) * 0.86);
  });
  test.each(Object.keys(eyes))('neighbouring classes are told apart by a %s eye', (eye) => {
    for (const n of [1, 2, 3, 4, 5, 6]) {
      const colours = classesOf(bandsUpTo(n)).map(({ colour }) => seen(colour, eyes[eye] ?? []));
      for (let k = 1; k < colours.length; k += 1)
        expect(apart(colours[k] ?? [], colours[k - 1] ?? [])).toBeGreaterThan(8);
    }
  });
  test.each([
    [0, 15],
    [15, 15],
    [15.1, 30],
    [60, 60],
    [60.1, undefined],
    [1e6, undefined],
  ] as const)('%d minutes are within %d', (minutes, upTo) =>
    expect(classOf(classesOf([15, 30, 60]), minutes)?.upTo).toBe(upTo),
  );
  test('what cannot be reached has no class', () => expect(classOf(classesOf([60]), null)).toBeUndefined());
  test('every time has exactly one class', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 1440 }), { minLength: 1, maxLength: 6 }),
        fc.double({ min: 0, max: 2000, noNaN: true }),
        (bands, minutes) => {
          const classes = classesOf(bands.toSorted((a, b) => a - b));
          const holding = classes.filter(
            ({ over, upTo }) => (minutes > over || over === 0) && (upTo === undefined || minutes <= upTo),
          );
          expect(holding).toEqual([classOf(classes, minutes)]);
        },
      ),
    );
  });
  test('more people are never a smaller dot, and nobody knows how many is no large one', () => {
    fc.assert(
      fc.property(fc.nat(200_000), fc.nat(200_000), (a, b) => {
        expect(radiusOf(Math.max(a, b))).toBeGreaterThanOrEqual(radiusOf(Math.min(a, b)));
      }),
    );
    expect(radiusOf(null)).toBeLessThan(radiusOf(2000));
  });
});
