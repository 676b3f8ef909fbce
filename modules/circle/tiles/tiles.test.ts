import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VectorTile } from '@mapbox/vector-tile';
import fc from 'fast-check';
import { PbfReader } from 'pbf';
import { PMTiles, type Source, tileIdToZxy } from 'pmtiles';
import { afterAll, describe, expect, test } from 'vitest';
import { writeGraph } from '../roads/graph/graph-file.ts';
import { seededRandom } from '../siting/random.ts';
import { tinyGraph } from '../testing/tiny-graph.ts';
import { joinLines } from './join-lines.ts';
import { areTilesOf, tilesOf } from './make-tiles.ts';
import { pmtilesOf } from './pmtiles.ts';
import { roadTiles, type Tile, tileZooms } from './road-tiles.ts';
import { tilesBeside } from './tiles-on-file.ts';

/** An archive as its reader, which is not ours, finds it: by pieces. */
function opened(bytes: Uint8Array): PMTiles {
  const source: Source = {
    getKey: () => 'memory',
    getBytes: async (offset, length) => ({
      data: Uint8Array.from(bytes.subarray(offset, offset + length)).buffer,
    }),
  };
  return new PMTiles(source);
}

const box = { west: 98, south: 24, east: 100, north: 26 };
const facts = { name: 'test', zooms: { least: 0, most: 14 }, box, metadata: {} };

