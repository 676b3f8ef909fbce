import type { Block, Content } from '../forms/blocks.ts';
import { paragraph } from '../forms/blocks.ts';
import { type FormBody, formOf } from '../forms/index.ts';
import type { DocumentHead } from '../schema.ts';
import type { TemplateForm } from './fields.ts';
import { plainText } from './phrases.ts';

/*
 * The built-in form as a Word file with placeholders in place of what is filled in: what an office starts from. It is composed by the
 * built-in form itself, so that the two never say different things; days and codes, which cannot be a placeholder, are told apart by
 * values that no paper has.
 */

const firstDay = '9001-01-01';
const secondDay = '9002-01-01';
const shown = (day: string): string => `${day.slice(0, 4)}年1月1日`;

const addressed = { applicantName: '{申请人姓名}', cause: '{案由}', receivedOn: firstDay } as const;
const reason = { text: '{理由}', citation: '¤' } as const;

const bodies: { readonly [K in TemplateForm]: FormBody<K> } = {
  grantDecision: {
    ...addressed,
    aidForms: ['litigationRepresentation'],
    reasons: [reason],
    designateBy: secondDay,
    copyTo: ['¤'],
  },
  refusalDecision: { ...addressed, grounds: [reason], otherWays: ['¤'], copyTo: ['¤'] },
  terminationDecision: {
    recipientName: '{受援人姓名}',
    cause: '{案由}',
    grantNumber: '¤',
    grantedOn: secondDay,
    ground: 'other',
    facts: '{事实}',
    handlingUnit: '¤',
  },
  supplementNotice: { ...addressed, missing: [{ name: '¤' }], dueOn: secondDay },
  cooperationLetter: { ...addressed, to: '{协助机构}', question: '{核查事项}', answerBy: secondDay },
};

/** Text of the built-in form, and what stands in its place. */
const replaced: readonly (readonly [string, string])[] = [
  [`（${shown(secondDay)}前）`, '{指派期限}'],
  [`于${shown(secondDay)}作出¤《给予法律援助决定书》，`, '{给予决定}'],
  [shown(firstDay), '{收到日期}'],
  ['（依据：¤）。', ''],
  ['援助形式为诉讼代理', '援助形式为{援助形式}'],
  ['您还可以通过以下途径解决问题：¤。', '{其他途径}'],
  ['抄送：¤', '{抄送}'],
  ['“法律法规规定的其他情形”', '“{终止情形}”'],
  ['第八项', '{法条项}'],
];

const dueField: { readonly [K in TemplateForm]?: string } = {
  supplementNotice: '{补充期限}',
  cooperationLetter: '{答复期限}',
};

const head: DocumentHead = {
  number: '{编号}',
  matterNumber: '{案件编号}',
  agency: { name: '{机构名称}', bureau: '{主管司法行政机关}', address: '{机构地址}', phone: '{机构电话}' },
  issuedOn: '9003-01-01',
  verification: { code: '{验证码}' },
  demonstration: false,
};

export function starterBlocks(key: TemplateForm): readonly Block[] {
  const change = (text: string): string =>
    [
      ...replaced,
      [shown('9003-01-01'), '{出具日期}'] as const,
      [shown(secondDay), dueField[key] ?? ''] as const,
    ].reduce((rest, [from, to]) => rest.replaceAll(from, to), text);
  return formOf(key)
    .compose(bodies[key], head)
    .map((block) => {
      // Paragraphs that hold running text only become one run, so that a phrase parted by slots is found whole.
      if (block.kind === 'paragraph') {
        const text = plainText(block.content);
        if (text.startsWith('您对本决定有异议的')) return paragraph('{救济途径}');
        return { ...block, content: [{ kind: 'text', text: change(text) }] satisfies Content };
      }
      if (block.kind === 'table' && key === 'supplementNotice') return paragraph('{补充事项}');
      return changed(block, change);
    });
}

/** The Word file an office starts from. */
export async function starterDocx(key: TemplateForm): Promise<Uint8Array> {
  const { packDocx } = await import('../render/docx/render-docx.ts');
  const { title, layout } = formOf(key);
  return packDocx(starterBlocks(key), { title: title.zh, layout, head, at: '2026-01-01T00:00:00.000Z', qr: false });
}

function changed<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map((item) => changed(item, change)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, changed(part, change)])) as T;
}
