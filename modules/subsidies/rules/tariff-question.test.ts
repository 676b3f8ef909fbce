import { describe, expect, test } from 'vitest';
import { computeSubsidy, proposeSubsidy } from '../../policy/index.ts';
import { type PaidWork, tariffQuestion } from './tariff-question.ts';

const wages: PaidWork = {
  tenant: '530502',
  class: 'civil',
  aidForm: 'litigationRepresentation',
  stage: null,
  designatedOn: '2026-09-01',
  closedOn: '2026-11-10',
  paidByTreasury: false,
};

const band = (work: Partial<PaidWork>) => {
  const offer = proposeSubsidy(tariffQuestion({ ...wages, ...work }));
  return offer.ok ? [offer.value.band.min, offer.value.band.max] : offer.faults.map((f) => f.code);
};

describe('what the tariff of Baoshan offers for a case', () => {
  test.each<[string, Partial<PaidWork>, number[]]>([
    ['a civil suit', {}, [60_000, 150_000]],
    ['an administrative suit', { class: 'administrative' }, [60_000, 150_000]],
    ['state compensation', { class: 'stateCompensation' }, [60_000, 150_000]],
    ['labour arbitration', { aidForm: 'labourArbitration' }, [60_000, 150_000]],
    [
      'defence at first instance',
      { class: 'criminal', aidForm: 'criminalDefence', stage: 'firstInstance' },
      [30_000, 80_000],
    ],
    ['for staff paid by the treasury, nothing but their costs', { paidByTreasury: true }, [0, 0]],
  ])('%s', (_title, work, expected) => {
    expect(band(work)).toEqual(expected);
  });

  test('an amount outside the band is refused by the tariff itself', () => {
    const computed = computeSubsidy({ ...tariffQuestion(wages), amount: 150_001, reason: '案情复杂' });
    expect(computed).toMatchObject({ ok: false, faults: [{ pointer: '/amount', code: 'outsideBand' }] });
  });
});
