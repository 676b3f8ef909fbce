import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildGraph } from '../roads/build-graph.ts';
import type { HeightAt } from '../roads/elevation.ts';
import type { Assembled } from '../roads/graph/assemble.ts';
import { openGraph } from '../roads/graph/graph-file.ts';
import type { RoadGraph } from '../roads/graph/road-graph.ts';
import { type Extract, readExtract } from '../roads/pbf/read-extract.ts';
import { headerBlock, nodesBlock, type Packing, relationsBlock, waysBlock } from '../roads/pbf/write-extract.ts';
import { loadProfile, type Profile } from '../roads/profile.ts';

/** A little extract, told in words. */
export interface TinyExtract {
  /** Where each point is, degrees. A point that a way names and that is not here is missing from the file. */
  readonly points: Readonly<Record<string, readonly [lon: number, lat: number]>>;
  /** `barrier=bollard`, by the point's name. */
  readonly at?: Readonly<Record<string, string>>;
  /** `a b c: highway=tertiary oneway=yes`; the first is way 1. */
  readonly ways: readonly string[];
  /** `no_left_turn: 1 b 2`, over ways by their numbers. */
  readonly rules?: readonly string[];
  readonly how?: {
    readonly packing?: Packing;
    readonly dense?: boolean;
    /** Entities to a block; all in one block of each kind unless told. */
    readonly perBlock?: number;
    readonly requires?: readonly string[];
  };
}

const folder = mkdtempSync(join(tmpdir(), 'fayuan-roads-'));
let files = 0;
/** A new place in a folder of the tests. */
export const scratch = (name: string): string => join(folder, `${files++}-${name}`);

export function keep(bytes: Uint8Array | string, name = 'tiny.osm.pbf'): string {
  const path = scratch(name);
  writeFileSync(path, bytes);
  return path;
}

/** The bytes of an `.osm.pbf`. */
export function extractBytes({ points, at = {}, ways, rules = [], how = {} }: TinyExtract): Uint8Array {
  const { packing = 'zlib', dense = true, perBlock = 8000, requires } = how;
  const ids = new Map<string, number>();
  // Ids as large as OpenStreetMap's are by now.
  const idOf = (name: string): number =>
    ids.get(name) ?? (ids.set(name, 11_000_000_000 + 3 * ids.size).get(name) as number);
  const nodes = Object.entries(points).map(([name, [lon, lat]]) => ({
    id: idOf(name),
    lon: Math.round(lon * 1e7),
    lat: Math.round(lat * 1e7),
    ...(at[name] !== undefined && { tags: tagsOf(at[name]) }),
  }));
  const written = ways.map((told, n) => {
    const [names = '', tags = ''] = told.split(': ');
    return { id: n + 1, refs: names.trim().split(' ').map(idOf), tags: tagsOf(tags) };
  });
  const relations = rules.map((told, n) => {
    const [restriction = '', from, via = '', to] = told.split(/:? /);
    return {
      id: n + 1,
      tags: { type: 'restriction', restriction },
      members: [
        { role: 'from', type: 'way', id: Number(from) } as const,
        { role: 'via', type: 'node', id: idOf(via) } as const,
        { role: 'to', type: 'way', id: Number(to) } as const,
      ],
    };
  });
  return Buffer.concat([
    headerBlock(requires),
    ...inBlocks(nodes, perBlock).map((some) => nodesBlock(some, packing, dense)),
    ...inBlocks(written, perBlock).map((some) => waysBlock(some, packing)),
    ...inBlocks(relations, perBlock).map((some) => relationsBlock(some, packing)),
  ]);
}

function tagsOf(text: string): Record<string, string> {
  return Object.fromEntries(text.split(' ').map((one) => one.split('=') as [string, string]));
}

function inBlocks<T>(all: readonly T[], size: number): T[][] {
  const blocks: T[][] = [];
  for (let n = 0; n < all.length; n += size) blocks.push(all.slice(n, n + size));
  return blocks;
}

/** A graph that was written and opened, and how to ask it. */
export interface BuiltTiny {
  readonly graph: RoadGraph;
  readonly extract: Extract;
  readonly seen: Assembled['seen'];
  readonly path: string;
  /** Seconds from a point to a point, by a plain search over the forward arcs; undefined where there is no way. */
  seconds(from: string, to: string): number | undefined;
}

/** Write a little extract, read it, build its graph, keep it, open it. */
export function build(tiny: TinyExtract, profile: Profile | string = 'drive', heightAt?: HeightAt): BuiltTiny {
  const used = typeof profile === 'string' ? loadProfile(profile) : profile;
  const extract = readExtract(keep(extractBytes(tiny)), used);
  const path = scratch('tiny.graph');
  const { built } = buildGraph(path, {
    ways: extract.ways,
    profile: used,
    crs: 'wgs84',
    source: { name: 'tiny', bytes: extract.bytes, sha256: '' },
    ...(heightAt && { heightAt }),
  });
  const graph = openGraph(path);
  return {
    graph,
    extract,
    seen: built.seen,
    path,
    seconds: (from, to) => {
      const [a, b] = [tiny.points[from], tiny.points[to]];
      if (a === undefined || b === undefined) throw new Error(`no such point: ${from} or ${to}`);
      return secondsBetween(graph, a, b);
    },
  };
}

/** Dijkstra with nothing clever in it. A journey begins on the junction itself, never on a copy made for turns; it may end on either. */
export function secondsBetween(
  { nodeLon, nodeLat, nodeOrigin, forwardFirst, forward, nodes }: RoadGraph,
  from: readonly [number, number],
  to: readonly [number, number],
): number | undefined {
  const isAt = (node: number, [lon, lat]: readonly [number, number]): boolean =>
    nodeLon[node] === Math.round(lon * 1e7) && nodeLat[node] === Math.round(lat * 1e7);
  const best = new Map<number, number>();
  const open = new Map<number, number>();
  for (let node = 0; node < nodes; node += 1) if (nodeOrigin[node] === node && isAt(node, from)) open.set(node, 0);
  while (open.size > 0) {
    const [node, time] = [...open].reduce((a, b) => (b[1] < a[1] ? b : a));
    open.delete(node);
    best.set(node, time);
    if (isAt(node, to)) return time / 10;
    for (let arc = forwardFirst[node] as number; arc < (forwardFirst[node + 1] as number); arc += 1) {
      const next = forward[2 * arc] as number;
      const there = time + (forward[2 * arc + 1] as number);
      if (!best.has(next) && there < (open.get(next) ?? Number.POSITIVE_INFINITY)) open.set(next, there);
    }
  }
  return undefined;
}

/** The one line that a piece of work is refused with. */
export function refusal(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return (error as Error).message;
  }
  return 'not refused';
}
