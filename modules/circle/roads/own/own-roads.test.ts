import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromGcj02, toGcj02 } from '../../../../kernel/geo/index.ts';
import { refusal } from '../../testing/tiny-extract.ts';
import { metresBetween } from '../geodesy.ts';
import { loadProfile } from '../profile.ts';
import { type Crs, readOwnRoads } from './read-own-roads.ts';

const drive = loadProfile('drive');
const csv = (text: string, crs: Crs = 'wgs84') => readOwnRoads(text, 'csv', crs, drive);
const feature = (coordinates: unknown, properties: object = { class: 'tertiary' }, type = 'LineString') => ({
  type: 'Feature',
  geometry: { type, coordinates },
  properties,
});
const geojson = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });
const json = (...features: unknown[]) => readOwnRoads(geojson(...features), 'geojson', 'wgs84', drive);
const header = 'from_lon,from_lat,to_lon,to_lat,class';

describe('GCJ-02', () => {
  const chinaLon = fc.double({ min: 73.5, max: 135, noNaN: true });
  const chinaLat = fc.double({ min: 18, max: 53.5, noNaN: true });
  const metres = (a: readonly [number, number], b: readonly [number, number]) =>
    metresBetween(a[0] * 1e7, a[1] * 1e7, b[0] * 1e7, b[1] * 1e7);

  test('there and back is the same place to half a metre, in truth to a centimetre', () => {
    fc.assert(
      fc.property(chinaLon, chinaLat, (lon, lat) => {
        expect(metres(fromGcj02(toGcj02([lon, lat])), [lon, lat])).toBeLessThan(0.01);
      }),
      { numRuns: 1000 },
    );
  });

  test('the shift is some hundreds of metres', () => {
    fc.assert(
      fc.property(chinaLon, chinaLat, (lon, lat) => {
        const shift = metres(toGcj02([lon, lat]), [lon, lat]);
        expect(shift).toBeGreaterThan(20);
        expect(shift).toBeLessThan(1200);
      }),
    );
  });

  test('Tiananmen as other converters have it', () => {
    // coordtransform's own example: WGS 84 116.404, 39.915.
    const [lon, lat] = toGcj02([116.404, 39.915]);
    expect(lon).toBeCloseTo(116.41024449916938, 9);
    expect(lat).toBeCloseTo(39.91640428150164, 9);
  });

  test('abroad nothing is shifted', () => {
    expect(toGcj02([1.5, 42.5])).toEqual([1.5, 42.5]);
  });

  test('roads are stored where they are on the ground', () => {
    const [a, b] = [toGcj02([99.1, 25.1]), toGcj02([99.2, 25.1])];
    const { ways } = csv(`${header}\n${a},${b},县道\n`, 'gcj02');
    expect(ways.lon[0]).toBeCloseTo(99.1e7, -1);
    expect(ways.lat[0]).toBeCloseTo(25.1e7, -1);
    expect(csv(`${header}\n${a},${b},县道\n`, 'cgcs2000').ways.lon[0]).toBe(Math.round(a[0] * 1e7));
  });
});

