import { z } from 'zod';
import { aidFormText } from '../labels.ts';
import { aidForm, day, line, printedHandler, printedPerson } from '../schema.ts';
import { cell, heading, number, paragraph, row, slot, t, table, title, withNext } from './blocks.ts';
import { defineForm } from './form.ts';
import { cited, dateSlot } from './wording.ts';

/** 法律援助委托协议 between the recipient and the handling unit, signed within five days of designation. */
export const retainerAgreement = defineForm({
  title: { zh: '法律援助委托协议', en: 'Retainer agreement' },
  version: 2,
  layout: 'letter',
  numbering: null,
  source: { citation: '《办理法律援助案件程序规定》第二十七条', verified: true },
  body: z.strictObject({
    recipient: printedPerson,
    /** 法定代理人 or close relative signing for the recipient. */
    signatory: line(100).optional(),
    handlingUnit: line(120).min(1),
    handlers: z.array(printedHandler).min(1).max(4),
    cause: line(120).min(1),
    opponent: line(200).optional(),
    handlingOrgan: line(120).optional(),
    aidForms: z.array(aidForm).min(1).max(9),
    scope: z.enum(['general', 'special']),
    specialPowers: z.array(line(200)).max(12),
    designationNumber: line(80).optional(),
    signedOn: day.optional(),
  }),
  compose(b, head) {
    return [
      title('法律援助委托协议'),
      number(head.matterNumber),
      paragraph(t`甲方（受援人）：${slot(b.recipient.name, 16)}`),
      paragraph(t`身份证件号码：${slot(b.recipient.identityNumber, 16)}`),
      paragraph(t`住所地：${slot(b.recipient.address, 20)}`),
      paragraph(t`联系电话：${slot(b.recipient.phone, 12)}`),
      paragraph(t`乙方（承办单位）：${slot(b.handlingUnit, 18)}`),
      paragraph(
        t`根据${head.agency.name}${b.designationNumber ? cited('法律援助指派通知书', b.designationNumber) : '的指派'}，乙方为甲方${b.opponent ? `与${b.opponent}` : ''}${b.cause}一案${b.handlingOrgan ? `（办案机关：${b.handlingOrgan}）` : ''}提供法律援助。双方就有关事项约定如下：`,
      ),
      heading('一、承办人员'),
      paragraph(
        t`乙方安排${b.handlers.map((handler) => handler.name).join('、')}承办本案，援助形式为${b.aidForms.map((form) => aidFormText[form]).join('、')}。`,
      ),
      heading('二、代理权限'),
      paragraph(
        b.scope === 'special' && b.specialPowers.length > 0
          ? t`特别授权：${b.specialPowers.join('；')}。`
          : '一般代理。代为承认、放弃、变更请求，进行和解、调解，提起反诉或者上诉的，须有甲方的特别授权。',
      ),
      heading('三、甲方的权利和义务'),
      paragraph(
        '甲方有权了解本案办理情况；乙方承办人员未依法履行职责的，可以请求法律援助机构更换，可以向司法行政部门投诉。',
      ),
      paragraph(
        '甲方应当如实陈述与本案有关的情况，及时提供证据材料，协助、配合办理；经济状况、案件情况发生变化的，及时告知法律援助机构或者乙方承办人员。',
      ),
      heading('四、乙方的权利和义务'),
      paragraph(
        '乙方应当遵守法律、法规、规章和执业规范，及时为甲方提供符合标准的法律援助服务，按照规定向甲方通报办理情况，对办理中知悉的国家秘密、商业秘密和个人隐私予以保密。和解、调解应当征得甲方同意。',
      ),
      paragraph('乙方及其承办人员不得向甲方收取任何费用、财物。'),
      heading('五、终止'),
      paragraph('有《法律援助法》第四十八条规定情形，法律援助机构决定终止法律援助的，本协议自终止决定送达之日起解除。'),
      heading('六、其他'),
      withNext(
        paragraph(
          '本协议自双方签名、盖章之日起生效，至本案该阶段办结之日终止。本协议一式三份，甲方、乙方各执一份，一份报法律援助机构。',
        ),
      ),
      table(
        [1, 1],
        [
          row(
            cell([t`甲方（签名或者按指印）：${slot(b.signatory, 5)}`, t``, t`日期：${dateSlot(b.signedOn)}`]),
            cell([t`乙方（印章）：`, t``, t`日期：${dateSlot(b.signedOn)}`]),
          ),
        ],
      ),
    ];
  },
});
