import { type RoadGraph, roadName } from '../roads/graph/road-graph.ts';
import { type RoadWeight, weightOf } from './road-weight.ts';

/** Edges of one class and name, end to end. */
export interface RoadLine {
  readonly roadClass: string;
  readonly weight: RoadWeight;
  readonly name: string;
  /** Degrees, five decimals. */
  readonly coordinates: readonly [number, number][];
}

/**
 * The roads as long lines. A graph is cut at every junction; seen from afar, pieces that short would vanish one by one, and a road with
 * them. At a junction of several of a kind any two of them are joined: what is drawn is the same.
 */
export function joinLines(graph: RoadGraph): readonly RoadLine[] {
  const kinds = kindsOf(graph);
  const { first, ends } = endsByNode(graph);
  const used = new Uint8Array(graph.edges);
  /** The next edge of the kind at a node, as twice the edge and one more where it is travelled against its direction; −1 for none. */
  const next = (node: number, kind: number): number => {
    for (let n = first[node] as number; n < (first[node + 1] as number); n += 1) {
      const end = ends[n] as number;
      if (used[end >> 1] === 0 && kinds[end >> 1] === kind) return end;
    }
    return -1;
  };
  const lines: RoadLine[] = [];
  for (let edge = 0; edge < graph.edges; edge += 1) {
    if (used[edge] === 1) continue;
    const kind = kinds[edge] as number;
    used[edge] = 1;
    const follow = (start: number): number[] => {
      const chain: number[] = [];
      for (let step = next(start, kind); step >= 0; ) {
        used[step >> 1] = 1;
        chain.push(step);
        step = next((step & 1 ? graph.edgeFrom[step >> 1] : graph.edgeTo[step >> 1]) as number, kind);
      }
      return chain;
    };
    const ahead = follow(graph.edgeTo[edge] as number);
    // What leads away from the beginning is travelled the other way round, the farthest first.
    const behind = follow(graph.edgeFrom[edge] as number)
      .reverse()
      .map((step) => step ^ 1);
    const roadClass = graph.facts.classes[graph.edgeClass[edge] as number] ?? '';
    lines.push({
      roadClass,
      weight: weightOf(roadClass),
      name: roadName(graph, edge),
      coordinates: placesOf(graph, [...behind, 2 * edge, ...ahead]),
    });
  }
  return lines;
}

/** A number for each class and name together. */
function kindsOf({ edges, edgeClass, edgeName }: RoadGraph): Int32Array {
  const known = new Map<number, number>();
  return Int32Array.from({ length: edges }, (_, edge) => {
    const key = (edgeName[edge] as number) * 256 + (edgeClass[edge] as number);
    const kind = known.get(key) ?? known.size;
    known.set(key, kind);
    return kind;
  });
}

/** Ends of edges at each node: twice the edge, and one more at its far end. */
function endsByNode({ edges, edgeFrom, edgeTo, nodes }: RoadGraph) {
  const first = new Int32Array(nodes + 1);
  const count = (node: number): void => {
    first[node + 1] = (first[node + 1] as number) + 1;
  };
  for (let edge = 0; edge < edges; edge += 1) {
    count(edgeFrom[edge] as number);
    count(edgeTo[edge] as number);
  }
  for (let node = 0; node < nodes; node += 1) first[node + 1] = (first[node + 1] as number) + (first[node] as number);
  const at = first.slice();
  const ends = new Int32Array(2 * edges);
  const put = (node: number, end: number): void => {
    ends[at[node] as number] = end;
    at[node] = (at[node] as number) + 1;
  };
  for (let edge = 0; edge < edges; edge += 1) {
    put(edgeFrom[edge] as number, 2 * edge);
    put(edgeTo[edge] as number, 2 * edge + 1);
  }
  return { first, ends };
}

function placesOf({ shapeFirst, shapeLon, shapeLat }: RoadGraph, chain: readonly number[]): [number, number][] {
  const places: [number, number][] = [];
  for (const step of chain) {
    const edge = step >> 1;
    const [begin, end] = [shapeFirst[edge] as number, shapeFirst[edge + 1] as number];
    // The end of one is the beginning of the next.
    for (let n = places.length === 0 ? 0 : 1; n < end - begin; n += 1) {
      const s = step & 1 ? end - 1 - n : begin + n;
      places.push([fine(shapeLon[s] as number), fine(shapeLat[s] as number)]);
    }
  }
  return places;
}

/** Five decimals are a metre: finer than a line on a screen. */
function fine(e7: number): number {
  return Math.round(e7 / 100) / 1e5;
}
