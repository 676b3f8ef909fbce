import { provisionalGroundText } from '../../forms/provisional-aid-decision.ts';
import { chineseDate, cited, withoutStop } from '../../forms/wording.ts';
import { objectionWords, terminationWords } from '../phrases.ts';
import {
  aidFormsOf,
  aidFormWords,
  copied,
  copyWords,
  type Letter,
  mark,
  may,
  must,
  paragraphOf,
  reason,
  reasonLines,
  reasonWords,
} from './spec.ts';

/* What a centre or the bureau decides, and tells the person. */

interface Addressed {
  readonly applicantName: string;
  readonly cause: string;
  readonly receivedOn: string;
}
export const addressed = {
  申请人姓名: must('申请人姓名', 'The applicant’s name', (b: Addressed) => b.applicantName),
  案由: must('案由', 'The cause', (b: Addressed) => b.cause),
  收到日期: may('收到申请的日期', 'The day of receipt', (b: Addressed) => chineseDate(b.receivedOn) ?? ''),
};
export const addressedStart = (day: (placeholder: string) => string) => ({
  applicantName: '{申请人姓名}',
  cause: '{案由}',
  receivedOn: day('{收到日期}'),
});

interface Received {
  readonly recipientName: string;
  readonly cause: string;
}
export const received = {
  受援人姓名: must('受援人姓名', 'The recipient’s name', (b: Received) => b.recipientName),
  案由: must('案由', 'The cause', (b: Received) => b.cause),
};
export const receivedStart = { recipientName: '{受援人姓名}', cause: '{案由}' } as const;

const remedyField = must(
  '提出异议、复议和诉讼的整段文字（第四十九条）',
  'How to object, as a paragraph (art. 49)',
  (b: { readonly objection?: Parameters<typeof objectionWords>[1] }, h) => objectionWords(h, b.objection),
);
const remedyWhole = { 救济途径: ['您对本决定有异议的'] } as const;
const copyField = <B>(names: (body: B) => readonly string[]) =>
  may<B>('“抄送：……”整句，没有时为空', 'Whom it is copied to, as a sentence', (b) => copied(names(b)));

export const supplementNotice: Letter<'supplementNotice'> = {
  fields: {
    ...addressed,
    补充事项: may('需要补充的材料和说明，不用表格时用，每项一行', 'What is missing without a table, one a line', (b) =>
      b.missing
        .map(({ name, requirement }, i) => `${i + 1}．${name}${requirement ? `（${requirement}）` : ''}`)
        .join('\n'),
    ),
    补充期限: must('补充的最后一日', 'The last day for it', (b) => chineseDate(b.dueOn) ?? ''),
    联系人: may('“，联系人：某某”，没有时为空', 'Whom to ask, as a phrase', (b) =>
      b.contact === undefined ? '' : `，联系人：${b.contact}`,
    ),
  },
  start: (day) => ({
    ...addressedStart(day),
    missing: [{ name: mark }],
    dueOn: day('{补充期限}'),
    contact: mark,
  }),
  words: [[`，联系人：${mark}`, '{联系人}']],
};

export const deemedWithdrawalNotice: Letter<'deemedWithdrawalNotice'> = {
  fields: {
    ...addressed,
    补充通知编号: may('补充通知书的编号', 'The number of the notice to supplement', (b) => b.supplementNumber ?? ''),
    送达日期: must(
      '补充通知书送达的日期',
      'The day that notice was served',
      (b) => chineseDate(b.supplementServedOn) ?? '',
    ),
    补充期限: must('补充的最后一日', 'The last day for it', (b) => chineseDate(b.dueOn) ?? ''),
    未补材料: must('没有收到的材料', 'What never came', (b) => b.missing.join('；')),
    补充说明: may('补充说明，没有时为空', 'A note', (b) => b.note ?? ''),
  },
  start: (day) => ({
    ...addressedStart(day),
    supplementNumber: '{补充通知编号}',
    supplementServedOn: day('{送达日期}'),
    dueOn: day('{补充期限}'),
    missing: ['{未补材料}'],
    note: '{补充说明}',
  }),
};

