import { e7, eastShrink, metresBetween, metresPerDegree } from '../geodesy.ts';
import { growing } from '../grow.ts';

/** Points of lines, numbered; lines that meet have the point in common. */
export interface JoinedPoints {
  readonly lon: Int32Array;
  readonly lat: Int32Array;
  /** Of each line the numbers of its points, none twice in a row; fewer than two where the line is shorter than the joint. */
  readonly lines: readonly (readonly number[])[];
}

/** Ends nearer than this are one place, metres. */
const jointMetres = 1;
/**
 * Join lines where an end of one lies on a point of another, to a metre. Points in the middle of two lines are not joined: such
 * lines cross on two levels more often than they meet, and who draws a crossing ends the roads there.
 * @param lines places in degrees × 10^7
 */
export function joinEnds(lines: readonly (readonly (readonly [lon: number, lat: number])[])[]): JoinedPoints {
  const [lon, lat] = [growing(Int32Array), growing(Int32Array)];
  const cells = new Map<string, number[]>();
  const cellLat = (jointMetres / metresPerDegree) * e7;
  const add = (x: number, y: number): number => {
    lon.push(x);
    lat.push(y);
    return lon.length - 1;
  };
  const rowOf = (y: number) => Math.floor(y / cellLat);
  // Columns are as wide as a cell is at the row's own latitude, so that neighbours in a row are neighbours on the ground.
  const columnOf = (x: number, row: number) => Math.floor((x * eastShrink(row * cellLat)) / cellLat);
  const jointAt = (x: number, y: number): number | undefined => {
    let [best, nearest] = [undefined as number | undefined, jointMetres];
    const [xs, ys] = [lon.view(), lat.view()];
    for (let row = rowOf(y) - 1; row <= rowOf(y) + 1; row += 1)
      for (let column = columnOf(x, row) - 1; column <= columnOf(x, row) + 1; column += 1)
        for (const point of cells.get(`${row} ${column}`) ?? []) {
          const metres = metresBetween(x, y, xs[point] as number, ys[point] as number);
          if (metres > nearest || (metres === nearest && best !== undefined)) continue;
          [best, nearest] = [point, metres];
        }
    return best;
  };
  const endAt = (x: number, y: number): number => {
    const known = jointAt(x, y);
    if (known !== undefined) return known;
    const point = add(x, y);
    const key = `${rowOf(y)} ${columnOf(x, rowOf(y))}`;
    const there = cells.get(key) ?? [];
    cells.set(key, there);
    there.push(point);
    return point;
  };
  const ends = lines.map((line) => {
    const [first, last] = [line[0], line.at(-1)];
    return first && last ? [endAt(...first), endAt(...last)] : [];
  });
  return {
    lines: lines.map((line, n) => {
      const [first, last] = ends[n] as number[];
      const numbers = line.map(([x, y], k) => {
        if (k === 0) return first as number;
        if (k === line.length - 1) return last as number;
        return jointAt(x, y) ?? add(x, y);
      });
      return numbers.filter((point, k) => k === 0 || point !== numbers[k - 1]);
    }),
    lon: lon.view().slice(),
    lat: lat.view().slice(),
  };
}
