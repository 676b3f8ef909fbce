import type { Calendar } from '../../kernel/calendar/index.ts';
import { addDays, type Instant, instantOf, type LocalDate, localDateOf } from '../../kernel/time/index.ts';
import type { Random } from './random.ts';

/** Office hours, minutes after midnight: work is done inside them, on working days. */
const officeSpans = [
  [8 * 60 + 35, 11 * 60 + 55],
  [14 * 60 + 5, 17 * 60 + 45],
] as const;

/** How long after the step before something happens. */
export type Gap =
  /** Whole working days later, within office hours; 0 means the same day if any of it is left. */
  | { readonly workdays: number }
  /** Calendar days later, at any hour people are awake. */
  | { readonly days: number };

/** The instant one gap after another: never before it. */
export function afterGap(calendar: Calendar, random: Random, from: Instant, gap: Gap): Instant {
  if ('days' in gap) return awake(random, from, gap.days);
  let day = localDateOf(from);
  if (gap.workdays === 0) {
    const soon = Date.parse(from) + random.int(12, 140) * 60_000;
    const at = new Date(soon).toISOString();
    const minute = minuteOf(at);
    if (calendar.isWorkday(day) && localDateOf(at) === day && officeSpans.some(([a, b]) => a <= minute && minute <= b))
      return at;
    const afternoon = officeSpans[1];
    if (calendar.isWorkday(day) && localDateOf(at) === day && minute < afternoon[0])
      return instantOf(day, random.int(...afternoon));
    return instantOf(nextWorkday(calendar, addDays(day, 1)), random.int(8 * 60 + 40, 11 * 60 + 40));
  }
  for (let left = gap.workdays; left > 0; left--) day = nextWorkday(calendar, addDays(day, 1));
  return instantOf(day, officeMinute(random));
}

/** An instant within office hours of the day, or of the next working day. */
export function inOffice(calendar: Calendar, random: Random, day: LocalDate): Instant {
  return instantOf(nextWorkday(calendar, day), officeMinute(random));
}

/** An instant of that day when a person may sit down with a telephone. */
export function anyHour(random: Random, day: LocalDate): Instant {
  return instantOf(
    day,
    random.weighted([
      [random.int(7 * 60, 12 * 60), 3],
      [random.int(12 * 60, 18 * 60), 4],
      [random.int(18 * 60, 22 * 60 + 40), 5],
    ]),
  );
}

function awake(random: Random, from: Instant, days: number): Instant {
  const at = anyHour(random, addDays(localDateOf(from), days));
  return at > from ? at : new Date(Date.parse(from) + random.int(8, 50) * 60_000).toISOString();
}

const officeMinute = (random: Random): number =>
  random.int(
    ...random.weighted([
      [officeSpans[0], 11],
      [officeSpans[1], 10],
    ]),
  );

const nextWorkday = (calendar: Calendar, day: LocalDate): LocalDate => calendar.nextWorkday(day);

/** Minutes after midnight in Asia/Shanghai. */
function minuteOf(at: Instant): number {
  const local = new Date(Date.parse(at) + 8 * 3_600_000);
  return local.getUTCHours() * 60 + local.getUTCMinutes();
}
