import { type Degrees, fromGcj02 } from '../../../../kernel/geo/index.ts';
import { BadInput, refuse } from '../../input/bad-input.ts';
import type { Box } from '../../input/points.ts';
import { e7 } from '../geodesy.ts';
import type { GraphFacts } from '../graph/road-graph.ts';
import { judgeWay } from '../judge-tags.ts';
import type { Profile } from '../profile.ts';
import { collectWays, type RoadWays } from '../road-ways.ts';
import { joinEnds } from './join-ends.ts';
import { type FaultList, listFaults, type OwnRoad } from './own-road.ts';
import { readEdges } from './read-edges.ts';
import { readGeoJson } from './read-geojson.ts';

/** The system that coordinates are in. CGCS 2000 differs from WGS 84 by centimetres and is taken as it stands. */
export type Crs = GraphFacts['crs']['imported'];

/** Roads of a city's own data. */
export interface OwnExtract {
  readonly ways: RoadWays;
  readonly counts: {
    readonly roads: number;
    /** Of a class that is closed to the profile, or closed by what they say. */
    readonly closed: number;
    readonly notLines: number;
    /** Shorter than the joint of their ends. */
    readonly tooShort: number;
  };
  readonly strangeSurfaces: ReadonlyMap<string, number>;
}

/** Longitudes and latitudes between which China lies, degrees. */
export const china: Box = { west: 73, south: 3, east: 136, north: 54 };
/**
 * Read a city's own roads.
 * @param kind of the text: GeoJSON or CSV
 * @param box where the roads must lie, degrees
 * @throws BadInput with a line for each fault
 */
export function readOwnRoads(
  text: string,
  kind: 'geojson' | 'csv',
  crs: Crs,
  profile: Profile,
  box: Box = china,
): OwnExtract {
  const faults = listFaults('/FILE');
  const { roads, notLines, strangeSurfaces } = (kind === 'csv' ? readEdges : readGeoJson)(text, profile, faults);
  const lines = roads.map((road) => placesOf(road, crs, box, faults));
  if (faults.count > 0) throw new BadInput(faults.told());
  const collector = collectWays();
  const open = roads.flatMap((road, n) => {
    const verdict = judgeWay(road.tags, profile);
    return verdict === undefined ? [] : [{ verdict, line: lines[n] as (typeof lines)[number] }];
  });
  const joined = joinEnds(open.map(({ line }) => line));
  let tooShort = 0;
  for (const [n, { verdict }] of open.entries()) {
    const points = joined.lines[n] as readonly number[];
    if (points.length < 2) tooShort += 1;
    else collector.add(verdict, points);
  }
  if (collector.count === 0)
    refuse(
      '/FILE',
      'noRoads',
      `文件中没有${profile.title.zh}可走的路`,
      `the file holds no road that can be used ${profile.title.en}`,
    );
  const { refs, ...ways } = collector.finish();
  return {
    ways: {
      ...ways,
      points: Int32Array.from(refs),
      lon: joined.lon,
      lat: joined.lat,
      blocked: new Uint8Array(joined.lon.length),
      turns: [],
    },
    counts: { roads: roads.length, closed: roads.length - open.length, notLines, tooShort },
    strangeSurfaces,
  };
}

/** Places of a road, degrees × 10^7, WGS 84. The first that is out of place is a fault, one a road. */
function placesOf(
  { points, pointerOf }: OwnRoad,
  crs: Crs,
  box: Box,
  faults: FaultList,
): readonly (readonly [number, number])[] {
  const out = points.findIndex((place) => !isInside(place, box));
  if (out >= 0) outOfPlace(points[out] as Degrees, pointerOf(out), box, faults);
  return points.map((place) => {
    const [lon, lat] = crs === 'gcj02' ? fromGcj02(place) : place;
    return [Math.round(lon * e7), Math.round(lat * e7)];
  });
}

function outOfPlace([lon, lat]: Degrees, pointer: string, box: Box, faults: FaultList): void {
  const { west, south, east, north } = box;
  if (isInside([lat, lon], box))
    faults.add(
      pointer,
      'swapped',
      `经度和纬度对调了：${lon}, ${lat}`,
      `longitude and latitude are swapped: ${lon}, ${lat}`,
    );
  else if (Math.abs(lon) > 180 || Math.abs(lat) > 90)
    faults.add(pointer, 'projected', `不是经纬度：${lon}, ${lat}`, `not longitude and latitude: ${lon}, ${lat}`);
  else
    faults.add(
      pointer,
      'outside',
      `在范围 ${west},${south},${east},${north} 之外：${lon}, ${lat}`,
      `outside ${west},${south},${east},${north}: ${lon}, ${lat}`,
    );
}

function isInside([lon, lat]: Degrees, { west, south, east, north }: Box): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}
