import type { Page } from './page.ts';

/** Where a list over several months stands: in which month, after which row. */
export interface MonthCursor {
  readonly at: number;
  readonly after?: string | undefined;
}

export interface MonthPage<Row> {
  readonly rows: readonly Row[];
  readonly next: MonthCursor | undefined;
}

/**
 * The next page of a list that the server gives month by month: the list behind a count over a year. Months without a row are passed
 * over, so that "show more" always shows more. No months: the list as it is.
 */
export async function pageOverMonths<Row>(
  months: readonly string[] | undefined,
  cursor: MonthCursor,
  fetchPage: (month: string | undefined, after: string | undefined) => Promise<Page<Row>>,
): Promise<MonthPage<Row>> {
  if (months === undefined || months.length === 0) {
    const page = await fetchPage(undefined, cursor.after);
    return { rows: page.rows, next: page.next === null ? undefined : { at: 0, after: page.next } };
  }
  let { at, after } = cursor;
  for (;;) {
    const page = await fetchPage(months[at], after);
    const next = page.next !== null ? { at, after: page.next } : at + 1 < months.length ? { at: at + 1 } : undefined;
    if (page.rows.length > 0 || next === undefined) return { rows: page.rows, next };
    at = next.at;
    after = next.after;
  }
}

/** `2026` → its months; `2026-03` → that month; anything else → none. */
export function monthsOf(span: string | undefined): readonly string[] | undefined {
  if (span === undefined) return undefined;
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(span)) return [span];
  return /^\d{4}$/.test(span)
    ? Array.from({ length: 12 }, (_, index) => `${span}-${String(index + 1).padStart(2, '0')}`)
    : undefined;
}