export const provisionalAidDecision: Letter<'provisionalAidDecision'> = {
  fields: {
    ...addressed,
    紧急情形: must(
      '先行提供的法定情形（第四十四条）',
      'The ground of article 44',
      (b) => provisionalGroundText[b.ground].text,
    ),
    法条项: must('第四十四条第一款的项', 'Its item of article 44', (b) => provisionalGroundText[b.ground].item),
    届满日期: may('“（期限于某日届满）”，没有时为空', 'The day the period ends, in brackets', (b) =>
      b.periodExpiresOn === undefined ? '' : `（期限于${chineseDate(b.periodExpiresOn)}届满）`,
    ),
    补充说明: may('补充说明，没有时为空', 'A note', (b) => b.groundNote ?? ''),
    援助形式: must('援助形式', 'The form of aid', aidFormsOf),
    补办期限: must('补办手续的最后一日', 'The last day for the papers', (b) => chineseDate(b.completeBy) ?? ''),
    补办材料: may('“：1．……；2．……”，没有时为空', 'What has to follow, as a phrase', (b) =>
      b.toComplete.length === 0 ? '' : `：${b.toComplete.map((item, i) => `${i + 1}．${item.name}`).join('；')}`,
    ),
  },
  start: (day) => ({
    ...addressedStart(day),
    ground: 'other',
    groundNote: '{补充说明}',
    periodExpiresOn: day('{届满}'),
    aidForms: ['litigationRepresentation'],
    completeBy: day('{补办期限}'),
    toComplete: [{ name: mark }],
  }),
  words: [
    [`“${provisionalGroundText.other.text}”`, '“{紧急情形}”'],
    ['（期限于{届满}届满）', '{届满日期}'],
    ['第四十四条第一款第三项', '第四十四条第一款{法条项}'],
    [`：1．${mark}`, '{补办材料}'],
    aidFormWords,
  ],
};

export const grantDecision: Letter<'grantDecision'> = {
  fields: {
    ...addressed,
    理由: must('符合条件的理由和依据，每条一行', 'Reasons with their articles, one a line', (b) =>
      reasonLines(b.reasons),
    ),
    援助形式: must('援助形式', 'The form of aid', aidFormsOf),
    指派期限: may('（某年某月某日前），没有时为空', 'The day by which a handler is named, in brackets', (b) =>
      b.designateBy === undefined ? '' : `（${chineseDate(b.designateBy)}前）`,
    ),
    抄送: copyField((b) => b.copyTo),
  },
  start: (day) => ({
    ...addressedStart(day),
    aidForms: ['litigationRepresentation'],
    reasons: [reason],
    designateBy: day('{指派}'),
    copyTo: [mark],
  }),
  words: [['（{指派}前）', '{指派期限}'], reasonWords, aidFormWords, copyWords],
};

export const refusalDecision: Letter<'refusalDecision'> = {
  fields: {
    ...addressed,
    理由: must('不符合条件的理由和依据，每条一行', 'Reasons with their articles, one a line', (b) =>
      reasonLines(b.grounds),
    ),
    救济途径: remedyField,
    其他途径: may('其他解决途径整句，没有时为空', 'Other ways, as a sentence', (b) =>
      b.otherWays.length === 0 ? '' : `您还可以通过以下途径解决问题：${b.otherWays.join('；')}。`,
    ),
    抄送: copyField((b) => b.copyTo),
  },
  start: (day) => ({ ...addressedStart(day), grounds: [reason], otherWays: [mark], copyTo: [mark] }),
  words: [reasonWords, [`您还可以通过以下途径解决问题：${mark}。`, '{其他途径}'], copyWords],
  whole: remedyWhole,
};

