import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { costOf, costsFromAddress, costsToAddress, known } from './cost.ts';

const covered = (people: number) => ({ bands: [{ minutes: 60, people, share: null, places: 0 }] });
const station = (change: 'stays' | 'closed' | 'moved' | 'new') => ({ change });
const costs = { setUp: 12_000_000, yearly: 5_000_000, years: 10 };

describe('what a plan costs', () => {
  test.each([
    ['two new ones', ['stays', 'new', 'new'], { setUp: 24_000_000, yearly: 10_000_000, aYear: 12_400_000 }],
    ['one closed', ['closed', 'stays'], { setUp: 0, yearly: -5_000_000, aYear: -5_000_000 }],
    ['one moved: set up again, run as before', ['moved'], { setUp: 12_000_000, yearly: 0, aYear: 1_200_000 }],
    ['one closed for one opened', ['closed', 'new'], { setUp: 12_000_000, yearly: 0, aYear: 1_200_000 }],
    ['nothing', ['stays'], { setUp: 0, yearly: 0, aYear: 0 }],
  ] as const)('%s', (_, changes, money) => {
    expect(costOf(costs, changes.map(station), covered(1000), covered(2000))).toMatchObject({ ...money, people: 1000 });
  });

  test('for each person more within the hour, and for nobody where nobody is more', () => {
    const two = ['new', 'new'].map((change) => station(change as 'new'));
    expect(costOf(costs, two, covered(1000), covered(4100)).aPersonAYear).toBe(4000);
    expect(costOf(costs, two, covered(1000), covered(1000)).aPersonAYear).toBeNull();
    expect(costOf(costs, two, covered(1000), covered(900)).aPersonAYear).toBeNull();
    expect(costOf(costs, [station('closed')], covered(0), covered(10)).aPersonAYear).toBeNull();
  });

  test('stays whole fen, and grows with every new station', () => {
    fc.assert(
      fc.property(
        fc.record({ setUp: fc.nat(1e9), yearly: fc.nat(1e9), years: fc.integer({ min: 1, max: 50 }) }),
        fc.nat(40),
        fc.integer({ min: 1, max: 100_000 }),
        (some, n, people) => {
          const cost = (many: number) =>
            costOf(
              some,
              Array.from({ length: many }, () => station('new')),
              covered(0),
              covered(people),
            );
          const [less, more] = [cost(n), cost(n + 1)];
          expect(Number.isInteger(more.aYear) && Number.isInteger(more.aPersonAYear)).toBe(true);
          expect(more.aYear).toBeGreaterThanOrEqual(less.aYear);
        },
      ),
    );
  });
});

describe('amounts in an address', () => {
  test('come back as they were typed', () => {
    for (const typed of [
      { setUp: 1_250_050, yearly: 300_000, years: 8 },
      { setUp: undefined, yearly: 300_000, years: 10 },
      { setUp: undefined, yearly: undefined, years: 10 },
    ])
      expect(costsFromAddress(costsToAddress(typed))).toEqual(typed);
    expect(costsToAddress({ setUp: Number.NaN, yearly: 5, years: 10 })).toBe(',5,10');
  });

  test.each([undefined, '', 'a,b,c', '-1,2,3', '1.5,2', '1,2,0', '1,2,99'])(
    '%s is no more than what is right in it',
    (text) => {
      const read = costsFromAddress(text);
      expect(read.years).toBeGreaterThanOrEqual(1);
      expect(read.years).toBeLessThanOrEqual(50);
      expect(read.setUp === undefined || Number.isInteger(read.setUp)).toBe(true);
    },
  );

  test('are costs only when both are there', () => {
    expect(known({ setUp: 1, yearly: undefined, years: 10 })).toBeUndefined();
    expect(known({ setUp: 1, yearly: Number.NaN, years: 10 })).toBeUndefined();
    expect(known({ setUp: 1, yearly: 0, years: 10 })).toEqual({ setUp: 1, yearly: 0, years: 10 });
  });
});
