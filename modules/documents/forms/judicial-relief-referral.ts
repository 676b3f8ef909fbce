import { z } from 'zod';
import { day, line, prose } from '../schema.ts';
import { paragraph, salutation, t } from './blocks.ts';
import { defineForm } from './form.ts';
import { chineseDate, cited, opening, sealed, withoutStop } from './wording.ts';

/** 国家司法救助转介函, to the organ that decides on the relief. The opinion of 2014 sets no form; its text has not been read. */
export const judicialReliefReferral = defineForm({
  title: { zh: '国家司法救助转介函', en: 'Referral for judicial relief' },
  version: 1,
  layout: 'letter',
  numbering: { step: '救函' },
  source: { citation: '《关于建立完善国家司法救助制度的意见（试行）》', verified: false },
  body: z.strictObject({
    organ: line(120).min(1),
    recipientName: line(100).min(1),
    cause: line(120).min(1),
    grantedOn: day,
    grantNumber: line(80).optional(),
    ground: line(200).min(1),
    facts: prose(3000),
    consentOn: day,
  }),
  compose(b, head) {
    return [
      ...opening(head, '国家司法救助转介函'),
      salutation(t`${b.organ}：`),
      paragraph(
        t`${b.recipientName}因${b.cause}一案，本机构已于${chineseDate(b.grantedOn)}作出${cited('给予法律援助决定书', b.grantNumber)}。办理中了解到：${withoutStop(b.facts)}。`,
      ),
      paragraph(
        t`上述情况属于“${b.ground}”的情形。经${b.recipientName}于${chineseDate(b.consentOn)}同意，现转介你单位，请依照国家司法救助的有关规定审查，并将受理情况和结果告知本机构。`,
      ),
      paragraph(t`联系受援人请通过本机构，联系电话：${head.agency.phone ?? ''}`),
      sealed(head),
    ];
  },
});
