import type { HeightAt } from '../elevation.ts';
import { hilbertOrder } from '../hilbert.ts';
import type { Profile } from '../profile.ts';
import { letGoOfPlaces, type RoadWays } from '../road-ways.ts';
import { sumsBefore, take, upTo } from '../take.ts';
import type { ArcColumns } from './arcs.ts';
import { groupArcs } from './arcs.ts';
import { type Components, strongComponents, weakComponents } from './components.ts';
import type { CutEdges } from './cut-edges.ts';
import { cutEdges } from './cut-edges.ts';
import type { GraphArrays, GraphFacts } from './road-graph.ts';
import { boxOf, buildGrid } from './segment-grid.ts';
import { splitTurns } from './split-turns.ts';

/** A graph before it is stored, and what was seen on the way. */
export interface Assembled {
  readonly arrays: GraphArrays;
  readonly facts: Pick<GraphFacts, 'classes' | 'junctions' | 'longestArc' | 'box' | 'grid'>;
  readonly seen: {
    readonly turnRules: number;
    readonly barriers: number;
    /** Junctions from which every other of them can be reached and left again. */
    readonly coreNodes: number;
    /** Junctions joined to the core, but only one way. */
    readonly oneWayPockets: number;
    /** Pieces that no road joins to the rest, and the five largest, each by a place in it (degrees × 10^7). */
    readonly islands: number;
    readonly largestIslands: readonly { readonly nodes: number; readonly lon: number; readonly lat: number }[];
  };
}

/**
 * Roads to graph: cut, put in order along Hilbert's curve, honour turn rules, group, mark the core, index. Each step is a function of
 * its own, so that what it needed on the way is let go: a country's arcs fill hundreds of megabytes.
 * @param useUp let go of the ways' places as soon as they are cut
 */
export function assemble(ways: RoadWays, profile: Profile, heightAt?: HeightAt, useUp = false): Assembled {
  const barriers = countOnes(ways.blocked);
  const edges = cutEdges(ways, profile, heightAt);
  if (useUp) letGoOfPlaces(ways);
  const { rank, nodeLon, nodeLat } = orderNodes(edges);
  const linked = linkNodes(ways, edges, rank, nodeLon.length);
  const { forward, backward, forwardEdge, edgeArcs, nodeOrigin, pieces } = linked;
  const shapes = { shapeFirst: edges.shapeFirst, shapeLon: edges.shapeLon, shapeLat: edges.shapeLat };
  const box = boxOf(shapes);
  const { grid, gridFirst, gridSegments } = buildGrid(shapes, box);
  const words = ways.names.map((name) => Buffer.from(name, 'utf8'));
  return {
    arrays: {
      ...shapes,
      nodeLon: take(nodeLon, nodeOrigin),
      nodeLat: take(nodeLat, nodeOrigin),
      nodeOrigin,
      nodeComponent: take(pieces.component, nodeOrigin),
      forwardFirst: forward.first,
      forward: forward.pairs,
      forwardEdge,
      backwardFirst: backward.first,
      backward: backward.pairs,
      backwardArc: backward.order,
      edgeFrom: take(rank, edges.from),
      edgeTo: take(rank, edges.to),
      edgeArcs,
      edgeDecimetres: edges.decimetres,
      edgeClass: Uint8Array.from(take(ways.roadClass, edges.way)),
      edgeName: take(ways.name, edges.way),
      gridFirst,
      gridSegments,
      nameFirst: sumsBefore(words.map(({ length }) => length)),
      nameBytes: Uint8Array.from(Buffer.concat(words)),
    },
    facts: {
      classes: [...ways.classes],
      junctions: nodeLon.length,
      longestArc: longestOf(forward.pairs),
      box,
      grid,
    },
    seen: {
      turnRules: linked.turnRules,
      barriers,
      coreNodes: pieces.coreNodes,
      oneWayPockets: pieces.oneWayPockets,
      islands: pieces.islands,
      largestIslands: pieces.largest.map(({ nodes, first }) => ({
        nodes,
        lon: nodeLon[first] as number,
        lat: nodeLat[first] as number,
      })),
    },
  };
}

/** Arcs by their ends, in both directions of the search, turn rules honoured. */
function linkNodes(ways: RoadWays, edges: CutEdges, rank: Int32Array, junctions: number) {
  const { arcs, copies, pieces, plain, turnRules } = splitArcs(ways, edges, rank, junctions);
  const nodes = junctions + copies.length;
  const forward = groupArcs(nodes, arcs.tail, arcs.head, arcs.deciseconds);
  const forwardEdge = take(arcs.edge, forward.order);
  const backward = groupArcs(
    nodes,
    take(arcs.head, forward.order),
    take(arcs.tail, forward.order),
    take(arcs.deciseconds, forward.order),
  );
  const edgeArcs = new Int32Array(2 * edges.from.length).fill(-1);
  for (let k = 0; k < forward.order.length; k += 1)
    if ((forward.order[k] as number) < plain) edgeArcs[forwardEdge[k] as number] = k;
  const nodeOrigin = upTo(nodes);
  nodeOrigin.set(copies, junctions);
  const { first, pairs } = forward;
  return { forward: { first, pairs }, backward, forwardEdge, edgeArcs, nodeOrigin, pieces, turnRules };
}

