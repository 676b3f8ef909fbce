import { closeSync, fstatSync, openSync } from 'node:fs';
import { refuse } from '../../input/bad-input.ts';
import { growing } from '../grow.ts';
import { isBlocked, judgeRestriction, judgeWay, type Tags } from '../judge-tags.ts';
import type { Profile } from '../profile.ts';
import { collectWays, type RoadWays, type WayTurn } from '../road-ways.ts';
import { upTo } from '../take.ts';
import { type BlobPlace, broken, listBlobs, malformedInside, readBlob } from './blobs.ts';
import { hasNodes, type Member, openBlock, readNodes, readRelations, readWays } from './block.ts';
import { type ExtractHeader, readExtractHeader } from './header.ts';
import { sortIds } from './sorted-ids.ts';

/** The roads of an extract. */
export interface Extract {
  readonly ways: RoadWays;
  readonly header: ExtractHeader;
  readonly bytes: number;
  readonly counts: { readonly nodes: number; readonly missingNodes: number; readonly turnsIgnored: number };
}

interface Restriction {
  readonly kind: 'no' | 'only';
  readonly from: readonly number[];
  readonly via: number;
  readonly to: readonly number[];
}

/** A block, with its bytes where there was room to keep them. */
interface KeptBlock {
  readonly blob: BlobPlace;
  readonly bytes: Uint8Array | undefined;
}

const wayMarks = new Set(['highway', 'route']);
const nodeMarks = new Set(['barrier']);
/** How much of the unpacked nodes is kept from the first pass to the second, bytes: a county's file is unpacked once. */
const mostKept = 64 * 1024 * 1024;
/**
 * Read the roads of an `.osm.pbf` that a profile may use. The file is gone through twice, one block at a time: first the ways and
 * turn rules, then the nodes those ways need. Memory holds a few blocks and the roads kept, never the file.
 * @throws BadInput when the file is no extract, is cut short or broken (with the byte), or holds no road for this profile
 */
export function readExtract(path: string, profile: Profile): Extract {
  const file = open(path);
  try {
    return readRoads(file, fstatSync(file).size, profile);
  } finally {
    closeSync(file);
  }
}

function readRoads(file: number, size: number, profile: Profile): Extract {
  const { header, collected, wayIds, restrictions, turnsIgnored, withNodes } = readAllButNodes(file, size, profile);
  const { columns, all, take } = collected;
  const { ids, find } = sortIds(all());
  const lon = new Int32Array(ids.length);
  const lat = new Int32Array(ids.length);
  const blocked = new Uint8Array(ids.length);
  const seen = new Uint8Array(ids.length);
  let [nodes, missingNodes] = [0, 0];
  const onNode = (id: number, x: number, y: number, tags: Tags | undefined) => {
    nodes += 1;
    const at = find(id);
    if (at < 0) return;
    lon[at] = x;
    lat[at] = y;
    seen[at] = 1;
    if (tags && isBlocked(tags, profile)) blocked[at] = 1;
  };
  for (const { blob, bytes } of withNodes)
    inside(blob, bytes ?? readBlob(file, blob, size), (plain) => readNodes(openBlock(plain), nodeMarks, onNode));
  for (let n = 0; n < seen.length; n += 1) if (seen[n] === 0) missingNodes += 1;
  const numbers = wayNumbers(wayIds, restrictions);
  const turns = restrictions.flatMap((rule) => turnRules(rule, numbers, find(rule.via)));
  const whole = { ...columns, points: take(find), lon, lat, blocked, turns };
  const kept = missingNodes === 0 ? whole : cutAtMissing(whole, seen);
  if (kept.first.length === 1)
    refuse('/FILE', 'noNodes', '文件中没有道路的节点', 'the file lacks the nodes of all its roads');
  return {
    ways: kept,
    header,
    bytes: size,
    counts: { nodes, missingNodes, turnsIgnored },
  };
}

