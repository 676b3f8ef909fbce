import type { Block, Cell, Content } from '../../forms/blocks.ts';
import type { Line, Measure } from './line-breaking.ts';
import type { PageSetup } from './page-setup.ts';
import { setText } from './text-block.ts';

export type TableBlock = Extract<Block, { kind: 'table' }>;

export const padX = 4.5;
export const padY = 3.5;

/** A cell in its place on the grid, its text already broken into lines. */
export interface GridCell {
  readonly cell: Cell;
  readonly row: number;
  readonly rowSpan: number;
  readonly x: number;
  readonly width: number;
  readonly lines: readonly Line[];
}

export interface Grid {
  readonly cells: readonly GridCell[];
  /** Natural height of each row. */
  readonly heights: readonly number[];
  readonly headerRows: number;
}

/** Lay a table on its grid. Errors: an Error where the spans of a row do not fill the columns exactly (a fault of the form). */
export function layGrid(table: TableBlock, left: number, width: number, setup: PageSetup, measure: Measure): Grid {
  const total = table.columns.reduce((sum, column) => sum + column, 0);
  const edges = [left];
  for (const column of table.columns) edges.push((edges.at(-1) ?? left) + (column / total) * width);
  const cells: GridCell[] = [];
  const covered = table.columns.map(() => 0);
  for (const [r, row] of table.rows.entries()) {
    let column = 0;
    const skip = () => {
      while (column < covered.length && (covered[column] ?? 0) > r) column++;
    };
    for (const cell of row.cells) {
      skip();
      const end = column + (cell.colSpan ?? 1);
      const [x, right] = [edges[column], edges[end]];
      if (x === undefined || right === undefined) throw new Error(`table row ${r} is wider than its columns`);
      for (let c = column; c < end; c++) covered[c] = r + (cell.rowSpan ?? 1);
      const lines = cellLines(cell, right - x, setup, measure);
      cells.push({ cell, row: r, rowSpan: cell.rowSpan ?? 1, x, width: right - x, lines });
      column = end;
    }
    skip();
    if (column !== covered.length) throw new Error(`table row ${r} does not fill its columns`);
  }
  const firstBody = table.rows.findIndex((row) => row.header !== true);
  return {
    cells,
    heights: rowHeights(table, cells, setup),
    headerRows: firstBody === -1 ? table.rows.length : firstBody,
  };
}

function cellLines(cell: Cell, width: number, setup: PageSetup, measure: Measure): readonly Line[] {
  const contents: readonly Content[] = cell.vertical ? cell.content.flatMap(oneCharacterALine) : cell.content;
  return contents.flatMap((content) =>
    setText(
      content,
      {
        style: setup.table,
        width: width - 2 * padX,
        align: cell.vertical ? 'center' : (cell.align ?? 'start'),
        indent: cell.indent ?? 0,
        strong: false,
      },
      measure,
    ),
  );
}

function oneCharacterALine(content: Content): readonly Content[] {
  return content.flatMap((inline) =>
    inline.kind === 'text' ? [...inline.text].map((char): Content => [{ ...inline, text: char }]) : [[inline]],
  );
}

function rowHeights(table: TableBlock, cells: readonly GridCell[], setup: PageSetup): readonly number[] {
  const heights = table.rows.map((row, r) => {
    const least = Math.max(setup.rowHeight, row.minHeight === undefined ? 0 : (row.minHeight * 72) / 25.4);
    const needed = cells.filter((cell) => cell.row === r && cell.rowSpan === 1).map((cell) => heightOf(cell, setup));
    return Math.max(least, ...needed);
  });
  for (const cell of cells.filter((spanning) => spanning.rowSpan > 1)) {
    const lastRow = cell.row + cell.rowSpan - 1;
    const given = heights.slice(cell.row, lastRow + 1).reduce((sum, height) => sum + height, 0);
    const short = heightOf(cell, setup) - given;
    if (short > 0) heights[lastRow] = (heights[lastRow] ?? 0) + short;
  }
  return heights;
}

export function heightOf(cell: Pick<GridCell, 'lines'>, setup: PageSetup): number {
  return cell.lines.length * setup.table.leading + 2 * padY;
}
