import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  type IBorderOptions,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Align, Cell } from '../../forms/blocks.ts';
import type { PageSetup, TextStyle } from '../pdf/page-setup.ts';
import type { TableBlock } from '../pdf/table-grid.ts';
import { paragraphsOf } from '../pdf/text-block.ts';
import { faces } from './docx-fonts.ts';
import { runs } from './docx-runs.ts';

export const twips = (points: number): number => Math.round(points * 20);

/** Type sizes as Word counts them: 三号 is 32 half-points there, 31.5 in print. */
export const halfPoints = (style: TextStyle): number => Math.round(style.size * 2);

export const alignments = {
  start: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  end: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
} as const satisfies Record<Align, string>;

const valigns = {
  top: VerticalAlignTable.TOP,
  middle: VerticalAlignTable.CENTER,
  bottom: VerticalAlignTable.BOTTOM,
} as const;

const thin: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const thick: IBorderOptions = { style: BorderStyle.SINGLE, size: 8, color: '000000' };

export function docxTable(table: TableBlock, setup: PageSetup, joinsAbove: boolean, joinsBelow: boolean): Table {
  const width = twips(setup.right - setup.left);
  const total = table.columns.reduce((sum, column) => sum + column, 0);
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: table.columns.map((column) => Math.round((column / total) * width)),
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    borders: {
      top: joinsAbove ? thin : thick,
      bottom: joinsBelow ? thin : thick,
      left: thick,
      right: thick,
      insideHorizontal: thin,
      insideVertical: thin,
    },
    rows: table.rows.map(
      (row) =>
        new TableRow({
          tableHeader: row.header === true,
          cantSplit: row.minHeight === undefined,
          height: {
            value: twips(Math.max(setup.rowHeight, ((row.minHeight ?? 0) * 72) / 25.4)),
            rule: HeightRule.ATLEAST,
          },
          children: row.cells.map((cell) => docxCell(cell, setup)),
        }),
    ),
  });
}

function docxCell(cell: Cell, setup: PageSetup): TableCell {
  const size = halfPoints(setup.table);
  const style = { font: faces.body, size };
  const contents = cell.content.flatMap((content) => paragraphsOf(content));
  return new TableCell({
    columnSpan: cell.colSpan ?? 1,
    ...(cell.rowSpan === undefined ? {} : { rowSpan: cell.rowSpan }),
    verticalAlign: valigns[cell.valign ?? 'top'],
    ...(cell.vertical ? { textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT } : {}),
    margins: { top: 40, bottom: 40, left: 80, right: 80, marginUnitType: WidthType.DXA },
    children: contents.map(
      (content) =>
        new Paragraph({
          alignment: alignments[cell.vertical ? 'center' : (cell.align ?? 'start')],
          spacing: { line: twips(setup.table.leading), lineRule: LineRuleType.AT_LEAST },
          ...(cell.indent
            ? {
                indent: {
                  firstLine: Math.round(cell.indent * twips(setup.table.size)),
                  firstLineChars: cell.indent * 100,
                },
              }
            : {}),
          children: [...runs(content, style)],
        }),
    ),
  });
}
