import { z } from 'zod';
import { handlerKindText, proceedingStageText } from '../labels.ts';
import { day, line, printedHandler, proceedingStage } from '../schema.ts';
import { paragraph, salutation, t } from './blocks.ts';
import { defineForm } from './form.ts';
import { chineseDate, opening, sealed } from './wording.ts';

export const organReplyPurposes = {
  notifiedDefence: { duty: '担任辩护人', citation: '《法律援助法》第三十六条' },
  compulsoryMedical: { duty: '担任诉讼代理人', citation: '《法律援助法》第二十八条、第三十六条' },
  transferredApplication: { duty: '提供法律援助', citation: '《法律援助法》第三十九条、第四十三条' },
  replacement: { duty: '继续提供法律援助', citation: '《法律援助法》第五十五条' },
} as const;

/** 法律援助公函: who defends or represents, told to the organ in three days (art. 36). */
export const organReply = defineForm({
  title: { zh: '法律援助公函', en: 'Letter to the handling organ' },
  version: 1,
  layout: 'letter',
  numbering: { step: '函' },
  source: { citation: '《法律援助法》第三十六条', verified: true },
  body: z.strictObject({
    organ: line(120).min(1),
    purpose: z.enum(['notifiedDefence', 'compulsoryMedical', 'transferredApplication', 'replacement']),
    noticeNumber: line(80).optional(),
    noticeReceivedOn: day.optional(),
    personName: line(100).min(1),
    cause: line(120).min(1),
    stage: proceedingStage.optional(),
    handlers: z.array(printedHandler).min(1).max(4),
    contact: line(60).optional(),
  }),
  compose(b, head) {
    const purpose = organReplyPurposes[b.purpose];
    return [
      ...opening(head, '法律援助公函'),
      salutation(t`${b.organ}：`),
      paragraph(
        t`${b.noticeReceivedOn ? `你单位${b.noticeNumber ? `${b.noticeNumber}` : ''}法律援助通知（申请材料）已于${chineseDate(b.noticeReceivedOn)}收悉。` : ''}根据${purpose.citation}的规定，本机构指派以下人员为${b.personName}${b.cause}一案${b.stage ? `（${proceedingStageText[b.stage]}阶段）` : ''}${purpose.duty}：`,
      ),
      ...b.handlers.map((handler) =>
        paragraph(
          t`${handler.name}，${handler.unit}${handler.kind ? handlerKindText[handler.kind] : ''}${handler.licenceNumber ? `，执业证号：${handler.licenceNumber}` : ''}${handler.phone ? `，联系电话：${handler.phone}` : ''}。`,
        ),
      ),
      paragraph(
        '请依法为其了解案件有关情况、会见、阅卷等提供便利，对其复制相关材料等费用予以免收或者减收（《法律援助法》第五十三条）。',
      ),
      paragraph('特此函告。'),
      paragraph(t`联系人：${b.contact ?? ''}　联系电话：${head.agency.phone ?? ''}`),
      sealed(head),
    ];
  },
});
