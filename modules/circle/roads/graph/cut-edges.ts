import type { HeightAt } from '../elevation.ts';
import { slopeFactor } from '../elevation.ts';
import { metresBetween } from '../geodesy.ts';
import { growing } from '../grow.ts';
import type { Profile } from '../profile.ts';
import type { RoadWays } from '../road-ways.ts';

/** Roads cut where they meet. Ends are numbered. */
export interface CutEdges {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly way: Int32Array;
  readonly decimetres: Int32Array;
  /** Deciseconds along and against; −1 where closed. */
  readonly along: Int32Array;
  readonly against: Int32Array;
  /** Places of edge e: `shapeFirst[e]` to `shapeFirst[e + 1]`, both its ends among them. */
  readonly shapeFirst: Int32Array;
  readonly shapeLon: Int32Array;
  readonly shapeLat: Int32Array;
  /** Of each end its place. */
  readonly endLon: Int32Array;
  readonly endLat: Int32Array;
  /** Of each turn rule the end that it is over; −1 where none is. */
  readonly turnEnds: Int32Array;
}

interface Stretch {
  readonly run: number;
  readonly grade: number;
}

/** A stretch of a way between two ends. */
interface Piece {
  readonly metres: number;
  /** Seconds, where the way says so itself; −1 where it does not. */
  readonly duration: number;
  readonly boarding: number;
  /** None where heights are not given or do not matter. */
  readonly slopes: readonly Stretch[];
}

const noSlopes: readonly Stretch[] = [];
/** Longest arc that a search takes, deciseconds: 116 hours. */
export const mostDeciseconds = 1 << 22;
/** How far apart heights are compared, metres: closer, and the noise of the heights becomes slopes. */
const slopeStep = 90;
/** Cut ways where they meet or end, and time each piece in both directions. */
export function cutEdges(ways: RoadWays, profile: Profile, heightAt?: HeightAt): CutEdges {
  const uses = countUses(ways);
  const isCut = (point: number): boolean => (uses[point] as number) >= 2 || ways.blocked[point] === 1;
  // Counted first, so that a country's edges are not copied as they grow.
  const { edges, places } = countEdges(ways, isCut);
  const make = (count: number): Int32Array => new Int32Array(count);
  const [from, to, way, decimetres] = [make(edges), make(edges), make(edges), make(edges)];
  const [along, against, shapeFirst] = [make(edges), make(edges), make(edges + 1)];
  const [shapeLon, shapeLat] = [make(places), make(places)];
  const [endLon, endLat] = [growing(Int32Array), growing(Int32Array)];
  const endOf = make(ways.lon.length).fill(-1);
  const endAt = (point: number): number => {
    if (ways.blocked[point] === 0 && (endOf[point] as number) >= 0) return endOf[point] as number;
    endLon.push(ways.lon[point] as number);
    endLat.push(ways.lat[point] as number);
    if (ways.blocked[point] === 0) endOf[point] = endLon.length - 1;
    return endLon.length - 1;
  };
  let [edge, place] = [0, 0];
  for (let w = 0; w + 1 < ways.first.length; w += 1) {
    const begin = ways.first[w] as number;
    const end = ways.first[w + 1] as number;
    const wayMetres = (ways.duration[w] as number) < 0 ? 0 : lengthOf(ways, begin, end);
    let start = begin;
    for (let n = begin + 1; n < end; n += 1) {
      const point = ways.points[n] as number;
      if (n + 1 < end && !isCut(point)) continue;
      const metres = lengthOf(ways, start, n + 1);
      from[edge] = endAt(ways.points[start] as number);
      to[edge] = endAt(point);
      way[edge] = w;
      decimetres[edge] = Math.min(Math.round(metres * 10), 0x7fffffff);
      const piece = { metres, duration: -1, boarding: ways.boarding[w] as number, slopes: noSlopes };
      if (wayMetres > 0) piece.duration = ((ways.duration[w] as number) * metres) / wayMetres;
      // Ferries do not follow the ground.
      if (heightAt && piece.boarding === 0) piece.slopes = slopesOf(ways, start, n + 1, heightAt);
      along[edge] = timeOf(piece, ways.forward[w] as number, 1, profile);
      against[edge] = timeOf(piece, ways.backward[w] as number, -1, profile);
      for (let k = start; k <= n; k += 1) {
        shapeLon[place] = ways.lon[ways.points[k] as number] as number;
        shapeLat[place] = ways.lat[ways.points[k] as number] as number;
        place += 1;
      }
      edge += 1;
      shapeFirst[edge] = place;
      start = n;
    }
  }
  const turnEnds = Int32Array.from(ways.turns, ({ via }) => endOf[via] as number);
  const cut = { from, to, way, decimetres, along, against, shapeFirst, shapeLon, shapeLat, turnEnds };
  return { ...cut, endLon: endLon.view(), endLat: endLat.view() };
}

