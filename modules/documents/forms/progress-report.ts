import { z } from 'zod';
import { proceedingStageText } from '../labels.ts';
import { day, line, printedHandler, proceedingStage, prose } from '../schema.ts';
import { headerRow, label, note, row, table, tallRow, value } from './blocks.ts';
import { defineForm } from './form.ts';
import { chineseDate, sheetOpening } from './wording.ts';

/** 法律援助案件办理情况通报（报告）记录: what was done, and that the recipient was told (art. 46). */
export const progressReport = defineForm({
  title: { zh: '法律援助案件办理情况通报记录', en: 'Progress report' },
  version: 1,
  layout: 'sheet',
  numbering: null,
  source: { citation: '《法律援助法》第四十六条第二款；《办理法律援助案件程序规定》第三十五条', verified: false },
  body: z.strictObject({
    recipientName: line(100).min(1),
    cause: line(120).min(1),
    stage: proceedingStage.optional(),
    handler: printedHandler,
    entries: z
      .array(z.strictObject({ on: day, kind: line(60), text: prose(4000), informedBy: line(80).optional() }))
      .min(1)
      .max(200),
    /** 重大事项报告: serious doubt on key evidence or law, group incident, major influence. */
    majorMatter: prose(2000).optional(),
    nextStep: prose(1000).optional(),
  }),
  compose(b, head) {
    return [
      ...sheetOpening(head, '法律援助案件办理情况通报记录'),
      table(
        [3, 6.5, 3, 6.5],
        [
          row(label('受 援 人'), value(b.recipientName), label('案　　由'), value(b.cause)),
          row(label('承 办 人'), value(b.handler.name), label('承办单位'), value(b.handler.unit)),
          row(
            label('所处阶段'),
            value(b.stage && proceedingStageText[b.stage]),
            label('填报日期'),
            value(chineseDate(head.issuedOn)),
          ),
        ],
      ),
      table(
        [3.6, 2.6, 9.4, 3.4],
        [
          headerRow('日　期', '事　项', '办理情况', '通报受援人方式'),
          ...b.entries.map((entry) =>
            row(
              value(chineseDate(entry.on), { align: 'center' }),
              value(entry.kind, { align: 'center' }),
              value(entry.text, { align: 'justify' }),
              value(entry.informedBy, { align: 'center' }),
            ),
          ),
        ],
      ),
      table(
        [3, 16],
        [
          tallRow(16, label('重大事项\n报　　告'), value(b.majorMatter, { align: 'justify' })),
          tallRow(16, label('下步工作'), value(b.nextStep, { align: 'justify' })),
          row(label('承 办 人\n签　　名'), value(undefined)),
        ],
      ),
      note(
        '说明：主要证据认定、适用法律等方面存在重大疑义，涉及群体性事件，有重大社会影响或者其他复杂情形的，应当向法律援助机构报告。',
      ),
    ];
  },
});
