import type { CircleStation, CircleView, CircleVillage } from '../../api/circle.ts';
import type { Words } from '../../locales/i18n.ts';
import type { MinuteClass } from './colour-scale.ts';
import { shiftOf } from './figures.ts';

type Say = Words['t'];

/** ≤ 15 分钟, 15 至 30 分钟, 60 分钟以上. */
export function classWords({ over, upTo }: MinuteClass, t: Say): string {
  if (upTo === undefined) return t('circle.over', { minutes: over });
  return over === 0 ? t('circle.within', { minutes: upTo }) : t('circle.between', { over, upTo });
}

export function minuteWords(minutes: number | null, t: Say): string {
  return minutes === null ? t('circle.unreached') : t('circle.minutes', { minutes: Math.round(minutes) });
}

export function peopleWords(people: number | null, t: Say): string {
  return people === null ? t('circle.uncounted') : count(people);
}

/** Groups that the register of people knows; a city's own name stands as it is. */
export function groupWords(group: string, t: Say): string {
  return group === 'older' || group === 'children' || group === 'disabled' ? t(`circle.groupOf.${group}`) : group;
}

export const count = (n: number): string => Math.round(n).toLocaleString('en-US');

export function percent(share: number | null): string {
  return share === null ? '–' : `${(100 * share).toFixed(1)}%`;
}

/** +1,234, −56, 0. */
export function signed(n: number, digits = 0): string {
  const told = Math.abs(n).toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return Number(told.replaceAll(',', '')) === 0 ? '0' : `${n > 0 ? '+' : '−'}${told}`;
}

export function shiftWords(village: CircleVillage, t: Say): string {
  const shift = shiftOf(village);
  if (shift === Number.POSITIVE_INFINITY) return t('circle.lost');
  if (shift === Number.NEGATIVE_INFINITY) return t('circle.found');
  return signed(shift);
}

export function stationOf(view: CircleView, id: string | null): CircleStation | undefined {
  return id === null ? undefined : view.stations.find((station) => station.id === id);
}
