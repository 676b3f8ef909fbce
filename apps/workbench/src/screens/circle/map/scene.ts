import type { CircleStation, CircleView, Isochrones, Place, StationPlan, WayTaken } from '../../../api/circle.ts';
import { classOf, type MinuteClass, radiusOf } from '../colour-scale.ts';
import type { MarkName } from './marks.ts';

/* Everything that stands on the map, with its looks decided: both ways of drawing it draw this and nothing else. */

export interface Dot extends Place {
  readonly code: string;
  readonly name: string;
  readonly radius: number;
  /** Undefined: no point can be reached. */
  readonly colour: string | undefined;
  /** False: nobody has counted its people; the dot is hollow. */
  readonly counted: boolean;
}

export interface Mark extends Place {
  readonly id: string;
  readonly name: string;
  readonly mark: MarkName;
}

export interface Band {
  readonly minutes: number;
  readonly tint: string;
  readonly edge: string;
  readonly polygons: Isochrones['features'][number]['geometry']['coordinates'];
}

export interface Scene {
  /** The widest first: the nearer ones lie on it. */
  readonly bands: readonly Band[];
  readonly dots: readonly Dot[];
  readonly marks: readonly Mark[];
  /** Where stations were moved from and to. */
  readonly moves: readonly (readonly [Place, Place])[];
  readonly names: readonly ({ readonly text: string } & Place)[];
  readonly way: readonly (readonly [number, number])[] | undefined;
  readonly chosen: string | undefined;
}

interface SceneParts {
  readonly view: CircleView;
  readonly isochrones: Isochrones | undefined;
  readonly classes: readonly MinuteClass[];
  /** Colour the villages by their time today instead. */
  readonly today: boolean;
  /** The stations of today, for where moved ones came from. */
  readonly before: readonly CircleStation[];
  readonly plan: StationPlan | undefined;
  readonly way: Pick<WayTaken, 'line'> | undefined;
  readonly chosen: string | undefined;
}

export function sceneOf({ view, isochrones, classes, today, before, plan, way, chosen }: SceneParts): Scene {
  const planned = plan?.sites ?? [];
  return {
    bands: (isochrones?.features ?? [])
      .flatMap(({ properties: { minutes }, geometry }) => {
        const own = classOf(classes, minutes);
        return own === undefined ? [] : [{ minutes, tint: own.tint, edge: own.colour, polygons: geometry.coordinates }];
      })
      .toSorted((a, b) => b.minutes - a.minutes),
    // The large ones below, so that none is hidden.
    dots: view.villages
      .map((village) => ({
        code: village.code,
        name: village.name,
        lon: village.lon,
        lat: village.lat,
        radius: radiusOf(village.people),
        colour: classOf(classes, today ? (village.minutesToday ?? null) : village.minutes)?.colour,
        counted: village.people !== null,
      }))
      .toSorted((a, b) => b.radius - a.radius),
    marks: [
      ...view.stations
        .filter(
          ({ change, lon, lat }) => change !== 'new' || !planned.some((site) => site.lon === lon && site.lat === lat),
        )
        .map(({ id, name, lon, lat, kind, change }) => ({ id, name, lon, lat, mark: markOf(kind, change) })),
      ...planned.map(({ code, name, lon, lat }) => ({ id: code, name, lon, lat, mark: 'planned' as const })),
    ],
    moves: view.stations.flatMap((station) => {
      const from = station.change === 'moved' ? before.find(({ id }) => id === station.id) : undefined;
      return from === undefined ? [] : [[from, station] as const];
    }),
    names: view.counties.flatMap(({ name }) => {
      const own = view.villages.filter(({ county }) => county === name);
      return own.length === 0 ? [] : [{ text: name, lon: mean(own, 'lon'), lat: mean(own, 'lat') }];
    }),
    way: way?.line,
    chosen,
  };
}

function markOf(kind: string, change: CircleStation['change']): MarkName {
  if (change !== 'stays') return change;
  return kind === 'centre' ? 'centre' : kind === 'villagePoint' ? 'villagePoint' : 'station';
}

function mean(places: readonly Place[], side: keyof Place): number {
  return places.reduce((sum, place) => sum + place[side], 0) / places.length;
}

/** Looks of roads by weight, 3 the heaviest: px at the scale of the whole city, and colour. */
export const roadLooks = [
  { width: 0.5, colour: '#c3bdb0' },
  { width: 0.8, colour: '#b3aa98' },
  { width: 1.5, colour: '#a2947a' },
  { width: 2.4, colour: '#8a7550' },
] as const;

export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** What must be in sight: the places, or the roads where there are none. */
export function boxOf(view: CircleView): Box {
  const places: readonly Place[] = [...view.villages, ...view.stations];
  if (places.length === 0) return view.roads.box;
  return places.reduce<Box>(
    (box, { lon, lat }) => ({
      west: Math.min(box.west, lon),
      south: Math.min(box.south, lat),
      east: Math.max(box.east, lon),
      north: Math.max(box.north, lat),
    }),
    { west: 180, south: 90, east: -180, north: -90 },
  );
}
