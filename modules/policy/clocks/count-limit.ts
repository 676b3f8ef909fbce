import { type Calendar, type EpochDay, epochDayOf } from '../../../kernel/calendar/index.ts';
import type { Pause } from '../schema.ts';

/** Where a limit in days ends, as day numbers. */
export interface CountedLimit {
  readonly due: EpochDay;
  /** The day it would have ended on, when that was no working day. */
  readonly rolledFrom: EpochDay | undefined;
  /** False when a day whose nature mattered lies outside the calendar's known years. */
  readonly calendarKnown: boolean;
}

type PausedSpan = readonly [from: EpochDay, to: EpochDay];

/**
 * Count a limit from a day. The first day counted is the day after; paused days are not counted. A limit in calendar days whose last day is
 * not a working day ends on the next working day that is not paused; a limit in working days counts only working days, so it never moves.
 */
export function countLimit(
  from: EpochDay,
  amount: number,
  unit: 'day' | 'workday',
  calendar: Calendar,
  pauses: readonly Pause[] = [],
): CountedLimit {
  const spans: PausedSpan[] = pauses.map((pause) => [epochDayOf(pause.from), epochDayOf(pause.to)]);
  const counts =
    unit === 'day'
      ? (day: EpochDay): boolean => !isPaused(spans, day)
      : (day: EpochDay): boolean => !isPaused(spans, day) && calendar.isWorkdayAt(day);

  let day = from;
  if (unit === 'day' && spans.length === 0) day += amount;
  else for (let left = amount; left > 0; ) if (counts(++day)) left -= 1;

  if (unit === 'workday')
    return { due: day, rolledFrom: undefined, calendarKnown: knownBetween(calendar, from + 1, day) };
  let due = day;
  while (!calendar.isWorkdayAt(due) || (due !== day && isPaused(spans, due))) due += 1;
  return { due, rolledFrom: due === day ? undefined : day, calendarKnown: knownBetween(calendar, day, due) };
}

function isPaused(spans: readonly PausedSpan[], day: EpochDay): boolean {
  for (const [from, to] of spans) if (day >= from && day <= to) return true;
  return false;
}

/** The known years are one run without a gap: both ends known means all known. */
function knownBetween(calendar: Calendar, first: EpochDay, last: EpochDay): boolean {
  return calendar.isKnownAt(first) && calendar.isKnownAt(last);
}
