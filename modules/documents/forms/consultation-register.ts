import { z } from 'zod';
import { groupText, sexText } from '../labels.ts';
import { day, group, line, printedPerson, prose } from '../schema.ts';
import { cell, choices, label, note, row, t, table, tallRow, value } from './blocks.ts';
import { defineForm } from './form.ts';
import { chineseDate, sheetOpening } from './wording.ts';

const channelText = {
  window: '来访',
  hotline: '来电（12348）',
  web: '网络',
  letter: '来信',
  station: '工作站点',
  kiosk: '智能终端',
} as const;

const outcomeText = {
  answered: '当场解答',
  appointment: '预约解答',
  applicationGuided: '引导申请法律援助',
  referred: '告知或者转至其他机关、机构',
} as const;

/** 法律援助咨询登记表. */
export const consultationRegister = defineForm({
  title: { zh: '法律援助咨询登记表', en: 'Consultation register' },
  version: 2,
  layout: 'sheet',
  numbering: { step: '', word: '咨' },
  source: { citation: 'SF/T 0024-2017 §8（一）；《法律援助法》第二十二条第一项', verified: false },
  body: z.strictObject({
    channel: z.enum(['window', 'hotline', 'web', 'letter', 'station', 'kiosk']),
    receivedOn: day,
    /** Clock time in Shanghai, `HH:MM`. */
    receivedTime: z
      .string()
      .regex(/^\d{2}:\d{2}$/)
      .optional(),
    /** Absent: the person did not give a name. */
    person: printedPerson.optional(),
    groups: z.array(group).max(16),
    topic: line(100),
    question: prose(8000),
    answer: prose(8000),
    outcome: z.enum(['answered', 'appointment', 'applicationGuided', 'referred']),
    outcomeNote: line(300).optional(),
    place: line(100).optional(),
    answeredBy: line(60).optional(),
  }),
  compose(body, head) {
    const person = body.person;
    return [
      ...sheetOpening(head, '法律援助咨询登记表'),
      table(
        [3, 5, 2.6, 4, 2.6, 4.4],
        [
          row(label('咨询方式'), value(choices(channelText, [body.channel]), { colSpan: 5 })),
          row(
            label('咨询时间'),
            value(`${chineseDate(body.receivedOn)}${body.receivedTime ? ` ${body.receivedTime}` : ''}`, { colSpan: 3 }),
            label('接待地点'),
            value(body.place),
          ),
          row(
            label('咨询人'),
            value(person ? person.name : '匿名'),
            label('性别'),
            value(person?.sex && sexText[person.sex], { align: 'center' }),
            label('联系电话'),
            value(person?.phone),
          ),
          row(
            label('证件号码'),
            value(person?.identityNumber, { colSpan: 3 }),
            label('民族'),
            value(person?.ethnicity),
          ),
          row(label('住所地'), value(person?.address, { colSpan: 5 })),
          row(label('人群类别\n（可多选）'), value(choices(groupText, body.groups), { colSpan: 5 })),
          row(label('咨询类别'), value(body.topic, { colSpan: 5 })),
          tallRow(
            50,
            label('咨询内容'),
            value(body.question, { colSpan: 5, valign: 'top', align: 'justify', indent: 2 }),
          ),
          tallRow(
            50,
            label('解答意见'),
            value(body.answer, { colSpan: 5, valign: 'top', align: 'justify', indent: 2 }),
          ),
          row(
            label('处理结果'),
            cell([choices(outcomeText, [body.outcome]), ...(body.outcomeNote ? [t`${body.outcomeNote}`] : [])], {
              colSpan: 5,
              valign: 'middle',
            }),
          ),
          row(
            label('解答人'),
            value(body.answeredBy, { colSpan: 2 }),
            label('登记日期'),
            value(chineseDate(head.issuedOn), { colSpan: 2 }),
          ),
        ],
      ),
      note(
        '说明：法律咨询不受经济困难条件限制，不收取任何费用。咨询内容涉及国家秘密、商业秘密和个人隐私的，依法予以保密（《法律援助法》第二十条、第二十一条）。',
      ),
    ];
  },
});
