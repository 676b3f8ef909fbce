import { z } from 'zod';
import { day, line, prose } from '../schema.ts';
import { bold, headerRow, paragraph, row, salutation, t, table, value } from './blocks.ts';
import { defineForm } from './form.ts';
import { receiptStub } from './receipt-stub.ts';
import { chineseDate, opening, sealed } from './wording.ts';

/** 补充材料（说明）通知书: everything missing, once (art. 43). */
export const supplementNotice = defineForm({
  title: { zh: '补充材料（说明）通知书', en: 'Notice to supplement' },
  version: 1,
  layout: 'letter',
  numbering: { step: '补' },
  source: { citation: '《法律援助法》第四十三条第二款', verified: true },
  body: z.strictObject({
    applicantName: line(100).min(1),
    cause: line(120).min(1),
    receivedOn: day,
    missing: z
      .array(z.strictObject({ name: line(200).min(1), requirement: prose(500).optional() }))
      .min(1)
      .max(50),
    dueOn: day,
    contact: line(60).optional(),
  }),
  compose(b, head) {
    return [
      ...opening(head, '补充材料（说明）通知书'),
      salutation(t`${b.applicantName}：`),
      paragraph(
        t`您于${chineseDate(b.receivedOn)}就${b.cause}一案向本机构提出的法律援助申请，经审查，需要补充以下材料或者作出说明：`,
      ),
      table(
        [1.3, 5, 8],
        [
          headerRow('序号', '补充的材料或者\n说明的事项', '要求'),
          ...b.missing.map((item, i) =>
            row(value(i + 1, { align: 'center' }), value(item.name), value(item.requirement)),
          ),
        ],
      ),
      paragraph(
        t`请您在${bold(chineseDate(b.dueOn) ?? '')}前向本机构补充上述材料或者作出说明。补充材料、作出说明所需的时间不计入审查期限。无正当理由逾期未补充材料或者作出说明的，视为撤回申请（《法律援助法》第四十三条第二款）。`,
      ),
      paragraph(
        t`如有困难或者疑问，请与本机构联系${b.contact ? `，联系人：${b.contact}` : ''}${head.agency.phone ? `，电话：${head.agency.phone}` : ''}${head.agency.address ? `，地址：${head.agency.address}` : ''}。`,
      ),
      sealed(head),
      receiptStub('补充材料（说明）通知书', head),
    ];
  },
});
