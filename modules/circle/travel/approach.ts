import type { RoadGraph } from '../roads/graph/road-graph.ts';
import type { Seed } from './search.ts';
import type { OnRoad, Snap } from './snap.ts';

/** Junctions and the copies of them that turn restrictions made: a door at a junction is at all of them. */
export type CopiesOf = (junction: number) => readonly number[];

export function copiesOf({ nodeOrigin, nodes, facts }: RoadGraph): CopiesOf {
  const copies = new Map<number, number[]>();
  for (let node = facts.junctions; node < nodes; node += 1) {
    const junction = nodeOrigin[node] as number;
    const known = copies.get(junction) ?? [];
    copies.set(junction, known);
    known.push(node);
  }
  return (junction) => copies.get(junction) ?? [];
}

/**
 * Where a search against the arcs begins that asks for the way TO a door: the nodes from which its road is entered, with the time from
 * there to the door.
 * @param extra deciseconds added to each: the walk from the road to the door
 */
export function seedsTo(graph: RoadGraph, copies: CopiesOf, snap: Snap, label: number, extra = snap.walk): Seed[] {
  const { edge, share } = snap;
  const [from, to] = ends(graph, edge);
  if (share === 0 || share === 1) {
    const junction = share === 0 ? from : to;
    return [junction, ...copies(junction)].map((node) => ({ node, cost: extra, label }));
  }
  return [0, 1].flatMap((against) => {
    const time = arcTime(graph, edge, against);
    if (time === undefined) return [];
    const tail = against === 0 ? from : to;
    const cost = extra + Math.round(time * (against === 0 ? share : 1 - share));
    // A copy of the junction has a copy of the arc, unless this very turn is banned there.
    const entered = copies(tail).filter((node) => hasArc(graph, node, 2 * edge + against));
    return [tail, ...entered].map((node) => ({ node, cost, label }));
  });
}

/**
 * The cheapest way FROM a door, given what it costs from each node: the ends of its road, with the time to there.
 * @returns pairs of node and deciseconds, the walk to the road not among them
 */
export function leavesFrom(
  graph: RoadGraph,
  { edge, share }: OnRoad,
): readonly (readonly [node: number, cost: number])[] {
  const [from, to] = ends(graph, edge);
  if (share === 0) return [[from, 0]];
  if (share === 1) return [[to, 0]];
  return [0, 1].flatMap((against): [number, number][] => {
    const arc = graph.edgeArcs[2 * edge + against] as number;
    const time = arcTime(graph, edge, against);
    if (time === undefined) return [];
    return [[graph.forward[2 * arc] as number, Math.round(time * (against === 0 ? 1 - share : share))]];
  });
}

/** Deciseconds between two doors on one edge without leaving it; undefined where its direction forbids it. */
export function alongEdge(graph: RoadGraph, from: OnRoad, to: OnRoad): number | undefined {
  if (from.edge !== to.edge) return undefined;
  const against = to.share < from.share ? 1 : 0;
  const time = arcTime(graph, from.edge, against);
  if (from.share === to.share) return 0;
  return time === undefined ? undefined : Math.round(time * Math.abs(to.share - from.share));
}

function ends({ edgeFrom, edgeTo }: RoadGraph, edge: number): [number, number] {
  return [edgeFrom[edge] as number, edgeTo[edge] as number];
}

/** Deciseconds over an edge along (0) or against it (1); undefined where that is closed. */
function arcTime({ edgeArcs, forward }: RoadGraph, edge: number, against: number): number | undefined {
  const arc = edgeArcs[2 * edge + against] as number;
  return arc < 0 ? undefined : forward[2 * arc + 1];
}

function hasArc({ forwardFirst, forwardEdge }: RoadGraph, node: number, edge: number): boolean {
  for (let arc = forwardFirst[node] as number; arc < (forwardFirst[node + 1] as number); arc += 1)
    if (forwardEdge[arc] === edge) return true;
  return false;
}
