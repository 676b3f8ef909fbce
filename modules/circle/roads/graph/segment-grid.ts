import { e7, eastShrink, metresPerDegree, turnEast } from '../geodesy.ts';

import type { GraphArrays, GraphFacts } from './road-graph.ts';

type Shapes = Pick<GraphArrays, 'shapeFirst' | 'shapeLon' | 'shapeLat'>;

/** Most cells of a grid: a whole province stays small. */
const mostCells = 1 << 22;
/** The box around all shapes. Where they lie on both sides of the antimeridian it begins in the west of it. */
export function boxOf({ shapeLon, shapeLat }: Shapes): GraphFacts['box'] {
  // Whole numbers and comparisons: this runs before the compiler has had time to make it fast.
  let least = 180 * e7;
  let most = -180 * e7;
  let leastEast = 180 * e7;
  let south = 90 * e7;
  let north = -90 * e7;
  for (let n = 0; n < shapeLon.length; n += 1) {
    const lon = shapeLon[n] as number;
    const lat = shapeLat[n] as number;
    if (lon < least) least = lon;
    if (lon > most) most = lon;
    if (lon >= 0 && lon < leastEast) leastEast = lon;
    if (lat < south) south = lat;
    if (lat > north) north = lat;
  }
  const across = most - least > 180 * e7;
  const west = across ? leastEast : least;
  let width = most - least;
  if (across) {
    width = 0;
    for (let n = 0; n < shapeLon.length; n += 1) width = Math.max(width, turnEast(west, shapeLon[n] as number));
  }
  return { west, south, width, height: north - south };
}

/** Sort segments into square cells of about as many as there are segments, 100 m to 5 km wide. */
export function buildGrid(
  shapes: Shapes,
  box: GraphFacts['box'],
): { readonly grid: GraphFacts['grid']; readonly gridFirst: Int32Array; readonly gridSegments: Int32Array } {
  const shrink = eastShrink(box.south + box.height / 2);
  const toMetres = metresPerDegree / e7;
  const area = Math.max(box.width * shrink * toMetres, 1) * Math.max(box.height * toMetres, 1);
  const segments = shapes.shapeLon.length;
  const side = Math.max(100, Math.min(5000, Math.sqrt(area / Math.max(1, segments))), Math.sqrt(area / mostCells));
  const cellLat = side / toMetres;
  const cellLon = cellLat / shrink;
  const columns = Math.floor(box.width / cellLon) + 1;
  const rows = Math.floor(box.height / cellLat) + 1;
  const grid = { cellLon, cellLat, columns, rows };
  const gridFirst = new Int32Array(columns * rows + 1);
  eachCell(shapes, box, grid, (cell) => {
    gridFirst[cell + 1] = (gridFirst[cell + 1] as number) + 1;
  });
  for (let c = 0; c < columns * rows; c += 1)
    gridFirst[c + 1] = (gridFirst[c + 1] as number) + (gridFirst[c] as number);
  const next = gridFirst.slice();
  const gridSegments = new Int32Array(gridFirst[columns * rows] as number);
  eachCell(shapes, box, grid, (cell, segment) => {
    const at = next[cell] as number;
    next[cell] = at + 1;
    gridSegments[at] = segment;
  });
  return { grid, gridFirst, gridSegments };
}

/** Each cell that each segment touches: row by row, the columns between where it enters the row and where it leaves. */
function eachCell(
  { shapeFirst, shapeLon, shapeLat }: Shapes,
  { west, south }: GraphFacts['box'],
  { cellLon, cellLat, columns, rows }: GraphFacts['grid'],
  onCell: (cell: number, segment: number) => void,
): void {
  for (let edge = 0; edge + 1 < shapeFirst.length; edge += 1)
    for (let s = shapeFirst[edge] as number; s + 1 < (shapeFirst[edge + 1] as number); s += 1) {
      const x0 = turnEast(west, shapeLon[s] as number) / cellLon;
      const x1 = turnEast(west, shapeLon[s + 1] as number) / cellLon;
      const y0 = ((shapeLat[s] as number) - south) / cellLat;
      const y1 = ((shapeLat[s + 1] as number) - south) / cellLat;
      const bottom = clamp(Math.floor(Math.min(y0, y1)), rows - 1);
      const top = clamp(Math.floor(Math.max(y0, y1)), rows - 1);
      for (let row = bottom; row <= top; row += 1) {
        // Where the segment enters the row, and where it leaves.
        const a = bottom === top ? x0 : x0 + (x1 - x0) * clamp((row - y0) / (y1 - y0), 1);
        const b = bottom === top ? x1 : x0 + (x1 - x0) * clamp((row + 1 - y0) / (y1 - y0), 1);
        const left = clamp(Math.floor(Math.min(a, b)), columns - 1);
        const right = clamp(Math.floor(Math.max(a, b)), columns - 1);
        for (let column = left; column <= right; column += 1) onCell(row * columns + column, s);
      }
    }
}

function clamp(n: number, most: number): number {
  return Math.max(0, Math.min(n, most));
}
