import { z } from 'zod';
import { aidFormText, proceedingStageText, sexText } from '../labels.ts';
import { aidForm, day, line, material, printedHandler, printedPerson, proceedingStage, prose } from '../schema.ts';
import { headerRow, label, paragraph, row, salutation, stub, t, table, value } from './blocks.ts';
import { defineForm } from './form.ts';
import { chineseDate, cited, opening, sealed } from './wording.ts';

const body = z.strictObject({
  handlingUnit: line(120).min(1),
  handler: printedHandler.optional(),
  recipient: printedPerson,
  cause: line(120).min(1),
  aidForms: z.array(aidForm).min(1).max(9),
  stage: proceedingStage.optional(),
  handlingOrgan: line(120).optional(),
  organContact: line(100).optional(),
  grantNumber: line(80).optional(),
  hearingOn: day.optional(),
  /** Agreement and power of attorney: five days from designation. */
  signAgreementBy: day.optional(),
  requirements: prose(1000).optional(),
  materials: z.array(material).max(40),
});

type Body = z.infer<typeof body>;

/** 法律援助指派通知书, to the unit whose person handles the matter. */
export const designationNotice = defineForm({
  title: { zh: '法律援助指派通知书', en: 'Designation notice' },
  version: 1,
  layout: 'letter',
  numbering: { step: '指' },
  source: { citation: '《法律援助法》第四十三条第一款、第四十六条', verified: true },
  body,
  compose(b, head) {
    return [
      ...opening(head, '法律援助指派通知书'),
      salutation(t`${b.handlingUnit}：`),
      paragraph(
        t`本机构已${b.grantNumber ? `作出${cited('给予法律援助决定书', b.grantNumber)}，` : ''}决定为${b.recipient.name}${b.cause}一案提供法律援助。根据《法律援助法》第四十三条第一款的规定，现指派你单位${b.handler ? t`${b.handler.name}` : '安排人员'}承办。`,
      ),
      matterTable(b),
      paragraph(
        t`请你单位及时安排人员承办，${b.signAgreementBy ? `于${chineseDate(b.signAgreementBy)}前` : '自接受指派之日起五日内'}与受援人或者其法定代理人、近亲属签订委托协议和授权委托书（因受援人原因无法按时签订的除外），并将承办人员情况告知本机构。无正当理由不得拒绝、拖延或者终止提供法律援助服务；不得向受援人收取任何财物（《法律援助法》第二十条、第四十六条）。`,
      ),
      ...(b.requirements ? [paragraph(t`承办要求：${b.requirements}`)] : []),
      ...(b.materials.length > 0
        ? [paragraph(t`附件：${b.materials.map((item, i) => `${i + 1}．${item.name}`).join('；')}`)]
        : []),
      sealed(head),
      stub(
        '承办单位回执',
        table(
          [3.4, 6.2, 4.4, 4],
          [
            headerRow('承办人员', '执业证号', '联系电话', '收到日期'),
            row(
              value(b.handler?.name, { align: 'center' }),
              value(b.handler?.licenceNumber, { align: 'center' }),
              value(b.handler?.phone, { align: 'center' }),
              value(undefined),
            ),
            row(label('承办单位\n（印章）'), value(undefined, { colSpan: 3 })),
          ],
        ),
      ),
    ];
  },
});

function matterTable(b: Body) {
  const r = b.recipient;
  return table(
    [3, 6, 3, 6],
    [
      row(
        label('受 援 人'),
        value([r.name, r.sex && sexText[r.sex], r.ethnicity].filter(Boolean).join('，')),
        label('联系电话'),
        value(r.phone),
      ),
      row(
        label('案　　由'),
        value(b.cause),
        label('援助形式'),
        value(b.aidForms.map((form) => aidFormText[form]).join('、')),
      ),
      row(label('办案机关'), value(b.handlingOrgan), label('所处阶段'), value(b.stage && proceedingStageText[b.stage])),
      row(label('办案人员\n及联系方式'), value(b.organContact), label('开庭日期'), value(chineseDate(b.hearingOn))),
    ],
  );
}
