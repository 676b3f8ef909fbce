import { z } from 'zod';
import { day, line, material } from '../schema.ts';
import { bold, note, paragraph, salutation, signature, t } from './blocks.ts';
import { defineForm } from './form.ts';
import { chineseDate, materialsTable, opening } from './wording.ts';

/** 接收法律援助申请材料凭证. */
export const materialsReceipt = defineForm({
  title: { zh: '接收法律援助申请材料凭证', en: 'Receipt of application materials' },
  version: 2,
  layout: 'letter',
  numbering: { step: '收' },
  source: { citation: '《办理法律援助案件程序规定》第十三条', verified: false },
  body: z.strictObject({
    applicantName: line(100).min(1),
    submittedBy: line(100).optional(),
    cause: line(120).optional(),
    receivedOn: day,
    materials: z.array(material).max(100),
    /** What was not handed in yet and belongs to every such application: the proof of authority. */
    stillNeeded: z.array(line(200)).max(10).optional(),
    receivedBy: line(60).optional(),
    /** The day by which the centre decides (art. 43). */
    decideBy: day.optional(),
    queryCode: line(40).optional(),
  }),
  compose(b, head) {
    return [
      ...opening(head, '接收法律援助申请材料凭证'),
      salutation(t`${b.applicantName}：`),
      paragraph(
        t`本机构于${chineseDate(b.receivedOn)}收到${b.submittedBy && b.submittedBy !== b.applicantName ? `${b.submittedBy}代您提交的` : '您提交的'}${b.cause ? `${b.cause}一案` : ''}法律援助申请材料，共${b.materials.length}项，清单如下：`,
      ),
      materialsTable(b.materials, 3),
      ...(b.stillNeeded && b.stillNeeded.length > 0 ? [paragraph(t`还需提交：${b.stillNeeded.join('；')}。`)] : []),
      ...(b.decideBy
        ? [
            paragraph(
              t`申请材料齐全的，本机构将在${bold(chineseDate(b.decideBy) ?? '')}前作出是否给予法律援助的决定；需要补充材料或者作出说明的，将一次性告知您，补充期间不计入上述期限（《法律援助法》第四十三条）。`,
            ),
          ]
        : []),
      ...(b.queryCode
        ? [paragraph(t`查询进度：请凭本凭证编号和查询码${bold(b.queryCode)}在网上、自助终端或者拨打12348查询。`)]
        : []),
      signature([t`经办人：${b.receivedBy ?? ''}`, t`${head.agency.name}（印章）`], chineseDate(head.issuedOn), true),
      note('本凭证一式两份，一份交申请人，一份存卷。'),
    ];
  },
});
