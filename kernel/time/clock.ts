/** An instant in UTC, ISO 8601 with milliseconds: `2026-11-24T06:30:00.000Z`. Strings compare in order. */
export type Instant = string;

/** A day of the law's calendar in Asia/Shanghai: `2026-11-24`. */
export type LocalDate = string;

/** Where the present comes from: handed in, so that tests and the demonstration can live any day. */
export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => new Date().toISOString() };

/** China has kept UTC+8 without summer time since 1991; every day this system counts is later. */
const shanghaiOffsetMs = 8 * 3600_000;

/** The day in Asia/Shanghai on which an instant falls. */
export function localDateOf(at: Instant): LocalDate {
  return new Date(Date.parse(at) + shanghaiOffsetMs).toISOString().slice(0, 10);
}

/** The instant at which a day begins in Asia/Shanghai, plus minutes. */
export function instantOf(day: LocalDate, minutes = 0): Instant {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) - shanghaiOffsetMs + minutes * 60_000).toISOString();
}

/** `day` moved by whole calendar days. */
export function addDays(day: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(`${to}T00:00:00.000Z`) - Date.parse(`${from}T00:00:00.000Z`)) / 86_400_000);
}

/** True for a real day of the calendar written `YYYY-MM-DD`. */
export function isLocalDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(parsed) && new Date(parsed).toISOString().slice(0, 10) === text;
}

/** `YYYY-MM-DDTHH:MM` in Asia/Shanghai, a real day and a real minute. */
export function isLocalMinute(text: string): boolean {
  return isLocalDate(text.slice(0, 10)) && /^T([01]\d|2[0-3]):[0-5]\d$/.test(text.slice(10));
}

/** The minute in Asia/Shanghai, `YYYY-MM-DDTHH:MM`. */
export function localMinuteOf(at: Instant): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16);
}
