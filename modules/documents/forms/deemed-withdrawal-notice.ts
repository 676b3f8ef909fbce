import { z } from 'zod';
import { day, line, prose } from '../schema.ts';
import { paragraph, salutation, t } from './blocks.ts';
import { defineForm } from './form.ts';
import { receiptStub } from './receipt-stub.ts';
import { chineseDate, cited, opening, sealed } from './wording.ts';

/** 视为撤回法律援助申请通知书 (art. 43, second paragraph). */
export const deemedWithdrawalNotice = defineForm({
  title: { zh: '视为撤回法律援助申请通知书', en: 'Notice of deemed withdrawal' },
  version: 1,
  layout: 'letter',
  numbering: { step: '撤' },
  source: { citation: '《法律援助法》第四十三条第二款', verified: true },
  body: z.strictObject({
    applicantName: line(100).min(1),
    cause: line(120).min(1),
    receivedOn: day,
    supplementNumber: line(80).optional(),
    supplementServedOn: day,
    dueOn: day,
    missing: z.array(line(200)).min(1).max(50),
    note: prose(1000).optional(),
  }),
  compose(b, head) {
    return [
      ...opening(head, '视为撤回法律援助申请通知书'),
      salutation(t`${b.applicantName}：`),
      paragraph(
        t`您于${chineseDate(b.receivedOn)}就${b.cause}一案向本机构提出法律援助申请。本机构于${chineseDate(b.supplementServedOn)}向您送达${cited('补充材料（说明）通知书', b.supplementNumber)}，要求您在${chineseDate(b.dueOn)}前补充材料或者作出说明。截至上述期限，本机构未收到：${b.missing.join('；')}。${b.note ?? ''}`,
      ),
      paragraph('根据《法律援助法》第四十三条第二款的规定，您的申请视为撤回。'),
      paragraph('您备齐材料后，可以重新提出申请；您有正当理由未能按期补充的，请及时向本机构说明。'),
      sealed(head),
      receiptStub('视为撤回法律援助申请通知书', head),
    ];
  },
});
