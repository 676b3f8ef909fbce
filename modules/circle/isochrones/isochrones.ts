import { contours } from 'd3-contour';
import simplify from 'simplify-js';
import type { Network, TimesTo } from '../travel/network.ts';
import { walkTime } from '../travel/snap.ts';
import { type TimeField, timeField } from './time-field.ts';

/** Ground within a time, as GeoJSON has it: rings of [longitude, latitude], the outer one first and counter-clockwise. */
export interface Isochrone {
  readonly minutes: number;
  readonly polygons: readonly (readonly (readonly (readonly [number, number])[])[])[];
  readonly squareKm: number;
}

/** Rings smaller than so many cells are slivers of the grid, not of the ground. */
const leastCells = 4;

/** Corners that lie closer to the line through their neighbours than this share of a cell go. */
const straightened = 0.3;

/** A grid of more cells than this is made coarser. */
const mostCells = 4_000_000;

/**
 * Ground from which the nearest site is within each of the times. Each band holds those before it.
 * @param minutes ascending
 */
export function isochrones(
  network: Network,
  times: TimesTo,
  minutes: readonly number[],
  cellMetres = 250,
): readonly Isochrone[] {
  const most = (minutes.at(-1) as number) * 600;
  const field = fieldOf(network, times, most, cellMetres);
  return minutes.map((band) => {
    const polygons = field === undefined ? [] : polygonsOf(network, field, band * 600);
    const cells = polygons.reduce((sum, { cells: one }) => sum + one, 0);
    const side = (field?.cellMetres ?? 0) / 1000;
    return { minutes: band, polygons: polygons.map(({ rings }) => rings), squareKm: cells * side * side };
  });
}

function fieldOf(network: Network, times: TimesTo, most: number, cellMetres: number): TimeField | undefined {
  const { box } = network.graph.facts;
  const cells = ((box.width / 90) * (box.height / 90)) / (cellMetres * cellMetres);
  return timeField(network, times, most, cells > mostCells ? cellMetres * Math.sqrt(cells / mostCells) : cellMetres);
}

interface Outline {
  readonly rings: readonly (readonly (readonly [number, number])[])[];
  readonly cells: number;
}

function polygonsOf({ graph }: Network, field: TimeField, limit: number): readonly Outline[] {
  // Beyond the limit only how far beyond matters to where the line runs; one cell's walk keeps it from being drawn to infinity.
  const beyond = limit + walkTime(graph, field.cellMetres);
  const values = Array.from(field.times, (time) => -Math.min(time, beyond));
  const { coordinates } = contours().size([field.columns, field.rows]).thresholds([-limit]).contour(values, -limit);
  return coordinates.flatMap((rings) => {
    const kept = rings.map((ring) => straighten(ring as [number, number][])).filter((ring) => ring.length >= 4);
    const [outer, ...holes] = kept;
    const area = outer === undefined ? 0 : Math.abs(signedArea(outer));
    if (outer === undefined || area < leastCells) return [];
    const wide = holes.filter((hole) => Math.abs(signedArea(hole)) >= leastCells);
    const cells = wide.reduce((sum, hole) => sum - Math.abs(signedArea(hole)), area);
    return [
      {
        cells,
        rings: [turned(outer, 1), ...wide.map((hole) => turned(hole, -1))].map((ring) => inDegrees(ring, field)),
      },
    ];
  });
}

type Ring = readonly (readonly [number, number])[];

function straighten(ring: readonly (readonly [number, number])[]): Ring {
  const points = ring.map(([x, y]) => ({ x, y }));
  // A closed ring has no ends to keep: it is cut at its two farthest corners, so that neither half folds onto itself.
  const far = farthest(points);
  const halves = [points.slice(0, far + 1), points.slice(far)].map((half) => simplify(half, straightened, true));
  return [...(halves[0] ?? []), ...(halves[1] ?? []).slice(1)].map(({ x, y }) => [x, y] as const);
}

function farthest(points: readonly { readonly x: number; readonly y: number }[]): number {
  const [a] = points;
  let [at, most] = [0, -1];
  for (const [n, { x, y }] of points.entries()) {
    const d = a === undefined ? 0 : (x - a.x) ** 2 + (y - a.y) ** 2;
    if (d > most) [at, most] = [n, d];
  }
  return at;
}

/** Twice around is no area: positive where the ring runs counter-clockwise, cells. */
function signedArea(ring: Ring): number {
  let twice = 0;
  for (const [n, [x, y]] of ring.entries()) {
    const [nx, ny] = ring[(n + 1) % ring.length] as readonly [number, number];
    twice += x * ny - nx * y;
  }
  return twice / 2;
}

function turned(ring: Ring, sign: 1 | -1): Ring {
  return Math.sign(signedArea(ring)) === sign ? ring : [...ring].reverse();
}

/** Six digits: a tenth of a metre. */
function inDegrees(ring: Ring, { toDegrees }: TimeField): Ring {
  const digits = (value: number): number => Math.round(value * 1e6) / 1e6;
  return ring.map(([x, y]) => {
    const [lon, lat] = toDegrees(x, y);
    return [digits(lon), digits(lat)] as const;
  });
}
