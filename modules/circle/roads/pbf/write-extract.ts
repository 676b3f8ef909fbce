import { deflateSync } from 'node:zlib';
import type { Member } from './block.ts';

/*
 * Writing `.osm.pbf`, block by block: for tests, for measures, and for roads that were never in OpenStreetMap.
 * Source: OpenStreetMap wiki, "PBF Format"; fileformat.proto and osmformat.proto of OSM-binary.
 */
type Words = Readonly<Record<string, string>>;

/** A node: degrees × 10^7. */
export interface WrittenNode {
  readonly id: number;
  readonly lon: number;
  readonly lat: number;
  readonly tags?: Words;
}

export interface WrittenWay {
  readonly id: number;
  readonly refs: readonly number[];
  readonly tags: Words;
}

export interface WrittenRelation {
  readonly id: number;
  readonly members: readonly Member[];
  readonly tags: Words;
}

/** How a block is packed: `zlib`, or `raw` as it is. */
export type Packing = 'zlib' | 'raw';

/** Bytes that grow. Plain functions, not methods: a province's nodes pass through here one number at a time. */
interface Message {
  bytes: Buffer;
  length: number;
}

function message(room = 64): Message {
  return { bytes: Buffer.allocUnsafe(room), length: 0 };
}

function need(into: Message, more: number): void {
  if (into.length + more <= into.bytes.length) return;
  const larger = Buffer.allocUnsafe(Math.max(2 * into.bytes.length, into.length + more));
  into.bytes.copy(larger, 0, 0, into.length);
  into.bytes = larger;
}

function varint(into: Message, value: number): void {
  need(into, 10);
  const { bytes } = into;
  let at = into.length;
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 128)) bytes[at++] = (rest % 128) | 0x80;
  bytes[at++] = rest;
  into.length = at;
}

function zigzag(into: Message, value: number): void {
  varint(into, value < 0 ? -2 * value - 1 : 2 * value);
}

function numberField(into: Message, field: number, value: number): void {
  varint(into, field * 8);
  varint(into, value);
}

function bytesField(into: Message, field: number, { bytes, length }: Pick<Message, 'bytes' | 'length'>): void {
  varint(into, field * 8 + 2);
  varint(into, length);
  need(into, length);
  for (let n = 0; n < length; n += 1) into.bytes[into.length + n] = bytes[n] as number;
  into.length += length;
}

function done({ bytes, length }: Message): Buffer {
  return bytes.subarray(0, length);
}

/** The block that an extract begins with. @param requires what a reader must understand */
export function headerBlock(requires: readonly string[] = ['OsmSchema-V0.6', 'DenseNodes']): Uint8Array {
  const header = message();
  for (const feature of requires) bytesField(header, 4, text(feature));
  bytesField(header, 16, text('fayuan'));
  return blob('OSMHeader', done(header));
}

/** @param dense as OpenStreetMap's own files have them, or one by one */
export function nodesBlock(nodes: readonly WrittenNode[], packing: Packing = 'zlib', dense = true): Uint8Array {
  const words = wordTable();
  const group = message(8 * nodes.length + 64);
  if (dense) bytesField(group, 2, denseNodes(nodes, words));
  else
    for (const { id, lon, lat, tags = {} } of nodes) {
      const node = message();
      varint(node, 8);
      zigzag(node, id);
      putTags(node, tags, words);
      varint(node, 64);
      zigzag(node, lat);
      varint(node, 72);
      zigzag(node, lon);
      bytesField(group, 1, node);
    }
  return dataBlock(group, words, packing);
}

function denseNodes(nodes: readonly WrittenNode[], words: WordTable): Message {
  const [ids, lats, lons, keyed] = [message(), message(), message(), message()];
  let [id, lat, lon, tagged] = [0, 0, 0, false];
  for (const node of nodes) {
    zigzag(ids, node.id - id);
    zigzag(lats, node.lat - lat);
    zigzag(lons, node.lon - lon);
    id = node.id;
    lat = node.lat;
    lon = node.lon;
    if (node.tags !== undefined) {
      tagged = true;
      for (const [key, value] of Object.entries(node.tags)) {
        varint(keyed, words.of(key));
        varint(keyed, words.of(value));
      }
    }
    varint(keyed, 0);
  }
  const all = message(ids.length + lats.length + lons.length + 64);
  bytesField(all, 1, ids);
  bytesField(all, 8, lats);
  bytesField(all, 9, lons);
  if (tagged) bytesField(all, 10, keyed);
  return all;
}