/** The first pass: header, ways with the ids of their nodes, turn rules, and which blocks hold nodes. */
function readAllButNodes(file: number, size: number, profile: Profile) {
  const collector = collectWays();
  const wayIds = growing(Float64Array);
  const restrictions: Restriction[] = [];
  const withNodes: KeptBlock[] = [];
  let header: ExtractHeader | undefined;
  let [turnsIgnored, room] = [0, mostKept];
  const restrictionMarks: ReadonlySet<string> = new Set(profile.turnRestrictions.keys);
  if (size === 0) broken(0);
  for (const blob of listBlobs(file, size)) {
    if (header === undefined && blob.type !== 'OSMHeader') broken(blob.offset);
    // The format has a reader pass over types that it does not know.
    if (blob.type !== 'OSMHeader' && blob.type !== 'OSMData') continue;
    const bytes = readBlob(file, blob, size);
    if (blob.type === 'OSMHeader') {
      header = inside(blob, bytes, readExtractHeader);
      continue;
    }
    inside(blob, bytes, () => {
      const block = openBlock(bytes);
      if (hasNodes(block)) {
        const keep = bytes.length <= room;
        if (keep) room -= bytes.length;
        withNodes.push({ blob, bytes: keep ? bytes : undefined });
      }
      readWays(block, wayMarks, (id, tags, refs) => {
        const verdict = judgeWay(tags, profile);
        const nodes = verdict && refs();
        if (verdict === undefined || nodes === undefined || nodes.length < 2) return;
        collector.add(verdict, nodes);
        wayIds.push(id);
      });
      readRelations(block, restrictionMarks, (tags, members) => {
        const kind = judgeRestriction(tags, profile);
        if (kind === undefined) return;
        const rule = restrictionOf(kind, members);
        if (rule) restrictions.push(rule);
        else turnsIgnored += 1;
      });
    });
  }
  if (header === undefined) return broken(0);
  if (collector.count === 0)
    refuse(
      '/FILE',
      'noRoads',
      `文件中没有${profile.title.zh}可走的路（读到第 ${size} 字节）`,
      `the file holds no road that can be used ${profile.title.en} (read to byte ${size})`,
    );
  return { header, collected: collector.finishLarge(), wayIds: wayIds.view(), restrictions, turnsIgnored, withNodes };
}

/** Numbers of the ways that turn rules name, by their OSM ids. */
function wayNumbers(ids: Float64Array, rules: readonly Restriction[]): ReadonlyMap<number, number> {
  const named = new Set(rules.flatMap(({ from, to }) => [...from, ...to]));
  const numbers = new Map<number, number>();
  if (named.size > 0)
    for (let way = 0; way < ids.length; way += 1)
      if (named.has(ids[way] as number)) numbers.set(ids[way] as number, way);
  return numbers;
}

/** A rule that has its from, one node between, and its to. */
function restrictionOf(kind: 'no' | 'only', members: readonly Member[]): Restriction | undefined {
  const ways = (role: string) => members.filter((m) => m.role === role && m.type === 'way').map(({ id }) => id);
  const via = members.filter((m) => m.role === 'via');
  const [from, to, only] = [ways('from'), ways('to'), via[0]];
  if (via.length !== 1 || only?.type !== 'node' || from.length === 0 || to.length === 0) return undefined;
  return { kind, from, via: only.id, to };
}

/** A rule about ways that are closed to us anyway falls away. */
function turnRules({ kind, from, to }: Restriction, numbers: ReadonlyMap<number, number>, via: number): WayTurn[] {
  if (via < 0) return [];
  const known = (ids: readonly number[]) => ids.flatMap((id) => numbers.get(id) ?? []);
  return known(from).flatMap((a) => known(to).map((b) => ({ kind, from: a, via, to: b })));
}

/** Where the file lacks a node of a way (extracts are cut at a border), the way ends on one side and begins again on the other. */
function cutAtMissing(ways: RoadWays, seen: Uint8Array): RoadWays {
  const [origin, first, points] = [growing(Int32Array), growing(Int32Array), growing(Int32Array)];
  /** Of each way its first piece; the pieces of a way follow one another. */
  const firstPiece = new Int32Array(ways.first.length);
  for (let way = 0; way + 1 < ways.first.length; way += 1) {
    firstPiece[way] = origin.length;
    const end = ways.first[way + 1] as number;
    for (let n = ways.first[way] as number; n < end; ) {
      const from = n;
      while (n < end && seen[ways.points[n] as number] === 1) n += 1;
      if (n - from >= 2) {
        origin.push(way);
        first.push(points.length);
        for (let k = from; k < n; k += 1) points.push(ways.points[k] as number);
      }
      if (n === from) n += 1;
    }
  }
  firstPiece[ways.first.length - 1] = origin.length;
  first.push(points.length);
  const pieceOf = origin.view();
  const pick = <A extends Uint8Array | Int32Array | Float32Array>(column: A): A => {
    const picked = new (column.constructor as new (length: number) => A)(pieceOf.length);
    for (let n = 0; n < pieceOf.length; n += 1) picked[n] = column[pieceOf[n] as number] as number;
    return picked;
  };
  const pieces = (way: number): number[] =>
    Array.from(
      upTo((firstPiece[way + 1] as number) - (firstPiece[way] as number)),
      (n) => (firstPiece[way] as number) + n,
    );
  return {
    ...ways,
    first: first.view(),
    points: points.view(),
    roadClass: pick(ways.roadClass),
    name: pick(ways.name),
    forward: pick(ways.forward),
    backward: pick(ways.backward),
    duration: pick(ways.duration),
    boarding: pick(ways.boarding),
    turns: ways.turns.flatMap((rule) =>
      pieces(rule.from).flatMap((from) => pieces(rule.to).map((to) => ({ ...rule, from, to }))),
    ),
  };
}

function inside<T>(blob: BlobPlace, bytes: Uint8Array, read: (bytes: Uint8Array) => T): T {
  return malformedInside(blob, () => read(bytes));
}

function open(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    return refuse('/FILE', 'unreadable', `无法读取 ${path}（${why}）`, `cannot read ${path} (${why})`);
  }
}