/** Arcs with those of the copies behind the `plain` ones. What hangs together is told before: a junction is in the core whatever turns are banned at it. */
function splitArcs(ways: RoadWays, edges: CutEdges, rank: Int32Array, junctions: number) {
  const plain = arcsOf(edges, rank);
  const pieces = piecesOf(junctions, plain);
  const rules = ways.turns.flatMap(({ kind, from, to }, n) => {
    const end = edges.turnEnds[n] as number;
    return end < 0 ? [] : [{ kind, from, to, node: rank[end] as number }];
  });
  return {
    ...splitTurns(plain, junctions, rules, edges.way),
    pieces,
    plain: plain.tail.length,
    turnRules: rules.length,
  };
}

/** The core and what is beside it. */
interface Pieces {
  /** Of each node its strong component; 0 is the core. */
  readonly component: Int32Array;
  readonly coreNodes: number;
  readonly oneWayPockets: number;
  readonly islands: number;
  readonly largest: readonly { readonly nodes: number; readonly first: number }[];
}

function piecesOf(nodes: number, arcs: ArcColumns): Pieces {
  const strong = strongComponents(groupArcs(nodes, arcs.tail, arcs.head, arcs.deciseconds));
  const weak = weakComponents(nodes, arcs.tail, arcs.head);
  return {
    component: strong.of,
    coreNodes: strong.sizes[0] ?? 0,
    oneWayPockets: oneWayPockets(strong, weak),
    islands: Math.max(0, weak.sizes.length - 1),
    largest: islandsBesideCore(strong, weak),
  };
}

/** Ends of edges in the order of the curve. `rank[end]` is the node. */
function orderNodes({ endLon, endLat }: CutEdges): {
  readonly rank: Int32Array;
  readonly nodeLon: Int32Array;
  readonly nodeLat: Int32Array;
} {
  const order = hilbertOrder(endLon, endLat);
  const rank = new Int32Array(order.length);
  for (let node = 0; node < order.length; node += 1) rank[order[node] as number] = node;
  return { rank, nodeLon: take(endLon, order), nodeLat: take(endLat, order) };
}

/** Both directions of each edge, where they are open. */
function arcsOf({ from, to, along, against }: CutEdges, rank: Int32Array): ArcColumns {
  const count = countOpen(along) + countOpen(against);
  const arcs = {
    tail: new Int32Array(count),
    head: new Int32Array(count),
    deciseconds: new Int32Array(count),
    edge: new Int32Array(count),
  };
  let at = 0;
  for (let e = 0; e < from.length; e += 1) {
    const a = rank[from[e] as number] as number;
    const b = rank[to[e] as number] as number;
    if ((along[e] as number) >= 0) putArc(arcs, at++, a, b, along[e] as number, 2 * e);
    if ((against[e] as number) >= 0) putArc(arcs, at++, b, a, against[e] as number, 2 * e + 1);
  }
  return arcs;
}

function putArc(arcs: ArcColumns, at: number, tail: number, head: number, deciseconds: number, edge: number): void {
  arcs.tail[at] = tail;
  arcs.head[at] = head;
  arcs.deciseconds[at] = deciseconds;
  arcs.edge[at] = edge;
}

/** Nodes that some road joins to the core, but that cannot be both reached from it and left for it. */
function oneWayPockets(strong: Components, weak: Components): number {
  const core = strong.of.indexOf(0);
  return core < 0 ? 0 : (weak.sizes[weak.of[core] as number] as number) - (strong.sizes[0] as number);
}

/** The five largest pieces that no road joins to the core, each with the first of its nodes. */
function islandsBesideCore(
  strong: Components,
  weak: Components,
): readonly { readonly nodes: number; readonly first: number }[] {
  const main = weak.of[strong.of.indexOf(0)];
  const pieces: { readonly nodes: number; readonly first: number }[] = [];
  for (const [piece, nodes] of weak.sizes.slice(0, 6).entries())
    if (piece !== main) pieces.push({ nodes, first: weak.of.indexOf(piece) });
  return pieces.slice(0, 5);
}

function countOpen(times: Int32Array): number {
  let open = 0;
  for (let n = 0; n < times.length; n += 1) if ((times[n] as number) >= 0) open += 1;
  return open;
}

function countOnes(marks: Uint8Array): number {
  let ones = 0;
  for (let n = 0; n < marks.length; n += 1) ones += marks[n] as number;
  return ones;
}

/** The longest of pairs of (node, deciseconds). */
function longestOf(pairs: Int32Array): number {
  let longest = 0;
  for (let n = 1; n < pairs.length; n += 2) longest = Math.max(longest, pairs[n] as number);
  return longest;
}
