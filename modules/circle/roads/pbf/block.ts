import { growing } from '../grow.ts';
import type { Tags } from '../judge-tags.ts';
import { type Cursor, cursorOver, eachField, Malformed, readMessage, readVarint, readZigZag, textOf } from './wire.ts';

/** A PrimitiveBlock, opened: its words are read when they are asked for. */
export interface Block {
  readonly groups: readonly Cursor[];
  /** A word by its number. @throws Malformed */
  readonly word: (index: number) => string;
  /** Numbers of the words that are wanted. */
  readonly find: (wanted: ReadonlySet<string>) => ReadonlySet<number>;
  /** Nanodegrees to a step, and where counting begins. */
  readonly granularity: number;
  readonly latOffset: number;
  readonly lonOffset: number;
}

/** A node: place in degrees × 10^7; tags only where one of the marks is among them. */
type OnNode = (id: number, lon: number, lat: number, tags: Tags | undefined) => void;

/** A member of a relation. */
export interface Member {
  readonly role: string;
  readonly id: number;
  readonly type: 'node' | 'way' | 'relation';
}

type Parts<K extends string> = { [key in K]?: Cursor };

/** Field numbers of a PrimitiveGroup. Source: osmformat.proto of OSM-binary. */
const groupField = { nodes: 1, dense: 2, ways: 3, relations: 4 };
/** Open a PrimitiveBlock. @throws Malformed */
export function openBlock(bytes: Uint8Array): Block {
  const words: Cursor[] = [];
  const groups: Cursor[] = [];
  let [granularity, latOffset, lonOffset] = [100, 0, 0];
  const cursor = cursorOver(bytes);
  eachField(cursor, (field, wire) => {
    if (field === 1 && wire === 2) readWords(readMessage(cursor), words);
    else if (field === 2 && wire === 2) groups.push(readMessage(cursor));
    else if (field === 17 && wire === 0) granularity = readVarint(cursor);
    else if (field === 19 && wire === 0) latOffset = readVarint(cursor);
    else if (field === 20 && wire === 0) lonOffset = readVarint(cursor);
    else return false;
    return true;
  });
  const known = new Array<string | undefined>(words.length);
  const word = (index: number): string => {
    const found = known[index];
    if (found !== undefined) return found;
    const at = words[index];
    if (at === undefined) throw new Malformed(cursor.at);
    const text = textOf(at);
    known[index] = text;
    return text;
  };
  const find = (wanted: ReadonlySet<string>) => {
    const found = new Set<number>();
    for (let index = 1; index < words.length; index += 1) if (wanted.has(word(index))) found.add(index);
    return found;
  };
  return { groups, word, find, granularity, latOffset, lonOffset };
}

function readWords(table: Cursor, into: Cursor[]): void {
  eachField(table, (field, wire) => {
    if (field !== 1 || wire !== 2) return false;
    into.push(readMessage(table));
    return true;
  });
}

/** True when the block holds any nodes. */
export function hasNodes({ groups }: Block): boolean {
  return groups.some(({ bytes, at, end }) => {
    if (at >= end) return false;
    const field = readVarint({ bytes, at, end }) >>> 3;
    return field === groupField.nodes || field === groupField.dense;
  });
}

/** Read the nodes of a block. @param marks tag keys that make a node's tags wanted */
export function readNodes(block: Block, marks: ReadonlySet<string>, onNode: OnNode): void {
  const wanted = block.find(marks);
  for (const group of block.groups) {
    const cursor = { ...group };
    eachField(cursor, (field, wire) => {
      if (field === groupField.dense && wire === 2) readDense(block, readMessage(cursor), wanted, onNode);
      else if (field === groupField.nodes && wire === 2) readPlainNode(block, readMessage(cursor), wanted, onNode);
      else return false;
      return true;
    });
  }
}

function readDense(block: Block, dense: Cursor, wanted: ReadonlySet<number>, onNode: OnNode): void {
  const parts: Parts<'ids' | 'lats' | 'lons' | 'keyed'> = {};
  eachField(dense, (field, wire) => {
    if (wire !== 2) return false;
    if (field === 1) parts.ids = readMessage(dense);
    else if (field === 8) parts.lats = readMessage(dense);
    else if (field === 9) parts.lons = readMessage(dense);
    else if (field === 10) parts.keyed = readMessage(dense);
    else return false;
    return true;
  });
  const { ids, lats, lons, keyed } = parts;
  if (!ids) return;
  if (!lats || !lons) throw new Malformed(dense.at);
  const toE7 = e7(block);
  let [id, lat, lon] = [0, 0, 0];
  while (ids.at < ids.end) {
    id += readZigZag(ids);
    lat += readZigZag(lats);
    lon += readZigZag(lons);
    const tags = keyed && keyed.at < keyed.end ? readKeyed(block, keyed, wanted) : undefined;
    onNode(id, toE7(block.lonOffset, lon), toE7(block.latOffset, lat), tags);
  }
}

