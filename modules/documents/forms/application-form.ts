import { z } from 'zod';
import { aidFormText, groupText, matterClassText, proceedingStageText, sexText } from '../labels.ts';
import { aidForm, day, group, line, material, matterClass, printedPerson, proceedingStage, prose } from '../schema.ts';
import {
  type Cell,
  cell,
  choiceLines,
  choices,
  label,
  note,
  type Row,
  row,
  slot,
  t,
  table,
  tallRow,
  value,
} from './blocks.ts';
import { defineForm } from './form.ts';
import { chineseDate, dateSlot, sheetOpening } from './wording.ts';

const meansText = {
  meansTested: '经济困难（另附《法律援助经济困难状况说明表》）',
  verificationWaived: '免予核查经济困难状况（《法律援助法》第四十二条）',
  meansExempt: '不受经济困难条件限制（《法律援助法》第三十二条）',
  notApplicable: '依法无须说明经济困难状况',
} as const;

const body = z.strictObject({
  applicant: printedPerson,
  /** 代为申请人: guardian, close relative or a person with authority (arts 40). */
  agent: z
    .strictObject({
      name: line(100).min(1),
      relation: line(60).optional(),
      identityNumber: line(40).optional(),
      phone: line(40).optional(),
    })
    .optional(),
  groups: z.array(group).max(16),
  matterClass,
  aidForms: z.array(aidForm).min(1).max(9),
  cause: line(120).min(1),
  /** 法律地位: 原告、被告人 … */
  position: line(60).optional(),
  stage: proceedingStage.optional(),
  handlingOrgan: line(120).optional(),
  opponent: z
    .strictObject({ name: line(200).min(1), phone: line(40).optional(), address: line(200).optional() })
    .optional(),
  earlierAid: z.boolean().optional(),
  facts: prose(8000),
  request: prose(2000).optional(),
  means: z.enum(['meansTested', 'verificationWaived', 'meansExempt', 'notApplicable']),
  meansGround: line(300).optional(),
  materials: z.array(material).max(60),
  /** 代书: staff filled the form in from what the applicant said. */
  filledBy: line(60).optional(),
  signedBy: line(100).optional(),
  signedOn: day.optional(),
});

type Body = z.infer<typeof body>;

/** 法律援助申请表. */
export const applicationForm = defineForm({
  title: { zh: '法律援助申请表', en: 'Application for legal aid' },
  version: 1,
  layout: 'sheet',
  numbering: { step: '申' },
  source: { citation: 'SF/T 0024-2017 §8（二）；法律援助文书格式（2023年11月10日）', verified: false },
  body,
  compose(b, head) {
    return [
      ...sheetOpening(head, '法律援助申请表'),
      table(
        [1.3, 3.1, 4.1, 2.3, 3.2, 2.6, 4.4],
        [
          ...applicantRows(b),
          ...agentRows(b),
          ...matterRows(b),
          tallRow(
            44,
            label('案情及\n申请理由', { colSpan: 2 }),
            value(b.facts, { colSpan: 5, align: 'justify', valign: 'top', indent: 2 }),
          ),
          row(label('具体请求', { colSpan: 2 }), value(b.request, { colSpan: 5, align: 'justify', indent: 2 })),
          row(
            label('经济困难\n情况', { colSpan: 2 }),
            cell([...choiceLines(meansText, [b.means]), ...(b.meansGround ? [t`理由：${b.meansGround}`] : [])], {
              colSpan: 5,
              valign: 'middle',
            }),
          ),
          row(
            label('提交材料', { colSpan: 2 }),
            value(
              b.materials
                .map((item, i) => `${i + 1}．${item.name}${item.copies ? `（${item.copies}份）` : ''}`)
                .join('\n'),
              { colSpan: 5 },
            ),
          ),
          row(label('申请人\n声　明', { colSpan: 2 }), declaration(b)),
        ],
      ),
      note(
        '填表说明：1．本表可以由申请人填写，也可以由工作人员根据申请人口述代为填写，经核对无误后由申请人签名或者按指印。2．由他人代为申请的，代为申请人应当提交有代理权的证明（《法律援助法》第四十条）。3．法律援助不收取任何费用；法律援助机构自收到申请之日起七日内作出决定（《法律援助法》第二十条、第四十三条）。',
      ),
    ];
  },
});

