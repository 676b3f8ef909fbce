import { z } from 'zod';
import { day, line, printedHandler, prose } from '../schema.ts';
import { paragraph, salutation, t } from './blocks.ts';
import { defineForm } from './form.ts';
import { receiptStub } from './receipt-stub.ts';
import { chineseDate, cited, opening, sealed, withoutStop } from './wording.ts';

/**
 * 恢复法律援助决定书: a termination was taken back, by the bureau's order or by the centre itself. Neither the Law nor the forms of 2023 know this
 * paper; whoever was told in writing that the aid had ended is told in writing that it goes on.
 */
export const resumptionDecision = defineForm({
  title: { zh: '恢复法律援助决定书', en: 'Decision resuming legal aid' },
  version: 1,
  layout: 'letter',
  numbering: { step: '恢' },
  source: { citation: '《法律援助法》第四十九条', verified: false },
  body: z.strictObject({
    recipientName: line(100).min(1),
    cause: line(120).min(1),
    terminationNumber: line(80).optional(),
    terminatedOn: day,
    ground: line(200).min(1),
    reason: prose(1000).optional(),
    goesOn: z.enum(['sameHandler', 'anotherHandler']),
    handler: printedHandler.optional(),
    note: prose(1000).optional(),
    handlingOrgan: line(120).optional(),
  }),
  compose(b, head) {
    const told = [b.handler?.unit, b.handlingOrgan].filter((name) => name !== undefined);
    return [
      ...opening(head, '恢复法律援助决定书'),
      salutation(t`${b.recipientName}：`),
      paragraph(
        t`本机构于${chineseDate(b.terminatedOn)}作出${cited('终止法律援助决定书', b.terminationNumber)}，终止对您${b.cause}一案的法律援助。${b.ground}${b.reason === undefined ? '' : t`：${withoutStop(b.reason)}`}。根据《法律援助法》第四十九条的规定，本机构决定撤销上述决定，自即日起恢复对您的法律援助。`,
      ),
      paragraph(
        b.goesOn === 'sameHandler' && b.handler !== undefined
          ? t`您的案件由${b.handler.unit}${b.handler.name}继续办理。`
          : '本机构将为您的案件另行指派承办人，并及时告知您。',
      ),
      ...(b.note === undefined ? [] : [paragraph(t`${b.note}`)]),
      sealed(head),
      ...(told.length > 0 ? [paragraph(t`抄送：${told.join('、')}`)] : []),
      receiptStub('恢复法律援助决定书', head),
    ];
  },
});