describe('what a city’s data says of a road', () => {
  const judged = (columns: string, values: string) => {
    const { ways } = csv(`${header},${columns}\n99.1,25.1,99.2,25.1,县道,${values}\n`);
    return { forward: ways.forward[0], backward: ways.backward[0], name: ways.names[ways.name[0] as number] };
  };
  test.each([
    ['name', '保腾线', { name: '保腾线' }],
    ['路线名称', '保腾线', { name: '保腾线' }],
    ['oneway', 'yes', { forward: 40, backward: 0 }],
    ['单行', '是', { forward: 40, backward: 0 }],
    ['单行', '-1', { forward: 0, backward: 40 }],
    ['单向', '否', { forward: 40, backward: 40 }],
    ['surface', 'gravel', { forward: 26 }],
    ['路面类型', '砂石', { forward: 26 }],
    ['限速', '30', { forward: 30 }],
    ['限速', '', { forward: 40 }],
  ])('%s: %s', (column, value, expected) => {
    const { forward, backward, name } = judged(column, value);
    const seen = { forward: Math.round(forward as number), backward: Math.round(backward as number), name };
    expect(seen).toMatchObject(expected);
  });

  test.each([
    ['class', 'secondary', 40],
    ['技术等级', '二级公路', 50],
    ['道路等级', '乡道', 32],
    ['行政等级', '国道', 60],
  ])('%s: %s goes at %i km/h', (column, word, kmH) => {
    const { ways } = json(
      feature(
        [
          [99.1, 25.1],
          [99.2, 25.1],
        ],
        { [column]: word },
      ),
    );
    expect(ways.forward[0]).toBe(kmH);
  });

  test('a road that is closed to the profile is left out, and counted', () => {
    const { counts, ways } = csv(`${header}\n99.1,25.1,99.2,25.1,步道\n99.1,25.1,99.2,25.1,乡道\n`);
    expect(counts).toEqual({ roads: 2, closed: 1, notLines: 0, tooShort: 0 });
    expect(ways.first).toHaveLength(2);
  });

  test('a surface that is not known is counted by its word', () => {
    const { strangeSurfaces } = csv(`${header},路面\n99.1,25.1,99.2,25.1,乡道,竹板\n99.1,25.1,99.2,25.2,乡道,竹板\n`);
    expect([...strangeSurfaces]).toEqual([['竹板', 2]]);
  });
});

describe('joining', () => {
  /** A metre in degrees of latitude. */
  const m = 1 / 111_195;
  test.each([
    ['ends at one place', [99.2, 25.1], 3],
    ['ends 0.9 m apart', [99.2, 25.1 + 0.9 * m], 3],
    ['ends 1.2 m apart', [99.2, 25.1 + 1.2 * m], 4],
  ])('%s', (_, begin, points) => {
    const { ways } = csv(`${header}\n99.1,25.1,99.2,25.1,乡道\n${begin},99.3,25.1,乡道\n`);
    expect(new Set(ways.points).size).toBe(points);
  });

  const line = (...places: (readonly [number, number])[]) => feature(places);
  test('an end on a point in the middle of another road meets it', () => {
    const { ways } = json(line([99.1, 25.1], [99.2, 25.1], [99.3, 25.1]), line([99.2, 25.1], [99.2, 25.2]));
    expect(new Set(ways.points).size).toBe(4);
  });

  test('two roads that pass through one place in their middle cross on two levels', () => {
    const { ways } = json(line([99.1, 25.1], [99.2, 25.1], [99.3, 25.1]), line([99.2, 25], [99.2, 25.1], [99.2, 25.2]));
    expect(new Set(ways.points).size).toBe(6);
  });

  test('a road shorter than the joint is left out, and counted', () => {
    const { counts, ways } = json(line([99.1, 25.1], [99.1, 25.1 + 0.5 * m]), line([99.1, 25.1], [99.2, 25.1]));
    expect(counts.tooShort).toBe(1);
    expect(ways.first).toHaveLength(2);
  });

  test('every part of a MultiLineString is a road', () => {
    const parts = [
      [
        [99.1, 25.1],
        [99.2, 25.1],
      ],
      [
        [99.2, 25.1, 1650],
        [99.3, 25.1, 1700],
      ],
    ];
    const { ways, counts } = json(feature(parts, { class: '县道' }, 'MultiLineString'), feature([99, 25], {}, 'Point'));
    expect(ways.first).toHaveLength(3);
    expect(new Set(ways.points).size).toBe(3);
    expect(counts.notLines).toBe(1);
  });
});

