import type { Language } from '../locales/language.ts';

/*
 * Days and instants in words. Days are `YYYY-MM-DD` in Asia/Shanghai; instants are ISO strings in UTC, shown in Shanghai time.
 */

const zone = 'Asia/Shanghai';
const weekdaysZh = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'] as const;

/** `3月12日（星期二）` · `Tue 12 Mar`; with the year when it is not the year of `today`. */
export function dayInWords(day: string, language: Language, today: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  if (language === 'zh') {
    const year = sameYear ? '' : `${at.getUTCFullYear()}年`;
    return `${year}${at.getUTCMonth() + 1}月${at.getUTCDate()}日（${weekdaysZh[at.getUTCDay()] ?? ''}）`;
  }
  return at.toLocaleDateString('en-GB', {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  });
}

/** `3月12日` · `12 Mar`; with the year when it is not the year of `today`. */
export function dayShort(day: string, language: Language, today: string): string {
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  const at = new Date(`${day}T00:00:00Z`);
  if (language === 'zh')
    return `${sameYear ? '' : `${at.getUTCFullYear()}年`}${at.getUTCMonth() + 1}月${at.getUTCDate()}日`;
  return at.toLocaleDateString('en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  });
}

/** The day of an instant in Shanghai, `YYYY-MM-DD`. */
export function dayOf(instant: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(instant),
  );
}

/** `14:32` in Shanghai. */
export function timeOf(instant: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hour12: false }).format(
    new Date(instant),
  );
}

/** Whole days from one day to another; negative when `to` lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** Whole years of age on a day. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}
