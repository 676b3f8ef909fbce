import { createHash } from 'node:crypto';
import type { LocalDate } from '../time/index.ts';
import { type EpochDay, epochDayOf, isWeekend, localDateOfEpochDay } from './epoch-day.ts';

/** A day that the State Council's notice (国务院办公厅节假日安排) takes out of the plain week: a weekday off, or a weekend day worked (调休). */
export interface CalendarOverride {
  readonly date: LocalDate;
  readonly kind: 'holiday' | 'workday';
  readonly name: string;
}

/** Working days of the PRC, as a value: built from a table, asked without IO. */
export interface Calendar {
  /** Tells one state of the table from another; stored beside what was counted with it. */
  readonly edition: string;
  /** Years whose notice is on file, without a gap: first and last. Both 0 when none is. */
  readonly firstKnownYear: number;
  readonly lastKnownYear: number;
  isWorkday(day: LocalDate): boolean;
  isKnown(day: LocalDate): boolean;
  /** The day itself when it is a working day, else the next one. */
  nextWorkday(day: LocalDate): LocalDate;
  /** Name of the holiday or of the holiday a made-up working day belongs to; undefined for a plain day. */
  nameOf(day: LocalDate): string | undefined;
  /** The same questions by day number, for counting. */
  isWorkdayAt(day: EpochDay): boolean;
  isKnownAt(day: EpochDay): boolean;
}

/**
 * A calendar from the rows of the table. Without a row a day is a working day from Monday to Friday.
 * A year counts as known when its notice is plainly there: a holiday on 1 October and one within the Spring Festival's window;
 * a single row entered ahead of the notice does not make its year known.
 * @throws RangeError when two rows disagree about a day
 */
export function buildCalendar(rows: readonly CalendarOverride[]): Calendar {
  const overrides = new Map<EpochDay, CalendarOverride>();
  for (const row of rows) {
    const at = epochDayOf(row.date);
    const other = overrides.get(at);
    if (other !== undefined && other.kind !== row.kind) {
      throw new RangeError(`calendar: ${row.date} is both ${other.kind} and ${row.kind}`);
    }
    overrides.set(at, row);
  }
  const { first, last } = longestKnownRun(rows);
  const firstDay = first === 0 ? 1 : epochDayOf(`${first}-01-01`);
  const lastDay = first === 0 ? 0 : epochDayOf(`${last}-12-31`);

  const isWorkdayAt = (day: EpochDay): boolean => {
    const override = overrides.get(day);
    return override === undefined ? !isWeekend(day) : override.kind === 'workday';
  };
  const isKnownAt = (day: EpochDay): boolean => day >= firstDay && day <= lastDay;

  return {
    edition: editionOf(rows, first, last),
    firstKnownYear: first,
    lastKnownYear: last,
    isWorkday: (day) => isWorkdayAt(epochDayOf(day)),
    isKnown: (day) => isKnownAt(epochDayOf(day)),
    nextWorkday(day) {
      let at = epochDayOf(day);
      while (!isWorkdayAt(at)) at += 1;
      return localDateOfEpochDay(at);
    },
    nameOf: (day) => overrides.get(epochDayOf(day))?.name,
    isWorkdayAt,
    isKnownAt,
  };
}

/** The newest run of known years without a gap: a year beyond a gap is on file but cannot be counted through. */
function longestKnownRun(rows: readonly CalendarOverride[]): { first: number; last: number } {
  const nationalDay = new Set<number>();
  const springFestival = new Set<number>();
  for (const row of rows) {
    if (row.kind !== 'holiday') continue;
    const year = Number(row.date.slice(0, 4));
    const monthDay = row.date.slice(5);
    if (monthDay === '10-01') nationalDay.add(year);
    // The first day of the lunar year falls between 21 January and 20 February; the holiday runs a week around it.
    if (monthDay >= '01-20' && monthDay <= '02-27') springFestival.add(year);
  }
  const known = [...nationalDay].filter((year) => springFestival.has(year)).sort((a, b) => a - b);
  let best = { first: 0, last: 0 };
  let start = 0;
  for (let i = 0; i < known.length; i += 1) {
    const year = known[i] ?? 0;
    if (i === 0 || year !== (known[i - 1] ?? 0) + 1) start = year;
    if (year - start >= best.last - best.first) best = { first: start, last: year };
  }
  return best;
}

function editionOf(rows: readonly CalendarOverride[], first: number, last: number): string {
  const lines = rows.map((row) => `${row.date} ${row.kind}`).sort();
  const digest = createHash('sm3').update(lines.join('\n')).digest('hex').slice(0, 12);
  return `${first}-${last}:${digest}`;
}
