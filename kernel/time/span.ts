import type { LocalDate } from './clock.ts';

/** A month or a whole year, as counts are asked for: `2026-11`, `2026`. */
export type Span = string;

export const spanPattern = /^\d{4}(-(0[1-9]|1[0-2]))?$/;

/** The first day of a span, and the first day after it. */
export function daysOfSpan(span: Span): { readonly first: LocalDate; readonly after: LocalDate } {
  const year = Number(span.slice(0, 4));
  if (span.length === 4) return { first: firstOf(year, 1), after: firstOf(year + 1, 1) };
  const month = Number(span.slice(5));
  return { first: firstOf(year, month), after: month === 12 ? firstOf(year + 1, 1) : firstOf(year, month + 1) };
}

function firstOf(year: number, month: number): LocalDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
}
