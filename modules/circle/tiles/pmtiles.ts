import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { zxyToTileId } from 'pmtiles';
import type { Tile } from './road-tiles.ts';

/*
 * PMTiles version 3 (github.com/protomaps/PMTiles, spec/v3): header, root directory, metadata, leaf directories, tiles in the order of
 * their numbers along Hilbert's curve. There is a reader to be had for it, and no writer.
 */

/** What an archive says of itself. */
export interface TilesFacts {
  readonly name: string;
  readonly zooms: { readonly least: number; readonly most: number };
  /** Degrees. */
  readonly box: { readonly west: number; readonly south: number; readonly east: number; readonly north: number };
  readonly metadata: Readonly<Record<string, unknown>>;
}

interface Entry {
  readonly id: number;
  readonly offset: number;
  readonly length: number;
}

const headerBytes = 127;
/** Header and root directory must lie in the first 16 KiB, which a reader asks for at once. */
const mostRootBytes = 16_384 - headerBytes;
const entriesInLeaf = 4096;

/** An archive of tiles. The same tiles give the same bytes, in whatever order they come. */
export function pmtilesOf(tiles: Iterable<Tile>, facts: TilesFacts): Uint8Array {
  const known = [...tiles]
    .map(({ z, x, y, bytes }) => ({ id: zxyToTileId(z, x, y), bytes }))
    .sort((a, b) => a.id - b.id);
  const parts: Buffer[] = [];
  const places = new Map<string, { readonly offset: number; readonly length: number }>();
  let size = 0;
  const entries = known.map(({ id, bytes }): Entry => {
    const hash = createHash('sha256').update(bytes).digest('base64');
    const there = places.get(hash);
    if (there !== undefined) return { id, ...there };
    const packed = gzipSync(bytes, { level: 9 });
    const place = { offset: size, length: packed.length };
    places.set(hash, place);
    parts.push(packed);
    size += packed.length;
    return { id, ...place };
  });
  const { root, leaves } = directories(entries);
  const metadata = gzipSync(JSON.stringify({ name: facts.name, ...facts.metadata }));
  const header = headerOf(facts, {
    root: root.length,
    metadata: metadata.length,
    leaves: leaves.length,
    tiles: size,
    entries: entries.length,
    contents: parts.length,
  });
  return Buffer.concat([header, root, metadata, leaves, ...parts]);
}

/** One directory where it fits, else a root that points to leaves. */
function directories(entries: readonly Entry[]): { readonly root: Buffer; readonly leaves: Buffer } {
  const whole = directory(entries.map((entry) => ({ ...entry, run: 1 })));
  if (whole.length <= mostRootBytes) return { root: whole, leaves: Buffer.alloc(0) };
  for (let each = entriesInLeaf; ; each *= 2) {
    const leaves: Buffer[] = [];
    const pointers: (Entry & { readonly run: 0 })[] = [];
    let offset = 0;
    for (let n = 0; n < entries.length; n += each) {
      const leaf = directory(entries.slice(n, n + each).map((entry) => ({ ...entry, run: 1 })));
      pointers.push({ id: (entries[n] as Entry).id, offset, length: leaf.length, run: 0 });
      offset += leaf.length;
      leaves.push(leaf);
    }
    const root = directory(pointers);
    if (root.length <= mostRootBytes) return { root, leaves: Buffer.concat(leaves) };
  }
}

/** Numbers as steps, runs, lengths, and offsets where they do not follow from the one before; packed. */
function directory(entries: readonly (Entry & { readonly run: 0 | 1 })[]): Buffer {
  const numbers = [
    entries.length,
    ...entries.map(({ id }, n) => id - (entries[n - 1]?.id ?? 0)),
    ...entries.map(({ run }) => run),
    ...entries.map(({ length }) => length),
    ...entries.map(({ offset }, n) => {
      const before = entries[n - 1];
      return before !== undefined && offset === before.offset + before.length ? 0 : offset + 1;
    }),
  ];
  return gzipSync(Buffer.concat(numbers.map(varint)));
}

/** Seven bits to a byte, the least first; beyond 32 bits too. */
function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) | 128);
    rest = Math.floor(rest / 128);
  }
  return Buffer.from([...bytes, rest]);
}

function headerOf(
  { zooms, box }: TilesFacts,
  lengths: Readonly<Record<'root' | 'metadata' | 'leaves' | 'tiles' | 'entries' | 'contents', number>>,
): Buffer {
  const header = Buffer.alloc(headerBytes);
  header.write('PMTiles', 0, 'latin1');
  header.writeUInt8(3, 7);
  let offset = headerBytes;
  for (const [n, part] of (['root', 'metadata', 'leaves', 'tiles'] as const).entries()) {
    header.writeBigUInt64LE(BigInt(offset), 8 + 16 * n);
    header.writeBigUInt64LE(BigInt(lengths[part]), 16 + 16 * n);
    offset += lengths[part];
  }
  header.writeBigUInt64LE(BigInt(lengths.entries), 72);
  header.writeBigUInt64LE(BigInt(lengths.entries), 80);
  header.writeBigUInt64LE(BigInt(lengths.contents), 88);
  // Clustered; directories and tiles gzipped; vector tiles.
  for (const [n, value] of [1, 2, 2, 1, zooms.least, zooms.most].entries()) header.writeUInt8(value, 96 + n);
  const e7 = (degrees: number): number => Math.round(degrees * 1e7);
  for (const [n, value] of [box.west, box.south, box.east, box.north].entries())
    header.writeInt32LE(e7(value), 102 + 4 * n);
  header.writeUInt8(Math.min(zooms.most, Math.max(zooms.least, 8)), 118);
  header.writeInt32LE(e7((box.west + box.east) / 2), 119);
  header.writeInt32LE(e7((box.south + box.north) / 2), 123);
  return header;
}
