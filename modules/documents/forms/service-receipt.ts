import { z } from 'zod';
import { day, line, prose } from '../schema.ts';
import { choices, headerRow, label, note, row, slot, t, table, tallRow, value } from './blocks.ts';
import { defineForm } from './form.ts';
import { chineseDate, dateSlot, sheetOpening } from './wording.ts';

const methodText = {
  direct: '直接送达',
  electronic: '电子送达',
  post: '邮寄送达',
  entrusted: '委托送达',
  left: '留置送达',
  announced: '公告送达',
} as const;

/** 法律援助文书送达回证. */
export const serviceReceipt = defineForm({
  title: { zh: '法律援助文书送达回证', en: 'Service receipt' },
  version: 1,
  layout: 'sheet',
  numbering: null,
  source: { citation: 'SF/T 0024-2017 §8（十一）', verified: false },
  body: z.strictObject({
    recipientName: line(100).min(1),
    cause: line(120).optional(),
    address: line(200).optional(),
    method: z.enum(['direct', 'electronic', 'post', 'entrusted', 'left', 'announced']).optional(),
    documents: z
      .array(
        z.strictObject({
          name: line(120).min(1),
          number: line(80).optional(),
          copies: z.int().min(1).max(99).optional(),
        }),
      )
      .min(1)
      .max(30),
    servedBy: z.array(line(60)).max(4),
    servedOn: day.optional(),
    receivedBy: line(100).optional(),
    receivedOn: day.optional(),
    /** 代收人 and the reason; or why service failed. */
    remark: prose(1000).optional(),
  }),
  compose(b, head) {
    return [
      ...sheetOpening(head, '法律援助文书送达回证'),
      table(
        [3.4, 6, 3.2, 6.4],
        [
          row(label('受送达人'), value(b.recipientName), label('案　　由'), value(b.cause)),
          row(label('送达地点'), value(b.address, { colSpan: 3 })),
          row(label('送达方式'), value(choices(methodText, b.method ? [b.method] : []), { colSpan: 3 })),
        ],
      ),
      table(
        [1.6, 8.4, 6.6, 2.4],
        [
          headerRow('序号', '文书名称', '文书编号', '份数'),
          ...b.documents.map((item, i) =>
            row(
              value(i + 1, { align: 'center' }),
              value(item.name),
              value(item.number),
              value(item.copies ?? 1, { align: 'center' }),
            ),
          ),
        ],
      ),
      table(
        [3.4, 6, 3.2, 6.4],
        [
          row(label('送 达 人'), value(b.servedBy.join('、')), label('送达日期'), value(chineseDate(b.servedOn))),
          tallRow(
            26,
            label('受送达人\n签　　收'),
            value(t`签名（印章、按指印）：${slot(b.receivedBy, 8)}　日期：${dateSlot(b.receivedOn)}`, { colSpan: 3 }),
          ),
          tallRow(22, label('代收人签收\n及代收理由'), value(undefined, { colSpan: 3 })),
          tallRow(26, label('备　　注'), value(b.remark, { colSpan: 3, align: 'justify', valign: 'top' })),
        ],
      ),
      note(
        '说明：受送达人不在时，可以由其同住的成年家属或者所在单位、村（居）民委员会代收，并注明与受送达人的关系；拒绝签收的，记明情况。',
      ),
    ];
  },
});
