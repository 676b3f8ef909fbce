import type { Block, Content } from '../forms/blocks.ts';
import { type FormKey, formOf } from '../forms/index.ts';
import type { DocumentHead } from '../schema.ts';
import { bracedTable } from './boxes.ts';
import { letterOf } from './letters/index.ts';
import { plainText } from './phrases.ts';
import { fullSample } from './samples.ts';

/*
 * The built-in form as a Word file with placeholders in place of what is filled in: what an office starts from. It is composed by the
 * built-in form itself, so that the two never say different things. Days cannot be a placeholder: days that no paper has stand for them.
 */

const shown = (day: string): string => `${day.slice(0, 4)}年1月1日`;

/** Days of the years from 9001 on, each for one placeholder. */
function dayBook() {
  const placeholders: string[] = [];
  return {
    day: (placeholder: string): string => `${9000 + placeholders.push(placeholder)}-01-01`,
    replaced: (text: string): string =>
      placeholders.reduce((rest, placeholder, i) => rest.replaceAll(shown(`${9001 + i}`), placeholder), text),
  };
}

function started(key: FormKey): { readonly blocks: readonly Block[]; readonly head: DocumentHead } {
  const letter = letterOf(key);
  const { day, replaced } = dayBook();
  const head: DocumentHead = {
    number: '{编号}',
    matterNumber: '{案件编号}',
    agency: { name: '{机构名称}', bureau: '{主管司法行政机关}', address: '{机构地址}', phone: '{机构电话}' },
    issuedOn: day('{出具日期}'),
    verification: { code: '{验证码}' },
    demonstration: false,
  };
  const body = letter?.start(day) ?? fullSample(key).body;
  const composed = formOf(key).compose(body, head);
  const change = (text: string): string =>
    (letter?.words ?? []).reduce((rest, [from, to]) => rest.replaceAll(from, to), replaced(text));
  const blocks = composed.flatMap((block): readonly Block[] => {
    // Paragraphs that hold running text only become one run, so that a phrase parted by slots is found whole.
    if (block.kind === 'paragraph') {
      const before = plainText(block.content);
      const [whole] =
        Object.entries(letter?.whole ?? {}).find(([, begins]) => begins.some((words) => before.startsWith(words))) ??
        [];
      const text = whole === undefined ? change(before) : `{${whole}}`;
      return text === '' ? [] : [{ ...block, content: [{ kind: 'text', text }] satisfies Content }];
    }
    if (block.kind !== 'table') return [changed(block, change)];
    return [changed(bracedTable(block), change)];
  });
  return { blocks, head };
}

/** The Word file an office starts from. */
export async function starterDocx(key: FormKey): Promise<Uint8Array> {
  const { packDocx } = await import('../render/docx/render-docx.ts');
  const { title, layout } = formOf(key);
  const { blocks, head } = started(key);
  return packDocx(blocks, { title: title.zh, layout, head, at: '2026-01-01T00:00:00.000Z', qr: false });
}

function changed<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map((item) => changed(item, change)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, changed(part, change)])) as T;
}