describe('an archive', () => {
  test('gives every tile back to the reader of the format, and no other', async () => {
    const ids = fc.uniqueArray(fc.integer({ min: 0, max: 5_000_000 }), { minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(ids, fc.integer({ min: 0, max: 40 }), async (some, kinds) => {
        const tiles = some.map((id): Tile => {
          const [z, x, y] = tileIdToZxy(id);
          // A few contents for many tiles: those are stored once.
          return { z, x, y, bytes: Buffer.from(`content ${id % (kinds + 1)}`) };
        });
        const archive = opened(pmtilesOf(tiles, facts));
        for (const { z, x, y, bytes } of tiles)
          expect(Buffer.from((await archive.getZxy(z, x, y))?.data ?? new ArrayBuffer())).toEqual(bytes);
        const [z, x, y] = tileIdToZxy(Math.max(...some) + 1);
        if (z <= 14) expect(await archive.getZxy(z, x, y)).toBeUndefined();
      }),
      { numRuns: 30 },
    );
  });

  test('of many tiles finds them through leaves, and its root stays within what is read first', async () => {
    // Numbers and lengths without a rule, so that the directory does not pack to nothing.
    const roll = seededRandom(7);
    let id = 0;
    const tiles = Array.from({ length: 12_000 }, (_, n): Tile => {
      id += 1 + Math.floor(roll() * 300);
      const [z, x, y] = tileIdToZxy(id);
      return { z, x, y, bytes: Buffer.from(Array.from({ length: 1 + roll() * 60 }, () => n % 256)) };
    });
    const archive = opened(pmtilesOf(tiles, facts));
    const header = await archive.getHeader();
    expect(header.leafDirectoryLength).toBeGreaterThan(0);
    expect(header.rootDirectoryOffset + header.rootDirectoryLength).toBeLessThanOrEqual(16_384);
    for (const n of [0, 1, 4095, 4096, 8000, 11_999]) {
      const { z, x, y, bytes } = tiles[n] as Tile;
      expect(Buffer.from((await archive.getZxy(z, x, y))?.data ?? new ArrayBuffer())).toEqual(bytes);
    }
  });

  test('does not hang on the order in which its tiles come', () => {
    const tiles = [0, 5, 9, 21].map((id): Tile => {
      const [z, x, y] = tileIdToZxy(id);
      return { z, x, y, bytes: Buffer.from(`tile ${id}`) };
    });
    expect(pmtilesOf(tiles.toReversed(), facts)).toEqual(pmtilesOf(tiles, facts));
  });
});

/** An expressway in ten pieces, each cut by a track that joins it, and one named county road. */
const roads = tinyGraph({
  points: Object.fromEntries(
    Array.from({ length: 11 }, (_, n) => [
      [`m${n}`, [99 + n * 0.02, 25] as const],
      [`t${n}`, [99 + n * 0.02, 25.005 + 0.001 * n] as const],
    ]).flat(),
  ),
  roads: [
    ...Array.from({ length: 10 }, (_, n) => ({
      points: [`m${n}`, `m${n + 1}`],
      roadClass: 'motorway',
      name: '保腾高速',
    })),
    ...Array.from({ length: 11 }, (_, n) => ({ points: [`m${n}`, `t${n}`], roadClass: 'track' })),
    { points: ['t0', 't10'], roadClass: 'secondary', name: '县道' },
  ],
});

describe('roads', () => {
  test('are joined to one line, however many roads meet them', () => {
    const lines = joinLines(roads);
    expect(lines.filter(({ roadClass }) => roadClass === 'motorway')).toMatchObject([{ name: '保腾高速', weight: 3 }]);
    const [motorway] = lines;
    expect(motorway?.coordinates).toHaveLength(11);
    // One end to the other, either way round.
    expect([motorway?.coordinates[0]?.[0], motorway?.coordinates.at(-1)?.[0]].sort()).toEqual([99, 99.2]);
    expect(lines.filter(({ roadClass }) => roadClass === 'track')).toHaveLength(11);
  });

  test('are all drawn once: lines have the length of the edges', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(6), fc.nat(6), fc.constantFrom('primary', 'track')), { minLength: 1, maxLength: 14 }),
        (pairs) => {
          const used = pairs.filter(([a, b]) => a !== b);
          fc.pre(used.length > 0);
          const places = Object.fromEntries(
            Array.from({ length: 7 }, (_, n) => [`p${n}`, [99 + 0.01 * ((n * 3) % 7), 25 + 0.01 * n] as const]),
          );
          const graph = tinyGraph({
            points: places,
            roads: used.map(([a, b, roadClass]) => ({ points: [`p${a}`, `p${b}`], roadClass })),
          });
          const span = (line: readonly (readonly [number, number])[]): number =>
            line
              .slice(1)
              .reduce((sum, [x, y], n) => sum + Math.hypot(x - (line[n]?.[0] ?? 0), y - (line[n]?.[1] ?? 0)), 0);
          const edges = used.reduce(
            (sum, [a, b]) => sum + span([places[`p${a}`] as [number, number], places[`p${b}`] as [number, number]]),
            0,
          );
          expect(joinLines(graph).reduce((sum, { coordinates }) => sum + span(coordinates), 0)).toBeCloseTo(edges, 6);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('become tiles with class and weight at every zoom, with names where they can be read', async () => {
    const archive = opened(tilesOf(roads));
    const header = await archive.getHeader();
    expect([header.minZoom, header.maxZoom]).toEqual([tileZooms.least, tileZooms.most]);
    const at = async (z: number) => {
      const side = 2 ** z;
      const y = Math.floor((0.5 - Math.asinh(Math.tan((25.001 * Math.PI) / 180)) / (2 * Math.PI)) * side);
      const data = (await archive.getZxy(z, Math.floor(((99.1 + 180) / 360) * side), y))?.data;
      const layer = new VectorTile(new PbfReader(new Uint8Array(data ?? new ArrayBuffer()))).layers.roads;
      return Array.from({ length: layer?.length ?? 0 }, (_, n) => layer?.feature(n).properties);
    };
    expect(await at(5)).toContainEqual({ class: 'motorway', weight: 3 });
    expect(await at(12)).toContainEqual({ class: 'motorway', weight: 3, name: '保腾高速' });
    expect(await at(13)).toContainEqual({ class: 'track', weight: 0 });
  });

  test('that crowd a tile let the least of them wait for a nearer view', () => {
    const side = 74;
    const at = (x: number, y: number): string => `${x}/${y}`;
    const points = Object.fromEntries(
      Array.from({ length: side * side }, (_, n) => {
        const [x, y] = [n % side, Math.floor(n / side)];
        return [at(x, y), [99 + x * 0.005, 25 + y * 0.005] as const];
      }),
    );
    const dense = tinyGraph({
      points,
      roads: [
        ...Array.from({ length: (side - 1) * side }, (_, n) => {
          const [x, y] = [n % (side - 1), Math.floor(n / (side - 1))];
          return { points: [at(x, y), at(x + 1, y)], roadClass: 'track', name: `${n}` };
        }),
        { points: [at(0, 0), at(0, side - 1)], roadClass: 'motorway' },
      ],
    });
    const tiles = [...roadTiles(dense)];
    const classesAt = (zoom: number): ReadonlySet<unknown> =>
      new Set(
        tiles
          .filter(({ z }) => z === zoom)
          .flatMap(({ bytes }) => {
            const layer = new VectorTile(new PbfReader(bytes)).layers.roads;
            return Array.from({ length: layer?.length ?? 0 }, (_, n) => layer?.feature(n).properties.class);
          }),
      );
    expect(classesAt(6)).toEqual(new Set(['motorway']));
    expect(classesAt(13)).toEqual(new Set(['motorway', 'track']));
  });
});

describe('the file beside the graph', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fayuan-tiles-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('is made once for all who ask, and again when the graph changes or the file is spoilt', async () => {
    const path = join(folder, 'roads.graph');
    const { facts: graphFacts, checksum: _, nodes: __, arcs: ___, edges: ____, ...arrays } = roads;
    const first = writeGraph(path, graphFacts, arrays);
    const tiles = tilesBeside(path);
    const [one, two] = await Promise.all([tiles(first), tiles(first)]);
    expect(one).toEqual(two);
    expect(one.path).toBe(join(folder, 'roads.pmtiles'));
    expect(areTilesOf(one.path, first)).toBe(true);
    const before = readFileSync(one.path);

    const second = writeGraph(path, { ...graphFacts, schematic: false }, arrays);
    expect(second).not.toBe(first);
    const after = await tiles(second);
    expect(after.etag).not.toBe(one.etag);
    expect(areTilesOf(one.path, second)).toBe(true);

    writeFileSync(one.path, before.subarray(0, 200));
    // Another process, started on what it finds.
    await tilesBeside(path)(second);
    expect(areTilesOf(one.path, second)).toBe(true);
    rmSync(one.path);
    expect((await tiles(second)).bytes).toBe(after.bytes);
  }, 60_000);
});