function applicantRows({ applicant: a, groups, earlierAid }: Body): readonly Row[] {
  return [
    row(
      label('申请人基本情况', { vertical: true, rowSpan: 7 }),
      label('姓　　名'),
      value(a.name),
      label('性　别'),
      value(a.sex && sexText[a.sex], { align: 'center' }),
      label('出生日期'),
      value(chineseDate(a.birthDate)),
    ),
    row(
      label('民　　族'),
      value(a.ethnicity),
      label('文化程度'),
      value(a.education),
      label('健康状况'),
      value(a.health),
    ),
    row(label('证件号码'), value(a.identityNumber, { colSpan: 3 }), label('联系电话'), value(a.phone)),
    row(label('户籍所在地'), value(a.registeredAddress, { colSpan: 5 })),
    row(label('住 所 地'), value(a.address, { colSpan: 5 })),
    row(label('工作单位'), value(a.workUnit, { colSpan: 3 }), label('职　业'), value(a.occupation)),
    row(
      label('人群类别\n（可多选）'),
      cell(
        [
          choices(groupText, groups),
          t`是否曾获得法律援助：${choices({ yes: '是', no: '否' }, earlierAid === undefined ? [] : [earlierAid ? 'yes' : 'no'])}`,
        ],
        { colSpan: 5, valign: 'middle' },
      ),
    ),
  ];
}

function agentRows({ agent }: Body): readonly Row[] {
  return [
    row(
      label('代为申请人', { vertical: true, rowSpan: 2 }),
      label('姓　　名'),
      value(agent?.name, { colSpan: 3 }),
      label('与申请人\n关　　系'),
      value(agent?.relation),
    ),
    row(label('证件号码'), value(agent?.identityNumber, { colSpan: 3 }), label('联系电话'), value(agent?.phone)),
  ];
}

function matterRows(b: Body): readonly Row[] {
  return [
    row(
      label('申请事项', { vertical: true, rowSpan: 5 }),
      label('案件类型'),
      value(choices(matterClassText, [b.matterClass]), { colSpan: 5 }),
    ),
    row(label('案　　由'), value(b.cause, { colSpan: 3 }), label('法律地位'), value(b.position)),
    row(label('所处阶段'), value(choices(proceedingStageText, b.stage ? [b.stage] : []), { colSpan: 5 })),
    row(label('申请的\n援助形式'), value(choices(aidFormText, b.aidForms), { colSpan: 5 })),
    row(
      label('办案机关及\n对方当事人'),
      cell(
        [
          t`办案（争议处理）机关：${slot(b.handlingOrgan, 14)}`,
          t`对方当事人：${slot(b.opponent?.name, 14)}`,
          t`对方电话、地址：${slot([b.opponent?.phone, b.opponent?.address].filter(Boolean).join('，') || undefined, 14)}`,
        ],
        { colSpan: 5, valign: 'middle' },
      ),
    ),
  ];
}

function declaration(b: Body): Cell {
  return cell(
    [
      t`以上内容及所提交的材料真实、完整。本人知悉：以欺骗或者其他不正当手段获得法律援助的，法律援助机构应当终止法律援助，司法行政部门责令支付已实施法律援助的费用，并处三千元以下罚款（《法律援助法》第四十八条、第六十四条）。`,
      ...(b.filledBy ? [t`本表由工作人员${b.filledBy}根据申请人口述代为填写，已向申请人宣读。`] : []),
      t`申请人（代为申请人）签名或者按指印：${slot(b.signedBy, 9)}`,
      t`日期：${dateSlot(b.signedOn)}`,
    ],
    { colSpan: 5, align: 'justify', indent: 2 },
  );
}
