import { z } from 'zod';
import { day, line, reason } from '../schema.ts';
import { paragraph, salutation, t } from './blocks.ts';
import { defineForm } from './form.ts';
import { receiptStub } from './receipt-stub.ts';
import { chineseDate, cited, groundLines, opening, sealed } from './wording.ts';

/** 法律援助异议审查决定书 of the justice bureau: maintain, or order correction, in five days (art. 49). */
export const objectionDecision = defineForm({
  title: { zh: '法律援助异议审查决定书', en: 'Decision on an objection' },
  version: 2,
  layout: 'letter',
  numbering: { step: '异' },
  source: { citation: '《法律援助法》第四十九条', verified: true },
  body: z.strictObject({
    objectorName: line(100).min(1),
    cause: line(120).min(1),
    /** The centre whose decision is reviewed. */
    centre: line(100).min(1),
    decisionTitle: line(60).min(1),
    decisionNumber: line(80).optional(),
    decidedOn: day,
    raisedOn: day,
    result: z.enum(['maintain', 'correct']),
    reasons: z.array(reason).min(1).max(20),
    correction: line(300).optional(),
    /** Before 2022 the Regulations: they know the order to give aid (art. 19), and no five days of the Law. */
    instrument: z.enum(['law', 'regulations']).optional(),
  }),
  compose(b, head) {
    const basis = b.instrument === 'regulations' ? '《法律援助条例》第十九条' : '《法律援助法》第四十九条第二款';
    const further = b.instrument === 'regulations' ? '' : '（《法律援助法》第四十九条第三款）';
    return [
      ...opening(head, '法律援助异议审查决定书'),
      salutation(t`${b.objectorName}：`),
      paragraph(
        t`您对${b.centre}于${chineseDate(b.decidedOn)}就${b.cause}一案作出的${cited(b.decisionTitle, b.decisionNumber)}有异议，本机关于${chineseDate(b.raisedOn)}收到您的异议。经审查：`,
      ),
      ...groundLines(b.reasons).map((content) => paragraph(content)),
      b.result === 'maintain'
        ? paragraph(
            t`根据${basis}的规定，本机关决定维持${b.centre}的决定。您对本决定不服的，可以依法申请行政复议或者提起行政诉讼${further}。`,
          )
        : paragraph(
            t`根据${basis}的规定，本机关决定责令${b.centre}改正${b.correction ? `：${b.correction}` : ''}。${b.centre}应当立即执行，并将执行情况报告本机关。`,
          ),
      sealed(head),
      paragraph(t`抄送：${b.centre}`),
      receiptStub('法律援助异议审查决定书', head),
    ];
  },
});
