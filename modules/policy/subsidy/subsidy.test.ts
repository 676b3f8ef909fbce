import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileLaw } from '../law/law.ts';
import { lawOnFile } from '../law/on-file.ts';
import { subsidyKinds } from '../law/tariff-schema.ts';
import { computeSubsidy } from './compute-subsidy.ts';
import { proposeSubsidy } from './propose-subsidy.ts';

const kind = fc.constantFrom(...subsidyKinds);
const closedOn = fc.constantFrom('2010-05-04', '2016-12-31', '2017-01-01', '2021-12-31', '2022-01-01', '2026-11-24');

test('whatever is proposed, what is granted lies in the band, in whole fen, and the lines add up', () => {
  const adjustment = fc.record({
    key: fc.constantFrom(
      'travelOutsideCounty',
      'translation',
      'severalRecipients',
      'complexCase',
      'lateFile',
      'endedEarly',
      'bonus',
    ),
    units: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
    amount: fc.option(fc.integer({ min: -10, max: 120_000 }), { nil: undefined }),
    reason: fc.constantFrom('有票据', ''),
  });
  fc.assert(
    fc.property(
      fc.record({
        kind,
        closedOn,
        region: fc.constantFrom('530502', '530581', '530102'),
        handlerPaidByTreasury: fc.boolean(),
        amount: fc.option(fc.integer({ min: 0, max: 200_000 }), { nil: undefined }),
        reason: fc.constantFrom('开庭两次', ' '),
        additions: fc.array(adjustment, { maxLength: 2 }),
        deductions: fc.array(adjustment, { maxLength: 2 }),
      }),
      (input) => {
        const answer = computeSubsidy(input);
        if (!answer.ok) {
          expect(answer.faults.length).toBeGreaterThan(0);
          return;
        }
        const { amount, lines, band } = answer.value;
        const [base] = lines;
        expect(Number.isInteger(amount) && amount >= 0).toBe(true);
        expect(lines.reduce((sum, line) => sum + line.amountFen, 0)).toBe(amount);
        expect((base?.amountFen ?? -1) >= band.min && (base?.amountFen ?? 0) <= band.max).toBe(true);
        if (input.handlerPaidByTreasury) expect(base?.amountFen).toBe(0);
      },
    ),
    { numRuns: 2000 },
  );
});

test('the offer says what the screen must mark: unverified, tax free since 2022, nothing but direct costs for treasury staff', () => {
  const offer = (on: string, handlerPaidByTreasury = false) => {
    const answer = proposeSubsidy({ kind: 'civil', closedOn: on, region: '530521', handlerPaidByTreasury });
    if (!answer.ok) throw new Error(JSON.stringify(answer.faults));
    return answer.value;
  };
  expect(offer('2026-11-24')).toMatchObject({
    tariffKey: 'tariff-baoshan-2017',
    verified: false,
    taxFree: true,
    band: { min: 60_000, max: 150_000 },
  });
  expect(offer('2021-12-31').taxFree).toBe(false);
  const treasury = offer('2026-11-24', true);
  expect(treasury.band).toMatchObject({ min: 0, max: 0 });
  expect(treasury.additions.every(({ directCost }) => directCost)).toBe(true);
  expect(treasury.deductions).toEqual([]);
});

test('a tariff that goes by the day of designation asks for that day', () => {
  const law = compileLaw(
    lawOnFile().packs.map((pack) =>
      pack.tariff ? { ...pack, tariff: { ...pack.tariff, datedBy: 'designatedOn' as const } } : pack,
    ),
  );
  const ask = { kind: 'civil', region: '530521', closedOn: '2017-03-01' } as const;
  const missing = proposeSubsidy(ask, law);
  expect(missing.ok ? [] : missing.faults.map(({ pointer }) => pointer)).toEqual(['/designatedOn']);
  const found = proposeSubsidy({ ...ask, designatedOn: '2016-12-30' }, law);
  expect(found.ok && found.value.tariffKey).toBe('tariff-baoshan-2010');
});

test('a tariff by stages pays each stage by its own band', () => {
  const law = compileLaw(
    lawOnFile().packs.map((pack) =>
      pack.key === 'tariff-baoshan-2017' && pack.tariff
        ? {
            ...pack,
            tariff: {
              ...pack.tariff,
              bands: [
                {
                  key: 'a',
                  kinds: ['criminalDefence' as const],
                  stages: ['investigation' as const],
                  min: 1,
                  max: 2,
                  per: 'case' as const,
                  text: { zh: '侦查', en: 'a' },
                },
                {
                  key: 'b',
                  kinds: ['criminalDefence' as const],
                  stages: ['firstInstance' as const],
                  min: 3,
                  max: 4,
                  per: 'case' as const,
                  text: { zh: '一审', en: 'b' },
                },
              ],
            },
          }
        : pack,
    ),
  );
  const ask = { kind: 'criminalDefence', region: '530521', closedOn: '2026-11-24' } as const;
  const rule = (stage?: 'investigation' | 'firstInstance' | 'retrial') => {
    const answer = proposeSubsidy({ ...ask, stage }, law);
    return answer.ok ? answer.value.band.rule : answer.faults[0]?.code;
  };
  expect([rule('investigation'), rule('firstInstance'), rule('retrial'), rule()]).toEqual([
    'a',
    'b',
    'kindNotPaid',
    'kindNotPaid',
  ]);
});
