import { z } from 'zod';
import { day, line, prose } from '../schema.ts';
import { bold, label, paragraph, row, salutation, stub, t, table, value } from './blocks.ts';
import { defineForm } from './form.ts';
import { chineseDate, opening, sealed } from './wording.ts';

/** 协助核查函: one centre asks another to check what lies there; the answer comes back on the stub. */
export const cooperationLetter = defineForm({
  title: { zh: '协助核查函', en: 'Letter asking another centre to check' },
  version: 1,
  layout: 'letter',
  numbering: { step: '协' },
  source: { citation: '《法律援助法》第四十一条第三款；《办理法律援助案件程序规定》第十七条', verified: false },
  body: z.strictObject({
    to: line(120).min(1),
    applicantName: line(100).min(1),
    cause: line(120).min(1),
    receivedOn: day,
    question: prose(2000).min(1),
    answerBy: day,
  }),
  compose(b, head) {
    return [
      ...opening(head, '协助核查函'),
      salutation(t`${b.to}：`),
      paragraph(
        t`${b.applicantName}于${chineseDate(b.receivedOn)}就${b.cause}一案向本机构申请法律援助。因有关情况在你单位所在地，现请协助核查以下事项：`,
      ),
      ...b.question.split('\n').map((text) => paragraph(text)),
      paragraph(
        t`请于${bold(chineseDate(b.answerBy) ?? '')}前将核查结果函复本机构。核查期间不计入本机构审查期限。联系电话：${head.agency.phone ?? ''}`,
      ),
      sealed(head),
      stub(
        '核　查　结　果',
        table(
          [3, 15],
          [
            row(label('申 请 人'), value(b.applicantName)),
            row(label('核查结果'), value('\n\n\n')),
            row(label('核查单位\n（印章）'), value('　　年　　月　　日', { align: 'end' })),
          ],
        ),
      ),
    ];
  },
});
