import { ordinal, withoutStop } from '../../forms/wording.ts';
import { type Letter, mark, may, must, paragraphOf } from './spec.ts';

/* 评估结果告知书: what was found stands in paragraphs that the form words by itself. */

const course = ['根据《法律援助法》第五十七条'] as const;
const result = ['评估结果：'] as const;
const vetoed = ['有一票否决情形：'] as const;
const again = ['本结果为复评结果', '对结果有不同意见的'] as const;
const rectify = ['结果不合格的'] as const;

export const assessmentResult: Letter<'assessmentResult'> = {
  fields: {
    承办单位: must('承办单位', 'The unit that handled the case', (b) => b.unit),
    承办人: must('承办人姓名', 'The handler', (b) => b.handlerName),
    评估经过: must(
      '依据、评估计划、案件编号和评分表的整段文字',
      'The articles, the plan, the case and the sheet, as a paragraph',
      paragraphOf('assessmentResult', course),
    ),
    评估结果: must('得分和等次的整句', 'Points and grade, as a sentence', paragraphOf('assessmentResult', result)),
    一票否决: may('一票否决情形的整句，没有时为空', 'Vetoes, as a sentence', paragraphOf('assessmentResult', vetoed)),
    评审意见: must('评审员的意见，每人一行', 'What the reviewers wrote, one a line', (b) =>
      b.opinions.map((text, i) => `（${ordinal(i)}）评审意见：${withoutStop(text)}。`).join('\n'),
    ),
    复评: must(
      '申请复评的期限，或者本结果为复评结果，整句',
      'Until when another assessment may be asked for, as a sentence',
      paragraphOf('assessmentResult', again),
    ),
    整改: may(
      '结果不合格时“另行通知整改”的整句',
      'That rectification follows, where it does',
      paragraphOf('assessmentResult', rectify),
    ),
  },
  start: () => ({
    unit: '{承办单位}',
    handlerName: '{承办人}',
    caseNumber: mark,
    planTitle: mark,
    sheetName: mark,
    again: false,
    reviewers: 2,
    points: '0.0',
    grade: 'fail',
    vetoes: [mark],
    opinions: [mark],
  }),
  words: [[`（一）评审意见：${mark}。`, '{评审意见}']],
  whole: { 评估经过: course, 评估结果: result, 一票否决: vetoed, 复评: again, 整改: rectify },
};
