import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';
import type { DayKindOf } from '../rules/opening.ts';
import { calendarDays } from './regions.ts';

/** What the calendar on file says of the days between two, both included. */
export async function calendarKinds(tx: Tx, from: LocalDate, to: LocalDate): Promise<DayKindOf> {
  const days = await calendarDays(tx, from, to);
  const kinds = new Map(
    days.map(({ date, kind }) => [date, kind === 'holiday' ? ('holiday' as const) : ('makeUpWorkday' as const)]),
  );
  return (day) => kinds.get(day) ?? 'ordinary';
}
