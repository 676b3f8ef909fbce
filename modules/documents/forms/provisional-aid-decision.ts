import { z } from 'zod';
import { aidFormText } from '../labels.ts';
import { aidForm, day, line, material, prose } from '../schema.ts';
import { bold, paragraph, salutation, t } from './blocks.ts';
import { defineForm } from './form.ts';
import { receiptStub } from './receipt-stub.ts';
import { chineseDate, opening, sealed } from './wording.ts';

/** Legal Aid Law art. 44, first paragraph, items 1–3. */
export const provisionalGroundText = {
  periodExpiring: { text: '距法定时效或者期限届满不足七日，需要及时提起诉讼或者申请仲裁、行政复议', item: '第一项' },
  preservation: { text: '需要立即申请财产保全、证据保全或者先予执行', item: '第二项' },
  other: { text: '法律、法规、规章规定的其他情形', item: '第三项' },
} as const;

/** 先行提供法律援助决定书: aid first, papers after. */
export const provisionalAidDecision = defineForm({
  title: { zh: '先行提供法律援助决定书', en: 'Decision providing aid provisionally' },
  version: 1,
  layout: 'letter',
  numbering: { step: '先' },
  source: { citation: '《法律援助法》第四十四条', verified: true },
  body: z.strictObject({
    applicantName: line(100).min(1),
    cause: line(120).min(1),
    receivedOn: day,
    ground: z.enum(['periodExpiring', 'preservation', 'other']),
    groundNote: prose(1000).optional(),
    periodExpiresOn: day.optional(),
    aidForms: z.array(aidForm).min(1).max(9),
    /** The centre's own limit for the papers to follow. */
    completeBy: day,
    toComplete: z.array(material).max(30),
  }),
  compose(b, head) {
    const ground = provisionalGroundText[b.ground];
    return [
      ...opening(head, '先行提供法律援助决定书'),
      salutation(t`${b.applicantName}：`),
      paragraph(
        t`您于${chineseDate(b.receivedOn)}就${b.cause}一案向本机构提出法律援助申请。经审查，存在“${ground.text}”的情形${b.periodExpiresOn ? `（期限于${chineseDate(b.periodExpiresOn)}届满）` : ''}。${b.groundNote ?? ''}`,
      ),
      paragraph(
        t`根据《法律援助法》第四十四条第一款${ground.item}的规定，本机构决定先行为您提供法律援助，援助形式为${b.aidForms.map((form) => aidFormText[form]).join('、')}。`,
      ),
      paragraph(
        t`请您在${bold(chineseDate(b.completeBy) ?? '')}前补办有关手续，补充有关材料（《法律援助法》第四十四条第二款）${b.toComplete.length > 0 ? `：${b.toComplete.map((item, i) => `${i + 1}．${item.name}`).join('；')}` : ''}。经审查不符合法律援助条件，或者逾期未补办手续、补充材料的，本机构将依法终止法律援助。`,
      ),
      sealed(head),
      receiptStub('先行提供法律援助决定书', head),
    ];
  },
});
