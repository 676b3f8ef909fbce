import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faces } from '../schema.ts';
import { grades, sheetByKey, sheets } from '../sheets/index.ts';
import { type CaseRecord, prefill } from './prefill.ts';
import { gradeOf, type Scored, sheetFaults, totalOf } from './score.ts';

const civil = sheetByKey('civil-2021');
const record: CaseRecord = {
  limits: [
    { step: 'signAgreement', dueOn: '2026-01-10', kept: true },
    { step: 'submitFile', dueOn: '2026-05-10', kept: false },
  ],
  told: 2,
  file: { required: 8, present: 8, sentBack: 0 },
  face: 'satisfied',
};

const records: fc.Arbitrary<CaseRecord> = fc.record({
  limits: fc.array(
    fc.record({ step: fc.constant('submitFile'), dueOn: fc.constant('2026-01-01'), kept: fc.boolean() }),
    {
      maxLength: 6,
    },
  ),
  told: fc.nat(9),
  file: fc
    .record({ required: fc.nat(14), missing: fc.nat(14), sentBack: fc.nat(5) })
    .map(({ required, missing, sentBack }) => ({ required, present: Math.max(0, required - missing), sentBack })),
  face: fc.option(fc.constantFrom(...faces)),
});

describe('what the system proposes', () => {
  test.each<[string, Partial<CaseRecord>, number | null]>([
    ['limitsKept', {}, 5],
    ['limitsKept', { limits: [] }, null],
    ['progressTold', {}, 5],
    ['progressTold', { told: 1 }, 3],
    ['progressTold', { told: 0 }, 0],
    ['filePapers', {}, 10],
    ['filePapers', { file: { required: 8, present: 6, sentBack: 1 } }, 5],
    ['filePapers', { file: { required: 8, present: 0, sentBack: 3 } }, 0],
    ['satisfaction', {}, 4],
    ['satisfaction', { face: null }, null],
    ['satisfaction', { face: 'veryDissatisfied' }, 0],
  ])('%s with %j: %s', (key, change, points) => {
    expect(prefill(civil, { ...record, ...change })[key]?.points).toBe(points);
  });

  test('is within the item’s points, and absent only where the item may not apply', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sheets), records, (sheet, facts) => {
        const proposed = prefill(sheet, facts);
        for (const item of sheet.items) {
          const proposal = proposed[item.key];
          expect(proposal !== undefined).toBe(item.prefilled !== null);
          if (proposal === undefined) continue;
          if (proposal.points === null) expect(item.mayNotApply).toBe(true);
          else expect(proposal.points >= 0 && proposal.points <= item.max).toBe(true);
        }
      }),
    );
  });
});

const filled = (change: Readonly<Record<string, Partial<Scored>>> = {}): readonly Scored[] => {
  const proposed = prefill(civil, record);
  return civil.items.map(({ key, max }) => {
    const proposal = proposed[key];
    return { key, points: proposal === undefined ? max : proposal.points, reason: '', ...change[key] };
  });
};

describe('a sheet that is handed in', () => {
  const proposed = prefill(civil, record);
  const faultsOf = (scored: readonly Scored[], vetoes: readonly string[] = []): string[] =>
    sheetFaults(civil, proposed, scored, vetoes).map(({ pointer, code }) => `${pointer} ${code}`);

  test('whole and as proposed, it is taken', () => {
    expect(faultsOf(filled(), ['tookMoney'])).toEqual([]);
  });

  test.each<[string, readonly Scored[], string]>([
    ['a line is missing', filled().slice(1), '/scores/metRecipient quality.lineMissing'],
    [
      'a line that no sheet has',
      [...filled(), { key: 'style', points: 1, reason: '' }],
      '/scores/style quality.lineUnknown',
    ],
    ['a line twice', [...filled(), ...filled().slice(0, 1)], '/scores quality.lineTwice'],
    ['too many points', filled({ argument: { points: 13 } }), '/scores/argument quality.pointsBeyond'],
    ['fewer than none', filled({ argument: { points: -1 } }), '/scores/argument quality.pointsBeyond'],
    [
      'left out where it always applies',
      filled({ argument: { points: null, reason: '没有' } }),
      '/scores/argument quality.mustApply',
    ],
    ['left out without a reason', filled({ atHearing: { points: null } }), '/scores/atHearing quality.reasonMissing'],
    [
      'other than proposed, without a reason',
      filled({ satisfaction: { points: 1 } }),
      '/scores/satisfaction quality.reasonMissing',
    ],
  ])('%s', (_title, scored, told) => {
    expect(faultsOf(scored)).toEqual([told]);
  });

  test('other than proposed, with a reason, is taken; an unknown veto is not', () => {
    expect(faultsOf(filled({ satisfaction: { points: 1, reason: '评价针对的是法院' } }))).toEqual([]);
    expect(faultsOf(filled(), ['late'])).toEqual(['/vetoes quality.lineUnknown']);
  });
});

describe('total and grade', () => {
  test('what does not apply is taken out of the whole', () => {
    expect(totalOf(civil, filled({ limitsKept: { points: 10 }, satisfaction: { points: 5 } }))).toBe(1000);
    const without = filled({ limitsKept: { points: 10 }, satisfaction: { points: 5 }, atHearing: { points: null } });
    expect(totalOf(civil, without)).toBe(1000);
    // 12 of 88 points lost.
    expect(
      totalOf(
        civil,
        without.map((l) => (l.key === 'argument' ? { ...l, points: 0 } : l)),
      ),
    ).toBe(864);
    expect(totalOf(civil, [])).toBe(0);
  });

  test.each([
    [1000, 'excellent'],
    [900, 'excellent'],
    [899, 'good'],
    [800, 'good'],
    [799, 'pass'],
    [600, 'pass'],
    [599, 'fail'],
    [0, 'fail'],
  ])('%i tenths: %s', (tenths, grade) => {
    expect(gradeOf(civil, tenths, false)).toBe(grade);
    expect(gradeOf(civil, tenths, true)).toBe('fail');
  });

  test('the total lies between 0 and 100, and more points never make a worse grade', () => {
    const lines = fc.tuple(...civil.items.map(({ max }) => fc.option(fc.integer({ min: 0, max }))));
    fc.assert(
      fc.property(lines, fc.nat(), (points, at) => {
        const scored = civil.items.map(({ key }, i) => ({ key, points: points[i] ?? null, reason: '' }));
        const total = totalOf(civil, scored);
        expect(total >= 0 && total <= 1000).toBe(true);
        const i = at % civil.items.length;
        const item = civil.items[i];
        const line = scored[i];
        if (item === undefined || line?.points === null || line === undefined || line.points === item.max) return;
        const better = scored.map((l, n) => (n === i ? { ...l, points: (l.points ?? 0) + 1 } : l));
        expect(totalOf(civil, better)).toBeGreaterThan(total);
        expect(grades.indexOf(gradeOf(civil, totalOf(civil, better), false))).toBeLessThanOrEqual(
          grades.indexOf(gradeOf(civil, total, false)),
        );
      }),
    );
  });
});
