import fc from 'fast-check';
import { expect, test } from 'vitest';
import { label, type Row, row, table, tallRow, value } from '../../forms/blocks.ts';
import type { Measure } from './line-breaking.ts';
import { pageSetups } from './page-setup.ts';
import { layGrid, padY } from './table-grid.ts';
import { paginate } from './table-pages.ts';

const measure: Measure = (text) => ({ face: 'text', em: [...text].length });
const setup = pageSetups.sheet;
const grid = (rows: readonly Row[], columns = [1, 3]) =>
  layGrid({ kind: 'table', columns, rows }, setup.left, setup.right - setup.left, setup, measure);

const anyRow = fc
  .record({ length: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 6000 })), tall: fc.boolean() })
  .map(({ length, tall }) => {
    const cells = [label('标签'), value('字'.repeat(length))];
    return tall ? tallRow(40, ...cells) : row(...cells);
  });

test('every line of every row stands on exactly one page, inside the type area', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { minLength: 1, maxLength: 20 }), fc.integer({ min: 0, max: 600 }), (rows, down) => {
      const laid = grid(rows);
      const pages = paginate(laid, setup.top + down, setup);
      for (const [p, fragments] of pages.entries()) {
        let y = p === 0 ? setup.top + down : setup.top;
        for (const fragment of fragments) {
          expect(fragment.top).toBeCloseTo(y);
          y += fragment.height;
        }
        if (fragments.length > 0) expect(y).toBeLessThanOrEqual(setup.bottom + 0.1);
      }
      for (const [r] of rows.entries()) {
        const lines = laid.cells.filter((cell) => cell.row === r)[1]?.lines.length ?? 0;
        const parts = pages.flat().filter((fragment) => fragment.row === r);
        let next = 0;
        for (const part of parts) {
          expect(part.from).toBe(next);
          const shown = Math.min(part.to, lines) - part.from;
          expect(shown * setup.table.leading + 2 * padY).toBeLessThanOrEqual(part.height + 0.1);
          next = part.to;
        }
        expect(next).toBe(Number.POSITIVE_INFINITY);
      }
    }),
    { numRuns: 60 },
  );
});

test('header rows come again on every page', () => {
  const rows = [
    { ...row(label('甲'), label('乙')), header: true },
    ...Array.from({ length: 80 }, () => row(value('一'), value('二'))),
  ];
  const laid = grid(rows);
  const pages = paginate(laid, setup.top, setup);
  expect(pages.length).toBeGreaterThan(2);
  for (const fragments of pages) expect(fragments[0]?.row).toBe(0);
});

test('a table of nothing but header rows, as an office may mark it, comes to an end', () => {
  const rows = Array.from({ length: 80 }, () => ({ ...row(label('甲'), value('乙')), header: true }));
  const pages = paginate(grid(rows), setup.top, setup);
  expect(pages.flat().map((fragment) => fragment.row)).toEqual(rows.map((_, r) => r));
});

test('a low row goes to the next page whole, never in parts', () => {
  const rows = [tallRow(200, label('甲'), value('')), tallRow(60, label('乙'), value('字'.repeat(60)))];
  const pages = paginate(grid(rows), setup.top, setup);
  expect(pages.map((fragments) => fragments.map((fragment) => fragment.row))).toEqual([[0], [1]]);
});

test.each([
  ['too wide', [row(label('甲'), value('乙'), value('丙'))]],
  ['too narrow', [row(label('甲'))]],
  ['spans that do not meet', [row(label('甲', { rowSpan: 2 }), value('乙')), row(value('丙'), value('丁'))]],
])('a form whose table is %s is a fault of the form', (_, rows) => {
  expect(() => grid(rows)).toThrow(/table row/);
});

test('a label over several rows makes room for itself', () => {
  const rows = [
    row(label('申请人基本情况申请人基本情况', { vertical: true, rowSpan: 2 }), value('一')),
    row(value('二')),
  ];
  const [first = 0, second = 0] = grid(rows).heights;
  expect(first + second).toBeGreaterThanOrEqual(14 * setup.table.leading);
  expect(table([1, 3], rows).kind).toBe('table');
});
