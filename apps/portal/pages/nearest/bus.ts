import type { BusWay } from '../../../../modules/network/index.ts';
import type { Words } from '../../locales/locale.ts';

/** 08:10在村口坐3路，08:40到镇上；08:45在镇西坐5路，09:30到县城: each ride, tomorrow's said so. */
export function busText(words: Words, { rides }: BusWay): string {
  return rides
    .map(({ line, from, depart, to, arrive }) =>
      words.t('bus.ride', { from, to, line, depart: moment(words, depart), arrive: clock(arrive) }),
    )
    .join(words.language === 'zh' ? '；' : '; ');
}

/** When to leave the door and when one is there: 07:58, 09:31. */
export function busMoments(
  words: Words,
  { leave, arrive }: BusWay,
): { readonly leave: string; readonly arrive: string } {
  return { leave: moment(words, leave), arrive: clock(Math.ceil(arrive / 60) * 60) };
}

function moment(words: Words, seconds: number): string {
  return seconds < 86_400 ? clock(seconds) : words.t('bus.tomorrow', { time: clock(seconds) });
}

/** Whole minutes of the clock: leaving is told by the minute before, never after. */
function clock(seconds: number): string {
  const minutes = Math.floor(seconds / 60) % 1440;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
