import { joint } from './boxes.ts';

/*
 * A row of a table that names a list, `{清单·材料名称}`, is printed once for each of its items. Done on the text of the Word file before its
 * single fields are filled: a placeholder may be cut into several runs, whose first one keeps its formatting.
 */

type Lists = Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;

const rowTag = /<w:tr(?:\s[^>]*)?>|<\/w:tr>/g;

/** The part of a Word file with its list rows repeated. `columns` tells which columns each list has, so that an empty list leaves an empty row. */
export function repeatRows(xml: string, lists: Lists, columns: ReadonlyMap<string, readonly string[]>): string {
  let out = '';
  let done = 0;
  for (const [start, end] of innermostRows(xml)) {
    const row = xml.slice(start, end);
    const list = listIn(row, columns);
    if (list === undefined) continue;
    const blank = Object.fromEntries((columns.get(list) ?? []).map((column) => [column, '']));
    const items = lists[list]?.length ? lists[list] : [blank];
    out += xml.slice(done, start) + items.map((item) => filledRow(row, list, { ...blank, ...item })).join('');
    done = end;
  }
  return out + xml.slice(done);
}

/** Rows that have no row inside them, by where they stand. */
function innermostRows(xml: string): readonly (readonly [start: number, end: number])[] {
  const found: (readonly [number, number])[] = [];
  let open: number | undefined;
  for (const match of xml.matchAll(rowTag)) {
    if (!match[0].startsWith('</')) open = match.index;
    else if (open !== undefined) {
      found.push([open, match.index + match[0].length]);
      open = undefined;
    }
  }
  return found;
}

const textRun = /(<w:t(?:\s[^>]*)?>)([^<]*)(<\/w:t>)/g;

function wordsOf(row: string): string {
  return [...row.matchAll(textRun)].map(([, , text]) => text).join('');
}

function listIn(row: string, columns: ReadonlyMap<string, readonly string[]>): string | undefined {
  for (const [, name = ''] of wordsOf(row).matchAll(/\{([^{}]*)\}/g)) {
    const [list = '', column = ''] = name.trim().split(joint);
    if (columns.get(list)?.includes(column)) return list;
  }
  return undefined;
}

/** The row with this item's texts in it. Fields that are not the list's stay for whoever fills the rest. */
function filledRow(row: string, list: string, item: Readonly<Record<string, string>>): string {
  const spans = [...wordsOf(row).matchAll(/\{\s*([^{}]*?)\s*\}/g)].flatMap(({ index, 0: whole, 1: name = '' }) => {
    const [of, column = ''] = name.split(joint);
    const text = of === list ? item[column] : undefined;
    return text === undefined ? [] : [{ from: index, to: index + whole.length, text }];
  });
  let at = 0;
  return row.replace(textRun, (_whole, open: string, text: string, close: string) => {
    const begin = at;
    at += text.length;
    let kept = '';
    for (let i = 0; i < text.length; i++) {
      const span = spans.find(({ from, to }) => from <= begin + i && begin + i < to);
      if (span === undefined) kept += text[i];
      else if (span.from === begin + i) kept += broken(span.text);
    }
    return `${open.includes('xml:space') ? open : '<w:t xml:space="preserve">'}${kept}${close}`;
  });
}

function broken(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '</w:t><w:br/><w:t xml:space="preserve">');
}
