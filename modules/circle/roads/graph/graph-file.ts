import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { refuse } from '../../input/bad-input.ts';
import { putWhole, writeAll } from '../../input/write-whole.ts';
import { type GraphArrays, GraphFacts, type RoadGraph, sections } from './road-graph.ts';

/*
 * One file: 32 bytes of header (magic, version, length of the facts, length of the whole, checksum of all that follows the header),
 * the facts and the lengths of the sections as JSON, then the arrays, each from a multiple of 8. Little-endian, as every machine
 * that runs Node is: the arrays are views of the bytes, and opening a graph parses nothing but its facts.
 */
const magic = 'FYROADS\n';
const version = 1;
const headerBytes = 32;
const names = Object.keys(sections) as (keyof GraphArrays)[];
const aligned = (n: number) => Math.ceil(n / 8) * 8;
/**
 * Keep a graph. It is written beside its place and put there whole: no half a file is ever found under its name.
 * @returns its checksum
 * @throws BadInput where it cannot be written
 */
export function writeGraph(path: string, facts: GraphFacts, arrays: GraphArrays): string {
  const lengths = Object.fromEntries(names.map((name) => [name, arrays[name].length]));
  // In the order of the schema, however they were put together: the same graph has the same bytes.
  const json = Buffer.from(JSON.stringify({ facts: GraphFacts.parse(facts), lengths }), 'utf8');
  const prelude = Buffer.alloc(aligned(json.length), ' ');
  json.copy(prelude);
  const parts: Uint8Array[] = [prelude];
  for (const name of names) {
    const { buffer, byteOffset, byteLength } = arrays[name];
    // The checksum of nothing is not the sum so far: zlib takes an empty buffer for a wish to begin anew.
    if (byteLength > 0) parts.push(new Uint8Array(buffer, byteOffset, byteLength));
    if (byteLength % 8 !== 0) parts.push(new Uint8Array(8 - (byteLength % 8)));
  }
  // zlib takes no bytes at all as a wish to begin anew: an empty part would lose the sum.
  const checksum = parts.reduce((sum, part) => (part.length === 0 ? sum : crc32(part, sum)), 0);
  const header = Buffer.alloc(headerBytes);
  header.write(magic, 0, 'latin1');
  header.writeUInt32LE(version, 8);
  header.writeUInt32LE(prelude.length, 12);
  header.writeBigUInt64LE(BigInt(headerBytes + parts.reduce((sum, part) => sum + part.length, 0)), 16);
  header.writeUInt32LE(checksum, 24);
  putWhole(path, '/out', (file) => {
    for (const part of [header, ...parts]) writeAll(file, part);
  });
  return hex(checksum);
}

/**
 * Open a graph.
 * @throws BadInput when the file is no graph, of another version, cut short or changed
 */
export function openGraph(path: string): RoadGraph {
  let bytes: Uint8Array;
  try {
    bytes = readWhole(path);
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    return refuse('/GRAPH', 'unreadable', `无法读取 ${path}（${why}）`, `cannot read ${path} (${why})`);
  }
  return readGraph(bytes);
}

/** A file of any size: `readFileSync` ends at 2 GiB, which a country's roads pass. */
function readWhole(path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(fstatSync(file).size);
    let done = 0;
    while (done < bytes.length) {
      const read = readSync(file, bytes, done, Math.min(bytes.length - done, 1 << 26), done);
      if (read === 0) break;
      done += read;
    }
    return bytes.subarray(0, done);
  } finally {
    closeSync(file);
  }
}

/** A graph from its bytes. @throws BadInput as {@link openGraph} does */
export function readGraph(bytes: Uint8Array): RoadGraph {
  // Views of whole numbers must begin at a multiple of their width; a buffer from the pool may not.
  const whole = bytes.byteOffset % 8 === 0 ? bytes : Uint8Array.from(bytes);
  const data = Buffer.from(whole.buffer, whole.byteOffset, whole.length);
  if (data.length < headerBytes || data.toString('latin1', 0, 8) !== magic)
    refuse('/GRAPH', 'foreign', '不是路网文件', 'this is not a road graph');
  const written = data.readUInt32LE(8);
  if (written !== version)
    refuse(
      '/GRAPH',
      'version',
      `路网文件是第 ${written} 版，这里读第 ${version} 版：请重新 circle build`,
      `the graph is of version ${written}, this program reads ${version}: run circle build again`,
    );
  const size = Number(data.readBigUInt64LE(16));
  if (size !== data.length)
    refuse(
      '/GRAPH',
      'truncated',
      `路网文件应有 ${size} 字节，实有 ${data.length}`,
      `the graph should have ${size} bytes and has ${data.length}`,
    );
  const checksum = crc32(data.subarray(headerBytes));
  if (checksum !== data.readUInt32LE(24) || data.readUInt32LE(28) !== 0) corrupt();
  const preludeBytes = data.readUInt32LE(12);
  const { facts, lengths } = readPrelude(data.toString('utf8', headerBytes, headerBytes + preludeBytes));
  let at = headerBytes + preludeBytes;
  const arrays: Partial<Record<keyof GraphArrays, Int32Array | Uint8Array>> = {};
  for (const name of names) {
    const Kind = sections[name];
    const length = lengths[name] ?? corrupt();
    const end = at + length * Kind.BYTES_PER_ELEMENT;
    if (!Number.isInteger(length) || length < 0 || at % 8 !== 0 || end > size) corrupt();
    arrays[name] = new Kind(data.buffer as ArrayBuffer, data.byteOffset + at, length);
    at = aligned(end);
  }
  if (at !== size) corrupt();
  return asGraph(facts, arrays as unknown as GraphArrays, hex(checksum));
}

/** A graph in memory, the same thing as one that was opened. */
export function asGraph(facts: GraphFacts, arrays: GraphArrays, checksum: string): RoadGraph {
  const { nodeLon, forwardEdge, edgeFrom } = arrays;
  return { ...arrays, facts, checksum, nodes: nodeLon.length, arcs: forwardEdge.length, edges: edgeFrom.length };
}

function readPrelude(text: string): { readonly facts: GraphFacts; readonly lengths: Readonly<Record<string, number>> } {
  try {
    const { facts, lengths } = JSON.parse(text);
    return { facts: GraphFacts.parse(facts), lengths };
  } catch {
    return corrupt();
  }
}

function corrupt(): never {
  return refuse(
    '/GRAPH',
    'corrupt',
    '路网文件已损坏：校验不符',
    'the graph file is corrupt: its checksum does not agree',
  );
}

function hex(checksum: number): string {
  return checksum.toString(16).padStart(8, '0');
}
