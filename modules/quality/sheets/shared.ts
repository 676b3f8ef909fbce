import type { ScoreSheet, SheetItem, VetoItem } from './sheet.ts';

/* What both sheets share: the items that the system works out, the vetoes, and the figures of the office. */

/** Prefilled from the case: 30 of 100 points. */
export const workedOut: readonly SheetItem[] = [
  {
    key: 'filePapers',
    stage: 'documents',
    name: { zh: '卷宗材料齐全、规范', en: 'The file is complete and in order' },
    max: 10,
    basis: 'known',
    citation: '《办理法律援助案件程序规定》第四十条',
    mayNotApply: false,
    prefilled: 'papers',
  },
  {
    key: 'limitsKept',
    stage: 'timeLimits',
    name: { zh: '遵守办案期限', en: 'Time limits were kept' },
    max: 10,
    basis: 'found',
    citation: '《法律援助法》第十九条；《办理法律援助案件程序规定》',
    mayNotApply: true,
    prefilled: 'limits',
  },
  {
    key: 'progressTold',
    stage: 'timeLimits',
    name: { zh: '按规定向受援人通报办理情况', en: 'The recipient was told how the matter goes' },
    max: 5,
    basis: 'found',
    citation: '《法律援助法》第四十六条第二款',
    mayNotApply: false,
    prefilled: 'progress',
  },
  {
    key: 'satisfaction',
    stage: 'satisfaction',
    name: { zh: '受援人满意度', en: 'What the recipient said' },
    max: 5,
    basis: 'known',
    citation: '《法律援助法》第五十九条',
    mayNotApply: true,
    prefilled: 'satisfaction',
  },
];

export const vetoes: readonly VetoItem[] = [
  {
    key: 'tookMoney',
    name: { zh: '向受援人收取财物', en: 'Took money or goods from the recipient' },
    basis: 'found',
    citation: '《法律援助法》第二十条',
  },
  {
    key: 'brokeConfidence',
    name: { zh: '泄露办案中知悉的秘密或者个人隐私', en: 'Gave away secrets or private matters learnt in the case' },
    basis: 'found',
    citation: '《法律援助法》第二十一条',
  },
  {
    key: 'abandoned',
    name: {
      zh: '无正当理由拒绝、拖延或者终止提供服务',
      en: 'Refused, delayed or ended the service without good reason',
    },
    basis: 'found',
    citation: '《法律援助法》第四十六条',
  },
  {
    key: 'missedTerm',
    name: { zh: '因过错错过起诉、上诉、举证等期限', en: 'Missed a time limit of the proceeding through own fault' },
    basis: 'uncertain',
    citation: '待核实',
  },
  {
    key: 'falsePapers',
    name: { zh: '卷宗材料弄虚作假', en: 'Papers of the file are false' },
    basis: 'uncertain',
    citation: '待核实',
  },
];

/** 90、80、60 分的等次, the ten points between two reviewers and the centre's own days are practice elsewhere, not text that was read. */
export const officeFigures = {
  thresholds: { excellent: 90, good: 80, pass: 60 },
  gap: 10,
  days: { review: 20, reassessment: 10, rectification: 30 },
  basis: {
    method: 'found',
    stages: 'known',
    points: 'uncertain',
    thresholds: 'uncertain',
    gap: 'uncertain',
    days: 'uncertain',
  },
} as const satisfies Pick<ScoreSheet, 'thresholds' | 'gap' | 'days' | 'basis'>;

/** An item that only a reviewer can judge. */
export const judged = (
  key: string,
  stage: SheetItem['stage'],
  max: number,
  zh: string,
  en: string,
  mayNotApply = false,
): SheetItem => ({
  key,
  stage,
  name: { zh, en },
  max,
  basis: 'known',
  citation: 'SF/T 0085-2020（条文未读）',
  mayNotApply,
  prefilled: null,
});
