import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AffairEvent, affairLifecycles } from '../affair-lifecycles.ts';
import { feeGrounds } from '../affair-schema.ts';
import { affairFields, followFaults, hasCourtFee, suggestedFeeGrounds } from './affairs.ts';

const at = { openedOn: '2026-11-20', today: '2026-11-24', granted: null } as const;
const codes = (
  event: AffairEvent,
  told: Parameters<typeof followFaults>[1],
  where: Parameters<typeof followFaults>[2] = at,
) => followFaults(event, told, where).map(({ pointer, code }) => `${pointer} ${code}`);

describe('relief of the court fee', () => {
  test.each([
    ['civil', 'litigationRepresentation', true],
    ['administrative', 'litigationRepresentation', true],
    ['civil', 'labourArbitration', false],
    ['civil', 'nonLitigationRepresentation', false],
    ['stateCompensation', 'litigationRepresentation', false],
    ['criminal', 'criminalDefence', false],
  ] as const)('%s, %s: a fee is charged: %s', (matterClass, aidForm, expected) => {
    expect(hasCourtFee({ class: matterClass, aidForm })).toBe(expected);
  });

  test.each([
    ['labourPay', [], ['legalAid']],
    ['maintenance', ['woman'], ['maintenance', 'legalAid']],
    ['trafficInjury', ['socialAssistance'], ['socialAssistance', 'injury', 'legalAid']],
    [
      'socialInsurance',
      ['preferentialTreatment', 'socialAssistance'],
      ['socialAssistance', 'preferential', 'socialInsurance', 'legalAid'],
    ],
    [null, [], ['legalAid']],
  ] as const)('%s %j: %j', (cause, groups, expected) => {
    expect(suggestedFeeGrounds({ cause, groups })).toEqual(expected);
  });

  test('every ground names its article, and legal aid defers (art. 47, item 3)', () => {
    const article = { waived: '第四十五条', reduced: '第四十六条', deferred: '第四十七条' };
    for (const { relief, citation } of Object.values(feeGrounds)) expect(citation).toContain(article[relief]);
    expect(feeGrounds.legalAid).toMatchObject({ relief: 'deferred', citation: '第四十七条第三项' });
  });

  test.each([
    ['reduced by a third', { total: 30_000, amount: 10_000 }, []],
    ['by exactly thirty in a hundred', { total: 10_000, amount: 3_000 }, []],
    ['by less, unexplained', { total: 10_000, amount: 2_999 }, ['/words case.affair.belowLeast']],
    ['by less, with the court’s reason', { total: 10_000, amount: 2_999, words: '法院认为……' }, []],
    ['by all of it', { total: 10_000, amount: 10_000 }, ['/amount case.affair.reducedAll']],
    ['without figures', {}, ['/amount case.affair.amountMissing', '/total case.affair.totalMissing']],
  ])('%s', (_what, told, expected) => {
    expect(codes('reduceFee', told)).toEqual(expected);
  });
});

test.each([
  ['a refusal without its reason', 'refuseFee', {}, ['/words case.affair.wordsMissing']],
  ['an acknowledgement says what is to be done', 'acknowledge', {}, ['/words case.affair.wordsMissing']],
  ['a deferral that is over already', 'deferFee', { until: '2026-11-01' }, ['/until case.affair.untilBefore']],
  ['a day before the letter', 'deferFee', { on: '2026-11-19' }, ['/on case.affair.dateBefore']],
  ['tomorrow', 'deferFee', { on: '2026-11-25' }, ['/on case.dateInFuture']],
  ['money where none is asked', 'declineRelief', { words: '不符合', amount: 1 }, ['/amount case.affair.notAsked']],
])('%s', (_what, event, told, expected) => {
  expect(codes(event as AffairEvent, told)).toEqual(expected);
});

test('no more relief is paid out than was granted', () => {
  expect(codes('recordReliefPaid', { amount: 500_001 }, { ...at, granted: 500_000 })).toEqual([
    '/amount case.affair.paidMore',
  ]);
  expect(codes('recordReliefPaid', { amount: 500_000 }, { ...at, granted: 500_000 })).toEqual([]);
});

test('every event of the tables says what it asks for', () => {
  const events = Object.values(affairLifecycles).flatMap(({ states }) =>
    Object.values(states).flatMap(({ on }) => Object.keys(on)),
  );
  expect([...new Set(events)].sort()).toEqual(Object.keys(affairFields).sort());
});

test('whatever is told, it is taken only with all that is asked and nothing else; a reduction always lies within the fee', () => {
  const events = Object.keys(affairFields) as AffairEvent[];
  fc.assert(
    fc.property(
      fc.constantFrom(...events),
      fc.record(
        {
          amount: fc.integer({ min: 1, max: 2_000_000 }),
          total: fc.integer({ min: 1, max: 2_000_000 }),
          until: fc.constantFrom('2026-11-01', '2026-12-01'),
          words: fc.constantFrom('理由'),
        },
        { requiredKeys: [] },
      ),
      (event, told) => {
        if (followFaults(event, told, at).length > 0) return;
        const { needs, may } = affairFields[event];
        const given = Object.keys(told);
        expect(needs.every((field) => given.includes(field))).toBe(true);
        expect(given.every((field) => [...needs, ...may].includes(field as 'amount'))).toBe(true);
        if (event === 'reduceFee') {
          expect(told.amount).toBeLessThan(told.total ?? 0);
          if (told.words === undefined) expect((told.amount ?? 0) / (told.total ?? 1)).toBeGreaterThanOrEqual(0.3);
        }
      },
    ),
    { numRuns: 1000 },
  );
});
