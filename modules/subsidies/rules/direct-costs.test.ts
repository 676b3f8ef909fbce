import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CostItem, type CostKind, costKinds, judgeCost } from './direct-costs.ts';

const offers: readonly CostItem[] = [
  { key: 'travelOutsideCounty', directCost: true, each: 20_000, unitsUpTo: 15 },
  { key: 'translation', directCost: true, actualUpTo: 100_000 },
  { key: 'appraisalAndNotary', directCost: true, actualUpTo: 200_000 },
  { key: 'severalRecipients', each: 10_000, unitsUpTo: 10 },
];
const none = { amount: 0, units: 0 };
const claim = (kind: CostKind, claimed: number, units: number | null = null) => ({ kind, claimed, units });
const said = (...args: Parameters<typeof judgeCost>) => {
  const judged = judgeCost(...args);
  return judged.ok ? judged.value.key : judged.fault;
};

describe('what the tariff pays back', () => {
  test.each([
    ['translation within the limit', claim('translation', 60_000), 60_000, none, 'translation'],
    ['less than was claimed', claim('translation', 60_000), 50_001, none, 'translation'],
    ['more than was claimed', claim('translation', 60_000), 60_001, none, { code: 'moreThanClaimed' }],
    [
      'a second claim over the limit together',
      claim('translation', 60_000),
      60_000,
      { amount: 50_000, units: 0 },
      { code: 'overLimit', left: 50_000 },
    ],
    ['to the last fen', claim('translation', 60_000), 50_000, { amount: 50_000, units: 0 }, 'translation'],
    [
      'appraisal and notary share one item',
      claim('notary', 10_000),
      10_000,
      { amount: 195_000, units: 0 },
      { code: 'overLimit', left: 5_000 },
    ],
    ['three days of travel', claim('travel', 60_000, 3), 60_000, none, 'travelOutsideCounty'],
    ['more than the days give', claim('travel', 60_001, 3), 60_001, none, { code: 'overLimit', left: 60_000 }],
    ['travel without its days', claim('travel', 60_000), 60_000, none, { code: 'unitsMissing' }],
    [
      'more days than are left',
      claim('travel', 20_000, 2),
      20_000,
      { amount: 0, units: 14 },
      { code: 'overUnits', left: 1 },
    ],
    ['postage lies within the subsidy', claim('postage', 1_200), 1_200, none, { code: 'notOffered' }],
  ] as const)('%s', (_what, of, allowed, before, expected) => {
    expect(said(of, allowed, offers, before)).toEqual(expected);
  });

  test('an item that pays no cost back is no item for one', () => {
    expect(said(claim('translation', 1), 1, [{ key: 'translation', actualUpTo: 100 }], none)).toEqual({
      code: 'notOffered',
    });
  });

  test('however claims follow each other, no item of a case is ever paid over its limit, to the fen', () => {
    const kinds = Object.keys(costKinds) as CostKind[];
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            kind: fc.constantFrom(...kinds),
            claimed: fc.integer({ min: 1, max: 300_000 }),
            part: fc.integer({ min: 1, max: 110 }),
            units: fc.option(fc.integer({ min: 1, max: 9 })),
          }),
          { maxLength: 30 },
        ),
        (claims) => {
          const sums = new Map<string, { amount: number; units: number }>();
          for (const { kind, claimed, part, units } of claims) {
            const allowed = Math.max(1, Math.floor((claimed * part) / 100));
            const key = costKinds[kind].item ?? '';
            const before = sums.get(key) ?? none;
            if (!judgeCost({ kind, claimed, units }, allowed, offers, before).ok) continue;
            expect(allowed).toBeLessThanOrEqual(claimed);
            sums.set(key, { amount: before.amount + allowed, units: before.units + (units ?? 0) });
          }
          expect(sums.get('translation')?.amount ?? 0).toBeLessThanOrEqual(100_000);
          expect(sums.get('appraisalAndNotary')?.amount ?? 0).toBeLessThanOrEqual(200_000);
          expect(sums.get('travelOutsideCounty')?.amount ?? 0).toBeLessThanOrEqual(300_000);
          expect(sums.get('travelOutsideCounty')?.units ?? 0).toBeLessThanOrEqual(15);
          expect(sums.has('')).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });
});
