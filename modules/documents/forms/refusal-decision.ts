import { z } from 'zod';
import { day, line, reason } from '../schema.ts';
import { paragraph, salutation, t } from './blocks.ts';
import { defineForm } from './form.ts';
import { receiptStub } from './receipt-stub.ts';
import { objectionPeriod, remedy } from './remedy.ts';
import { chineseDate, groundLines, opening, sealed } from './wording.ts';

/** 不予法律援助决定书: written, with reasons (art. 43) and the way to object (art. 49). */
export const refusalDecision = defineForm({
  title: { zh: '不予法律援助决定书', en: 'Decision refusing legal aid' },
  version: 1,
  layout: 'letter',
  numbering: { step: '不' },
  source: { citation: '《法律援助法》第四十三条第一款、第四十九条', verified: true },
  body: z.strictObject({
    applicantName: line(100).min(1),
    cause: line(120).min(1),
    receivedOn: day,
    grounds: z.array(reason).min(1).max(20),
    objection: objectionPeriod,
    /** Where else the person may turn: mediation, another centre, self-help. */
    otherWays: z.array(line(300)).max(5),
    copyTo: z.array(line(120)).max(5),
  }),
  compose(b, head) {
    return [
      ...opening(head, '不予法律援助决定书'),
      salutation(t`${b.applicantName}：`),
      paragraph(
        t`您于${chineseDate(b.receivedOn)}就${b.cause}一案向本机构提出法律援助申请。经审查，您的申请不符合法律援助条件，理由如下：`,
      ),
      ...groundLines(b.grounds).map((content) => paragraph(content)),
      paragraph('根据《法律援助法》第四十三条第一款的规定，本机构决定不予法律援助。'),
      ...remedy(head, b.objection),
      ...(b.otherWays.length > 0 ? [paragraph(t`您还可以通过以下途径解决问题：${b.otherWays.join('；')}。`)] : []),
      sealed(head),
      ...(b.copyTo.length > 0 ? [paragraph(t`抄送：${b.copyTo.join('、')}`)] : []),
      receiptStub('不予法律援助决定书', head),
    ];
  },
});
