import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeSubsidy, lawOnFile, lawToTry, packsOnFile, proposeSubsidy } from '../../policy/index.ts';
import { placeInBand, reprice } from './reprice.ts';
import { type PaidWork, tariffQuestion } from './tariff-question.ts';

const work: PaidWork = {
  tenant: '530521',
  class: 'civil',
  aidForm: 'litigationRepresentation',
  stage: null,
  designatedOn: '2026-02-01',
  closedOn: '2026-05-05',
  paidByTreasury: false,
};
const offerOf = (of: PaidWork) => {
  const offer = proposeSubsidy(tariffQuestion(of));
  if (!offer.ok) throw new Error('no tariff');
  return offer.value;
};
const tried = (changes: readonly unknown[]) => {
  const law = lawToTry(packsOnFile(), { changes, drafts: [], from: '2026-01-01' });
  if (!law.ok) throw new Error(JSON.stringify(law.faults));
  return law.value.law;
};
const dearer = tried([{ figure: 'band', key: 'tariff-baoshan-2017.civil', value: { min: 80_000, max: 200_000 } }]);

describe('the base keeps its place inside the band', () => {
  test.each([
    [60_000, 80_000],
    [105_000, 140_000],
    [150_000, 200_000],
    [60_001, 80_001],
  ])('%i becomes %i', (amount, then) => {
    const asked = { amount, reason: '开庭两次', additions: [], deductions: [] };
    expect(reprice({ work, offer: offerOf(work), asked, amount }, dearer)).toBe(then);
  });
  test('a band that left no choice gives the lower end of the new one', () => {
    expect(placeInBand(20_000, { min: 20_000, max: 20_000 }, { min: 30_000, max: 40_000 })).toBe(30_000);
  });
});

test('what is paid by the unit follows the new sum, actual cost stays up to the new limit, a share stays a share', () => {
  const law = tried([
    { figure: 'band', key: 'tariff-baoshan-2017.civil', value: { min: 120_000, max: 300_000 } },
    { figure: 'addition', tariff: 'tariff-baoshan-2017', key: 'travelOutsideCounty', value: { each: 30_000 } },
    { figure: 'addition', tariff: 'tariff-baoshan-2017', key: 'translation', value: { actualUpTo: 40_000 } },
  ]);
  const asked = {
    amount: 100_000,
    reason: '开庭两次',
    additions: [
      { key: 'travelOutsideCounty', units: 2, reason: '去外县' },
      { key: 'translation', amount: 50_000, reason: '彝语' },
      { key: 'complexCase', amount: 20_000, reason: '复杂' },
    ],
    deductions: [{ key: 'lateFile', amount: 10_000, reason: '迟交' }],
  };
  const base = 200_000;
  expect(reprice({ work, offer: offerOf(work), asked, amount: 200_000 }, law)).toBe(
    base + 60_000 + 40_000 + 40_000 - 20_000,
  );
});

test('staff paid by the treasury still receive their costs alone', () => {
  const own = { ...work, paidByTreasury: true };
  const asked = { additions: [{ key: 'translation', amount: 30_000, reason: '傣语' }], deductions: [] };
  expect(reprice({ work: own, offer: offerOf(own), asked, amount: 30_000 }, dearer)).toBe(30_000);
});

test('under the tariff that it was settled by, every subsidy is what it was', () => {
  const offer = offerOf(work);
  fc.assert(
    fc.property(
      fc.integer({ min: offer.band.min, max: offer.band.max }),
      fc.option(fc.integer({ min: 1, max: 15 }), { nil: undefined }),
      fc.option(fc.integer({ min: 1, max: 100_000 }), { nil: undefined }),
      fc.option(fc.integer({ min: 1, max: 1000 }), { nil: undefined }),
      (amount, days, cost, share) => {
        const asked = {
          amount,
          reason: '开庭',
          additions: [
            ...(days === undefined ? [] : [{ key: 'travelOutsideCounty', units: days, reason: '外县' }]),
            ...(cost === undefined ? [] : [{ key: 'translation', amount: cost, reason: '翻译' }]),
          ],
          deductions:
            share === undefined ? [] : [{ key: 'lateFile', amount: Math.floor((amount * share) / 5000), reason: '迟' }],
        };
        const computed = computeSubsidy({ ...tariffQuestion(work), ...asked });
        if (!computed.ok) throw new Error(JSON.stringify(computed.faults));
        expect(reprice({ work, offer, asked, amount: computed.value.amount }, lawOnFile())).toBe(computed.value.amount);
      },
    ),
  );
});
