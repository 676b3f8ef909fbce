import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { HeightAt } from './elevation.ts';
import { type Assembled, assemble } from './graph/assemble.ts';
import { writeGraph } from './graph/graph-file.ts';
import type { GraphFacts } from './graph/road-graph.ts';
import type { Profile } from './profile.ts';
import type { RoadWays } from './road-ways.ts';

/** What a graph is made of. */
export interface GraphInput {
  readonly ways: RoadWays;
  readonly profile: Profile;
  /** The system the coordinates came in; they are WGS 84 by now. */
  readonly crs: GraphFacts['crs']['imported'];
  readonly source: GraphFacts['source'];
  /** True where the roads were invented. */
  readonly schematic?: boolean;
  readonly heightAt?: HeightAt;
}

/** Put a graph together and keep it. The same input gives the same bytes. The ways are used up. */
export function buildGraph(out: string, input: GraphInput): { readonly built: Assembled; readonly checksum: string } {
  const built = assemble(input.ways, input.profile, input.heightAt, true);
  return { built, checksum: writeGraph(out, factsOf(built, input), built.arrays) };
}

export function factsOf(
  { facts }: Assembled,
  { profile, crs, source, schematic = false, heightAt }: GraphInput,
): GraphFacts {
  return {
    ...facts,
    profile,
    crs: { stored: 'WGS84', imported: crs },
    source,
    schematic,
    heights: heightAt !== undefined,
  };
}

/** Name, size and SHA-256 of a file: what a graph remembers of its source. Read in pieces. */
export async function fingerprint(
  path: string,
): Promise<{ readonly name: string; readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { name: basename(path), bytes, sha256: hash.digest('hex') };
}
