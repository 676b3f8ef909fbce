import { z } from 'zod';
import { Profile } from '../profile.ts';
/** What a graph file says of itself, beside its arrays. */
export const GraphFacts = z.strictObject({
  profile: Profile,
  /** The system its coordinates are in, always WGS 84 (CGCS 2000 differs by centimetres), and the one they came in. */
  crs: z.strictObject({ stored: z.literal('WGS84'), imported: z.enum(['wgs84', 'cgcs2000', 'gcj02']) }),
  source: z.strictObject({
    name: z.string(),
    bytes: z.number(),
    sha256: z.string(),
    writer: z.string().optional(),
    dataAt: z.string().optional(),
  }),
  /** True where the roads were invented: every map that shows them says so. */
  schematic: z.boolean(),
  heights: z.boolean(),
  classes: z.array(z.string()),
  /** Nodes below this number are junctions and ends; those from it on are copies made for turn restrictions. */
  junctions: z.number().int(),
  /** Longest arc, deciseconds. */
  longestArc: z.number().int(),
  /** West and south corner, degrees × 10^7, and size eastwards and northwards; west may be beyond east at the antimeridian. */
  box: z.strictObject({ west: z.number(), south: z.number(), width: z.number(), height: z.number() }),
  /** Cells of the grid that finds the nearest road: degrees × 10^7 to a cell, and how many. */
  grid: z.strictObject({ cellLon: z.number(), cellLat: z.number(), columns: z.number().int(), rows: z.number().int() }),
});

export type GraphFacts = z.infer<typeof GraphFacts>;

/** Kinds of the arrays, in the order of the file. */
export const sections = {
  nodeLon: Int32Array,
  nodeLat: Int32Array,
  nodeOrigin: Int32Array,
  nodeComponent: Int32Array,
  forwardFirst: Int32Array,
  forward: Int32Array,
  forwardEdge: Int32Array,
  backwardFirst: Int32Array,
  backward: Int32Array,
  backwardArc: Int32Array,
  edgeFrom: Int32Array,
  edgeTo: Int32Array,
  edgeArcs: Int32Array,
  edgeDecimetres: Int32Array,
  edgeClass: Uint8Array,
  edgeName: Int32Array,
  shapeFirst: Int32Array,
  shapeLon: Int32Array,
  shapeLat: Int32Array,
  gridFirst: Int32Array,
  gridSegments: Int32Array,
  nameFirst: Int32Array,
  nameBytes: Uint8Array,
} as const;

/**
 * The arrays of a graph. Nodes are junctions and ends of roads, edges the roads between them, arcs the edges in the directions that
 * are open. Places are degrees × 10^7, WGS 84; `edge` of an arc is twice the edge, and one more where it runs against it.
 */
export type GraphArrays = {
  readonly [K in keyof typeof sections]: (typeof sections)[K] extends Uint8ArrayConstructor ? Uint8Array : Int32Array;
};

/** A road graph, ready to be searched. */
export interface RoadGraph extends GraphArrays {
  readonly facts: GraphFacts;
  /** CRC-32 of the file, eight digits: which graph a result was made with. */
  readonly checksum: string;
  readonly nodes: number;
  readonly arcs: number;
  readonly edges: number;
}

/** The name of a road; empty where it has none. */
export function roadName(graph: RoadGraph, edge: number): string {
  const name = graph.edgeName[edge] as number;
  const { nameFirst, nameBytes } = graph;
  return Buffer.from(nameBytes.subarray(nameFirst[name], nameFirst[name + 1])).toString('utf8');
}
