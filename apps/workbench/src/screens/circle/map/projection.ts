import type { Place } from '../../../api/circle.ts';
import type { Point } from './map-port.ts';
import type { Box } from './scene.ts';

/** Web Mercator: the world as a square of side 1, y to the south. */
export function worldOf({ lon, lat }: Place): Point {
  const sine = Math.sin((Math.min(85.051_1, Math.max(-85.051_1, lat)) * Math.PI) / 180);
  return { x: (lon + 180) / 360, y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI) };
}

export function placeOf({ x, y }: Point): Place {
  return { lon: x * 360 - 180, lat: (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI };
}

/** px across the world. */
export const scaleAt = (zoom: number): number => 512 * 2 ** zoom;

/** The centre and zoom that show a box within a ground, `margin` px free at every side. */
export function fitted(
  box: Box,
  ground: { readonly width: number; readonly height: number },
  margin: number,
): { readonly centre: Point; readonly zoom: number } {
  const a = worldOf({ lon: box.west, lat: box.north });
  const b = worldOf({ lon: box.east, lat: box.south });
  const free = { x: Math.max(1, ground.width - 2 * margin), y: Math.max(1, ground.height - 2 * margin) };
  const scale = Math.min(free.x / Math.max(1e-9, b.x - a.x), free.y / Math.max(1e-9, b.y - a.y));
  return { centre: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, zoom: withinReach(Math.log2(scale / 512)) };
}

export const withinReach = (zoom: number): number => Math.min(17, Math.max(4, zoom));

/** Kilometres as the crow flies, on a sphere of 6,371.0088 km. */
export function crowKm(a: Place, b: Place): number {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 +
    Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2;
  return 2 * 6371.0088 * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** The longest round length (1, 2 or 5 times a power of ten) that a bar of at most `px` shows, given the length of `px`. */
export function roundKm(km: number): number {
  const power = 10 ** Math.floor(Math.log10(km));
  return ([5, 2].find((step) => step * power <= km) ?? 1) * power;
}
