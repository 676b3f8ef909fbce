import { z } from 'zod';
import { day, fen, line, prose } from '../schema.ts';
import { cell, choiceLines, choices, label, note, type Row, row, slot, t, table, tallRow, value } from './blocks.ts';
import { defineForm } from './form.ts';
import { dateSlot, figureText, sheetOpening, yuan } from './wording.ts';

const verificationText = {
  dataSharing: '同意法律援助机构通过信息共享查询核查',
  integrityCommitment: '以个人诚信承诺代替证明材料',
  documents: '自愿提交证明材料',
} as const;

const body = z.strictObject({
  applicant: z.strictObject({ name: line(100).min(1), identityNumber: line(40).optional() }),
  residence: z.enum(['urban', 'rural']).optional(),
  members: z
    .array(
      z.strictObject({
        name: line(100).min(1),
        relation: line(40).optional(),
        age: z.int().min(0).max(130).optional(),
        occupation: line(80).optional(),
        annualIncome: fen.optional(),
        note: line(100).optional(),
      }),
    )
    .max(30),
  /** 共同生活的家庭成员人数, where it was told without each of them. */
  memberCount: z.int().min(1).max(99).optional(),
  income: z.strictObject({ wage: fen.optional(), relief: fen.optional(), other: fen.optional() }).optional(),
  totals: z.strictObject({ annualIncome: fen, perCapita: fen }).optional(),
  assets: prose(2000).optional(),
  debts: prose(2000).optional(),
  majorExpenses: prose(2000).optional(),
  /** The opponent lives in the household: the applicant's own income alone counts. */
  opponentInHousehold: z.boolean().optional(),
  /** The standard the statement is measured by, as it stood on the day of the application. */
  standard: z
    .strictObject({ threshold: z.strictObject({ fen, verified: z.boolean() }), basis: line(200), citation: line(200) })
    .optional(),
  checking: z.enum(['dataSharing', 'integrityCommitment', 'documents']),
  readAloudBy: line(60).optional(),
  signedBy: line(100).optional(),
  signedOn: day.optional(),
});

type Body = z.infer<typeof body>;

/** 法律援助申请人经济困难状况说明表, with the integrity commitment (个人诚信承诺, art. 41). */
export const hardshipStatement = defineForm({
  title: { zh: '法律援助申请人经济困难状况说明表', en: 'Statement of economic hardship' },
  version: 2,
  layout: 'sheet',
  numbering: null,
  source: { citation: '《法律援助法》第四十一条；法律援助文书格式（2023年11月10日）', verified: false },
  body,
  compose(b, head) {
    return [
      ...sheetOpening(head, '法律援助申请人经济困难状况说明表'),
      table(
        [1.3, 3.4, 2.6, 1.8, 4.2, 3.4, 4.3],
        [
          row(
            label('申 请 人', { colSpan: 2 }),
            value(b.applicant.name, { colSpan: 2 }),
            label('证件号码'),
            value(b.applicant.identityNumber, { colSpan: 2 }),
          ),
          row(
            label('户口性质', { colSpan: 2 }),
            value(choices({ urban: '城镇', rural: '农村' }, b.residence ? [b.residence] : []), { colSpan: 5 }),
          ),
          ...memberRows(b),
          row(label('家庭收入\n（元／年）', { colSpan: 2 }), incomeCell(b)),
          tallRow(
            16,
            label('房产、车辆、\n存款等财产', { colSpan: 2 }),
            value(b.assets, { colSpan: 5, align: 'justify' }),
          ),
          tallRow(9, label('债　　务', { colSpan: 2 }), value(b.debts, { colSpan: 5, align: 'justify' })),
          tallRow(9, label('重大支出', { colSpan: 2 }), value(b.majorExpenses, { colSpan: 5, align: 'justify' })),
          row(label('适用标准', { colSpan: 2 }), standardCell(b)),
          row(
            label('核查方式', { colSpan: 2 }),
            cell(choiceLines(verificationText, [b.checking]), { colSpan: 5, valign: 'middle' }),
          ),
          row(label('个人诚信\n承　　诺', { colSpan: 2 }), commitmentCell(b)),
        ],
      ),
      note('说明：家庭成员指共同生活的成员。诉讼或者争议的对方是共同生活的家庭成员的，按申请人个人收入认定。'),
    ];
  },
});

function memberRows(b: Body): readonly Row[] {
  const rows: readonly (Body['members'][number] | undefined)[] = [
    ...b.members,
    ...Array.from({ length: Math.max(0, 3 - b.members.length) }, () => undefined),
  ];
  return [
    row(
      label('共同生活的家庭成员', { vertical: true, rowSpan: rows.length + 1 }),
      ...['姓　名', '与申请人关系', '年龄', '工作单位或者职业', '年收入（元）', '备　注'].map((text) => label(text)),
    ),
    ...rows.map((member) =>
      row(
        value(member?.name),
        value(member?.relation, { align: 'center' }),
        value(member?.age, { align: 'center' }),
        value(member?.occupation),
        value(member?.annualIncome === undefined ? undefined : yuan(member.annualIncome), { align: 'end' }),
        value(member?.note),
      ),
    ),
  ];
}

function incomeCell({ income, memberCount, totals, opponentInHousehold }: Body) {
  const amount = (value: number | undefined) => slot(value === undefined ? undefined : yuan(value), 5);
  return cell(
    [
      t`工资性收入：${amount(income?.wage)}　救助、救济收入：${amount(income?.relief)}　其他收入：${amount(income?.other)}`,
      t`${memberCount === undefined ? '' : `家庭共${memberCount}人　`}合计：${amount(totals?.annualIncome)}　人均：${amount(totals?.perCapita)}　对方是否为家庭成员：${choices({ yes: '是', no: '否' }, opponentInHousehold === undefined ? [] : [opponentInHousehold ? 'yes' : 'no'])}`,
    ],
    { colSpan: 5, valign: 'middle' },
  );
}

function standardCell({ standard }: Body) {
  if (!standard) return value(undefined, { colSpan: 5 });
  return value(t`人均年收入不高于${figureText(standard.threshold)}。${standard.basis}（${standard.citation}）`, {
    colSpan: 5,
    align: 'justify',
  });
}

// 告知承诺: what is promised, what follows from a false promise, how it is checked (art. 41; art. 64).
function commitmentCell(b: Body) {
  const chosen = b.checking === 'integrityCommitment';
  return cell(
    [
      t`工作人员已告知：承诺的事项为本人及家庭经济困难状况；依据为《法律援助法》第四十一条；核查可以采取信息共享查询、信函、走访等方式；承诺不实应当承担的责任。`,
      t`${chosen ? '本人自愿以诚信承诺代替证明材料，并郑重承诺：' : '本人声明：'}本表所填内容真实、完整、准确，不存在隐瞒收入、财产的情形；经济状况发生变化，不再符合法律援助条件的，及时告知法律援助机构；同意法律援助机构依法核查。如有不实，愿意承担终止法律援助、支付已实施法律援助的费用、处三千元以下罚款的法律责任（《法律援助法》第四十八条、第六十四条）。`,
      ...(b.readAloudBy ? [t`本表已由工作人员${b.readAloudBy}向申请人逐项宣读。`] : []),
      t`申请人（代为申请人）签名或者按指印：${slot(b.signedBy, 9)}`,
      t`日期：${dateSlot(b.signedOn)}`,
    ],
    { colSpan: 5, align: 'justify', indent: 2 },
  );
}
