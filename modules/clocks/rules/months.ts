import type { LocalDate } from '../../../kernel/time/index.ts';

/** The last `count` finished months before a day, both ends included, as `YYYY-MM`. */
export function lastMonths(today: LocalDate, count: number): { readonly from: string; readonly to: string } {
  return { from: monthBefore(today, count), to: monthBefore(today, 1) };
}

function monthBefore(today: LocalDate, back: number): string {
  const months = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 - back;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}
