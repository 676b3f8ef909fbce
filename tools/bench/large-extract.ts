import { closeSync, openSync, writeSync } from 'node:fs';
import { seededRandom, writeExtract } from '../../modules/circle/index.ts';

/*
 * A made-up province as `.osm.pbf`: towns of 16 × 16 streets with a few houses each, one after the other, each joined to the next
 * and to the row below. Written block by block as osmium does, nodes first; nothing but the town in hand is in memory.
 */
const side = 16;
/** Points between two junctions. */
const between = 3;
const houses = 1200;
const nodesPerTown = side * side + 2 * side * (side - 1) * between + 4 * houses;
/** Junctions along a street that make one way, as long as OpenStreetMap's usually are. */
const perWay = 5;
const townsPerBlock = 1;
/** Towns in a row of the province. */
const perRow = 120;
const firstId = 9_000_000_000;
/** Between junctions, degrees × 10^7: some 110 m. */
const step = 10_000;

/** @returns bytes written: `bytes` or a block more */
export function writeLargeExtract(path: string, bytes: number): number {
  const file = openSync(path, 'w');
  let size = 0;
  const put = (block: Uint8Array): void => {
    writeSync(file, block);
    size += block.length;
  };
  try {
    put(writeExtract.header());
    // Ways take about a third of the bytes that nodes do.
    let towns = 0;
    for (; size < bytes * nodesShare; towns += townsPerBlock)
      put(writeExtract.nodes(several(towns, townsPerBlock).flatMap(nodesOf)));
    for (let town = 0; town < towns; town += 8)
      put(writeExtract.ways(several(town, Math.min(8, towns - town)).flatMap((one) => waysOf(one, towns))));
    put(writeExtract.relations(several(0, towns).map(ruleOf)));
    return size;
  } finally {
    closeSync(file);
  }
}

/** Share of the nodes' blocks in the file, as it comes out. */
const nodesShare = 0.8;
const several = (from: number, count: number): number[] => Array.from({ length: count }, (_, n) => from + n);

type Node = Parameters<typeof writeExtract.nodes>[0][number];
type Way = Parameters<typeof writeExtract.ways>[0][number];
type Relation = Parameters<typeof writeExtract.relations>[0][number];

function nodesOf(town: number): Node[] {
  const random = seededRandom(town + 1);
  const west = 970_000_000 + (town % perRow) * side * step;
  const south = 215_000_000 + Math.floor(town / perRow) * side * step;
  const shake = (size: number): number => Math.floor((random() - 0.5) * size);
  const base = firstId + town * nodesPerTown;
  const nodes: Node[] = [];
  const add = (lon: number, lat: number): void =>
    void nodes.push({ id: base + nodes.length, lon: west + lon + shake(3000), lat: south + lat + shake(3000) });
  for (let row = 0; row < side; row += 1)
    for (let column = 0; column < side; column += 1) add(column * step, row * step);
  for (const along of [0, 1])
    for (let street = 0; street < side; street += 1)
      for (let n = 0; n < (side - 1) * between; n += 1) {
        const far = (Math.floor(n / between) + ((n % between) + 1) / (between + 1)) * step;
        if (along === 0) add(far, street * step);
        else add(street * step, far);
      }
  for (let house = 0; house < houses; house += 1) {
    const [x, y] = [Math.floor(random() * side * step), Math.floor(random() * side * step)];
    for (const [dx, dy] of [
      [0, 0],
      [900, 0],
      [900, 900],
      [0, 900],
    ] as const)
      add(x + dx, y + dy);
  }
  return nodes;
}

const classes = ['primary', 'secondary', 'tertiary', 'unclassified', 'residential', 'residential', 'service', 'track'];
const waysPerTown = 2 * side * Math.ceil((side - 1) / (perWay - 1)) + 2 + houses;

function waysOf(town: number, towns: number): Way[] {
  const base = firstId + town * nodesPerTown;
  const ways: Way[] = [];
  const add = (refs: readonly number[], tags: Way['tags']): void =>
    void ways.push({ id: 1_000_000_000 + town * waysPerTown + ways.length, refs, tags });
  for (const along of [0, 1])
    for (let street = 0; street < side; street += 1) {
      const highway = classes[(street + along) % classes.length] as string;
      const tags = { highway, name: `${town}镇${street}号路`, ...(street % 5 === 4 && { oneway: 'yes' }) };
      for (let from = 0; from + 1 < side; from += perWay - 1)
        add(streetRefs(base, along, street, from, Math.min(side - 1, from + perWay - 1)), tags);
    }
  const last = base + side * side - 1;
  if (town + 1 < towns) add([last, base + nodesPerTown], { highway: 'trunk', ref: 'G320' });
  if (town + perRow < towns) add([last, base + perRow * nodesPerTown], { highway: 'secondary', ref: 'X221' });
  const firstHouse = base + nodesPerTown - 4 * houses;
  for (let house = 0; house < houses; house += 1) {
    const corner = firstHouse + 4 * house;
    add([corner, corner + 1, corner + 2, corner + 3, corner], { building: 'yes' });
  }
  return ways;
}

/** Nodes of a street from one junction to another. */
function streetRefs(base: number, along: number, street: number, from: number, to: number): number[] {
  const junction = (n: number): number => base + (along === 0 ? street * side + n : n * side + street);
  const points = base + side * side + (along * side + street) * (side - 1) * between;
  const refs = [junction(from)];
  for (let n = from; n < to; n += 1) {
    for (let k = 0; k < between; k += 1) refs.push(points + n * between + k);
    refs.push(junction(n + 1));
  }
  return refs;
}

/** In each town one turn is closed, between the first two ways that meet at its corner. */
function ruleOf(town: number): Relation {
  const firstWay = 1_000_000_000 + town * waysPerTown;
  return {
    id: town + 1,
    tags: { type: 'restriction', restriction: 'no_left_turn' },
    members: [
      { role: 'from', type: 'way', id: firstWay },
      { role: 'via', type: 'node', id: firstId + town * nodesPerTown },
      { role: 'to', type: 'way', id: firstWay + side * Math.ceil((side - 1) / (perWay - 1)) },
    ],
  };
}
