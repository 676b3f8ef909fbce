import { z } from 'zod';
import { aidFormText, matterClassText } from '../labels.ts';
import { aidForm, day, figure, line, matterClass, type Opinion, opinion, prose, reason } from '../schema.ts';
import { type Cell, cell, choices, label, row, t, table, tallRow, value } from './blocks.ts';
import { defineForm } from './form.ts';
import { chineseDate, figureText, groundLines, sheetOpening, signedBy } from './wording.ts';

const proposalText = {
  grant: '给予法律援助',
  refuse: '不予法律援助',
  provisional: '先行提供法律援助',
  terminate: '终止法律援助',
} as const;

/** 法律援助审批表: proposed by one, decided by another. */
export const approvalForm = defineForm({
  title: { zh: '法律援助审批表', en: 'Approval form' },
  version: 2,
  layout: 'sheet',
  numbering: { step: '审' },
  source: { citation: 'SF/T 0024-2017 §8（八）；《法律援助法》第四十三条', verified: false },
  body: z.strictObject({
    applicantName: line(100).min(1),
    identityNumber: line(40).optional(),
    matterClass,
    cause: line(120).min(1),
    aidForms: z.array(aidForm).max(9),
    receivedOn: day,
    decideBy: day.optional(),
    facts: prose(4000),
    assessment: z.strictObject({
      route: line(200),
      standard: figure.optional(),
      perCapitaIncome: figure.optional(),
      ruleSet: line(100).optional(),
      reasons: z.array(reason).max(40),
    }),
    proposal: z.enum(['grant', 'refuse', 'provisional', 'terminate']),
    review: opinion,
    approval: opinion,
  }),
  compose(b, head) {
    return [
      ...sheetOpening(head, '法律援助审批表'),
      table(
        [3.2, 6, 3, 6.8],
        [
          row(label('申 请 人'), value(b.applicantName), label('证件号码'), value(b.identityNumber)),
          row(label('案　　由'), value(b.cause), label('案件类型'), value(matterClassText[b.matterClass])),
          row(
            label('收到申请日期'),
            value(chineseDate(b.receivedOn)),
            label('决定期限'),
            value(chineseDate(b.decideBy)),
          ),
          row(label('援助形式'), value(b.aidForms.map((form) => aidFormText[form]).join('、'), { colSpan: 3 })),
          tallRow(36, label('基本案情'), value(b.facts, { colSpan: 3, align: 'justify', valign: 'top', indent: 2 })),
          row(
            label('审查情况'),
            cell(
              [
                t`审查路径：${b.assessment.route}${b.assessment.ruleSet ? `（适用：${b.assessment.ruleSet}）` : ''}`,
                ...(b.assessment.standard
                  ? [
                      t`经济困难标准：人均年收入${figureText(b.assessment.standard)}；申请人人均年收入：${figureText(b.assessment.perCapitaIncome)}`,
                    ]
                  : []),
                ...groundLines(b.assessment.reasons),
              ],
              { colSpan: 3, align: 'justify', valign: 'middle' },
            ),
          ),
          tallRow(42, label('审查人\n意　见'), opinionCell(b.review, t`拟：${choices(proposalText, [b.proposal])}`)),
          tallRow(42, label('负责人\n审批意见'), opinionCell(b.approval)),
        ],
      ),
    ];
  },
});

function opinionCell(o: Opinion, first?: Cell['content'][number]): Cell {
  return cell(
    [...(first ? [first] : []), ...(o.text ? o.text.split('\n').map((part) => t`${part}`) : [t``]), ...signedBy(o)],
    { colSpan: 3, align: 'justify', valign: 'middle', indent: 2 },
  );
}