/** How many edges there will be, and places of all of them together. */
function countEdges(
  { first, points }: RoadWays,
  isCut: (point: number) => boolean,
): { readonly edges: number; readonly places: number } {
  let edges = 0;
  for (let w = 0; w + 1 < first.length; w += 1) {
    const end = first[w + 1] as number;
    for (let n = (first[w] as number) + 1; n < end; n += 1) if (n + 1 === end || isCut(points[n] as number)) edges += 1;
  }
  // A cut stands in the edge before it and in the one behind.
  return { edges, places: points.length + edges - (first.length - 1) };
}

/** How often each point is used (2 for more), the end of a way counting double: two make a junction or an end. */
function countUses({ lon, first, points }: RoadWays): Uint8Array {
  const uses = new Uint8Array(lon.length);
  for (let n = 0; n < points.length; n += 1) useOnce(uses, points[n] as number);
  for (let w = 0; w + 1 < first.length; w += 1) {
    useOnce(uses, points[first[w] as number] as number);
    useOnce(uses, points[(first[w + 1] as number) - 1] as number);
  }
  return uses;
}

function useOnce(uses: Uint8Array, point: number): void {
  if ((uses[point] as number) < 2) uses[point] = (uses[point] as number) + 1;
}

function lengthOf(ways: RoadWays, begin: number, end: number): number {
  let metres = 0;
  for (let n = begin + 1; n < end; n += 1) metres += stepMetres(ways, n);
  return metres;
}

/** Metres from the point before the nth to the nth. */
function stepMetres({ lon, lat, points }: RoadWays, n: number): number {
  const a = points[n - 1] as number;
  const b = points[n] as number;
  return metresBetween(lon[a] as number, lat[a] as number, lon[b] as number, lat[b] as number);
}

/** Deciseconds of a piece at a speed in a direction (1 along, −1 against); −1 where the speed is 0. */
function timeOf(
  { metres, duration, boarding, slopes }: Piece,
  kmH: number,
  direction: 1 | -1,
  { slope }: Profile,
): number {
  if (kmH <= 0) return -1;
  let seconds = (metres * 3.6) / kmH;
  if (duration >= 0) seconds = duration;
  else if (slopes.length > 0) {
    seconds = 0;
    for (const { run, grade } of slopes) seconds += (run * 3.6) / (kmH * slopeFactor(slope, direction * grade));
  }
  return Math.min(Math.round((seconds + boarding) * 10), mostDeciseconds);
}

/** Stretches of about {@link slopeStep} metres with their grade; level where heights are unknown. */
function slopesOf(ways: RoadWays, begin: number, end: number, heightAt: HeightAt): Stretch[] {
  const height = (n: number) => {
    const point = ways.points[n] as number;
    return heightAt(ways.lon[point] as number, ways.lat[point] as number);
  };
  const slopes: Stretch[] = [];
  let run = 0;
  let low = height(begin);
  for (let n = begin + 1; n < end; n += 1) {
    run += stepMetres(ways, n);
    if ((run < slopeStep && n + 1 < end) || run === 0) continue;
    const high = height(n);
    // A last stretch shorter than half a step is too short for a grade of its own.
    const longEnough = run >= slopeStep / 2 || slopes.length === 0;
    const rise = low !== undefined && high !== undefined && longEnough ? high - low : 0;
    slopes.push({ run, grade: rise / Math.max(run, slopeStep / 2) });
    run = 0;
    low = high;
  }
  return slopes;
}
