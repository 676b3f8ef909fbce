import type { Align, Block, Cell, Content, Inline, Row } from '../forms/blocks.ts';
import { child, childrenOf, type Element, parseXml, within, wordsIn, xmlParts } from './word-xml.ts';

/* A filled form of an office's own, read back as the blocks that the house's own papers are made of, for the PDF beside it. */

/** Errors: an Error for a file that is no .docx; one that was inspected at its upload is. */
export function blocksOfDocx(docx: Uint8Array): readonly Block[] {
  const body = child(parseXml(xmlParts(docx).get('word/document.xml') ?? ''), 'w:body');
  if (body === undefined) throw new Error('no document in the file');
  const elements = childrenOf(body, 'w:p', 'w:tbl', 'w:sdt');
  const cut = elements.findIndex(isCuttingLine);
  const [above, below] = cut < 0 ? [elements, []] : [elements.slice(0, cut), elements.slice(cut + 1)];
  return [...above.flatMap(blockOf), ...slip(below)];
}

/** A paragraph under a broken rule: below it stands the slip that is cut off and kept. */
function isCuttingLine(element: Element): boolean {
  const rule = child(element, 'w:pPr', 'w:pBdr', 'w:top')?.attributes['w:val'] ?? '';
  return element.name === 'w:p' && /dash/i.test(rule);
}

function slip(elements: readonly Element[]): readonly Block[] {
  const [title, ...blocks] = elements;
  if (title === undefined) return [];
  return [{ kind: 'stub', title: wordsIn(title).trim(), blocks: blocks.flatMap(blockOf) }];
}

function blockOf(element: Element): readonly Block[] {
  if (element.name === 'w:sdt') {
    const content = child(element, 'w:sdtContent');
    return content === undefined ? [] : childrenOf(content, 'w:p', 'w:tbl').flatMap(blockOf);
  }
  if (element.name === 'w:tbl') return [tableOf(element)];
  const content = contentOf(element);
  const breaks: readonly Block[] = within(element, 'w:br').some((one) => one.attributes['w:type'] === 'page')
    ? [{ kind: 'pageBreak' }]
    : [];
  const words = wordsIn(element).trim();
  if (words === '' && content.length === 0) return breaks.length > 0 ? breaks : [{ kind: 'space', lines: 1 }];
  const align = alignOf(element) ?? 'justify';
  // 二号 and larger, in the middle: the title (GB/T 9704-2012 §7.3.1).
  if (align === 'center' && largestSize(element) >= 36) return [...breaks, { kind: 'title', text: words }];
  // A name stays with the date below it, a heading with its table.
  const keepWithNext = child(element, 'w:pPr', 'w:keepNext') !== undefined;
  return [
    ...breaks,
    { kind: 'paragraph', content: [...content, ...endSpace(element)], align, indent: indentOf(element), keepWithNext },
  ];
}

const aligns: Readonly<Record<string, Align>> = {
  left: 'start',
  start: 'start',
  center: 'center',
  right: 'end',
  end: 'end',
  both: 'justify',
  distribute: 'justify',
};

function alignOf(paragraph: Element): Align | undefined {
  return aligns[child(paragraph, 'w:pPr', 'w:jc')?.attributes['w:val'] ?? ''];
}

/** First line, in Han. */
function indentOf(paragraph: Element): number {
  const indent = child(paragraph, 'w:pPr', 'w:ind')?.attributes ?? {};
  const chars = Number(indent['w:firstLineChars'] ?? 0) / 100;
  return Math.min(
    8,
    Math.max(0, chars > 0 ? chars : Math.round(Number(indent['w:firstLine'] ?? 0) / largestSize(paragraph) / 10)),
  );
}

/** Space kept free at the right of a line set right, as for name and date over a seal. */
function endSpace(paragraph: Element): Content {
  const indent = child(paragraph, 'w:pPr', 'w:ind')?.attributes ?? {};
  const chars = Math.round(Number(indent['w:rightChars'] ?? indent['w:endChars'] ?? 0) / 100);
  return chars > 0 && alignOf(paragraph) === 'end'
    ? [{ kind: 'text', text: '\u3000'.repeat(Math.min(20, chars)) }]
    : [];
}

/** In half-points. */
function largestSize(paragraph: Element): number {
  return Math.max(21, ...within(paragraph, 'w:sz').map((one) => Number(one.attributes['w:val'] ?? 0)));
}

/** A property that stands without a value is on (ECMA-376 §17.17.4). */
function isOn(property: Element | undefined): boolean {
  return property !== undefined && !/^(?:0|false|off)$/.test(property.attributes['w:val'] ?? '');
}

