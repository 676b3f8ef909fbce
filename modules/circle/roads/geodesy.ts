/** Mean earth radius, metres (IUGG). */
const earthRadius = 6_371_008.8;
const toRadians = Math.PI / 180;
/** Degrees × 10^7: a centimetre, and it fits a whole number of 32 bits. */
export const e7 = 1e7;
/** Metres to one degree of latitude. */
export const metresPerDegree = earthRadius * toRadians;
/** The shorter way round from one longitude to another, degrees × 10^7; east is positive. */
export function turnEast(from: number, to: number): number {
  let d = to - from;
  if (d > 180 * e7) d -= 360 * e7;
  else if (d < -180 * e7) d += 360 * e7;
  return d;
}

/**
 * Metres between two places given in degrees × 10^7: on a plane at their middle latitude. Within a county the error against the
 * great circle is below one in a million; across the antimeridian it goes the short way.
 */
export function metresBetween(lonA: number, latA: number, lonB: number, latB: number): number {
  const dy = (latB - latA) / e7;
  const dx = (turnEast(lonA, lonB) / e7) * Math.cos((((latA + latB) / 2) * toRadians) / e7);
  return Math.sqrt(dx * dx + dy * dy) * metresPerDegree;
}

/** How much shorter a degree of longitude is than one of latitude, at a latitude in degrees × 10^7. */
export function eastShrink(lat: number): number {
  return Math.cos((lat * toRadians) / e7);
}
