import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';
import type { DayKindOf } from '../rules/opening.ts';
import { calendarDays } from './regions.ts';

/** What the calendar on file says of the days between two, both included. */
export async function calendarKinds(tx: Tx, from: LocalDate, to: LocalDate): Promise<DayKindOf> {
  return (await calendarOf(tx, from, to)).kindOf;
}

export interface DaysOnFile {
  readonly kindOf: DayKindOf;
  /** Name of the holiday, or of the one a made-up working day belongs to. */
  readonly nameOf: (day: LocalDate) => string | undefined;
}

/** The same, with the holidays' names. */
export async function calendarOf(tx: Tx, from: LocalDate, to: LocalDate): Promise<DaysOnFile> {
  const days = new Map((await calendarDays(tx, from, to)).map((day) => [day.date, day]));
  return {
    kindOf: (day) => {
      const kind = days.get(day)?.kind;
      return kind === undefined ? 'ordinary' : kind === 'holiday' ? 'holiday' : 'makeUpWorkday';
    },
    nameOf: (day) => days.get(day)?.name,
  };
}
