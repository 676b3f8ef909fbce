import type { Words } from '../schema.ts';

/** 质量等级 of an assessed case (SF/T 0085-2020), best first. */
export const assessedGrades = ['excellent', 'good', 'pass', 'fail'] as const;
export type AssessedGrade = (typeof assessedGrades)[number];

/** Work as it should be is the middle; nobody is put behind for never having been drawn. */
const worth: Readonly<Record<AssessedGrade, number>> = { excellent: 1, good: 0.75, pass: 0.5, fail: 0 };
const middle = 0.5;
/** So many cases in the middle are counted with everybody's own, so that a single result does not decide. */
const assumed = 2;

const names: Readonly<Record<AssessedGrade, Words>> = {
  excellent: { zh: '优秀', en: 'excellent' },
  good: { zh: '良好', en: 'good' },
  pass: { zh: '合格', en: 'pass' },
  fail: { zh: '不合格', en: 'fail' },
};

/** From 0 to 1, drawn towards the middle where few cases were assessed. */
export function qualityShare(grades: readonly AssessedGrade[]): number {
  const sum = grades.reduce((total, grade) => total + worth[grade], assumed * middle);
  return sum / (grades.length + assumed);
}

/** What the share rests on. */
export function gradeText(grades: readonly AssessedGrade[]): Words {
  if (grades.length === 0)
    return { zh: '还没有案件经过质量评估，按中等计', en: 'No case assessed yet: counted as the middle' };
  const counted = assessedGrades
    .map((grade) => ({ grade, n: grades.filter((one) => one === grade).length }))
    .filter(({ n }) => n > 0);
  return {
    zh: `最近评估 ${grades.length} 件：${counted.map(({ grade, n }) => `${names[grade].zh} ${n}`).join('、')}`,
    en: `Last ${grades.length} assessed: ${counted.map(({ grade, n }) => `${names[grade].en} ${n}`).join(', ')}`,
  };
}
