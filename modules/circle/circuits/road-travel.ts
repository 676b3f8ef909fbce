import { travelMatrix } from '../travel/matrix.ts';
import type { Network } from '../travel/network.ts';
import type { Snap } from '../travel/snap.ts';

/** No way is longer than any day, and four such legs still fit a whole number of 32 bits. */
export const noWay = 5e8;

/** Travel by road from each stop to each other, deciseconds at `[from * stops + to]`; {@link noWay} where there is none. */
export function travelByRoad(network: Network, stops: readonly (Snap | undefined)[]): Int32Array {
  const times = travelMatrix(network, stops, stops);
  const travel = new Int32Array(stops.length ** 2);
  for (let from = 0; from < stops.length; from += 1)
    for (let to = 0; to < stops.length; to += 1)
      if (from !== to) travel[from * stops.length + to] = Math.min(times[to * stops.length + from] as number, noWay);
  return travel;
}
