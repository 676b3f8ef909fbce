import type { TravelMode } from '../schema.ts';

interface Point {
  readonly lon: number;
  readonly lat: number;
}

const earthRadiusKm = 6371.0088;

/** Great-circle distance in km (haversine, mean earth radius). */
export function distanceKm(a: Point, b: Point): number {
  const rad = Math.PI / 180;
  const dLat = (b.lat - a.lat) * rad;
  const dLon = (b.lon - a.lon) * rad;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(dLon / 2) ** 2;
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(h)));
}

/**
 * How winding the way is: road length over straight line. Assumptions for a first estimate in mountains, none of them measured;
 * a road graph replaces them.
 */
export const detourFactors = { plain: 1.3, hills: 1.7, acrossRidge: 2.2 } as const;
export type Terrain = keyof typeof detourFactors;

const speedKmH: Readonly<Record<TravelMode, Readonly<Record<Terrain, number>>>> = {
  drive: { plain: 40, hills: 30, acrossRidge: 35 },
  motorcycle: { plain: 35, hills: 28, acrossRidge: 30 },
  walk: { plain: 4.5, hills: 4, acrossRidge: 3.5 },
};

/** A travel time. One that rests on nothing measured is `schematic`, which stays with it to the screen: 示意，非实测. */
export interface TravelEstimate {
  readonly straightKm: number;
  /** Estimated from the straight line; null where the time was reckoned on roads. */
  readonly roadKm: number | null;
  readonly minutes: number;
  /** Whether the time was reckoned on the road graph or estimated from the straight line. */
  readonly by: 'road' | 'straightLine';
  readonly schematic: boolean;
}

/** Rough time between two places, until there is a road graph. Both in one reference system. */
export function roughTravel(
  from: Point,
  to: Point,
  terrain: Terrain = 'hills',
  mode: TravelMode = 'drive',
): TravelEstimate & { readonly roadKm: number } {
  const straightKm = distanceKm(from, to);
  const roadKm = straightKm * detourFactors[terrain];
  return {
    straightKm: Math.round(straightKm * 10) / 10,
    roadKm: Math.round(roadKm * 10) / 10,
    minutes: Math.ceil((roadKm / speedKmH[mode][terrain]) * 60),
    by: 'straightLine',
    schematic: true,
  };
}
