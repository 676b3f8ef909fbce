import { z } from 'zod';
import { day, line, prose } from '../schema.ts';
import { bold, paragraph, salutation, t, unverifiedMark } from './blocks.ts';
import { defineForm } from './form.ts';
import { chineseDate, opening, ordinal, sealed, withoutStop } from './wording.ts';

const gradeText = { excellent: '优秀', good: '良好', pass: '合格', fail: '不合格' } as const;

/**
 * 案件质量评估结果告知书, to the handler and the unit. No published form was found; the wording follows the steps of the assessment. The
 * recipient is not named: the case's number is enough for whoever handled it.
 */
export const assessmentResult = defineForm({
  title: { zh: '法律援助案件质量评估结果告知书', en: 'Result of the assessment of a case' },
  version: 1,
  layout: 'letter',
  numbering: { step: '评', word: '' },
  source: { citation: '《法律援助法》第五十七条、第五十九条；SF/T 0085-2020', verified: false },
  body: z.strictObject({
    unit: line(120).min(1),
    handlerName: line(100).min(1),
    caseNumber: line(80).min(1),
    planTitle: line(60).min(1),
    sheetName: line(120).min(1),
    /** True for the result of a second assessment (复评). */
    again: z.boolean(),
    reviewers: z.int().min(2).max(3),
    /** Points as printed, one digit after the stop. */
    points: line(10).min(1),
    grade: z.enum(['excellent', 'good', 'pass', 'fail']),
    vetoes: z.array(line(200).min(1)).max(20),
    opinions: z.array(prose(2000).min(1)).max(3),
    /** Until when another assessment may be asked for. */
    askBy: day.optional(),
  }),
  compose(b, head) {
    return [
      ...opening(head, '法律援助案件质量评估结果告知书'),
      salutation(t`${b.unit}、${b.handlerName}：`),
      paragraph(
        t`根据《法律援助法》第五十七条、第五十九条的规定，本机构在“${b.planTitle}”中抽取了你单位${b.handlerName}承办的${b.caseNumber}案件，由${b.reviewers}名评审员按《${b.sheetName}》独立评审${b.again ? '（复评）' : ''}。`,
      ),
      paragraph(t`评估结果：${bold(`${b.points}分，${gradeText[b.grade]}`)}（等次分数${unverifiedMark(false)}）。`),
      ...(b.vetoes.length === 0 ? [] : [paragraph(t`有一票否决情形：${b.vetoes.join('；')}。`)]),
      ...b.opinions.map((text, i) => paragraph(t`（${ordinal(i)}）评审意见：${withoutStop(text)}。`)),
      paragraph(
        b.askBy === undefined
          ? '本结果为复评结果。'
          : t`对结果有不同意见的，承办人可以在${bold(chineseDate(b.askBy) ?? '')}前申请复评一次，并说明理由。`,
      ),
      ...(b.grade === 'fail' ? [paragraph('结果不合格的，本机构将另行通知整改。')] : []),
      sealed(head),
    ];
  },
});
