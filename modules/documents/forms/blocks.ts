/*
 * The vocabulary a form is written in: what stands on the paper, not how it is drawn. Both renderers (docx and PDF)
 * read the same blocks, so that the two can never say different things.
 */

export type Inline =
  | { readonly kind: 'text'; readonly text: string; readonly bold?: boolean }
  /** A value; when there is none, a ruled blank `width` Han wide to be filled by hand. */
  | { readonly kind: 'slot'; readonly text: string | undefined; readonly width: number }
  /** A box, ticked or not. */
  | { readonly kind: 'box'; readonly checked: boolean }
  /** 待核实 beside a figure nobody has confirmed. */
  | { readonly kind: 'unverified' };

export type Content = readonly Inline[];
export type Align = 'start' | 'center' | 'end' | 'justify';

export interface Cell {
  /** One entry a paragraph. */
  readonly content: readonly Content[];
  readonly colSpan?: number;
  readonly rowSpan?: number;
  /** Label cells name what stands beside them. */
  readonly label?: boolean;
  /** Characters one under the other, for narrow label cells that span rows. */
  readonly vertical?: boolean;
  readonly align?: Align;
  readonly valign?: 'top' | 'middle' | 'bottom';
  /** Indent of the first line in Han, for running text inside a cell. */
  readonly indent?: number;
}

export interface Row {
  readonly cells: readonly Cell[];
  /** Least height in millimetres: space to write by hand. */
  readonly minHeight?: number;
  /** Header rows are repeated on every page of the table. */
  readonly header?: boolean;
}

export type Block =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string | undefined; readonly align: 'center' | 'end' }
  | { readonly kind: 'heading'; readonly text: string }
  | {
      readonly kind: 'paragraph';
      readonly content: Content;
      readonly align: Align;
      /** First line indent in Han; 0 for salutations. */
      readonly indent: number;
      /** Keep on the page of the block that follows. */
      readonly keepWithNext?: boolean;
    }
  | {
      readonly kind: 'table';
      readonly columns: readonly number[];
      readonly rows: readonly Row[];
      readonly caption?: string;
    }
  /** 落款: who signs, over the date, set right; `seal` leaves room for the stamp. */
  | {
      readonly kind: 'signature';
      readonly lines: readonly Content[];
      readonly date: string | undefined;
      readonly seal: boolean;
    }
  | { readonly kind: 'note'; readonly content: readonly Content[] }
  /** A line to cut along, and the slip below it (回执、存根). */
  | { readonly kind: 'stub'; readonly title: string; readonly blocks: readonly Block[] }
  | { readonly kind: 'space'; readonly lines: number }
  | { readonly kind: 'pageBreak' };

type Piece = string | number | undefined | Inline | Content;

function pieces(piece: Piece): Content {
  if (piece === undefined) return [];
  if (typeof piece === 'string' || typeof piece === 'number') return [{ kind: 'text', text: String(piece) }];
  return 'kind' in piece ? [piece] : piece;
}

/** Running text with slots: t`兹指派${slot(handler, 8)}承办` */
export function t(strings: TemplateStringsArray, ...values: readonly Piece[]): Content {
  return strings.flatMap((text, i) => [...(text ? pieces(text) : []), ...pieces(values[i])]);
}

/** Several pieces in one line. */
export function join(parts: readonly Piece[], separator = ''): Content {
  return parts.flatMap((part, i) => (i > 0 && separator ? [...pieces(separator), ...pieces(part)] : pieces(part)));
}

export function bold(text: string): Inline {
  return { kind: 'text', text, bold: true };
}

/** A value, or a ruled blank `width` Han wide where there is none. */
export function slot(text: string | undefined, width = 8): Inline {
  return { kind: 'slot', text: text === '' ? undefined : text, width };
}

export function unverifiedMark(verified: boolean | undefined): Content {
  return verified === false ? [{ kind: 'unverified' }] : [];
}

/** Boxes with their words: ☑甲　☐乙. Printed whole, so that what was not chosen can be seen too. */
export function choices<K extends string>(labels: Readonly<Record<K, string>>, chosen: readonly K[]): Content {
  const keys = Object.keys(labels) as K[];
  return keys.flatMap(
    (key, i): Content => [
      { kind: 'box', checked: chosen.includes(key) },
      { kind: 'text', text: `${labels[key]}${i < keys.length - 1 ? '\u3000' : ''}` },
    ],
  );
}

/** The same, one choice a line. */
export function choiceLines<K extends string>(
  labels: Readonly<Record<K, string>>,
  chosen: readonly K[],
): readonly Content[] {
  return (Object.keys(labels) as K[]).map((key) => [
    { kind: 'box', checked: chosen.includes(key) },
    { kind: 'text', text: labels[key] },
  ]);
}

export function title(text: string): Block {
  return { kind: 'title', text };
}

export function number(text: string | undefined, align: 'center' | 'end' = 'center'): Block {
  return { kind: 'number', text, align };
}

export function heading(text: string): Block {
  return { kind: 'heading', text };
}

/** Running text, first line indented by two Han, set flush on both sides. */
export function paragraph(content: Content | string): Block {
  return { kind: 'paragraph', content: pieces(content), align: 'justify', indent: 2 };
}

/** 称谓: the addressee, flush left, with the text that follows on the same page. */
export function salutation(content: Content | string): Block {
  return { kind: 'paragraph', content: pieces(content), align: 'start', indent: 0, keepWithNext: true };
}

/** A paragraph that never stands on another page than what follows it: the words above a table for signatures. */
export function withNext(block: Block): Block {
  return block.kind === 'paragraph' ? { ...block, keepWithNext: true } : block;
}

type CellOptions = Omit<Cell, 'content'>;

function lines(content: Content | string | number | undefined): readonly Content[] {
  if (content === undefined) return [[]];
  if (typeof content === 'object') return [content];
  return String(content)
    .split('\n')
    .map((text) => pieces(text));
}

/** A cell that names what stands beside it. */
export function label(text: string, options: CellOptions = {}): Cell {
  return { content: lines(text), label: true, align: 'center', valign: 'middle', ...options };
}

/** A cell with a value; empty values leave an empty cell. */
export function value(content: Content | string | number | undefined, options: CellOptions = {}): Cell {
  return { content: lines(content), align: 'start', valign: 'middle', ...options };
}

/** A cell with several paragraphs. */
export function cell(content: readonly Content[], options: CellOptions = {}): Cell {
  return { content, align: 'start', valign: 'top', ...options };
}

export function row(...cells: readonly Cell[]): Row {
  return { cells };
}

export function tallRow(minHeight: number, ...cells: readonly Cell[]): Row {
  return { cells, minHeight };
}

export function headerRow(...texts: readonly string[]): Row {
  return { cells: texts.map((text) => label(text)), header: true };
}

export function table(columns: readonly number[], rows: readonly Row[], caption?: string): Block {
  return caption === undefined ? { kind: 'table', columns, rows } : { kind: 'table', columns, rows, caption };
}

export function signature(lines: readonly Content[], date: string | undefined, seal = false): Block {
  return { kind: 'signature', lines, date, seal };
}

export function note(...content: readonly (Content | string)[]): Block {
  return { kind: 'note', content: content.map((part) => pieces(part)) };
}

export function stub(titleText: string, ...blocks: readonly Block[]): Block {
  return { kind: 'stub', title: titleText, blocks };
}

export function space(lineCount = 1): Block {
  return { kind: 'space', lines: lineCount };
}
