import { GeoJSONVT, type GeoJSONVTFeature } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { RoadGraph } from '../roads/graph/road-graph.ts';
import { joinLines, type RoadLine } from './join-lines.ts';
import type { RoadWeight } from './road-weight.ts';

/** One vector tile (Mapbox Vector Tile 2.1), not yet compressed. */
export interface Tile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  readonly bytes: Uint8Array;
}

/** The whole country on a screen, and a tile whose grid is a metre wide: nearer, the map draws the last one larger. */
export const tileZooms = { least: 4, most: 13 } as const;
/** The layer of the tiles and what its lines say. */
export const tileLayer = {
  id: 'roads',
  fields: { class: 'String', weight: 'Number', name: 'String' },
} as const;

/** Tiles of this zoom and the finer ones below each are made apart, so that a province is never in memory as a whole. */
const apartFrom = 8;
/** Lines that one tile may hold before the least roads wait for a nearer view. */
const mostLines = 5000;
/** Names are legible from here on. */
const namesFrom = 11;

/**
 * The roads of a graph as tiles, in no order. Lines are simplified for each zoom; the least roads appear at the first zoom at which no
 * tile is crowded by them: a county shows all of its tracks at once, a province its main roads first.
 */
export function* roadTiles(graph: RoadGraph): Generator<Tile> {
  const lines = joinLines(graph);
  const least = leastWeights(lines);
  const seen = (zoom: number) => lines.filter(({ weight }) => weight >= (least[zoom] as RoadWeight));
  const coarse = indexOf(seen(apartFrom - 1));
  yield* below(coarse, least, 0, 0, 0, apartFrom - 1);
  for (const { x, y, own } of byTile(lines, apartFrom))
    yield* below(indexOf(own), least, apartFrom, x, y, tileZooms.most);
}

function indexOf(lines: readonly RoadLine[]): GeoJSONVT {
  return new GeoJSONVT(
    {
      type: 'FeatureCollection',
      features: lines.map(({ roadClass, weight, name, coordinates }) => ({
        type: 'Feature',
        properties: { class: roadClass, weight, name },
        geometry: { type: 'LineString', coordinates: coordinates as [number, number][] },
      })),
    },
    { maxZoom: tileZooms.most, indexMaxZoom: 0, buffer: 64 },
  );
}

/** A tile and all below it down to a zoom. */
function* below(
  index: GeoJSONVT,
  least: readonly RoadWeight[],
  z: number,
  x: number,
  y: number,
  to: number,
): Generator<Tile> {
  const tile = index.getTile(z, x, y);
  if (tile === null) return;
  const all: readonly GeoJSONVTFeature[] = tile.features;
  const features = all
    .filter(({ tags }) => (tags?.weight as number) >= (least[z] as RoadWeight))
    .map((feature) =>
      z >= namesFrom && feature.tags?.name !== '' ? feature : { ...feature, tags: withoutName(feature.tags ?? {}) },
    );
  if (z >= tileZooms.least && features.length > 0)
    yield { z, x, y, bytes: fromGeojsonVt({ [tileLayer.id]: { ...tile, features } as typeof tile }, tileVersion) };
  if (z === to) return;
  for (const [dx, dy] of quarters) yield* below(index, least, z + 1, 2 * x + dx, 2 * y + dy, to);
}

const tileVersion = { version: 2, extent: 4096 };
const quarters = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
] as const;

function withoutName({ name: _, ...rest }: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return rest;
}

/** By zoom the least weight that shows: expressways always, others from where no tile holds too many lines of theirs and heavier. */
function leastWeights(lines: readonly RoadLine[]): readonly RoadWeight[] {
  return Array.from({ length: tileZooms.most + 1 }, (_, z) => {
    const counts = new Map<string, [number, number, number, number]>();
    for (const { weight, coordinates } of lines) {
      const [x, y] = tileAt(coordinates[coordinates.length >> 1] as [number, number], z);
      const key = `${x}/${y}`;
      const own = counts.get(key) ?? [0, 0, 0, 0];
      for (let w = 0; w <= weight; w += 1) own[w as RoadWeight] += 1;
      counts.set(key, own);
    }
    const fits = ([0, 1, 2, 3] as const).find((w) => [...counts.values()].every((own) => own[w] <= mostLines));
    return z === tileZooms.most ? 0 : (fits ?? 3);
  });
}

/** Lines by the tiles that their box touches. */
function* byTile(lines: readonly RoadLine[], z: number) {
  const groups = new Map<string, RoadLine[]>();
  for (const line of lines) {
    const at = line.coordinates.map((place) => tileAt(place, z));
    const [xs, ys] = [at.map(([x]) => x), at.map(([, y]) => y)];
    for (let x = least(xs); x <= most(xs); x += 1)
      for (let y = least(ys); y <= most(ys); y += 1) {
        const key = `${x}/${y}`;
        const own = groups.get(key) ?? [];
        groups.set(key, own);
        own.push(line);
      }
  }
  for (const [key, own] of groups) {
    const [x, y] = key.split('/').map(Number) as [number, number];
    yield { x, y, own };
  }
}

const least = (all: readonly number[]): number => all.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
const most = (all: readonly number[]): number => all.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);

/** The tile of a place in Web Mercator. */
function tileAt([lon, lat]: readonly [number, number], z: number): readonly [number, number] {
  const side = 2 ** z;
  const sine = Math.sin((Math.max(-85.0511, Math.min(85.0511, lat)) * Math.PI) / 180);
  const within = (share: number): number => Math.min(side - 1, Math.max(0, Math.floor(share * side)));
  return [within((lon + 180) / 360), within(0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI))];
}
