import { e7, eastShrink, metresPerDegree, turnEast } from '../roads/geodesy.ts';
import type { RoadGraph } from '../roads/graph/road-graph.ts';

/** A place on the road. */
export interface OnRoad {
  readonly edge: number;
  /** How far along the edge from its `from` end, share of its length; 0 and 1 are its ends. */
  readonly share: number;
}

/** Where a door meets the road. */
export interface Snap extends OnRoad {
  /** Straight from the door to the road, metres. */
  readonly metres: number;
  /** On foot between the two, deciseconds. */
  readonly walk: number;
  /** False where this scrap of road joins the core in one direction at most. */
  readonly inCore: boolean;
}

/** Closer than this, metres, is there: the place was given by the road itself, or by its junction. */
const there = 0.05;

/**
 * The road nearest to a place; undefined where none is within the profile's `approach.mostMetres`. A road of the core is preferred to
 * a nearer scrap that joins nothing, by `approach.leaveIslandMetres`; a place on the road itself stays where it is.
 * @param lon @param lat degrees × 10^7, WGS 84
 */
export function snapTo(graph: RoadGraph, lon: number, lat: number): Snap | undefined {
  const { approach } = graph.facts.profile;
  const any: Nearest = { metres: Number.POSITIVE_INFINITY, segment: -1, along: 0 };
  const core: Nearest = { metres: Number.POSITIVE_INFINITY, segment: -1, along: 0 };
  searchRings(graph, lon, lat, any, core);
  const leaves = any.metres > there && core.metres - any.metres <= approach.leaveIslandMetres;
  const chosen = leaves ? core : any;
  if (chosen.metres > approach.mostMetres) return undefined;
  const edge = edgeOfSegment(graph, chosen.segment);
  return {
    edge,
    share: shareAlong(graph, edge, chosen),
    metres: chosen.metres,
    walk: walkTime(graph, chosen.metres),
    inCore: isCore(graph, edge),
  };
}

/** Deciseconds on foot over a straight line of so many metres. */
export function walkTime({ facts }: RoadGraph, metres: number): number {
  const { kmH, detour } = facts.profile.approach;
  return Math.round((metres * detour * 36) / kmH);
}

interface Nearest {
  metres: number;
  segment: number;
  /** Share of the segment. */
  along: number;
}

/** Look at the cells around the place, ring by ring, until no farther cell can hold anything nearer. */
function searchRings(graph: RoadGraph, lon: number, lat: number, any: Nearest, core: Nearest): void {
  const { facts, gridFirst, gridSegments } = graph;
  const { box, grid, profile } = facts;
  const { mostMetres, leaveIslandMetres } = profile.approach;
  const x = Math.floor(turnEast(box.west, lon) / grid.cellLon);
  const y = Math.floor((lat - box.south) / grid.cellLat);
  const cellMetres = (grid.cellLat / e7) * metresPerDegree;
  const beyond = outside(x, grid.columns) + outside(y, grid.rows);
  const rings = Math.ceil(mostMetres / cellMetres) + 1;
  if (beyond > 2 * rings) return;
  const look = (column: number, row: number): void => {
    if (column < 0 || column >= grid.columns || row < 0 || row >= grid.rows) return;
    const cell = row * grid.columns + column;
    for (let k = gridFirst[cell] as number; k < (gridFirst[cell + 1] as number); k += 1)
      consider(graph, gridSegments[k] as number, lon, lat, any, core);
  };
  for (let ring = 0; ring <= rings; ring += 1) {
    // Whatever lies in this ring is at least so far away.
    const least = (ring - 1) * cellMetres;
    const enough = Math.min(core.metres, any.metres + leaveIslandMetres, mostMetres);
    if (least > enough) return;
    for (let column = x - ring; column <= x + ring; column += 1) {
      look(column, y - ring);
      if (ring > 0) look(column, y + ring);
    }
    for (let row = y - ring + 1; row < y + ring; row += 1) {
      look(x - ring, row);
      look(x + ring, row);
    }
  }
}

function outside(cell: number, cells: number): number {
  return cell < 0 ? -cell : Math.max(0, cell - cells + 1);
}

function consider(graph: RoadGraph, segment: number, lon: number, lat: number, any: Nearest, core: Nearest): void {
  const { shapeLon, shapeLat } = graph;
  const shrink = eastShrink(lat);
  const [ax, ay] = [turnEast(lon, shapeLon[segment] as number) * shrink, (shapeLat[segment] as number) - lat];
  const [bx, by] = [turnEast(lon, shapeLon[segment + 1] as number) * shrink, (shapeLat[segment + 1] as number) - lat];
  const [dx, dy] = [bx - ax, by - ay];
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / square));
  const [px, py] = [ax + along * dx, ay + along * dy];
  const metres = (Math.sqrt(px * px + py * py) / e7) * metresPerDegree;
  if (metres >= any.metres && metres >= core.metres) return;
  const edge = edgeOfSegment(graph, segment);
  if (graph.edgeArcs[2 * edge] === -1 && graph.edgeArcs[2 * edge + 1] === -1) return;
  if (metres > there && !canJoin(graph, edge)) return;
  if (metres < any.metres) keep(any, metres, segment, along);
  if (metres < core.metres && isCore(graph, edge)) keep(core, metres, segment, along);
}

function keep(nearest: Nearest, metres: number, segment: number, along: number): void {
  nearest.metres = metres;
  nearest.segment = segment;
  nearest.along = along;
}

/** Whether one may step onto a road from beside it. */
function canJoin({ facts, edgeClass }: RoadGraph, edge: number): boolean {
  return !facts.profile.approach.notFrom.includes(facts.classes[edgeClass[edge] as number] ?? '');
}

function isCore({ nodeComponent, edgeFrom, edgeTo }: RoadGraph, edge: number): boolean {
  return nodeComponent[edgeFrom[edge] as number] === 0 && nodeComponent[edgeTo[edge] as number] === 0;
}

/** The edge whose shape holds a segment, by halving. */
function edgeOfSegment({ shapeFirst }: RoadGraph, segment: number): number {
  let [low, high] = [0, shapeFirst.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((shapeFirst[middle] as number) <= segment) low = middle;
    else high = middle;
  }
  return low;
}

function shareAlong({ shapeFirst, shapeLon, shapeLat }: RoadGraph, edge: number, { segment, along }: Nearest): number {
  let [before, whole] = [0, 0];
  for (let s = shapeFirst[edge] as number; s + 1 < (shapeFirst[edge + 1] as number); s += 1) {
    const dx = turnEast(shapeLon[s] as number, shapeLon[s + 1] as number) * eastShrink(shapeLat[s] as number);
    const dy = (shapeLat[s + 1] as number) - (shapeLat[s] as number);
    const length = Math.sqrt(dx * dx + dy * dy);
    if (s < segment) before += length;
    else if (s === segment) before += along * length;
    whole += length;
  }
  const metre = e7 / metresPerDegree;
  if (before <= there * metre) return 0;
  return whole - before <= there * metre ? 1 : before / whole;
}
