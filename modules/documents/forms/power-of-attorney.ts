import { z } from 'zod';
import { proceedingStageText } from '../labels.ts';
import { day, line, printedHandler, printedPerson, proceedingStage } from '../schema.ts';
import { number, paragraph, signature, slot, t, title } from './blocks.ts';
import { defineForm } from './form.ts';
import { chineseDate } from './wording.ts';

/** 授权委托书. */
export const powerOfAttorney = defineForm({
  title: { zh: '授权委托书', en: 'Power of attorney' },
  version: 1,
  layout: 'letter',
  numbering: null,
  source: { citation: '《办理法律援助案件程序规定》第二十七条', verified: true },
  body: z.strictObject({
    principal: printedPerson,
    handlers: z.array(printedHandler).min(1).max(4),
    capacity: z.enum(['agent', 'defender']),
    cause: line(120).min(1),
    opponent: line(200).optional(),
    /** 受送单位: the court, procuratorate, arbitration commission … the paper is handed to. */
    organ: line(120).optional(),
    stage: proceedingStage.optional(),
    scope: z.enum(['general', 'special']),
    specialPowers: z.array(line(200)).max(12),
    signedBy: line(100).optional(),
    signedOn: day.optional(),
  }),
  compose(b, head) {
    const role = b.capacity === 'defender' ? '辩护人' : '委托代理人';
    const p = b.principal;
    return [
      title('授权委托书'),
      number(head.matterNumber),
      paragraph(t`委托人：${slot(p.name, 16)}`),
      paragraph(t`身份证件号码：${slot(p.identityNumber, 16)}`),
      paragraph(t`住所地：${slot(p.address, 20)}`),
      paragraph(t`联系电话：${slot(p.phone, 12)}`),
      ...b.handlers.flatMap((handler) => [
        paragraph(t`受托人：${handler.name}　工作单位：${handler.unit}`),
        paragraph(t`执业证号：${slot(handler.licenceNumber, 12)}`),
        paragraph(t`联系电话：${slot(handler.phone, 12)}`),
      ]),
      paragraph(
        t`现委托上列受托人在${b.organ ? `${b.organ}办理的` : ''}${p.name}${b.opponent ? `与${b.opponent}` : ''}${b.cause}一案${b.stage ? `（${proceedingStageText[b.stage]}阶段）` : ''}中，担任委托人的${role}。`,
      ),
      paragraph(
        b.scope === 'special' && b.specialPowers.length > 0
          ? t`委托权限为特别授权：${b.specialPowers.join('；')}。`
          : b.capacity === 'defender'
            ? '委托权限：依法行使辩护人的诉讼权利。'
            : '委托权限为一般代理。',
      ),
      paragraph('委托期限：自本委托书签署之日起至本案该阶段终结之日止。'),
      paragraph('本案系法律援助案件，受托人不收取任何费用。'),
      signature([t`委托人（签名或者按指印）：${slot(b.signedBy, 6)}`], chineseDate(b.signedOn) ?? '　　年　　月　　日'),
    ];
  },
});
