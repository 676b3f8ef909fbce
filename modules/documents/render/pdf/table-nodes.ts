import { element, type Node, rule } from './display.ts';
import type { PageSetup } from './page-setup.ts';
import { type Grid, type GridCell, padX, padY } from './table-grid.ts';
import type { Fragment } from './table-pages.ts';
import { linesAt } from './text-block.ts';

const thin = 0.5;
const thick = 1.1;

export interface Frame {
  readonly left: number;
  readonly right: number;
  /** The table above or below shares this edge. */
  readonly joinsAbove: boolean;
  readonly joinsBelow: boolean;
}

/** What one page shows of a table: cells with their text for the structure tree, rules as decoration. */
export function tableNodes(
  grid: Grid,
  pages: readonly (readonly Fragment[])[],
  page: number,
  frame: Frame,
  setup: PageSetup,
): readonly Node[] {
  const fragments = pages[page] ?? [];
  const rows = fragments.map((fragment) => {
    const starting = grid.cells.filter((cell) => cell.rowSpan === 1 && cell.row === fragment.row);
    const spanning = grid.cells.filter((cell) => cell.rowSpan > 1 && firstFragmentOf(cell, fragments) === fragment);
    return element(
      'TR',
      [...starting, ...spanning]
        .sort((a, b) => a.x - b.x)
        .map((cell) => cellNode(cell, fragment, segmentOf(cell, fragment, fragments), pages, page, setup)),
    );
  });
  return [element('Table', rows), ...gridRules(grid, fragments), ...frameRules(fragments, frame, page, pages.length)];
}

function firstFragmentOf(cell: GridCell, fragments: readonly Fragment[]): Fragment | undefined {
  return fragments.find((fragment) => covers(cell, fragment.row));
}

function covers(cell: GridCell, row: number): boolean {
  return row >= cell.row && row < cell.row + cell.rowSpan;
}

/** The height on this page of the rows that a cell spans. */
function segmentOf(cell: GridCell, fragment: Fragment, fragments: readonly Fragment[]): number {
  if (cell.rowSpan === 1) return fragment.height;
  return fragments.filter((other) => covers(cell, other.row)).reduce((sum, other) => sum + other.height, 0);
}

function cellNode(
  cell: GridCell,
  fragment: Fragment,
  height: number,
  pages: readonly (readonly Fragment[])[],
  page: number,
  setup: PageSetup,
): Node {
  const tag = cell.cell.label ? 'TH' : 'TD';
  const lines =
    cell.rowSpan > 1
      ? page === widestPageOf(cell, pages)
        ? cell.lines
        : []
      : cell.lines.slice(fragment.from, fragment.to);
  const needed = lines.length * setup.table.leading;
  const whole = fragment.from === 0 && fragment.to === Infinity;
  const valign = whole || cell.rowSpan > 1 ? (cell.cell.valign ?? 'top') : 'top';
  const room = Math.max(0, height - 2 * padY - needed);
  const offset = valign === 'middle' ? room / 2 : valign === 'bottom' ? room : 0;
  return element(tag, [element('P', linesAt(lines, cell.x + padX, fragment.top + padY + offset, setup.table))]);
}

/** Where a spanning cell is parted by a page, its text stands in the larger part. */
function widestPageOf(cell: GridCell, pages: readonly (readonly Fragment[])[]): number {
  const parts = pages.map((fragments) =>
    fragments.filter((fragment) => covers(cell, fragment.row)).reduce((sum, fragment) => sum + fragment.height, 0),
  );
  return parts.indexOf(Math.max(...parts));
}

function gridRules(grid: Grid, fragments: readonly Fragment[]): readonly Node[] {
  return fragments.flatMap((fragment, i) =>
    grid.cells
      .filter((cell) => covers(cell, fragment.row))
      .flatMap((cell): readonly Node[] => {
        const right = cell.x + cell.width;
        const begins = cell.row === fragment.row && fragment.from === 0;
        return [
          ...(begins && i > 0 ? [rule(cell.x, fragment.top, right, fragment.top, thin)] : []),
          rule(cell.x, fragment.top, cell.x, fragment.top + fragment.height, thin),
        ];
      }),
  );
}

function frameRules(fragments: readonly Fragment[], frame: Frame, page: number, pageCount: number): readonly Node[] {
  const [first, last] = [fragments[0], fragments.at(-1)];
  if (!first || !last) return [];
  const { left, right } = frame;
  const [top, bottom] = [first.top, last.top + last.height];
  const above = page === 0 && frame.joinsAbove ? thin : thick;
  return [
    rule(left - thick / 2, top, right + thick / 2, top, above),
    ...(page === pageCount - 1 && frame.joinsBelow
      ? []
      : [rule(left - thick / 2, bottom, right + thick / 2, bottom, thick)]),
    rule(left, top, left, bottom, thick),
    rule(right, top, right, bottom, thick),
  ];
}
