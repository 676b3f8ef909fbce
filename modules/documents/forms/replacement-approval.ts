import { z } from 'zod';
import { day, line, type Opinion, opinion, printedHandler, prose } from '../schema.ts';
import { type Cell, cell, choices, label, row, slot, t, table, tallRow, value } from './blocks.ts';
import { defineForm } from './form.ts';
import { chineseDate, sheetOpening, signedBy } from './wording.ts';

const askedByText = { recipient: '受援人', handler: '承办人员' } as const;
const outcomeText = { replace: '同意更换', keep: '不予更换' } as const;

/** 更换法律援助人员审批表 (no. 16 of the forms of 2023): who asks and why, and what the centre decides. */
export const replacementApproval = defineForm({
  title: { zh: '更换法律援助人员审批表', en: 'Approval form for a replacement' },
  version: 2,
  layout: 'sheet',
  numbering: null,
  source: { citation: '《法律援助法》第五十五条；法律援助文书格式（2023年11月10日）第16号', verified: false },
  body: z.strictObject({
    recipientName: line(100).min(1),
    cause: line(120).min(1),
    formerHandler: printedHandler,
    designatedOn: day.optional(),
    askedBy: z.enum(['recipient', 'handler']),
    receivedOn: day,
    decideBy: day.optional(),
    ground: line(100).min(1),
    facts: prose(2000),
    outcome: z.enum(['replace', 'keep']),
    approval: opinion,
  }),
  compose(b, head) {
    return [
      ...sheetOpening(head, '更换法律援助人员审批表'),
      table(
        [3.4, 5.8, 3.2, 6.6],
        [
          row(label('受 援 人'), value(b.recipientName), label('案件编号'), value(head.matterNumber)),
          row(label('案　　由'), value(b.cause, { colSpan: 3 })),
          row(label('原承办人员'), value(b.formerHandler.name), label('承办单位'), value(b.formerHandler.unit)),
          row(
            label('指派日期'),
            value(chineseDate(b.designatedOn)),
            label('提 出 人'),
            value(choices(askedByText, [b.askedBy])),
          ),
          row(label('收到日期'), value(chineseDate(b.receivedOn)), label('决定期限'), value(chineseDate(b.decideBy))),
          row(label('更换事由'), value(b.ground, { colSpan: 3 })),
          tallRow(
            52,
            label('具体情况\n及证明材料'),
            cell([...b.facts.split('\n').map((part) => t`${part}`), t`提出人签名：${slot(undefined, 8)}`], {
              colSpan: 3,
              align: 'justify',
              valign: 'middle',
              indent: 2,
            }),
          ),
          tallRow(44, label('负责人\n审批意见'), opinionCell(b.approval, choices(outcomeText, [b.outcome]))),
        ],
      ),
    ];
  },
});

function opinionCell(o: Opinion, first: Cell['content'][number]): Cell {
  return cell([first, ...(o.text ? o.text.split('\n').map((part) => t`${part}`) : [t``]), ...signedBy(o)], {
    colSpan: 3,
    align: 'justify',
    valign: 'middle',
    indent: 2,
  });
}
