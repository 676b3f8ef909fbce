import { describe, expect, test } from 'vitest';
import type { CircleVillage } from '../../api/circle.ts';
import { leftOut, shifted, shiftOf } from './figures.ts';

const village = (code: string, minutes: number | null, more: Partial<CircleVillage> = {}): CircleVillage => ({
  code,
  name: code,
  township: '芒宽乡',
  county: '隆阳区',
  lon: 99,
  lat: 25,
  schematic: true,
  people: 1000,
  minutes,
  onFoot: 0,
  station: 's',
  ...more,
});
const codes = (villages: readonly CircleVillage[]): readonly string[] => villages.map(({ code }) => code);

describe('who is left out', () => {
  test('out of reach comes first, then the longest, then the most people; a village at the edge is in', () =>
    expect(
      codes(
        leftOut(
          [
            village('edge', 60),
            village('near', 12),
            village('far', 75),
            village('farther', 140),
            village('none', null, { people: 300 }),
            village('none-large', null, { people: 900 }),
            village('far-uncounted', 75, { people: null }),
          ],
          [15, 30, 60],
        ),
      ),
    ).toEqual(['none-large', 'none', 'farther', 'far', 'far-uncounted']));
});

describe('who is better or worse off', () => {
  test('lost and found ways count most, less than a minute counts as nothing', () =>
    expect(
      codes(
        shifted([
          village('same', 20, { minutesToday: 20 }),
          village('a breath', 20, { minutesToday: 20.9 }),
          village('worse', 50, { minutesToday: 20 }),
          village('better', 20, { minutesToday: 80 }),
          village('lost', null, { minutesToday: 30 }),
          village('not asked', 20),
          village('still none', null, { minutesToday: null }),
        ]),
      ),
    ).toEqual(['lost', 'better', 'worse']));
  test.each([
    [30, 20, 10],
    [20, 30, -10],
    [null, 30, Number.POSITIVE_INFINITY],
    [30, null, Number.NEGATIVE_INFINITY],
    [null, null, 0],
  ] as const)('from %d to %d', (minutes, minutesToday, shift) =>
    expect(shiftOf(village('v', minutes, { minutesToday }))).toBe(shift),
  );
});