export const objectionDecision: Letter<'objectionDecision'> = {
  fields: {
    异议人姓名: must('提出异议的人', 'Who objects', (b) => b.objectorName),
    案由: must('案由', 'The cause', (b) => b.cause),
    原机构: must('作出原决定的法律援助机构', 'The centre whose decision is reviewed', (b) => b.centre),
    原决定: must('原决定书的编号和名称', 'The decision that is reviewed', (b) =>
      cited(b.decisionTitle, b.decisionNumber),
    ),
    原决定日期: may('原决定的日期', 'Its day', (b) => chineseDate(b.decidedOn) ?? ''),
    收到异议日期: must('收到异议的日期', 'The day the objection came in', (b) => chineseDate(b.raisedOn) ?? ''),
    理由: must('审查的理由和依据，每条一行', 'Reasons with their articles, one a line', (b) => reasonLines(b.reasons)),
    决定: must(
      '维持或者责令改正的整段文字，维持的带救济途径（第四十九条）',
      'Maintain, with what can be done then, or order correction: a paragraph (art. 49)',
      paragraphOf('objectionDecision', ['根据《']),
    ),
  },
  start: (day) => ({
    objectorName: '{异议人姓名}',
    cause: '{案由}',
    centre: '{原机构}',
    decisionTitle: mark,
    decidedOn: day('{原决定日期}'),
    raisedOn: day('{收到异议日期}'),
    result: 'maintain',
    reasons: [reason],
  }),
  words: [[`《${mark}》`, '{原决定}'], reasonWords],
  whole: { 决定: ['根据《'] },
};

export const terminationDecision: Letter<'terminationDecision'> = {
  fields: {
    ...received,
    给予决定: may(
      '“于某日作出某号决定书，”，没有时为空',
      'The decision that granted aid, as a phrase',
      (b) => terminationWords(b).granted,
    ),
    事实: must('查明的事实', 'The facts found', (b) => b.facts),
    终止情形: must('法定终止情形的文字', 'The ground, in the words of the Law', (b) => terminationWords(b).ground),
    法条项: must('第四十八条第一款的项', 'Its item of article 48', (b) => terminationWords(b).item),
    救济途径: remedyField,
    抄送: copyField((b) => [b.handlingUnit, b.handlingOrgan].filter((name) => name !== undefined)),
  },
  start: (day) => ({
    ...receivedStart,
    grantNumber: mark,
    grantedOn: day('{给予}'),
    ground: 'other',
    facts: '{事实}',
    handlingUnit: mark,
  }),
  words: [
    [`于{给予}作出${mark}《给予法律援助决定书》，`, '{给予决定}'],
    ['“法律法规规定的其他情形”', '“{终止情形}”'],
    ['第八项', '{法条项}'],
    copyWords,
  ],
  whole: remedyWhole,
};

const goesOn = ['您的案件由', '本机构将为您'] as const;

export const resumptionDecision: Letter<'resumptionDecision'> = {
  fields: {
    ...received,
    终止决定: must('终止决定书的编号和名称', 'The decision that is taken back', (b) =>
      cited('终止法律援助决定书', b.terminationNumber),
    ),
    终止日期: must('终止决定的日期', 'Its day', (b) => chineseDate(b.terminatedOn) ?? ''),
    恢复原因: must('恢复的原因', 'Why the aid goes on', (b) =>
      b.reason === undefined ? b.ground : `${b.ground}：${withoutStop(b.reason)}`,
    ),
    承办安排: must(
      '由谁继续办理的整段文字',
      'Who goes on with it, as a paragraph',
      paragraphOf('resumptionDecision', goesOn),
    ),
    补充说明: may('补充说明，没有时为空', 'A note', (b) => b.note ?? ''),
    抄送: copyField((b) => [b.handler?.unit, b.handlingOrgan].filter((name) => name !== undefined)),
  },
  start: (day) => ({
    ...receivedStart,
    terminationNumber: mark,
    terminatedOn: day('{终止日期}'),
    ground: '{恢复原因}',
    goesOn: 'anotherHandler',
    note: '{补充说明}',
    handlingOrgan: mark,
  }),
  words: [[`${mark}《终止法律援助决定书》`, '{终止决定}'], copyWords],
  whole: { 承办安排: goesOn },
};
