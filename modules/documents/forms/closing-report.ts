import { z } from 'zod';
import { aidFormText, matterClassText, proceedingStageText } from '../labels.ts';
import {
  aidForm,
  day,
  fen,
  line,
  matterClass,
  type Opinion,
  opinion,
  printedHandler,
  proceedingStage,
  prose,
} from '../schema.ts';
import { type Cell, cell, choices, label, row, slot, t, table, tallRow, value } from './blocks.ts';
import { defineForm } from './form.ts';
import { chineseDate, sheetOpening, signedBy, yuan } from './wording.ts';

const outcomeText = {
  won: '请求全部支持',
  partlyWon: '请求部分支持',
  lost: '请求未获支持',
  settled: '和解',
  mediated: '调解',
  withdrawn: '撤诉（撤回）',
  opinionAdopted: '辩护（代理）意见被采纳',
  opinionPartlyAdopted: '辩护（代理）意见被部分采纳',
  opinionNotAdopted: '辩护（代理）意见未被采纳',
  terminated: '终止法律援助',
  other: '其他',
} as const;

/** 法律援助案件结案报告表, handed in with the file within thirty days of the closing date. */
export const closingReport = defineForm({
  title: { zh: '法律援助案件结案报告表', en: 'Closing report' },
  version: 2,
  layout: 'sheet',
  numbering: null,
  source: { citation: '《法律援助法》第五十条；《办理法律援助案件程序规定》第四十条', verified: false },
  body: z.strictObject({
    recipientName: line(100).min(1),
    matterClass,
    cause: line(120).min(1),
    aidForms: z.array(aidForm).min(1).max(9),
    stage: proceedingStage.optional(),
    handlingOrgan: line(120).optional(),
    handler: printedHandler,
    designatedOn: day.optional(),
    agreementSignedOn: day.optional(),
    closedOn: day,
    /** 结案事件 that fixes the closing date: receipt of the judgment, the indictment … */
    closingEvent: line(200),
    outcome: z.enum(Object.keys(outcomeText) as [keyof typeof outcomeText, ...(keyof typeof outcomeText)[]]),
    recovered: fen.optional(),
    work: z
      .strictObject({
        meetings: z.int().min(0).optional(),
        fileReviews: z.int().min(0).optional(),
        inquiries: z.int().min(0).optional(),
        hearings: z.int().min(0).optional(),
        serviceDays: z.number().min(0).optional(),
      })
      .optional(),
    summary: prose(8000),
    result: prose(4000),
    unitOpinion: opinion,
    centreOpinion: opinion,
  }),
  compose(b, head) {
    const w = b.work;
    const times = (n: number | undefined) => slot(n === undefined ? undefined : String(n), 2);
    return [
      ...sheetOpening(head, '法律援助案件结案报告表'),
      table(
        [3.2, 6.3, 3.2, 6.3],
        [
          row(label('受 援 人'), value(b.recipientName), label('案件类型'), value(matterClassText[b.matterClass])),
          row(
            label('案　　由'),
            value(b.cause),
            label('援助形式'),
            value(b.aidForms.map((form) => aidFormText[form]).join('、')),
          ),
          row(
            label('办案机关'),
            value(b.handlingOrgan),
            label('办案阶段'),
            value(b.stage && proceedingStageText[b.stage]),
          ),
          row(label('承办单位'), value(b.handler.unit), label('承 办 人'), value(b.handler.name)),
          row(
            label('指派日期'),
            value(chineseDate(b.designatedOn)),
            label('签订委托\n协议日期'),
            value(chineseDate(b.agreementSignedOn)),
          ),
          row(label('结案日期'), value(chineseDate(b.closedOn)), label('结案依据'), value(b.closingEvent)),
          row(
            label('工 作 量'),
            value(
              t`会见（约见）${times(w?.meetings)}次　阅卷${times(w?.fileReviews)}次　调查取证${times(w?.inquiries)}次　出庭${times(w?.hearings)}次　服务天数${times(w?.serviceDays)}天`,
              { colSpan: 3 },
            ),
          ),
          tallRow(
            44,
            label('案情及\n承办情况'),
            value(b.summary, { colSpan: 3, align: 'justify', valign: 'top', indent: 2 }),
          ),
          row(label('办理结果'), cell([choices(outcomeText, [b.outcome])], { colSpan: 3, valign: 'middle' })),
          tallRow(24, label('结果说明'), value(b.result, { colSpan: 3, align: 'justify', valign: 'top', indent: 2 })),
          row(
            label('挽回损失或者\n取得利益'),
            value(b.recovered === undefined ? undefined : `${yuan(b.recovered)}元`, { colSpan: 3 }),
          ),
          tallRow(20, label('承办单位\n意　　见'), signed(b.unitOpinion)),
          tallRow(20, label('法律援助\n机构意见'), signed(b.centreOpinion)),
        ],
      ),
    ];
  },
});

function signed(o: Opinion): Cell {
  return cell([o.text ? t`${o.text}` : t``, ...signedBy(o, '签名（印章）')], {
    colSpan: 3,
    align: 'justify',
    valign: 'middle',
    indent: 2,
  });
}
