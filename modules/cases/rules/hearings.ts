import type { Calendar } from '../../../kernel/calendar/index.ts';
import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Words } from '../schema.ts';

/** When a hearing is; without a time the whole day is taken. */
export interface HearingTime {
  readonly heldOn: LocalDate;
  readonly startsAt: string | null;
}

/** Another hearing of the same handler on that day. */
export interface OtherHearing extends HearingTime {
  readonly caseNumber: string;
}

export interface HearingWarning extends Words {
  readonly code: 'clash' | 'dayOff';
  /** The hearing it clashes with. */
  readonly other?: OtherHearing;
}

/** Two hearings that begin less than this many minutes apart clash. */
const apart = 180;

/**
 * What should be looked at before a hearing is written down: the handler is elsewhere at that time, or the day is off — a holiday,
 * or a weekend that the calendar does not make a working day.
 */
export function hearingWarnings(
  hearing: HearingTime,
  others: readonly OtherHearing[],
  calendar: Pick<Calendar, 'isWorkday'>,
): readonly HearingWarning[] {
  const clashes = others
    .filter((other) => other.heldOn === hearing.heldOn && minutesApart(hearing, other) < apart)
    .map(
      (other): HearingWarning => ({
        code: 'clash',
        other,
        zh: `承办人当天${other.startsAt ?? ''}另有开庭：${other.caseNumber}`,
        en: `The handler has another hearing that day${other.startsAt === null ? '' : ` at ${other.startsAt}`}: ${other.caseNumber}`,
      }),
    );
  const off: readonly HearingWarning[] = calendar.isWorkday(hearing.heldOn)
    ? []
    : [
        {
          code: 'dayOff',
          zh: '这一天是法定节假日或者休息日，请与法院核实',
          en: 'That day is a holiday or a day of rest: check with the court',
        },
      ];
  return [...clashes, ...off];
}

function minutesApart(a: HearingTime, b: HearingTime): number {
  if (a.startsAt === null || b.startsAt === null) return 0;
  return Math.abs(minutesOf(a.startsAt) - minutesOf(b.startsAt));
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
