import { e7, metresBetween } from '../roads/geodesy.ts';
import type { Profile } from '../roads/profile.ts';
import type { Network, Place } from '../travel/network.ts';

/** Walks to a place: from each of many, seconds; undefined where it is too far to walk to a bus. */
export type Walking = (from: readonly Place[], to: Place) => readonly (number | undefined)[];

/** Nobody walks longer than this to a bus, from it, or between two, seconds. */
export const mostWalk = 30 * 60;

/** Farther than this in a straight line nobody comes on foot in that time: at 7.2 km/h, metres. */
const farthest = mostWalk * 2;

/** Along the footpaths and roads of a graph for walking. */
export function walkingOn(network: Network): Walking {
  return (from, to) => {
    const near = from.map((place) => metresApart(place, to) <= farthest);
    if (!near.includes(true)) return from.map(() => undefined);
    const times = network.timesTo([network.snap(to)], mostWalk * 10);
    return from.map((place, n) => {
      if (!near[n]) return undefined;
      const seconds = Math.ceil(times.from(network.snap(place)).deciseconds / 10);
      return seconds <= mostWalk ? seconds : undefined;
    });
  };
}

/** Without a graph for walking: along a straight line, as winding and as fast as the profile takes the walk to a road. */
export function walkingStraight({
  approach: { kmH, detour },
}: {
  readonly approach: Pick<Profile['approach'], 'kmH' | 'detour'>;
}): Walking {
  return (from, to) =>
    from.map((place) => {
      const seconds = Math.ceil((metresApart(place, to) * detour * 3.6) / kmH);
      return seconds <= mostWalk ? seconds : undefined;
    });
}

function metresApart(a: Place, b: Place): number {
  return metresBetween(a.lon * e7, a.lat * e7, b.lon * e7, b.lat * e7);
}
