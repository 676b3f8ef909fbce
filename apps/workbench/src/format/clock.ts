import { daysBetween } from './day.ts';

/** How a time limit stands, for a chip. `days` is what is left, or how far past it is. */
export type ClockState =
  | { readonly kind: 'overdue'; readonly days: number }
  | { readonly kind: 'today'; readonly days: 0 }
  | { readonly kind: 'soon'; readonly days: number }
  | { readonly kind: 'running'; readonly days: number }
  | { readonly kind: 'paused' }
  | { readonly kind: 'none' };

/** What is due within this many days is soon due. */
export const soonDays = 2;

/** A limit that ends on `dueOn` (its last day included) as seen on `today`. */
export function clockOf(dueOn: string | null | undefined, today: string, paused = false): ClockState {
  if (paused) return { kind: 'paused' };
  if (dueOn === null || dueOn === undefined) return { kind: 'none' };
  const days = daysBetween(today, dueOn);
  if (days < 0) return { kind: 'overdue', days: -days };
  if (days === 0) return { kind: 'today', days: 0 };
  return { kind: days <= soonDays ? 'soon' : 'running', days };
}

/** `《法律援助法》第四十三条第一款` → `第四十三条`: the article alone, where space is short. */
export function articleOf(citation: string): string {
  return /第[一二三四五六七八九十百零〇]+条/.exec(citation)?.[0] ?? citation;
}
