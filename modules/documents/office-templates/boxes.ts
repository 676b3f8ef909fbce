import type { Block, Cell, Row } from '../forms/blocks.ts';
import { plainText } from './phrases.ts';

/*
 * Sheets taken apart into fields by themselves: what stands in the box beside a label is the field of that name, and the rows under a row
 * of labels are a list, `{list·column}`. The slip below a cutting line (回执) is not looked at.
 */

type Table = Extract<Block, { readonly kind: 'table' }>;

/** Between the group or list and the name in it: {申请人基本情况·姓名}. */
export const joint = '·';
/** The name of a list under no label of its own. */
const plainList = '清单';

export interface Boxes {
  /** By field name, lines parted by \n. */
  readonly texts: Readonly<Record<string, string>>;
  /** By list name: column and text of each row that says anything. */
  readonly lists: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
}

export function boxesOf(blocks: readonly Block[]): Boxes {
  const texts: Record<string, string> = {};
  const lists: Record<string, readonly Readonly<Record<string, string>>[]> = {};
  for (const block of blocks) {
    if (block.kind !== 'table') continue;
    for (const { fields, list } of linesOf(block.rows)) {
      const said = Object.fromEntries(fields.map(({ name, cell }) => [name, textOf(cell)]));
      if (list === undefined) Object.assign(texts, said);
      else if (Object.values(said).some((text) => text !== '')) lists[list] = [...(lists[list] ?? []), said];
    }
  }
  return { texts, lists };
}

/** The table with its fields' names in braces: a list has one row, and a box that is filled in by hand stays empty. */
export function bracedTable(table: Table): Table {
  const lines = linesOf(table.rows);
  const kept = lines.map(({ list }, i) => list === undefined || lines[i - 1]?.list !== list);
  const rows = lines.map(({ fields, list }, r): Row => {
    const row = table.rows[r] as Row;
    const names = new Map(fields.map(({ name, cell }) => [cell, list === undefined ? name : `${list}${joint}${name}`]));
    return {
      ...row,
      cells: row.cells.map((cell) => {
        const name = list === undefined && textOf(cell) === '' ? undefined : names.get(cell);
        if (name !== undefined) return braced(cell, name);
        const down = kept.slice(r, r + (cell.rowSpan ?? 1)).filter(Boolean).length;
        return cell.rowSpan === undefined ? cell : { ...cell, rowSpan: down };
      }),
    };
  });
  return { ...table, rows: rows.filter((_, r) => kept[r]) };
}

/** Lines that a text breaks itself are not set flush on both sides. */
function braced({ indent: _, align, ...cell }: Cell, name: string): Cell {
  return {
    ...cell,
    content: [[{ kind: 'text', text: `{${name}}` }]],
    align: align === 'center' || align === 'end' ? align : 'start',
  };
}

interface Line {
  readonly fields: readonly { readonly name: string; readonly cell: Cell }[];
  /** The list that this row is an item of. */
  readonly list: string | undefined;
}

function linesOf(rows: readonly Row[]): readonly Line[] {
  let group: { readonly name: string; left: number } | undefined;
  let list: { readonly name: string; readonly columns: readonly string[] } | undefined;
  return rows.map((row): Line => {
    const beside = row.cells.find(({ label, vertical }) => label && vertical);
    if (beside !== undefined) group = { name: nameOf(beside), left: beside.rowSpan ?? 1 };
    const cells = row.cells.filter((cell) => cell !== beside);
    const under = group !== undefined && group.left-- > 0 ? group.name : undefined;
    if (cells.length > 1 && cells.every(({ label }) => label)) {
      list = { name: under ?? plainList, columns: cells.map(nameOf) };
      return { fields: [], list: undefined };
    }
    const { columns = [], name: listName } = list ?? {};
    if (cells.every(({ label }) => !label) && listName !== undefined) {
      return { fields: cells.map((cell, i) => ({ name: columns[i] ?? '', cell })), list: listName };
    }
    list = undefined;
    return { fields: boxesIn(cells, under), list: undefined };
  });
}

function boxesIn(cells: readonly Cell[], group: string | undefined): Line['fields'] {
  return cells.flatMap((cell, i) => {
    const before = cells[i - 1];
    if (cell.label || !before?.label) return [];
    return [{ name: group === undefined ? nameOf(before) : `${group}${joint}${nameOf(before)}`, cell }];
  });
}

/** The label's words without the space between them and what is said in brackets. */
function nameOf(cell: Cell): string {
  return textOf(cell)
    .replace(/\s/gu, '')
    .replace(/（.*?）/gu, '');
}

function textOf(cell: Cell): string {
  return cell.content.map(plainText).join('\n').trim();
}
