import { addDays, type LocalDate } from '../../../kernel/time/index.ts';

/** A stretch of days in force, both ends included; no end means "until further notice". */
export interface Span {
  readonly name: string;
  readonly from: LocalDate;
  readonly to?: LocalDate | undefined;
}

/** True when the day lies within the span. */
export function inForce(
  span: { readonly from: LocalDate; readonly to?: LocalDate | undefined },
  on: LocalDate,
): boolean {
  return span.from <= on && (span.to === undefined || on <= span.to);
}

/**
 * What is wrong with a chain of spans that should follow each other day upon day: overlaps, and holes between the first and the last.
 * With `start` the chain must begin on that day; with `open` its last span must have no end.
 */
export function chainFaults(spans: readonly Span[], must: { start?: LocalDate; open?: boolean } = {}): string[] {
  const faults: string[] = [];
  const sorted = [...spans].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const first = sorted[0];
  if (!first) return must.start === undefined ? [] : [`nothing in force from ${must.start}`];
  if (must.start !== undefined && first.from !== must.start) {
    faults.push(`the first, ${first.name}, starts ${first.from} and not ${must.start}`);
  }
  for (let i = 1; i < sorted.length; i += 1) {
    const earlier = sorted[i - 1];
    const later = sorted[i];
    if (!earlier || !later) continue;
    if (earlier.to === undefined || later.from <= earlier.to) {
      faults.push(`${earlier.name} and ${later.name} overlap from ${later.from}`);
    } else if (addDays(earlier.to, 1) < later.from) {
      faults.push(
        `hole from ${addDays(earlier.to, 1)} to ${addDays(later.from, -1)} between ${earlier.name} and ${later.name}`,
      );
    }
  }
  const last = sorted.at(-1);
  if (must.open && last?.to !== undefined) faults.push(`the last, ${last.name}, ends ${last.to} with nothing after it`);
  return faults;
}
