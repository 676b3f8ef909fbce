import { eastShrink, turnEast } from '../roads/geodesy.ts';
import { type RoadGraph, roadName } from '../roads/graph/road-graph.ts';
import { copiesOf, leavesFrom, seedsTo } from './approach.ts';
import type { Found } from './search.ts';
import type { OnRoad, Snap } from './snap.ts';

/** A stretch of one road. */
export interface Leg {
  readonly edge: number;
  /** From where to where on the edge, shares of its length; backwards where `to` is less. */
  readonly from: number;
  readonly to: number;
  readonly deciseconds: number;
}

/**
 * The roads taken from a door to the site it is nearest to, read back out of the times of a search: at each junction the road whose
 * time, with what is left behind it, is exactly the junction's own.
 * @param found times to all sites @param site the one that `door` is nearest to
 * @returns legs in order; undefined where the site cannot be reached
 */
export function traceWay(
  graph: RoadGraph,
  found: Found,
  door: Snap,
  site: Snap,
  label: number,
): readonly Leg[] | undefined {
  const straight = sameEdge(graph, door, site);
  const ends = new Map(seedsTo(graph, copiesOf(graph), site, label).map(({ node, cost }) => [node, cost]));
  const start = leavesFrom(graph, door)
    .filter(([node]) => found[2 * node + 1] === label)
    .map(([node, cost]) => ({ node, cost, total: cost + (found[2 * node] as number) }))
    .sort((a, b) => a.total - b.total)[0];
  if (straight !== undefined && (start === undefined || straight.deciseconds + site.walk <= start.total))
    return [straight];
  if (start === undefined) return undefined;

  const legs: Leg[] = [];
  const origin = graph.nodeOrigin[start.node] as number;
  if (start.cost > 0) legs.push(legTo(graph, door, origin, start.cost));
  let node = start.node;
  for (let steps = 0; steps <= graph.arcs; steps += 1) {
    const left = found[2 * node] as number;
    if (ends.get(node) === left) {
      if (left > site.walk) legs.push(legFrom(graph, graph.nodeOrigin[node] as number, site, left - site.walk));
      return legs;
    }
    const arc = nextArc(graph, found, node, label);
    if (arc === undefined) return undefined;
    const edge = (graph.forwardEdge[arc] as number) >> 1;
    const against = (graph.forwardEdge[arc] as number) & 1;
    legs.push({ edge, from: against, to: 1 - against, deciseconds: graph.forward[2 * arc + 1] as number });
    node = graph.forward[2 * arc] as number;
  }
  return undefined;
}

/** The arc on a cheapest way; among equals one that takes time, so that roads of no length lead nowhere in circles. */
function nextArc({ forwardFirst, forward }: RoadGraph, found: Found, node: number, label: number): number | undefined {
  let free: number | undefined;
  for (let arc = forwardFirst[node] as number; arc < (forwardFirst[node + 1] as number); arc += 1) {
    const [head, time] = [forward[2 * arc] as number, forward[2 * arc + 1] as number];
    if (found[2 * head + 1] !== label || time + (found[2 * head] as number) !== found[2 * node]) continue;
    if (time > 0) return arc;
    free ??= arc;
  }
  return free;
}

function sameEdge({ edgeArcs, forward }: RoadGraph, door: OnRoad, site: OnRoad): Leg | undefined {
  if (door.edge !== site.edge) return undefined;
  const against = site.share < door.share ? 1 : 0;
  const arc = edgeArcs[2 * door.edge + against] as number;
  if (arc < 0 && door.share !== site.share) return undefined;
  const time = door.share === site.share ? 0 : (forward[2 * arc + 1] as number) * Math.abs(site.share - door.share);
  return { edge: door.edge, from: door.share, to: site.share, deciseconds: Math.round(time) };
}

/** From a door along its road to one of the road's ends. */
function legTo({ edgeTo }: RoadGraph, { edge, share }: OnRoad, junction: number, deciseconds: number): Leg {
  return { edge, from: share, to: edgeTo[edge] === junction ? 1 : 0, deciseconds };
}

/** From one of the ends of the site's road to the site. */
function legFrom({ edgeFrom }: RoadGraph, junction: number, { edge, share }: OnRoad, deciseconds: number): Leg {
  return { edge, from: edgeFrom[edge] === junction ? 0 : 1, to: share, deciseconds };
}

/** What one reads of a way: its line, and its roads by name. */
export interface WayRead {
  /** [longitude, latitude], degrees. */
  readonly line: readonly (readonly [number, number])[];
  readonly kilometres: number;
  readonly roads: readonly { readonly name: string; readonly kilometres: number; readonly minutes: number }[];
}

export function readWay(graph: RoadGraph, legs: readonly Leg[]): WayRead {
  const line = legs.flatMap((leg) => lineOf(graph, leg));
  const roads: { name: string; kilometres: number; minutes: number }[] = [];
  for (const { edge, from, to, deciseconds } of legs) {
    const name = roadName(graph, edge);
    const kilometres = ((graph.edgeDecimetres[edge] as number) * Math.abs(to - from)) / 10_000;
    const last = roads.at(-1);
    if (last?.name === name) {
      last.kilometres += kilometres;
      last.minutes += deciseconds / 600;
    } else roads.push({ name, kilometres, minutes: deciseconds / 600 });
  }
  return {
    line: line.filter(([x, y], n) => n === 0 || x !== line[n - 1]?.[0] || y !== line[n - 1]?.[1]),
    kilometres: roads.reduce((sum, one) => sum + one.kilometres, 0),
    roads,
  };
}

/** The shape of an edge between two shares of its length. */
function lineOf({ shapeFirst, shapeLon, shapeLat }: RoadGraph, { edge, from, to }: Leg): [number, number][] {
  const [begin, end] = [shapeFirst[edge] as number, shapeFirst[edge + 1] as number];
  const lengths: number[] = [0];
  for (let s = begin; s + 1 < end; s += 1) {
    const dx = turnEast(shapeLon[s] as number, shapeLon[s + 1] as number) * eastShrink(shapeLat[s] as number);
    const dy = (shapeLat[s + 1] as number) - (shapeLat[s] as number);
    lengths.push((lengths.at(-1) as number) + Math.hypot(dx, dy));
  }
  const whole = lengths.at(-1) as number;
  const at = (n: number): [number, number] => [
    (shapeLon[begin + n] as number) / 1e7,
    (shapeLat[begin + n] as number) / 1e7,
  ];
  const between = (share: number): [number, number] => {
    const goal = share * whole;
    const n = Math.max(
      1,
      lengths.findIndex((length) => length >= goal),
    );
    const [before, after] = [lengths[n - 1] as number, lengths[n] as number];
    const part = after === before ? 0 : Math.min(1, (goal - before) / (after - before));
    const [[ax, ay], [bx, by]] = [at(n - 1), at(n)];
    return [ax + turnEast(ax * 1e7, bx * 1e7) * (part / 1e7), ay + (by - ay) * part];
  };
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  const inner = lengths.flatMap((length, n) => (length > low * whole && length < high * whole ? [at(n)] : []));
  const line = [between(low), ...inner, between(high)];
  return from <= to ? line : line.reverse();
}
