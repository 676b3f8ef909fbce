import { z } from 'zod';
import type { Degrees } from '../../../../kernel/geo/index.ts';
import { refuse } from '../../input/bad-input.ts';
import type { Profile } from '../profile.ts';
import type { FaultList, OwnRoad, OwnRoads } from './own-road.ts';
import { tagsOf } from './own-words.ts';

const Position = z.tuple([z.number(), z.number()], z.number());
const Line = z.array(Position).min(2);
const Lines = z.array(Line);
/** Names of WGS 84 and CGCS 2000 in degrees, as the `crs` member of GeoJSON's first edition (2008) has them. */
const inDegrees = /(CRS:?84|EPSG:+(\d*\.?\d*:)?(4326|4490))$/i;
/** Roads of a GeoJSON file: LineStrings and MultiLineStrings of its features. Source: RFC 7946. @throws BadInput */
export function readGeoJson(text: string, profile: Profile, faults: FaultList): OwnRoads {
  const features = featuresOf(text);
  const roads: OwnRoad[] = [];
  const strangeSurfaces = new Map<string, number>();
  const seen = { faults, strangeSurfaces, strangeClasses: new Set<string>() };
  let notLines = 0;
  for (const [n, feature] of features.entries()) {
    const pointer = `/FILE/features/${n}`;
    const { geometry, properties } = asRecord(feature);
    const { type, coordinates } = asRecord(geometry);
    if (type !== 'LineString' && type !== 'MultiLineString') {
      notLines += 1;
      continue;
    }
    const tags = tagsOf(asRecord(properties), profile, `${pointer}/properties`, seen);
    const parsed = type === 'LineString' ? Line.safeParse(coordinates) : Lines.safeParse(coordinates);
    const at = `${pointer}/geometry/coordinates`;
    if (!parsed.success) {
      const where = [at, ...(parsed.error.issues[0]?.path ?? []).map(String)].join('/');
      faults.add(where, 'coordinates', '坐标须为至少两个 [经度, 纬度]', 'must be two or more [longitude, latitude]');
      continue;
    }
    if (tags === undefined) continue;
    const lines = (type === 'LineString' ? [parsed.data] : parsed.data) as unknown as readonly (readonly Degrees[])[];
    for (const [m, points] of lines.entries()) {
      const line = type === 'LineString' ? at : `${at}/${m}`;
      roads.push({ pointer, points, tags, pointerOf: (k) => `${line}/${k}` });
    }
  }
  return { roads, notLines, strangeSurfaces };
}

function featuresOf(text: string): readonly unknown[] {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    return refuse('/FILE', 'json', `不是 JSON：${why}`, `not JSON: ${why}`);
  }
  const { type, features, crs } = asRecord(data);
  const system = asRecord(asRecord(crs).properties).name;
  if (typeof system === 'string' && !inDegrees.test(system))
    refuse(
      '/FILE/crs',
      'projected',
      `文件的坐标系是 ${system}：请先转换成经纬度`,
      `the file is in ${system}: convert it to longitude and latitude first`,
    );
  if (type === 'Feature') return [data];
  if (type === 'FeatureCollection' && Array.isArray(features)) return features;
  return refuse('/FILE/type', 'foreign', '不是 GeoJSON FeatureCollection', 'this is no GeoJSON FeatureCollection');
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