describe('bad input: one line for each fault, with its place', () => {
  const good = '99.1,25.1,99.2,25.1,乡道';
  test.each([
    ['a swapped row', `${header}\n${good}\n25.1,99.1,25.2,99.1,乡道\n`, /^\/FILE\/1\/from_lon: .*swapped: 25.1, 99.1$/],
    [
      'a place abroad',
      `${header}\n-99.1,25.1,99.2,25.1,乡道\n`,
      /^\/FILE\/0\/from_lon: .*outside 73,3,136,54: -99.1, 25.1$/,
    ],
    [
      'metres for degrees',
      `${header}\n${good}\n99.1,25.1,500000,2776000,乡道\n`,
      /^\/FILE\/1\/to_lon: .*not longitude and latitude/,
    ],
    ['no number', `${header}\n99.1,北,99.2,25.1,乡道\n`, /^\/FILE\/0\/from_lat: .*must be degrees: "北"$/],
    [
      'a class that is not known',
      `${header}\n99.1,25.1,99.2,25.1,巷\n`,
      /^\/FILE\/0\/class: .*unknown class of road: 巷; add it/,
    ],
    ['no class', `${header}\n99.1,25.1,99.2,25.1,\n`, /^\/FILE\/0: .*no class of road$/],
    ['a missing column', 'from_lon,from_lat,to_lon,class\n1,2,3,乡道\n', /^\/FILE\/to_lat: .*missing column: to_lat$/],
    ['an odd direction', `${header},oneway\n${good},有时\n`, /^\/FILE\/0\/oneway: .*must be yes, no or -1: 有时$/],
    ['an odd speed', `${header},限速\n${good},慢\n`, /^\/FILE\/0\/限速: .*must be km\/h: 慢$/],
    ['nothing for a car', `${header}\n99.1,25.1,99.2,25.1,步道\n`, /^\/FILE: .*holds no road that can be used by car$/],
    ['an empty file', '', /^\/FILE: .*empty$/],
  ])('%s', (_, text, line) => {
    const said = refusal(() => csv(text));
    expect(said).toMatch(line);
    expect(said.split('\n')).toHaveLength(1);
  });

  test.each([
    ['not JSON', '{"type":', /^\/FILE: .*not JSON/],
    ['not GeoJSON', '{"type":"Topology"}', /^\/FILE\/type: .*no GeoJSON FeatureCollection$/],
    [
      'a projected system',
      JSON.stringify({
        type: 'FeatureCollection',
        crs: { properties: { name: 'urn:ogc:def:crs:EPSG::4528' } },
        features: [],
      }),
      /^\/FILE\/crs: .*is in urn:ogc:def:crs:EPSG::4528: convert it/,
    ],
    [
      'a line of one point',
      geojson(feature([[99.1, 25.1]])),
      /^\/FILE\/features\/0\/geometry\/coordinates: .*two or more/,
    ],
    [
      'a text for a number',
      geojson(
        feature([
          [99.1, 25.1],
          [99.2, '25.1'],
        ]),
      ),
      /^\/FILE\/features\/0\/geometry\/coordinates\/1\/1: /,
    ],
    [
      'swapped',
      geojson(
        feature([
          [99.1, 25.1],
          [25.1, 99.2],
        ]),
      ),
      /^\/FILE\/features\/0\/geometry\/coordinates\/1: .*swapped/,
    ],
    ['no roads', geojson(), /^\/FILE: .*holds no road/],
  ])('%s', (_, text, line) => {
    const said = refusal(() => readOwnRoads(text, 'geojson', 'wgs84', drive));
    expect(said).toMatch(line);
    expect(said.split('\n')).toHaveLength(1);
  });

  test('every fault is told, up to twenty, and the rest counted', () => {
    const rows = Array.from({ length: 30 }, () => '25.1,99.1,25.2,99.1,乡道').join('\n');
    const lines = refusal(() => csv(`${header}\n${rows}\n`)).split('\n');
    expect(lines).toHaveLength(21);
    expect(lines[20]).toMatch(/^\/FILE: .*10 more$/);
  });

  test('a class that is not known is told once, however often it stands', () => {
    const said = refusal(() => csv(`${header}\n99.1,25.1,99.2,25.1,巷\n99.1,25.1,99.2,25.1,巷\n`));
    expect(said.split('\n')).toHaveLength(1);
  });

  test('systems in degrees are let through by any of their names', () => {
    for (const name of ['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4490', 'urn:ogc:def:crs:EPSG::4326']) {
      const text = JSON.stringify({
        type: 'FeatureCollection',
        crs: { properties: { name } },
        features: [
          feature([
            [99, 25],
            [99.1, 25],
          ]),
        ],
      });
      expect(readOwnRoads(text, 'geojson', 'cgcs2000', drive).counts.roads).toBe(1);
    }
  });

  test('a byte order mark is forgiven', () => {
    expect(
      readOwnRoads(
        `\uFEFF${geojson(
          feature([
            [99, 25],
            [99.1, 25],
          ]),
        )}`,
        'geojson',
        'wgs84',
        drive,
      ).counts.roads,
    ).toBe(1);
  });
});
