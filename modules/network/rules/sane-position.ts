import { distanceKm } from './travel.ts';

interface Point {
  readonly lon: number;
  readonly lat: number;
}

/** Degrees. */
export interface CityBox {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** A place this far from every other one of its unit is more often a slip than a village. */
const strayKm = 15;

export type PositionDoubt =
  | { readonly doubt: 'swapped' }
  | { readonly doubt: 'outsideCity' }
  | { readonly doubt: 'farFromOthers'; readonly km: number };

/**
 * What speaks against a position (WGS 84), the gravest first: it lies outside the city, or far from every other place of its unit.
 * @param box where the city lies, margin included
 * @param others where the other places of its township (or county) stand; none says nothing
 */
export function doubtOf(at: Point, box: CityBox, others: readonly Point[]): PositionDoubt | undefined {
  if (!within(at, box))
    return within({ lon: at.lat, lat: at.lon }, box) ? { doubt: 'swapped' } : { doubt: 'outsideCity' };
  if (others.length === 0) return undefined;
  const km = Math.min(...others.map((other) => distanceKm(at, other)));
  return km > strayKm ? { doubt: 'farFromOthers', km: Math.round(km) } : undefined;
}

function within({ lon, lat }: Point, { west, south, east, north }: CityBox): boolean {
  return lat >= south && lat <= north && lon >= west && lon <= east;
}
