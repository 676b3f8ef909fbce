import { z } from 'zod';
import { day, line, printedHandler, prose } from '../schema.ts';
import { paragraph, salutation, t } from './blocks.ts';
import { defineForm } from './form.ts';
import { receiptStub } from './receipt-stub.ts';
import { chineseDate, cited, opening, sealed, withoutStop } from './wording.ts';

/** 更换法律援助人员通知书 (no. 17 of the forms of 2023). */
export const replacementNotice = defineForm({
  title: { zh: '更换法律援助人员通知书', en: 'Notice of replacement' },
  version: 1,
  layout: 'letter',
  numbering: { step: '换' },
  source: { citation: '《法律援助法》第五十五条；法律援助文书格式（2023年11月10日）第17号', verified: false },
  body: z.strictObject({
    handlingUnit: line(120).min(1),
    recipientName: line(100).min(1),
    cause: line(120).min(1),
    designationNumber: line(80).optional(),
    formerHandler: printedHandler,
    newHandler: printedHandler.optional(),
    reason: prose(2000),
    replaceBy: day,
  }),
  compose(b, head) {
    return [
      ...opening(head, '更换法律援助人员通知书'),
      salutation(t`${b.handlingUnit}：`),
      paragraph(
        t`你单位${b.designationNumber ? `根据${cited('法律援助指派通知书', b.designationNumber)}` : ''}承办的${b.recipientName}${b.cause}一案，原承办人员为${b.formerHandler.name}。因${withoutStop(b.reason)}，本机构决定更换承办人员。`,
      ),
      paragraph(
        t`${b.newHandler ? `本案改由${b.newHandler.unit}${b.newHandler.name}承办。` : ''}请于${chineseDate(b.replaceBy)}前完成更换，告知受援人并函告本机构；原承办人员应当向新承办人员移交案件材料，新承办人员应当与受援人重新签订委托协议和授权委托书。`,
      ),
      sealed(head),
      receiptStub('更换法律援助人员通知书', head),
    ];
  },
});
