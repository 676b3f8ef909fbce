import { assemble } from '../roads/graph/assemble.ts';
import { asGraph } from '../roads/graph/graph-file.ts';
import type { RoadGraph } from '../roads/graph/road-graph.ts';
import { loadProfile, type Profile } from '../roads/profile.ts';
import { collectWays } from '../roads/road-ways.ts';

/** A road of a test: named points, and how it may be used. */
export interface TinyRoad {
  readonly points: readonly string[];
  /** km/h; 36 unless told: a metre takes a decisecond. */
  readonly kmH?: number;
  readonly oneway?: boolean;
  readonly roadClass?: string;
  /** Seconds for the whole road, where it says so itself. */
  readonly duration?: number;
  readonly name?: string;
}

export interface TinyMap {
  /** Where each point is, degrees. */
  readonly points: Readonly<Record<string, readonly [lon: number, lat: number]>>;
  readonly roads: readonly TinyRoad[];
  /** Turns between roads, by their numbers, over a named point. */
  readonly turns?: readonly {
    readonly kind: 'no' | 'only';
    readonly from: number;
    readonly via: string;
    readonly to: number;
  }[];
  readonly profile?: Profile;
}

/** A graph to search, from a few roads. */
export function tinyGraph({ points, roads, turns = [], profile = loadProfile('drive') }: TinyMap): RoadGraph {
  const names = Object.keys(points);
  const collector = collectWays();
  for (const { points: along, kmH = 36, oneway = false, roadClass = 'tertiary', duration, name = '' } of roads)
    collector.add(
      {
        roadClass,
        forward: kmH,
        backward: oneway ? 0 : kmH,
        ...(duration !== undefined && { duration }),
        boarding: 0,
        name,
      },
      along.map((point) => names.indexOf(point)),
    );
  const { refs, ...ways } = collector.finish();
  const at = (axis: 0 | 1): Int32Array =>
    Int32Array.from(Object.values(points), (place) => Math.round(place[axis] * 1e7));
  const built = assemble(
    {
      ...ways,
      points: Int32Array.from(refs),
      lon: at(0),
      lat: at(1),
      blocked: new Uint8Array(names.length),
      turns: turns.map(({ via, ...turn }) => ({ ...turn, via: names.indexOf(via) })),
    },
    profile,
  );
  const facts = {
    ...built.facts,
    profile,
    crs: { stored: 'WGS84', imported: 'wgs84' },
    source: { name: 'test', bytes: 0, sha256: '' },
    schematic: true,
    heights: false,
  } as const;
  return asGraph(facts, built.arrays, '00000000');
}

/** Degrees east that make so many metres at the equator. */
export const eastMetres = (metres: number): number => metres / 111_195.08;
