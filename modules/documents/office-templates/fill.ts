import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { FormKey } from '../forms/index.ts';
import { withFixedTimes } from '../render/docx/steady-zip.ts';
import { type Boxes, joint } from './boxes.ts';
import { fieldsOf } from './fields.ts';
import { repeatRows } from './rows.ts';

const delimiters = { start: '{', end: '}' } as const;

/** An office's own form with its fields filled. The formatting of each placeholder stays. The same values give the same bytes. */
export async function fillTemplate(key: FormKey, template: Uint8Array, { texts, lists }: Boxes): Promise<Uint8Array> {
  const { PatchType, patchDocument, TextRun } = await import('docx');
  const patches = Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [
      name,
      {
        type: PatchType.PARAGRAPH,
        children: text.split('\n').map((line, i) => new TextRun(i === 0 ? { text: line } : { text: line, break: 1 })),
      },
    ]),
  );
  const filled = await patchDocument({
    outputType: 'uint8array',
    data: withRows(template, lists, columnsOf(key)),
    patches,
    keepOriginalStyles: true,
    placeholderDelimiters: delimiters,
    trimPlaceholders: true,
  });
  return withFixedTimes(filled);
}

function withRows(
  template: Uint8Array,
  lists: Boxes['lists'],
  columns: ReadonlyMap<string, readonly string[]>,
): Uint8Array {
  if (columns.size === 0) return template;
  const parts = unzipSync(template);
  const part = parts['word/document.xml'];
  if (part === undefined) return template;
  return zipSync({ ...parts, 'word/document.xml': strToU8(repeatRows(strFromU8(part), lists, columns)) });
}

function columnsOf(key: FormKey): ReadonlyMap<string, readonly string[]> {
  const columns = new Map<string, string[]>();
  const listed = Object.entries(fieldsOf(key)).filter(([, { ofList }]) => ofList === true);
  for (const [name] of listed) {
    const [list = '', column = ''] = name.split(joint);
    columns.set(list, [...(columns.get(list) ?? []), column]);
  }
  return columns;
}