function contentOf(paragraph: Element): Content {
  return within(paragraph, 'w:r').flatMap((run): Content => {
    const style = child(run, 'w:rPr');
    const bold = style !== undefined && childrenOf(style, 'w:b').some(isOn);
    const ruled = child(style, 'w:u') !== undefined;
    const text = childrenOf(run)
      .map((one) => {
        if (one.name === 'w:t') return one.children.filter((part) => typeof part === 'string').join('');
        if (one.name === 'w:tab') return '\u3000';
        return one.name === 'w:br' && one.attributes['w:type'] !== 'page' ? '\n' : '';
      })
      .join('');
    if (text === '') return [];
    if (ruled && /^[\s\u3000]+$/.test(text)) return [{ kind: 'slot', text: undefined, width: [...text].length }];
    return text
      .split(/([☐☑])/u)
      .filter((part) => part !== '')
      .map((part): Inline => {
        if (part === '☐' || part === '☑') return { kind: 'box', checked: part === '☑' };
        return bold ? { kind: 'text', text: part, bold } : { kind: 'text', text: part };
      });
  });
}

function tableOf(table: Element): Block {
  const grid = child(table, 'w:tblGrid');
  const columns = (grid === undefined ? [] : childrenOf(grid, 'w:gridCol')).map((one) =>
    Number(one.attributes['w:w'] ?? 1),
  );
  const elements = childrenOf(table, 'w:tr');
  const rows = placedRows(elements);
  const width = Math.max(columns.length, 1, ...rows.map((cells) => endOf(cells)));
  return {
    kind: 'table',
    columns: Array.from({ length: width }, (_, i) => Math.max(1, columns[i] ?? 1)),
    rows: elements.map((row, r): Row => {
      const height = Number(child(row, 'w:trPr', 'w:trHeight')?.attributes['w:val'] ?? 0);
      const cells = rows[r] ?? [];
      const before = cells[0]?.at ?? 0;
      return {
        cells: [
          ...emptyCells(before),
          ...cells
            .filter(({ covered }) => !covered)
            .map(({ cell, span, at }) => cellOf(cell, span, rowsDown(rows, r, at))),
          ...emptyCells(width - Math.max(before, endOf(cells))),
        ],
        ...(height > 600 ? { minHeight: (height / 20 / 72) * 25.4 } : {}),
        ...(isOn(child(row, 'w:trPr', 'w:tblHeader')) ? { header: true } : {}),
      };
    }),
  };
}

/** A row that begins or ends short of its table has an empty cell there. */
function emptyCells(width: number): readonly Cell[] {
  return width > 0 ? [{ content: [[]], ...(width > 1 ? { colSpan: width } : {}) }] : [];
}

interface Placed {
  readonly cell: Element;
  readonly at: number;
  readonly span: number;
  /** Goes on from the cell above: one of the same place and width that is merged downwards. */
  readonly covered: boolean;
  readonly merged: boolean;
}

function placedRows(rows: readonly Element[]): readonly (readonly Placed[])[] {
  const out: (readonly Placed[])[] = [];
  for (const row of rows) {
    const above = out.at(-1) ?? [];
    let at = Number(child(row, 'w:trPr', 'w:gridBefore')?.attributes['w:val'] ?? 0);
    out.push(
      childrenOf(row, 'w:tc').map((cell) => {
        const style = child(cell, 'w:tcPr');
        const span = Math.max(1, Number(child(style, 'w:gridSpan')?.attributes['w:val'] ?? 1));
        const merge = child(style, 'w:vMerge');
        const goesOn = merge !== undefined && merge.attributes['w:val'] !== 'restart';
        const covered = goesOn && above.some((one) => one.merged && one.at === at && one.span === span);
        const here = { cell, at, span, covered, merged: merge !== undefined };
        at += span;
        return here;
      }),
    );
  }
  return out;
}

const endOf = (cells: readonly Placed[]): number => {
  const last = cells.at(-1);
  return last === undefined ? 0 : last.at + last.span;
};

/** How many rows a cell reaches down. */
function rowsDown(rows: readonly (readonly Placed[])[], from: number, at: number): number {
  let count = 1;
  while (rows[from + count]?.some((one) => one.at === at && one.covered)) count++;
  return count;
}

function cellOf(cell: Element, colSpan: number, rowSpan: number): Cell {
  const paragraphs = childrenOf(cell, 'w:p');
  const valign = child(cell, 'w:tcPr', 'w:vAlign')?.attributes['w:val'];
  const [first] = paragraphs;
  return {
    content: paragraphs.length === 0 ? [[]] : paragraphs.map(contentOf),
    ...(colSpan > 1 ? { colSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
    align: (first && alignOf(first)) ?? 'start',
    valign: valign === 'center' ? 'middle' : valign === 'bottom' ? 'bottom' : 'top',
    ...(child(cell, 'w:tcPr', 'w:textDirection') === undefined ? {} : { vertical: true }),
    ...(first && indentOf(first) > 0 ? { indent: indentOf(first) } : {}),
  };
}
