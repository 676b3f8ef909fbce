import { daysBetween, type LocalDate } from '../../kernel/time/index.ts';
import type { Words } from './locales/locale.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** 3月12日（星期二）, or with its year where that is not the present one: 2027年3月12日（星期五）. English: Tuesday 12 March. */
export function dayText(words: Words, day: LocalDate, today: LocalDate): string {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const slots = {
    y: year,
    m: month,
    d: Number(day.slice(8, 10)),
    mn: months[month - 1] ?? '',
    w: words.t('date.w').split(' ')[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '',
  };
  return words.t(day.slice(0, 4) === today.slice(0, 4) ? 'date.md' : 'date.ymd', slots);
}

/** 还剩4天 · 今天 · 已过2天. */
export function leftText(words: Words, due: LocalDate, today: LocalDate): string {
  const left = daysBetween(today, due);
  if (left === 0) return words.t('date.today');
  return left > 0 ? words.t('date.left', { n: left }) : words.t('date.over', { n: -left });
}
