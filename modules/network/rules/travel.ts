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

/** A travel time that nobody measured: `schematic` stays with it to the screen, which says 示意，非实测. */
export interface TravelEstimate {
  readonly straightKm: number;
  readonly roadKm: number;
  readonly minutes: number;
  readonly schematic: true;
}

/** Rough time by vehicle between two places, until there is a road graph. */
export function roughTravel(from: Point, to: Point, terrain: Terrain = 'hills'): TravelEstimate {
  const straightKm = distanceKm(from, to);
  const roadKm = straightKm * detourFactors[terrain];
  return {
    straightKm: Math.round(straightKm * 10) / 10,
    roadKm: Math.round(roadKm * 10) / 10,
    minutes: Math.ceil((roadKm / speedKmH[terrain]) * 60),
    schematic: true,
  };
}
