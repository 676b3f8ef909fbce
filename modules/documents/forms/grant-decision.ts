import { z } from 'zod';
import { aidFormText } from '../labels.ts';
import { aidForm, day, line, reason } from '../schema.ts';
import { paragraph, salutation, t } from './blocks.ts';
import { defineForm } from './form.ts';
import { receiptStub } from './receipt-stub.ts';
import { chineseDate, groundLines, opening, sealed } from './wording.ts';

/** 给予法律援助决定书. */
export const grantDecision = defineForm({
  title: { zh: '给予法律援助决定书', en: 'Decision granting legal aid' },
  version: 1,
  layout: 'letter',
  numbering: { step: '给' },
  source: { citation: '《法律援助法》第四十三条第一款', verified: true },
  body: z.strictObject({
    applicantName: line(100).min(1),
    cause: line(120).min(1),
    receivedOn: day,
    aidForms: z.array(aidForm).min(1).max(9),
    reasons: z.array(reason).min(1).max(20),
    /** The day by which a handler is designated (art. 43: three days from the decision). */
    designateBy: day.optional(),
    /** 办案机关 or 监管场所 to which the decision is copied. */
    copyTo: z.array(line(120)).max(5),
  }),
  compose(b, head) {
    return [
      ...opening(head, '给予法律援助决定书'),
      salutation(t`${b.applicantName}：`),
      paragraph(
        t`您于${chineseDate(b.receivedOn)}就${b.cause}一案向本机构提出法律援助申请。经审查，您的申请符合法律援助条件：`,
      ),
      ...groundLines(b.reasons).map((content) => paragraph(content)),
      paragraph(
        t`根据《法律援助法》第四十三条第一款的规定，本机构决定给予您法律援助，援助形式为${b.aidForms.map((form) => aidFormText[form]).join('、')}。`,
      ),
      paragraph(
        t`本机构将自作出决定之日起三日内${b.designateBy ? `（${chineseDate(b.designateBy)}前）` : ''}指派法律援助人员为您提供法律援助。法律援助不收取任何费用；法律援助人员不得向您收取钱物（《法律援助法》第二十条）。`,
      ),
      paragraph(
        '您有权了解法律援助事项办理情况；法律援助人员未依法履行职责的，可以向司法行政部门投诉，并可以请求更换（《法律援助法》第五十五条）。您应当如实陈述与法律援助事项有关的情况，及时提供证据材料，协助、配合办理（《法律援助法》第四十七条）。',
      ),
      paragraph(
        '您可以凭本决定书向人民法院申请缓交、减交或者免交诉讼费用（《法律援助法》第五十三条；《诉讼费用交纳办法》第四十七条）。',
      ),
      sealed(head),
      ...(b.copyTo.length > 0 ? [paragraph(t`抄送：${b.copyTo.join('、')}`)] : []),
      receiptStub('给予法律援助决定书', head),
    ];
  },
});
