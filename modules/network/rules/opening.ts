import { addDays, type Instant, type LocalDate } from '../../../kernel/time/index.ts';
import type { OpeningHours, OpenSpan } from '../schema.ts';

/** What the State Council's calendar says of a day: nothing special, a public holiday, or a weekend day made a working day (调休). */
export type DayKind = 'ordinary' | 'holiday' | 'makeUpWorkday';
export type DayKindOf = (day: LocalDate) => DayKind;

/**
 * The spans during which a place is open on a day. An exception wins; a public holiday closes unless the place works as usual;
 * a made-up working day at a weekend has Monday's hours where the place works all five weekdays.
 */
export function openSpansOn(hours: OpeningHours, day: LocalDate, kindOf: DayKindOf): readonly OpenSpan[] {
  const exception = hours.exceptions.find((e) => e.date === day);
  if (exception !== undefined) return exception.spans;
  const weekday = isoWeekday(day);
  const usual = hours.weekly[weekday] ?? [];
  const kind = kindOf(day);
  if (kind === 'holiday') return hours.onHolidays === 'asUsual' ? usual : [];
  if (kind === 'makeUpWorkday' && usual.length === 0 && weekdays.every((d) => (hours.weekly[d] ?? []).length > 0)) {
    return hours.weekly['1'] ?? [];
  }
  return usual;
}

/** True when the place is open at that local time (`HH:MM`). */
export function isOpenAt(hours: OpeningHours, day: LocalDate, time: string, kindOf: DayKindOf): boolean {
  return openSpansOn(hours, day, kindOf).some((span) => span.from <= time && time < span.to);
}

/** One day of a place's hours, and why it is not as usual. */
export interface DayHours {
  readonly day: LocalDate;
  readonly spans: readonly OpenSpan[];
  /** A public holiday, a weekend day made a working day, or the place's own exception; absent on an ordinary day. */
  readonly because?: { readonly kind: 'holiday' | 'makeUpWorkday' | 'exception'; readonly name?: string };
}

/**
 * The hours of the next days, the given one first. A holiday is named where it closes the place, a made-up working day where it
 * opens it; an exception carries its note.
 */
export function hoursOfDays(
  hours: OpeningHours,
  from: LocalDate,
  days: number,
  kindOf: DayKindOf,
  nameOf: (day: LocalDate) => string | undefined = () => undefined,
): readonly DayHours[] {
  return Array.from({ length: days }, (_, offset): DayHours => {
    const day = addDays(from, offset);
    const spans = openSpansOn(hours, day, kindOf);
    const exception = hours.exceptions.find((e) => e.date === day);
    if (exception !== undefined)
      return {
        day,
        spans,
        because: { kind: 'exception', ...(exception.note !== undefined && { name: exception.note }) },
      };
    const usual = hours.weekly[isoWeekday(day)] ?? [];
    const kind = kindOf(day);
    const told =
      kind === 'holiday' ? spans.length < usual.length : kind === 'makeUpWorkday' && spans.length > usual.length;
    if (kind === 'ordinary' || !told) return { day, spans };
    const name = nameOf(day);
    return { day, spans, because: { kind, ...(name !== undefined && { name }) } };
  });
}

/** When the place closes that is open now; undefined when it is closed. Spans that follow without a gap count as one. */
export function closingTime(spans: readonly OpenSpan[], time: string): string | undefined {
  let closes: string | undefined;
  for (const span of [...spans].sort((a, b) => (a.from < b.from ? -1 : 1)))
    if (span.from <= (closes ?? time) && (closes ?? time) < span.to) closes = span.to;
  return closes;
}

export interface NextOpening {
  readonly day: LocalDate;
  readonly from: string;
}

/** The next moment the place opens, at or after the given one, within `horizonDays`; undefined when it does not. */
export function nextOpening(
  hours: OpeningHours,
  day: LocalDate,
  time: string,
  kindOf: DayKindOf,
  horizonDays = 60,
): NextOpening | undefined {
  for (let offset = 0; offset <= horizonDays; offset++) {
    const candidate = addDays(day, offset);
    const spans = [...openSpansOn(hours, candidate, kindOf)].sort((a, b) => (a.from < b.from ? -1 : 1));
    for (const span of spans) {
      if (offset > 0) return { day: candidate, from: span.from };
      if (time < span.to) return { day: candidate, from: time > span.from ? time : span.from };
    }
  }
  return undefined;
}

type Weekday = '1' | '2' | '3' | '4' | '5' | '6' | '7';
const weekdays: readonly Weekday[] = ['1', '2', '3', '4', '5'];

/** ISO weekday of a day: `1` Monday … `7` Sunday. */
export function isoWeekday(day: LocalDate): Weekday {
  return String(new Date(`${day}T00:00:00.000Z`).getUTCDay() || 7) as Weekday;
}

/** The local time `HH:MM` in Asia/Shanghai (UTC+8 all year) of an instant. */
export function localTimeOf(at: Instant): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(11, 16);
}
