import type { PageSetup } from './page-setup.ts';
import { type Grid, padY } from './table-grid.ts';

/** A row, or the part of it that stands on one page: lines `from` to `to` of each of its cells. */
export interface Fragment {
  readonly row: number;
  readonly top: number;
  readonly height: number;
  readonly from: number;
  readonly to: number;
}

/** A row is parted only when it is taller than this share of a page; shorter ones go to the next page whole. */
const splitShare = 0.3;
/** No part of a row is lower than this many lines. */
const leastLines = 3;
/** Header rows that would fill more of each page than this share stand on the first page only. */
const headerShare = 0.5;

/**
 * The rows of a table page by page. `first` is where the table begins on the present page; later pages begin at the
 * head margin, under the repeated header rows.
 */
export function paginate(grid: Grid, first: number, setup: PageSetup): readonly (readonly Fragment[])[] {
  const { leading } = setup.table;
  const pages: Fragment[][] = [[]];
  let y = first;
  const put = (fragment: Omit<Fragment, 'top'>) => {
    pages.at(-1)?.push({ ...fragment, top: y });
    y += fragment.height;
  };
  const headed = grid.heights.slice(0, grid.headerRows).reduce((sum, height) => sum + height, 0);
  const repeated = headed > (setup.bottom - setup.top) * headerShare ? 0 : grid.headerRows;
  const turn = () => {
    pages.push([]);
    y = setup.top;
    for (let r = 0; r < repeated; r++) put({ row: r, height: grid.heights[r] ?? 0, from: 0, to: Infinity });
  };
  for (const [r, height] of grid.heights.entries()) {
    if (y + height <= setup.bottom + 0.01) {
      put({ row: r, height, from: 0, to: Infinity });
      continue;
    }
    const lines = Math.max(
      1,
      ...grid.cells.filter((cell) => cell.row === r && cell.rowSpan === 1).map((cell) => cell.lines.length),
    );
    const tall = height > (setup.bottom - setup.top) * splitShare && lines > 2 * leastLines;
    if (!tall || r < repeated) {
      turn();
      if (y + height <= setup.bottom + 0.01) {
        put({ row: r, height, from: 0, to: Infinity });
        continue;
      }
    }
    let from = 0;
    while (from < lines) {
      const room = Math.floor((setup.bottom - y - 2 * padY) / leading);
      if (room < Math.min(leastLines, lines - from)) {
        turn();
        continue;
      }
      const left = lines - from;
      // Never leave a widow behind: the rest of the row keeps its least lines.
      const count = room >= left ? left : Math.max(leastLines, Math.min(room, left - leastLines));
      const to = from + count;
      const height = to >= lines ? Math.max(setup.rowHeight, count * leading + 2 * padY) : setup.bottom - y;
      put({ row: r, height, from, to: to >= lines ? Infinity : to });
      from = to;
    }
  }
  return pages;
}
