import type { AreaCoverage, CircleVillage } from '../../api/circle.ts';

/** The villages beyond the last band, the worst first: out of reach, then by minutes, then by people. */
export function leftOut(villages: readonly CircleVillage[], bands: readonly number[]): readonly CircleVillage[] {
  const last = bands.at(-1) ?? 0;
  return worstFirst(villages.filter(({ minutes }) => minutes === null || minutes > last));
}

export function worstFirst(villages: readonly CircleVillage[]): readonly CircleVillage[] {
  const far = (village: CircleVillage): number => village.minutes ?? Number.POSITIVE_INFINITY;
  return villages.toSorted((a, b) =>
    far(a) === far(b) ? (b.people ?? 0) - (a.people ?? 0) : far(a) > far(b) ? -1 : 1,
  );
}

/** The villages whose time a what-if changes by a minute or more, those that win or lose most person-minutes first. */
export function shifted(villages: readonly CircleVillage[]): readonly CircleVillage[] {
  return villages
    .filter(({ minutes, minutesToday }) =>
      minutesToday !== undefined && (minutes === null) !== (minutesToday === null)
        ? true
        : minutes !== null && minutesToday != null && Math.abs(minutes - minutesToday) >= 1,
    )
    .toSorted((a, b) => weight(b) - weight(a));
}

/** Minutes more (or fewer, below zero); infinite where the last way is lost or the first one found. */
export function shiftOf({ minutes, minutesToday }: CircleVillage): number {
  if (minutesToday === undefined || minutes === minutesToday) return 0;
  if (minutes === null) return Number.POSITIVE_INFINITY;
  return minutesToday === null ? Number.NEGATIVE_INFINITY : minutes - minutesToday;
}

function weight(village: CircleVillage): number {
  return Math.abs(shiftOf(village)) * Math.max(1, village.people ?? 1);
}

/** One line of before and after. */
export interface Compared {
  readonly minutes: number;
  readonly peopleToday: number;
  readonly people: number;
  readonly shareToday: number | null;
  readonly share: number | null;
}

export function compare(today: AreaCoverage, then: AreaCoverage): readonly Compared[] {
  return then.bands.map(({ minutes, people, share }, n) => ({
    minutes,
    peopleToday: today.bands[n]?.people ?? 0,
    people,
    shareToday: today.bands[n]?.share ?? null,
    share,
  }));
}
