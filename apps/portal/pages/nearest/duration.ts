import type { Words } from '../../locales/locale.ts';

/** 25分钟 · 2小时05分钟: from two hours on in hours, for a walk of 300 minutes says little. */
export function durationText(words: Words, minutes: number): string {
  const whole = Math.max(1, Math.round(minutes));
  if (whole < 120) return words.t('time.minutes', { n: whole });
  const slots = { h: Math.floor(whole / 60), m: String(whole % 60).padStart(2, '0') };
  return whole % 60 === 0 ? words.t('time.hours', { h: slots.h }) : words.t('time.hoursMinutes', slots);
}

/** 12公里 · 0.8公里: as fine as it is of use. */
export function kilometresText(words: Words, kilometres: number): string {
  return words.t('length.km', { n: kilometres >= 10 ? Math.round(kilometres) : Math.round(kilometres * 10) / 10 });
}
