import type { Calendar } from '../../../kernel/calendar/index.ts';
import { addDays, type LocalDate } from '../../../kernel/time/index.ts';
import type { Level } from '../schema.ts';

/** Working days after its last day at which a limit that is still not kept goes to the justice bureau. An office's choice; no law sets it. */
export const workdaysToClimb = 3;

/** Limits whose last day lies before this one have climbed by `today`. */
export function climbedBefore(today: LocalDate, calendar: Pick<Calendar, 'isWorkday'>): LocalDate {
  let day = today;
  for (let left = workdaysToClimb; left > 0; ) {
    day = addDays(day, -1);
    if (calendar.isWorkday(day)) left -= 1;
  }
  return day;
}

/** What a running limit has come to; nothing yet before the day of warning. A centre's own promise does not climb to the bureau. */
export function levelOf(
  limit: { readonly warnOn: LocalDate; readonly dueOn: LocalDate; readonly promise: boolean },
  today: LocalDate,
  climbed: LocalDate,
): Level | undefined {
  if (today < limit.warnOn) return undefined;
  if (today <= limit.dueOn) return 'soon';
  return !limit.promise && limit.dueOn < climbed ? 'climbed' : 'overdue';
}
