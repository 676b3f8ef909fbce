import type { Layout } from '../../forms/form.ts';

/* Sizes in points, origin at the top left. 1 mm = 72/25.4 pt. */

export const mm = (millimetres: number): number => (millimetres * 72) / 25.4;

export const pageWidth = mm(210);
export const pageHeight = mm(297);

export interface TextStyle {
  readonly size: number;
  /** Distance from baseline to baseline. */
  readonly leading: number;
}

export interface PageSetup {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly title: TextStyle;
  readonly body: TextStyle;
  readonly table: TextStyle;
  readonly note: TextStyle;
  /** Least height of a table row: room for one line written by hand. */
  readonly rowHeight: number;
  readonly pageNumber: 'official' | 'ofTotal';
}

/**
 * GB/T 9704-2012: type area 156 × 225 mm, head margin 37 mm, inner margin 28 mm, 22 lines of 28 Han in 三号 (15.75 pt),
 * title in 二号 (22 pt). Tables inside letters and table forms in 小四 (12 pt) and 五号 (10.5 pt).
 */
export const pageSetups = {
  letter: {
    left: mm(28),
    right: mm(210 - 26),
    top: mm(37),
    bottom: mm(297 - 35),
    title: { size: 22, leading: 33 },
    body: { size: 15.75, leading: mm(225) / 22 },
    table: { size: 12, leading: 18 },
    note: { size: 10.5, leading: 16 },
    rowHeight: 27,
    pageNumber: 'official',
  },
  sheet: {
    left: mm(24),
    right: mm(210 - 20),
    top: mm(24),
    bottom: mm(297 - 28),
    title: { size: 18, leading: 27 },
    body: { size: 12, leading: 20 },
    table: { size: 10.5, leading: 15.75 },
    note: { size: 9, leading: 14 },
    rowHeight: 22.5,
    pageNumber: 'ofTotal',
  },
} as const satisfies Record<Layout, PageSetup>;
