import { z } from 'zod';
import { day, line, prose } from '../schema.ts';
import { paragraph, salutation, t } from './blocks.ts';
import { defineForm } from './form.ts';
import { receiptStub } from './receipt-stub.ts';
import { objectionPeriod, remedy } from './remedy.ts';
import { chineseDate, cited, opening, sealed } from './wording.ts';

/** Legal Aid Law art. 48, first paragraph, items 1–8. */
export const groundText = {
  fraud: ['第一项', '受援人以欺骗或者其他不正当手段获得法律援助'],
  concealment: ['第二项', '受援人故意隐瞒与案件有关的重要事实或者提供虚假证据'],
  illegalUse: ['第三项', '受援人利用法律援助从事违法活动'],
  meansNoLongerMet: ['第四项', '受援人的经济状况发生变化，不再符合法律援助条件'],
  caseEnded: ['第五项', '案件终止审理或者已经被撤销'],
  ownCounsel: ['第六项', '受援人自行委托律师或者其他代理人'],
  recipientAsks: ['第七项', '受援人有正当理由要求终止法律援助'],
  other: ['第八项', '法律法规规定的其他情形'],
} as const;

const grounds = Object.keys(groundText) as [keyof typeof groundText, ...(keyof typeof groundText)[]];

/** 终止法律援助决定书. */
export const terminationDecision = defineForm({
  title: { zh: '终止法律援助决定书', en: 'Decision terminating legal aid' },
  version: 1,
  layout: 'letter',
  numbering: { step: '终' },
  source: { citation: '《法律援助法》第四十八条、第四十九条', verified: true },
  body: z.strictObject({
    recipientName: line(100).min(1),
    cause: line(120).min(1),
    grantNumber: line(80).optional(),
    grantedOn: day.optional(),
    ground: z.enum(grounds),
    facts: prose(4000),
    handlingUnit: line(120).optional(),
    handlingOrgan: line(120).optional(),
    objection: objectionPeriod,
  }),
  compose(b, head) {
    const [item, words] = groundText[b.ground];
    const told = [b.handlingUnit, b.handlingOrgan].filter((name) => name !== undefined);
    return [
      ...opening(head, '终止法律援助决定书'),
      salutation(t`${b.recipientName}：`),
      paragraph(
        t`本机构${b.grantedOn ? `于${chineseDate(b.grantedOn)}` : ''}${b.grantNumber ? `作出${cited('给予法律援助决定书', b.grantNumber)}，` : ''}决定为您${b.cause}一案提供法律援助。经查明：${b.facts}`,
      ),
      paragraph(
        t`上述情况属于“${words}”的情形。根据《法律援助法》第四十八条第一款${item}的规定，本机构决定终止对您的法律援助。`,
      ),
      ...remedy(head, b.objection),
      sealed(head),
      ...(told.length > 0 ? [paragraph(t`抄送：${told.join('、')}`)] : []),
      receiptStub('终止法律援助决定书', head),
    ];
  },
});
