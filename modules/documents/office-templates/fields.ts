import type { FormBody, FormKey, Snapshot } from '../forms/index.ts';
import { chineseDate } from '../forms/wording.ts';
import { aidFormText } from '../labels.ts';
import type { DocumentHead, Reason } from '../schema.ts';
import { objectionWords, terminationWords } from './phrases.ts';

/** One placeholder that an office may put into its own form: `{名称}`. */
export interface TemplateField<B = FormBody<FormKey>> {
  /** A paper without it would not be what the law asks for. */
  readonly must: boolean;
  readonly says: { readonly zh: string; readonly en: string };
  text(body: B, head: DocumentHead): string;
}

type Fields<B> = Readonly<Record<string, TemplateField<B>>>;

const must = <B>(zh: string, en: string, text: TemplateField<B>['text']): TemplateField<B> => ({
  must: true,
  says: { zh, en },
  text,
});
const may = <B>(zh: string, en: string, text: TemplateField<B>['text']): TemplateField<B> => ({
  must: false,
  says: { zh, en },
  text,
});

const headFields = {
  编号: must('文书编号，出具时自动取号', 'The paper’s number, taken when it is issued', (_b, h) => h.number ?? ''),
  验证码: must(
    '核验真伪用的验证码',
    'The code by which anybody checks the paper',
    (_b, h) => h.verification?.code ?? '',
  ),
  机构名称: must('出具文书的法律援助机构', 'The agency that issues the paper', (_b, h) => h.agency.name),
  出具日期: must('出具文书的日期', 'The day of issue', (_b, h) => chineseDate(h.issuedOn) ?? ''),
  案件编号: may('申请或者案件的编号', 'The number of the matter', (_b, h) => h.matterNumber ?? ''),
  主管司法行政机关: may('受理异议的司法行政机关', 'The bureau that hears objections', (_b, h) => h.agency.bureau),
  机构地址: may('机构地址', 'The agency’s address', (_b, h) => h.agency.address ?? ''),
  机构电话: may('机构电话', 'The agency’s telephone', (_b, h) => h.agency.phone ?? ''),
} satisfies Fields<unknown>;

type Addressed = { readonly applicantName: string; readonly cause: string; readonly receivedOn: string };
const addressed = {
  申请人姓名: must('申请人姓名', 'The applicant’s name', (b: Addressed) => b.applicantName),
  案由: must('案由', 'The cause', (b: Addressed) => b.cause),
  收到日期: may('收到申请的日期', 'The day of receipt', (b: Addressed) => chineseDate(b.receivedOn) ?? ''),
};

/** What each form of an office's own may say. A form that is not here is printed as built in. */
const own = {
  grantDecision: {
    ...addressed,
    理由: must('符合条件的理由和依据，每条一行', 'Reasons with their articles, one a line', (b) =>
      reasonLines(b.reasons),
    ),
    援助形式: must('援助形式', 'The form of aid', (b) => b.aidForms.map((form) => aidFormText[form]).join('、')),
    指派期限: may('（某年某月某日前），没有时为空', 'The day by which a handler is named, in brackets', (b) =>
      b.designateBy === undefined ? '' : `（${chineseDate(b.designateBy)}前）`,
    ),
    抄送: may('“抄送：……”整句，没有时为空', 'Whom it is copied to, as a sentence', (b) => copied(b.copyTo)),
  },
  refusalDecision: {
    ...addressed,
    理由: must('不符合条件的理由和依据，每条一行', 'Reasons with their articles, one a line', (b) =>
      reasonLines(b.grounds),
    ),
    救济途径: must('提出异议、复议和诉讼的整段文字（第四十九条）', 'How to object, as a paragraph (art. 49)', (b, h) =>
      objectionWords(h, b.objection),
    ),
    其他途径: may('其他解决途径整句，没有时为空', 'Other ways, as a sentence', (b) =>
      b.otherWays.length === 0 ? '' : `您还可以通过以下途径解决问题：${b.otherWays.join('；')}。`,
    ),
    抄送: may('“抄送：……”整句，没有时为空', 'Whom it is copied to, as a sentence', (b) => copied(b.copyTo)),
  },
  terminationDecision: {
    受援人姓名: must('受援人姓名', 'The recipient’s name', (b) => b.recipientName),
    案由: must('案由', 'The cause', (b) => b.cause),
    给予决定: may(
      '“于某日作出某号决定书，”，没有时为空',
      'The decision that granted aid, as a phrase',
      (b) => terminationWords(b).granted,
    ),
    事实: must('查明的事实', 'The facts found', (b) => b.facts),
    终止情形: must('法定终止情形的文字', 'The ground, in the words of the Law', (b) => terminationWords(b).ground),
    法条项: must('第四十八条第一款的项', 'Its item of article 48', (b) => terminationWords(b).item),
    救济途径: must('提出异议、复议和诉讼的整段文字（第四十九条）', 'How to object, as a paragraph (art. 49)', (b, h) =>
      objectionWords(h, b.objection),
    ),
    抄送: may('“抄送：……”整句，没有时为空', 'Whom it is copied to, as a sentence', (b) =>
      copied([b.handlingUnit, b.handlingOrgan].filter((name) => name !== undefined)),
    ),
  },
  supplementNotice: {
    ...addressed,
    补充事项: must('需要补充的材料和说明，每项一行', 'What is missing, one a line', (b) =>
      b.missing
        .map(({ name, requirement }, i) => `${i + 1}．${name}${requirement ? `（${requirement}）` : ''}`)
        .join('\n'),
    ),
    补充期限: must('补充的最后一日', 'The last day for it', (b) => chineseDate(b.dueOn) ?? ''),
  },
  cooperationLetter: {
    ...addressed,
    协助机构: must('请其协助的机构', 'The centre that is asked', (b) => b.to),
    核查事项: must('请其核查的事项', 'What is to be checked', (b) => b.question),
    答复期限: must('请其答复的日期', 'By when', (b) => chineseDate(b.answerBy) ?? ''),
  },
} as const satisfies { readonly [K in FormKey]?: Fields<FormBody<K>> };

export type TemplateForm = keyof typeof own;
export const templateForms = Object.keys(own) as readonly TemplateForm[];

export function isTemplateForm(key: string): key is TemplateForm {
  return Object.hasOwn(own, key);
}

/** The fields of a form by their name, those that every paper shares first. */
export function fieldsOf(key: TemplateForm): Readonly<Record<string, TemplateField>> {
  return { ...headFields, ...own[key] } as unknown as Readonly<Record<string, TemplateField>>;
}

/** The words of every field of a paper. Braces in what people wrote are made wide, so that no word of theirs is taken for a field. */
export function valuesOf(key: TemplateForm, { head, body }: Snapshot): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fieldsOf(key)).map(([name, field]) => [
      name,
      field
        .text(body as FormBody<FormKey>, head)
        .replaceAll('{', '｛')
        .replaceAll('}', '｝'),
    ]),
  );
}

function reasonLines(reasons: readonly Reason[]): string {
  return reasons
    .map(({ text, citation, verified }, i) => {
      const order = reasons.length > 1 ? `（${'一二三四五六七八九十'[i] ?? i + 1}）` : '';
      return `${order}${text.replace(/[。．.；;]\s*$/u, '')}（依据：${citation}）${verified === false ? '〔待核实〕' : ''}。`;
    })
    .join('\n');
}

const copied = (names: readonly string[]): string => (names.length === 0 ? '' : `抄送：${names.join('、')}`);
