import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sheetByKey } from '../sheets/index.ts';
import { agreementOf } from './agreement.ts';
import { gradeOf } from './score.ts';
import { type Judgement, needsThird, settle } from './settle.ts';

const sheet = sheetByKey('civil-2021');
const of = (tenths: number, vetoed = false): Judgement => ({ tenths, vetoed });
const judgements: fc.Arbitrary<Judgement> = fc.record({
  tenths: fc.integer({ min: 0, max: 1000 }),
  vetoed: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});

describe('whether a third review follows', () => {
  test.each<[string, Judgement, Judgement, boolean]>([
    ['same grade, near', of(850), of(830), false],
    ['same grade, ten points apart', of(700), of(600), false],
    ['same grade, more than ten apart', of(750), of(640), true],
    ['another grade by a tenth', of(800), of(799), true],
    ['both with a veto, near', of(850, true), of(840, true), false],
    ['one veto of two, both below the line', of(500, true), of(500), true],
  ])('%s', (_title, a, b, third) => {
    expect(needsThird(sheet, a, b)).toBe(third);
    expect(needsThird(sheet, b, a)).toBe(third);
  });
});

describe('the result', () => {
  test.each<[string, readonly Judgement[], object]>([
    ['of two, the mean', [of(850), of(830)], { tenths: 840, grade: 'good', rule: 'mean' }],
    ['of three, the two nearest', [of(700), of(920), of(900)], { tenths: 910, grade: 'excellent', rule: 'nearest' }],
    ['of three, equally near, the middle one', [of(900), of(700), of(800)], { tenths: 800, rule: 'middle' }],
    ['one veto of three does not hold', [of(850, true), of(840), of(860)], { grade: 'good', vetoed: false }],
    ['two of three hold', [of(850, true), of(840), of(860, true)], { grade: 'fail', vetoed: true, rule: 'veto' }],
    ['both of two hold', [of(950, true), of(940, true)], { tenths: 945, grade: 'fail', rule: 'veto' }],
  ])('%s', (_title, given, expected) => {
    expect(settle(sheet, given)).toMatchObject(expected);
  });

  const twoOrThree = fc.array(judgements, { minLength: 2, maxLength: 3 });
  test('does not depend on the order of the reviewers, and lies between the lowest and the highest', () => {
    fc.assert(
      fc.property(twoOrThree, (given) => {
        const result = settle(sheet, given);
        expect(settle(sheet, [...given].reverse())).toEqual(result);
        const all = given.map(({ tenths }) => tenths);
        expect(result.tenths).toBeGreaterThanOrEqual(Math.min(...all));
        expect(result.tenths).toBeLessThanOrEqual(Math.max(...all));
        expect(result.grade).toBe(gradeOf(sheet, result.tenths, result.vetoed));
      }),
    );
  });

  test('of two that agree it has the grade that both gave', () => {
    fc.assert(
      fc.property(judgements, judgements, (a, b) => {
        fc.pre(!needsThird(sheet, a, b));
        expect(settle(sheet, [a, b]).grade).toBe(gradeOf(sheet, a.tenths, a.vetoed));
      }),
    );
  });

  test('of three no pair lies nearer together than the pair that it is the mean of', () => {
    fc.assert(
      fc.property(judgements, judgements, judgements, (a, b, c) => {
        const result = settle(sheet, [a, b, c]);
        fc.pre(result.rule === 'nearest');
        const pairs = [
          [a, b],
          [b, c],
          [a, c],
        ] as const;
        const nearest = Math.min(...pairs.map(([x, y]) => Math.abs(x.tenths - y.tenths)));
        expect(
          pairs.some(
            ([x, y]) =>
              Math.abs(x.tenths - y.tenths) === nearest && Math.round((x.tenths + y.tenths) / 2) === result.tenths,
          ),
        ).toBe(true);
      }),
    );
  });
});

describe('how far reviewers agree', () => {
  const pair = (a: number, b: number) => ({ a, b, sameGrade: gradeOf(sheet, a, false) === gradeOf(sheet, b, false) });

  test('without a distance within a case the coefficient is 1; with as much within as between it is low', () => {
    const alike = [600, 700, 800, 900, 950].map((x) => pair(x, x));
    expect(agreementOf(alike)).toEqual({ pairs: 5, sameGrade: 5, meanGap: 0, icc: 100 });
    const apart = [pair(600, 900), pair(900, 600), pair(600, 900), pair(900, 600), pair(600, 900)];
    expect(agreementOf(apart)).toMatchObject({ sameGrade: 0, meanGap: 300, icc: -100 });
  });

  test('an example worked out by hand', () => {
    // Means 80.5, 87, 65, 92.5, 73.5 with m = 79.7; MSB = 2 × 464.3 / 4 = 232.15; MSW = (1 + 4 + 4 + 25 + 9) / 10 = 4.3.
    const pairs = [pair(800, 810), pair(860, 880), pair(640, 660), pair(900, 950), pair(720, 750)];
    expect(agreementOf(pairs)).toEqual({ pairs: 5, sameGrade: 5, meanGap: 26, icc: 96 });
  });

  test('too few cases, or all alike, have none', () => {
    expect(agreementOf([])).toEqual({ pairs: 0, sameGrade: 0, meanGap: 0, icc: null });
    expect(agreementOf(Array(4).fill(pair(800, 700))).icc).toBeNull();
    expect(agreementOf(Array(5).fill(pair(800, 800))).icc).toBeNull();
  });

  test('which of the two was first makes no difference, and it never passes 1', () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 })), {
      minLength: 5,
      maxLength: 30,
    });
    fc.assert(
      fc.property(pairs, (given) => {
        const one = agreementOf(given.map(([a, b]) => pair(a, b)));
        expect(agreementOf(given.map(([a, b]) => pair(b, a)))).toEqual(one);
        expect(Math.abs(one.icc ?? 0)).toBeLessThanOrEqual(100);
      }),
    );
  });
});
