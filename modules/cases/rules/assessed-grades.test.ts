import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AssessedGrade, assessedGrades, gradeText, qualityShare } from './assessed-grades.ts';

const anyGrades = fc.array(fc.constantFrom(...assessedGrades), { maxLength: 5 });

test.each<[readonly AssessedGrade[], number]>([
  [[], 0.5],
  [['pass'], 0.5],
  [['excellent'], 2 / 3],
  [['fail'], 1 / 3],
  [['excellent', 'excellent', 'excellent', 'excellent', 'excellent'], 6 / 7],
  [['good', 'fail'], 1.75 / 4],
])('%j gives %f', (grades, share) => {
  expect(qualityShare(grades)).toBeCloseTo(share);
});

test('never below nothing nor above everything, in whatever order; a better grade never gives less', () => {
  fc.assert(
    fc.property(anyGrades, fc.constantFrom(0, 1, 2), (grades, place) => {
      const share = qualityShare(grades);
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
      expect(qualityShare([...grades].reverse())).toBeCloseTo(share);
      const [better, worse] = [assessedGrades[place], assessedGrades[place + 1]];
      if (better === undefined || worse === undefined) throw new Error('no such pair');
      expect(qualityShare([...grades, better])).toBeGreaterThan(qualityShare([...grades, worse]));
    }),
  );
});

test('whoever was never assessed stands where those of ordinary work stand', () => {
  expect(qualityShare([])).toBe(qualityShare(['pass', 'pass', 'pass']));
  expect(gradeText([]).zh).toContain('按中等计');
  expect(gradeText(['good', 'fail', 'good'])).toEqual({
    zh: '最近评估 3 件：良好 2、不合格 1',
    en: 'Last 3 assessed: good 2, fail 1',
  });
});
