import { z } from 'zod';
import { day, fen, line, opinion, printedHandler, prose } from '../schema.ts';
import { cell, headerRow, label, note, row, t, table, tallRow, unverifiedMark, value } from './blocks.ts';
import { defineForm } from './form.ts';
import { chineseDate, sheetOpening, signedBy, yuan, yuanInWords } from './wording.ts';

/** 法律援助补贴发放审批表, with the trace from tariff to amount. */
export const subsidySheet = defineForm({
  title: { zh: '法律援助补贴发放审批表', en: 'Subsidy approval sheet' },
  version: 2,
  layout: 'sheet',
  numbering: { step: '贴' },
  source: { citation: '《法律援助法》第五十二条', verified: true },
  body: z.strictObject({
    recipientName: line(100).min(1),
    cause: line(120).min(1),
    handler: printedHandler,
    closedOn: day,
    fileAcceptedOn: day,
    tariff: z.strictObject({ name: line(200), citation: line(200), effectiveFrom: day, verified: z.boolean() }),
    lines: z
      .array(
        z.strictObject({
          item: line(200).min(1),
          quantity: line(40).optional(),
          unitAmount: fen.optional(),
          amount: fen,
          reason: prose(500).optional(),
        }),
      )
      .min(1)
      .max(40),
    total: fen,
    fundSource: line(120).optional(),
    payee: z.strictObject({ name: line(120), bank: line(120).optional(), account: line(60).optional() }).optional(),
    /** 计算过程: one step a line, from the facts through the tariff to the total. */
    trace: z.array(line(300)).max(40),
    handlerConfirmed: opinion,
    reviewed: opinion,
    approved: opinion,
  }),
  compose(b, head) {
    return [
      ...sheetOpening(head, '法律援助补贴发放审批表'),
      table(
        [3.2, 6.3, 3.2, 6.3],
        [
          row(label('受 援 人'), value(b.recipientName), label('案　　由'), value(b.cause)),
          row(label('承 办 人'), value(b.handler.name), label('承办单位'), value(b.handler.unit)),
          row(
            label('结案日期'),
            value(chineseDate(b.closedOn)),
            label('卷宗验收日期'),
            value(chineseDate(b.fileAcceptedOn)),
          ),
          row(
            label('适用标准'),
            value(
              t`${b.tariff.name}（${b.tariff.citation}，自${chineseDate(b.tariff.effectiveFrom)}起施行）${unverifiedMark(b.tariff.verified)}`,
              { colSpan: 3 },
            ),
          ),
        ],
      ),
      table(
        [1.4, 6.2, 2.6, 2.9, 2.9, 5],
        [
          headerRow('序号', '项　目', '数　量', '标准（元）', '金额（元）', '理　由'),
          ...b.lines.map((item, i) =>
            row(
              value(i + 1, { align: 'center' }),
              value(item.item),
              value(item.quantity, { align: 'center' }),
              value(item.unitAmount === undefined ? undefined : yuan(item.unitAmount), { align: 'end' }),
              value(yuan(item.amount), { align: 'end' }),
              value(item.reason),
            ),
          ),
          row(
            label('合　计', { colSpan: 2 }),
            value(t`人民币（大写）${yuanInWords(b.total)}　￥${yuan(b.total)}`, { colSpan: 4 }),
          ),
        ],
      ),
      table(
        [3.2, 6.3, 3.2, 6.3],
        [
          row(
            label('计算过程'),
            cell(
              b.trace.map((step, i) => t`${i + 1}．${step}`),
              { colSpan: 3, align: 'justify', valign: 'middle' },
            ),
          ),
          row(label('收 款 人'), value(b.payee?.name), label('资金来源'), value(b.fundSource)),
          row(label('开户银行'), value(b.payee?.bank), label('账　　号'), value(b.payee?.account)),
          ...(
            [
              ['承 办 人\n确　　认', b.handlerConfirmed],
              ['审核意见', b.reviewed],
              ['审批意见', b.approved],
            ] as const
          ).map(([name, o]) =>
            tallRow(
              20,
              label(name),
              cell([o.text ? t`${o.text}` : t``, ...signedBy(o)], {
                colSpan: 3,
                valign: 'middle',
                indent: 2,
              }),
            ),
          ),
        ],
      ),
      note('说明：法律援助补贴免征增值税和个人所得税（《法律援助法》第五十二条第三款）。'),
    ];
  },
});
