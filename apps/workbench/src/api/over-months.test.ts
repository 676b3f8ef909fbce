import { expect, test } from 'vitest';
import { type MonthCursor, monthsOf, pageOverMonths } from './over-months.ts';

const lists: Readonly<Record<string, readonly number[]>> = {
  '2026-01': [1, 2, 3],
  '2026-02': [],
  '2026-03': [],
  '2026-04': [4],
};

/** Two rows a page, as a server pages. */
async function fetchPage(month: string | undefined, after: string | undefined) {
  const all = month === undefined ? [9] : (lists[month] ?? []);
  const from = after === undefined ? 0 : Number(after);
  return { rows: all.slice(from, from + 2), next: from + 2 < all.length ? String(from + 2) : null };
}

test('every row of every month comes once, in order, and no page is empty', async () => {
  const seen: number[][] = [];
  let cursor: MonthCursor | undefined = { at: 0 };
  while (cursor !== undefined) {
    const page: Awaited<ReturnType<typeof pageOverMonths<number>>> = await pageOverMonths(
      Object.keys(lists),
      cursor,
      fetchPage,
    );
    seen.push([...page.rows]);
    cursor = page.next;
  }
  expect(seen).toEqual([[1, 2], [3], [4]]);
});
test('only empty months end the list', async () =>
  expect(await pageOverMonths(['2026-02', '2026-03'], { at: 0 }, fetchPage)).toEqual({ rows: [], next: undefined }));
test('without months the list is asked as it is', async () =>
  expect(await pageOverMonths(undefined, { at: 0 }, fetchPage)).toEqual({ rows: [9], next: undefined }));
test.each([
  ['2026', 12],
  ['2026-03', 1],
])('%s spans %i months', (span, count) => expect(monthsOf(span)).toHaveLength(count));
test.each([undefined, '', '2026-13', 'all'])('%s spans nothing', (span) => expect(monthsOf(span)).toBeUndefined());
