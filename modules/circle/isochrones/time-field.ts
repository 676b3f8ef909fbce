import { eastShrink, metresPerDegree, turnEast } from '../roads/geodesy.ts';
import type { Network, TimesTo } from '../travel/network.ts';
import { unreached } from '../travel/search.ts';
import { walkTime } from '../travel/snap.ts';

/** Times over the ground on a square grid, row by row from the south-west; `unreached` where no road is within a walk. */
export interface TimeField {
  readonly columns: number;
  readonly rows: number;
  /** Deciseconds at the middle of each cell. */
  readonly times: Float64Array;
  /** Degrees of a place given in cells from the south-west corner. */
  readonly toDegrees: (x: number, y: number) => readonly [lon: number, lat: number];
  readonly cellMetres: number;
}

/**
 * Spread the times of the roads over the ground: along each road at steps of half a cell, then on foot away from it, as far as the
 * profile's `approach.farMetres`.
 * @param most deciseconds; roads farther away than this are left out
 */
export function timeField(network: Network, times: TimesTo, most: number, cellMetres: number): TimeField | undefined {
  const { graph } = network;
  const { edgeFrom, edgeTo, edges, nodeLon, nodeLat } = graph;
  const near = (node: number): boolean => (times.found[2 * node] as number) <= most;
  const kept: number[] = [];
  const { box } = graph.facts;
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  const grow = (lon: number, lat: number): void => {
    const x = turnEast(box.west, lon);
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  };
  for (let edge = 0; edge < edges; edge += 1) {
    const [from, to] = [edgeFrom[edge] as number, edgeTo[edge] as number];
    if (!near(from) && !near(to) && times.fromRoad(edge, 0.5) > most) continue;
    kept.push(edge);
    for (const node of [from, to]) grow(nodeLon[node] as number, nodeLat[node] as number);
    for (let s = graph.shapeFirst[edge] as number; s < (graph.shapeFirst[edge + 1] as number); s += 1)
      grow(graph.shapeLon[s] as number, graph.shapeLat[s] as number);
  }
  if (kept.length === 0) return undefined;

  const { farMetres } = graph.facts.profile.approach;
  const perMetre = 1e7 / metresPerDegree;
  const shrink = eastShrink((south + north) / 2);
  const [stepX, stepY] = [(cellMetres * perMetre) / shrink, cellMetres * perMetre];
  const border = Math.ceil(farMetres / cellMetres) + 2;
  const columns = Math.ceil((east - west) / stepX) + 2 * border;
  const rows = Math.ceil((north - south) / stepY) + 2 * border;
  const [x0, y0] = [west - border * stepX, south - border * stepY];
  const field = new Float64Array(columns * rows).fill(unreached);
  const walked = new Float32Array(columns * rows);
  const drop = (lon: number, lat: number, time: number): void => {
    const x = (turnEast(box.west, lon) - x0) / stepX;
    const y = (lat - y0) / stepY;
    const cell = Math.floor(y) * columns + Math.floor(x);
    const metres = Math.hypot(x - Math.floor(x) - 0.5, y - Math.floor(y) - 0.5) * cellMetres;
    const there = time + walkTime(graph, metres);
    if (there >= (field[cell] as number)) return;
    field[cell] = there;
    walked[cell] = metres;
  };
  for (const edge of kept) alongRoad(network, times, edge, cellMetres / 2, drop);
  spreadOnFoot(field, walked, columns, rows, cellMetres, farMetres, walkTime(graph, cellMetres));
  return {
    columns,
    rows,
    times: field,
    cellMetres,
    toDegrees: (x, y) => {
      const lon = (box.west + x0 + x * stepX) / 1e7;
      return [lon > 180 ? lon - 360 : lon, (y0 + y * stepY) / 1e7];
    },
  };
}

/** Places along a road, at most so many metres apart, each with its time. */
function alongRoad(
  { graph }: Network,
  times: TimesTo,
  edge: number,
  apart: number,
  drop: (lon: number, lat: number, time: number) => void,
): void {
  const { shapeFirst, shapeLon, shapeLat, edgeDecimetres } = graph;
  const [begin, end] = [shapeFirst[edge] as number, shapeFirst[edge + 1] as number];
  const whole = Math.max(1, edgeDecimetres[edge] as number) / 10;
  let done = 0;
  for (let s = begin; s + 1 < end; s += 1) {
    const [lon, lat] = [shapeLon[s] as number, shapeLat[s] as number];
    const east = turnEast(lon, shapeLon[s + 1] as number);
    const up = (shapeLat[s + 1] as number) - lat;
    const metres = (Math.hypot(east * eastShrink(lat), up) / 1e7) * metresPerDegree;
    const steps = Math.max(1, Math.ceil(metres / apart));
    for (let step = s === begin ? 0 : 1; step <= steps; step += 1) {
      const part = step / steps;
      const time = times.fromRoad(edge, Math.min(1, (done + part * metres) / whole));
      if (time < unreached) drop(lon + part * east, lat + part * up, time);
    }
    done += metres;
  }
}

/**
 * On foot from cell to cell, to the eight beside it: two sweeps there and back, as a distance transform does it (Borgefors 1986), twice,
 * since what is spread comes from many places with times of their own.
 */
function spreadOnFoot(
  field: Float64Array,
  walked: Float32Array,
  columns: number,
  rows: number,
  cellMetres: number,
  farMetres: number,
  straight: number,
): void {
  const pull = (cell: number, beside: number, steps: number): void => {
    const metres = (walked[beside] as number) + steps * cellMetres;
    if (metres > farMetres) return;
    const there = (field[beside] as number) + steps * straight;
    if (there >= (field[cell] as number)) return;
    field[cell] = there;
    walked[cell] = metres;
  };
  for (let round = 0; round < 2; round += 1) {
    for (let row = 1; row < rows - 1; row += 1)
      for (let column = 1; column < columns - 1; column += 1) {
        const cell = row * columns + column;
        pull(cell, cell - 1, 1);
        pull(cell, cell - columns, 1);
        pull(cell, cell - columns - 1, Math.SQRT2);
        pull(cell, cell - columns + 1, Math.SQRT2);
      }
    for (let row = rows - 2; row > 0; row -= 1)
      for (let column = columns - 2; column > 0; column -= 1) {
        const cell = row * columns + column;
        pull(cell, cell + 1, 1);
        pull(cell, cell + columns, 1);
        pull(cell, cell + columns + 1, Math.SQRT2);
        pull(cell, cell + columns - 1, Math.SQRT2);
      }
  }
}