/** The tags of the next dense node: pairs of words, ended by 0. */
function readKeyed(block: Block, keyed: Cursor, wanted: ReadonlySet<number>): Tags | undefined {
  const from = keyed.at;
  // Most nodes say nothing.
  if (keyed.bytes[from] === 0) {
    keyed.at = from + 1;
    return undefined;
  }
  let marked = false;
  for (let key = readVarint(keyed); key !== 0; key = keyed.at < keyed.end ? readVarint(keyed) : 0) {
    readVarint(keyed);
    if (wanted.has(key)) marked = true;
  }
  if (!marked) return undefined;
  const again = { bytes: keyed.bytes, at: from, end: keyed.at };
  const tags = new Map<string, string>();
  for (let key = readVarint(again); key !== 0; key = again.at < again.end ? readVarint(again) : 0)
    tags.set(block.word(key), block.word(readVarint(again)));
  return tags;
}

function readPlainNode(block: Block, node: Cursor, wanted: ReadonlySet<number>, onNode: OnNode): void {
  let [id, lat, lon] = [0, 0, 0];
  const parts: Parts<'keys' | 'values'> = {};
  eachField(node, (field, wire) => {
    if (field === 1 && wire === 0) id = readZigZag(node);
    else if (field === 2 && wire === 2) parts.keys = readMessage(node);
    else if (field === 3 && wire === 2) parts.values = readMessage(node);
    else if (field === 8 && wire === 0) lat = readZigZag(node);
    else if (field === 9 && wire === 0) lon = readZigZag(node);
    else return false;
    return true;
  });
  const { keys, values } = parts;
  const toE7 = e7(block);
  const tags = keys && hasAny(keys, wanted) ? readTags(block, keys, values) : undefined;
  onNode(id, toE7(block.lonOffset, lon), toE7(block.latOffset, lat), tags);
}

/**
 * Read the ways of a block.
 * @param marks tag keys that make a way wanted
 * @param onWay gets the nodes' ids by asking for them: most ways are turned down by their tags. They last until the next way.
 */
export function readWays(
  block: Block,
  marks: ReadonlySet<string>,
  onWay: (id: number, tags: Tags, refs: () => Float64Array) => void,
): void {
  const wanted = block.find(marks);
  if (wanted.size === 0) return;
  const refs = growing(Float64Array, 4096);
  eachOf(block, groupField.ways, (way) => {
    let id = 0;
    const parts: Parts<'keys' | 'values' | 'nodes'> = {};
    eachField(way, (field, wire) => {
      if (field === 1 && wire === 0) id = readVarint(way);
      else if (field === 2 && wire === 2) parts.keys = readMessage(way);
      else if (field === 3 && wire === 2) parts.values = readMessage(way);
      else if (field === 8 && wire === 2) parts.nodes = readMessage(way);
      else return false;
      return true;
    });
    const { keys, values, nodes } = parts;
    if (!keys || !nodes || !hasAny(keys, wanted)) return;
    onWay(id, readTags(block, keys, values), () => {
      refs.length = 0;
      for (let ref = 0; nodes.at < nodes.end; ) {
        ref += readZigZag(nodes);
        refs.push(ref);
      }
      return refs.view();
    });
  });
}

/** Read the relations of a block that have one of the marks. */
export function readRelations(
  block: Block,
  marks: ReadonlySet<string>,
  onRelation: (tags: Tags, members: readonly Member[]) => void,
): void {
  const wanted = block.find(marks);
  if (wanted.size === 0) return;
  eachOf(block, groupField.relations, (relation) => {
    const parts: Parts<'keys' | 'values' | 'roles' | 'ids' | 'types'> = {};
    eachField(relation, (field, wire) => {
      if (wire !== 2) return false;
      if (field === 2) parts.keys = readMessage(relation);
      else if (field === 3) parts.values = readMessage(relation);
      else if (field === 8) parts.roles = readMessage(relation);
      else if (field === 9) parts.ids = readMessage(relation);
      else if (field === 10) parts.types = readMessage(relation);
      else return false;
      return true;
    });
    const { keys, values, roles, ids, types } = parts;
    if (!keys || !roles || !ids || !types || !hasAny(keys, wanted)) return;
    const members: Member[] = [];
    for (let id = 0; ids.at < ids.end; ) {
      id += readZigZag(ids);
      const type = (['node', 'way', 'relation'] as const)[readVarint(types)];
      if (type === undefined) throw new Malformed(types.at);
      members.push({ role: block.word(readVarint(roles)), id, type });
    }
    onRelation(readTags(block, keys, values), members);
  });
}

function eachOf(block: Block, wantedField: number, read: (message: Cursor) => void): void {
  for (const group of block.groups) {
    const cursor = { ...group };
    eachField(cursor, (field, wire) => {
      if (field !== wantedField || wire !== 2) return false;
      read(readMessage(cursor));
      return true;
    });
  }
}

function hasAny({ bytes, at, end }: Cursor, wanted: ReadonlySet<number>): boolean {
  const cursor = { bytes, at, end };
  while (cursor.at < end) if (wanted.has(readVarint(cursor))) return true;
  return false;
}

function readTags(block: Block, keys: Cursor, values: Cursor | undefined): Tags {
  const tags = new Map<string, string>();
  while (keys.at < keys.end) {
    if (!values) throw new Malformed(keys.at);
    tags.set(block.word(readVarint(keys)), block.word(readVarint(values)));
  }
  return tags;
}

/** Steps to degrees × 10^7. */
function e7({ granularity }: Block): (offset: number, steps: number) => number {
  if (granularity === 100) return (offset, steps) => (offset === 0 ? steps : Math.round(offset / 100) + steps);
  return (offset, steps) => Math.round((offset + granularity * steps) / 100);
}
