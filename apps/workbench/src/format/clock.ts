import type { Language } from '../locales/language.ts';
import { daysBetween } from './day.ts';

/** How a time limit stands, for a chip. `days` is what is left, or how far past it is. */
export type ClockState =
  | { readonly kind: 'overdue'; readonly days: number }
  | { readonly kind: 'today'; readonly days: 0 }
  | { readonly kind: 'soon'; readonly days: number }
  | { readonly kind: 'running'; readonly days: number }
  | { readonly kind: 'paused' }
  | { readonly kind: 'none' };

/** What is due within this many days is soon due; the server says how many (`FAYUAN_WARNING_DAYS`). */
let warningDays = 2;

/** Learn the office's own lead, from the session. */
export function setWarningDays(days: number): void {
  warningDays = days;
}

/** From how many days left a limit is called soon. */
export const soonWithin = (): number => warningDays;

/** A limit that ends on `dueOn` (its last day included) as seen on `today`. */
export function clockOf(dueOn: string | null | undefined, today: string, paused = false): ClockState {
  if (paused) return { kind: 'paused' };
  if (dueOn === null || dueOn === undefined) return { kind: 'none' };
  const days = daysBetween(today, dueOn);
  if (days < 0) return { kind: 'overdue', days: -days };
  if (days === 0) return { kind: 'today', days: 0 };
  return { kind: days <= warningDays ? 'soon' : 'running', days };
}

/** `《法律援助法》第四十三条第一款` → `第四十三条` · `art. 43`: the article alone, where space is short. */
export function articleOf(citation: string, language: Language): string {
  const article = /第([一二三四五六七八九十百零〇]+)条/.exec(citation);
  if (article === null) return citation;
  const unread = citation.includes('待核实');
  return language === 'zh'
    ? `${article[0]}${unread ? '（待核实）' : ''}`
    : `art. ${numberOf(article[1] ?? '')}${unread ? ' (unverified)' : ''}`;
}

const digits = '〇一二三四五六七八九';

/** `四十三` → 43, `一百零五` → 105: the numbers of articles. */
function numberOf(han: string): number {
  const [hundreds, rest] = han.includes('百') ? (han.split('百') as [string, string]) : ['', han];
  const [tens, ones] = rest.includes('十') ? (rest.split('十') as [string, string]) : ['零', rest];
  const digit = (text: string, empty: number): number =>
    text === '' ? empty : Math.max(0, digits.indexOf(text.replace('零', '〇').slice(-1)));
  return digit(hundreds, 0) * 100 + digit(tens, 1) * 10 + digit(ones, 0);
}
