import { z } from 'zod';
import { day, line, material, prose } from '../schema.ts';
import { label, paragraph, row, salutation, stub, t, table, value } from './blocks.ts';
import { defineForm } from './form.ts';
import { chineseDate, materialsTable, opening, sealed } from './wording.ts';

export const transferReasonText = {
  notCompetent: '经审查，该申请不属于本机构受理范围，属于贵单位受理范围',
  liaison: '本单位（站点）就近代为接收了该申请',
  detention: '申请人现被羁押（服刑、强制隔离戒毒），向本单位提出该申请',
  cooperation: '申请人就近向本机构提出该申请',
} as const;

/** 转交法律援助申请材料函: competence (art. 38) or forwarding within 24 hours (art. 39). */
export const transferLetter = defineForm({
  title: { zh: '转交法律援助申请材料函', en: 'Letter transferring an application' },
  version: 1,
  layout: 'letter',
  numbering: { step: '转' },
  source: { citation: '《法律援助法》第三十八条、第三十九条', verified: true },
  body: z.strictObject({
    to: line(120).min(1),
    applicantName: line(100).min(1),
    cause: line(120).min(1),
    receivedOn: day,
    reason: z.enum(['notCompetent', 'liaison', 'detention', 'cooperation']),
    reasonNote: prose(1000).optional(),
    citation: line(200),
    materials: z.array(material).max(60),
    contact: line(60).optional(),
  }),
  compose(b, head) {
    return [
      ...opening(head, '转交法律援助申请材料函'),
      salutation(t`${b.to}：`),
      paragraph(
        t`${b.applicantName}于${chineseDate(b.receivedOn)}就${b.cause}一案提出法律援助申请。${transferReasonText[b.reason]}。${b.reasonNote ?? ''}根据${b.citation}的规定，现将该申请及有关材料转交你单位，请依法办理，并将收到材料的情况函复本机构。`,
      ),
      ...(b.materials.length > 0 ? [paragraph('附：转交材料清单'), materialsTable(b.materials)] : []),
      paragraph(t`联系人：${b.contact ?? ''}　联系电话：${head.agency.phone ?? ''}`),
      sealed(head),
      stub(
        '回　　执',
        table(
          [3, 4.4, 2.5, 8.1],
          [
            row(label('收到文书'), value('转交申请材料函'), label('编　　号'), value(head.number)),
            row(
              label('接收单位\n（印章）'),
              value(undefined),
              label('接收日期'),
              value('　　年　　月　　日', { align: 'end' }),
            ),
          ],
        ),
      ),
    ];
  },
});
