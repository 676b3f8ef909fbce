import type { LocalDate } from '../time/index.ts';

/** A day as a count of days from 1970-01-01: plain integers, so that counting limits needs no `Date`. */
export type EpochDay = number;

const digit = (text: string, at: number): number => text.charCodeAt(at) - 48;

/** The day number of a real day written `YYYY-MM-DD`. Civil-calendar arithmetic over 400-year eras. */
export function epochDayOf(day: LocalDate): EpochDay {
  const month = digit(day, 5) * 10 + digit(day, 6);
  const dayOfMonth = digit(day, 8) * 10 + digit(day, 9);
  const civilYear = digit(day, 0) * 1000 + digit(day, 1) * 100 + digit(day, 2) * 10 + digit(day, 3);
  const year = month <= 2 ? civilYear - 1 : civilYear;
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);

/** The day `YYYY-MM-DD` of a day number, from year 0 to 9999. */
export function localDateOfEpochDay(epochDay: EpochDay): LocalDate {
  const shifted = epochDay + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`;
}

/** 1970-01-01 was a Thursday. */
export function isWeekend(epochDay: EpochDay): boolean {
  const weekday = (((epochDay + 4) % 7) + 7) % 7;
  return weekday === 0 || weekday === 6;
}
