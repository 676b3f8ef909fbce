/** A place in degrees. */
export type Degrees = readonly [lon: number, lat: number];

/** Krasovsky 1940, as the transformation has it: half the longer axis in metres, and the first eccentricity squared. */
const longer = 6_378_245;
const eccentricity2 = 0.006_693_421_622_965_943;
/**
 * WGS 84 to GCJ-02, the shifted system of Chinese web maps. Outside the transformation's box of China nothing is shifted.
 * Source: the transformation as published in the open (eviltransform, coordtransform); the authority gives none.
 */
export function toGcj02([lon, lat]: Degrees): Degrees {
  if (lon < 72.004 || lon > 137.8347 || lat < 0.8293 || lat > 55.8271) return [lon, lat];
  const [x, y] = [lon - 105, lat - 35];
  const root = Math.sqrt(Math.abs(x));
  const common = ((20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * 2) / 3;
  const north =
    -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + common + waves(y, 20, 1, 40, 3, 160, 12, 320, 30);
  const east =
    300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + common + waves(x, 20, 1, 40, 3, 150, 12, 300, 30);
  const phi = (lat / 180) * Math.PI;
  const magic = 1 - eccentricity2 * Math.sin(phi) ** 2;
  const meridian = (longer * (1 - eccentricity2)) / magic ** 1.5;
  const parallel = (longer / Math.sqrt(magic)) * Math.cos(phi);
  return [lon + (east * 180) / (parallel * Math.PI), lat + (north * 180) / (meridian * Math.PI)];
}

/** Two thirds of the sum of sines of the given heights (metres) and periods (in units of `t` over π). */
function waves(t: number, ...pairs: readonly number[]): number {
  let sum = 0;
  for (let n = 0; n < pairs.length; n += 2)
    sum += (pairs[n] as number) * Math.sin((t / (pairs[n + 1] as number)) * Math.PI);
  return (sum * 2) / 3;
}

/** GCJ-02 to WGS 84: the shift changes little over its own length, so taking it off again and again closes in on the place. */
export function fromGcj02(place: Degrees): Degrees {
  let [lon, lat] = place;
  for (let round = 0; round < 20; round += 1) {
    const [shiftedLon, shiftedLat] = toGcj02([lon, lat]);
    const [east, north] = [place[0] - shiftedLon, place[1] - shiftedLat];
    lon += east;
    lat += north;
    // A millimetre.
    if (Math.abs(east) < 1e-8 && Math.abs(north) < 1e-8) break;
  }
  return [lon, lat];
}
