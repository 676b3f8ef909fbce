import type { Position } from '../schema.ts';

type Point = Pick<Position, 'lon' | 'lat'>;

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

const speedKmH: Readonly<Record<Terrain, number>> = { plain: 40, hills: 30, acrossRidge: 35 };

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

/** Rough time by vehicle between two places, until there is a road graph. */
export function roughTravel(
  from: Point,
  to: Point,
  terrain: Terrain = 'hills',
): TravelEstimate & { readonly roadKm: number } {
  const straightKm = distanceKm(from, to);
  const roadKm = straightKm * detourFactors[terrain];
  return {
    straightKm: Math.round(straightKm * 10) / 10,
    roadKm: Math.round(roadKm * 10) / 10,
    minutes: Math.ceil((roadKm / speedKmH[terrain]) * 60),
    by: 'straightLine',
    schematic: true,
  };
}
