import { type FormBody, type FormKey, formOf, type Snapshot } from '../forms/index.ts';
import { chineseDate } from '../forms/wording.ts';
import { type Boxes, boxesOf, joint } from './boxes.ts';
import { letterOf } from './letters/index.ts';
import { type FieldMeaning, type LetterFields, may } from './letters/spec.ts';
import { fullSample } from './samples.ts';

export type { FieldMeaning } from './letters/spec.ts';

const headFields: LetterFields<unknown> = {
  编号: may(
    '文书编号，出具时自动取号；没有文书编号的表为案件编号',
    'The paper’s number, taken when it is issued; a sheet without one bears the matter’s',
    (_b, h) => h.number ?? h.matterNumber ?? '',
  ),
  验证码: may(
    '核验真伪用的验证码',
    'The code by which anybody checks the paper',
    (_b, h) => h.verification?.code ?? '',
  ),
  机构名称: may('出具文书的法律援助机构', 'The agency that issues the paper', (_b, h) => h.agency.name),
  出具日期: may('出具文书的日期', 'The day of issue', (_b, h) => chineseDate(h.issuedOn) ?? ''),
  案件编号: may('申请或者案件的编号', 'The number of the matter', (_b, h) => h.matterNumber ?? ''),
  主管司法行政机关: may('受理异议的司法行政机关', 'The bureau that hears objections', (_b, h) => h.agency.bureau),
  机构地址: may('机构地址', 'The agency’s address', (_b, h) => h.agency.address ?? ''),
  机构电话: may('机构电话', 'The agency’s telephone', (_b, h) => h.agency.phone ?? ''),
};

/** Boxes that a sheet must have: who and what it is about, and the words by which somebody binds themselves. */
const requiredBoxes: { readonly [K in FormKey]?: readonly string[] } = {
  consultationRegister: ['咨询人', '咨询内容', '解答意见'],
  applicationForm: ['申请人基本情况·姓名', '申请事项·案由', '案情及申请理由', '申请人声明'],
  hardshipStatement: ['申请人', '家庭收入', '适用标准', '核查方式', '个人诚信承诺'],
  approvalForm: ['申请人', '案由', '审查情况', '审查人意见', '负责人审批意见'],
  replacementApproval: ['受援人', '更换事由', '具体情况及证明材料', '负责人审批意见'],
  progressReport: ['受援人', '清单·日期', '清单·办理情况'],
  pleaWitnessRecord: ['犯罪嫌疑人', '罪名', '量刑建议', '已告知', '不同意见', '是否自愿', '签署情况'],
  closingReport: ['受援人', '结案日期', '结案依据', '办理结果', '结果说明', '承办单位意见', '法律援助机构意见'],
  archiveCatalogue: ['受援人', '归档号', '清单·序号', '清单·材料名称', '清单·页次'],
  subsidySheet: ['受援人', '适用标准', '清单·项目', '清单·金额', '合计', '计算过程', '审批意见'],
  materialsReceipt: ['清单·材料名称'],
  supplementNotice: ['清单·补充的材料或者说明的事项', '清单·要求'],
  serviceReceipt: ['受送达人', '清单·文书名称', '清单·文书编号', '送达方式', '受送达人签收'],
};

/** Read often, and the same for as long as the program runs. */
const meanings = new Map<FormKey, Readonly<Record<string, FieldMeaning>>>();

/** The fields of a form by their name, those that every paper shares first. */
export function fieldsOf(key: FormKey): Readonly<Record<string, FieldMeaning>> {
  const known = meanings.get(key) ?? meaningsOf(key);
  meanings.set(key, known);
  return known;
}

function meaningsOf(key: FormKey): Readonly<Record<string, FieldMeaning>> {
  const letter = letterOf(key);
  const required = new Set(requiredBoxes[key]);
  const { texts, lists } = boxesIn(key, fullSample(key));
  const box = (name: string, zh: string, en: string): readonly [string, FieldMeaning] => [
    name,
    { must: required.has(name), says: { zh, en } },
  ];
  const item = ([name, meaning]: readonly [string, FieldMeaning]) => [name, { ...meaning, ofList: true }] as const;
  const head = Object.entries(headFields).map(([name, { says }]): readonly [string, FieldMeaning] => [
    name,
    { must: mustHead(key, letter !== undefined).has(name), says },
  ]);
  return Object.fromEntries([
    ...head,
    ...Object.entries(letter?.fields ?? {}).map(([name, { must: needed, says }]) => [name, { must: needed, says }]),
    ...Object.entries(texts).flatMap(([name, text]) =>
      text === '' ? [] : [box(name, `表中“${name}”一栏`, `The box “${name}”`)],
    ),
    ...Object.entries(lists).flatMap(([list, items]) =>
      Object.keys(items[0] ?? {}).map((column) =>
        item(
          box(
            `${list}${joint}${column}`,
            `“${list}”每行的“${column}”，写在表格一行里，有几项就印几行`,
            `“${column}” of each row of “${list}”: written in one row of a table, which is printed once for each`,
          ),
        ),
      ),
    ),
  ]);
}

/** A letter names who issued it, when and under which number; a sheet shows its office in its boxes; an agreement bears the matter's number. */
function mustHead(key: FormKey, isLetter: boolean): ReadonlySet<string> {
  if (!isLetter) return new Set(['编号', '验证码']);
  return new Set(formOf(key).numbering === null ? ['案件编号', '验证码'] : ['编号', '验证码', '机构名称', '出具日期']);
}

/** What stands in the fields of one paper: running texts, and lists whose rows are repeated. */
export function valuesOf(key: FormKey, snapshot: Snapshot): Boxes {
  const { head, body } = snapshot;
  const { texts, lists } = boxesIn(key, snapshot);
  const said = Object.entries({ ...headFields, ...letterOf(key)?.fields } as LetterFields<FormBody<FormKey>>);
  const known = Object.keys(fieldsOf(key));
  return {
    texts: Object.fromEntries([
      // A box that this paper does not have is empty.
      ...known.filter((name) => !(name in headFields)).map((name) => [name, ''] as const),
      ...Object.entries(texts).map(([name, text]) => [name, wide(text)] as const),
      ...Object.entries(lists).flatMap(([list, items]) =>
        Object.keys(items[0] ?? {}).map(
          (column) => [`${list}${joint}${column}`, items.map((item) => wide(item[column] ?? '')).join('\n')] as const,
        ),
      ),
      ...said.map(([name, field]) => [name, wide(field.text(body as FormBody<FormKey>, head))] as const),
    ]),
    lists: Object.fromEntries(
      Object.entries(lists).map(([list, items]) => [
        list,
        items.map((item) => Object.fromEntries(Object.entries(item).map(([column, text]) => [column, wide(text)]))),
      ]),
    ),
  };
}

/** Braces in what people wrote are made wide, so that no word of theirs is taken for a field. */
const wide = (text: string): string => text.replaceAll('{', '｛').replaceAll('}', '｝');

function boxesIn(key: FormKey, { head, body }: Snapshot): Boxes {
  return boxesOf(formOf(key).compose(body as FormBody<FormKey>, head));
}