export function waysBlock(ways: readonly WrittenWay[], packing: Packing = 'zlib'): Uint8Array {
  const words = wordTable();
  const group = message(32 * ways.length + 64);
  for (const { id, refs, tags } of ways) {
    const [way, packed] = [message(), message()];
    numberField(way, 1, id);
    putTags(way, tags, words);
    for (let n = 0; n < refs.length; n += 1)
      zigzag(packed, (refs[n] as number) - (n === 0 ? 0 : (refs[n - 1] as number)));
    bytesField(way, 8, packed);
    bytesField(group, 3, way);
  }
  return dataBlock(group, words, packing);
}

export function relationsBlock(relations: readonly WrittenRelation[], packing: Packing = 'zlib'): Uint8Array {
  const words = wordTable();
  const group = message();
  for (const { id, members, tags } of relations) {
    const [relation, roles, ids, types] = [message(), message(), message(), message()];
    numberField(relation, 1, id);
    putTags(relation, tags, words);
    for (const [n, member] of members.entries()) {
      varint(roles, words.of(member.role));
      zigzag(ids, member.id - (members[n - 1]?.id ?? 0));
      varint(types, ['node', 'way', 'relation'].indexOf(member.type));
    }
    bytesField(relation, 8, roles);
    bytesField(relation, 9, ids);
    bytesField(relation, 10, types);
    bytesField(group, 4, relation);
  }
  return dataBlock(group, words, packing);
}

interface WordTable {
  readonly all: readonly string[];
  of(word: string): number;
}

/** Words of a block; 0 stands for none. */
function wordTable(): WordTable {
  const numbers = new Map<string, number>([['', 0]]);
  const all = [''];
  return {
    all,
    of(word) {
      const known = numbers.get(word);
      if (known !== undefined) return known;
      numbers.set(word, all.length);
      return all.push(word) - 1;
    },
  };
}

function putTags(into: Message, tags: Words, words: WordTable): void {
  const [keys, values] = [message(16), message(16)];
  for (const [key, value] of Object.entries(tags)) {
    varint(keys, words.of(key));
    varint(values, words.of(value));
  }
  bytesField(into, 2, keys);
  bytesField(into, 3, values);
}

function dataBlock(group: Message, words: WordTable, packing: Packing): Uint8Array {
  const [table, block] = [message(1024), message(group.length + 1024)];
  for (const word of words.all) bytesField(table, 1, text(word));
  bytesField(block, 1, table);
  bytesField(block, 2, group);
  return blob('OSMData', done(block), packing);
}

function blob(type: string, content: Buffer, packing: Packing = 'zlib'): Uint8Array {
  const packed = packing === 'raw' ? content : deflateSync(content, { level: 1 });
  const [body, header] = [message(packed.length + 32), message()];
  if (packing === 'raw') bytesField(body, 1, { bytes: packed, length: packed.length });
  else {
    numberField(body, 2, content.length);
    bytesField(body, 3, { bytes: packed, length: packed.length });
  }
  bytesField(header, 1, text(type));
  numberField(header, 3, body.length);
  const prefix = Buffer.alloc(4);
  prefix.writeUInt32BE(header.length);
  return Buffer.concat([prefix, done(header), done(body)]);
}

function text(words: string): Pick<Message, 'bytes' | 'length'> {
  const bytes = Buffer.from(words, 'utf8');
  return { bytes, length: bytes.length };
}

/** The blocks of an extract, each ready to be put behind the one before: header, nodes, ways, relations. */
export const writeExtract = { header: headerBlock, nodes: nodesBlock, ways: waysBlock, relations: relationsBlock };
