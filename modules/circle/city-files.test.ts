import { describe, expect, it } from 'vitest';
import { toGcj02 } from '../../kernel/geo/index.ts';
import { loadRegister } from '../network/index.ts';
import { readPeopleFile, readPlacesFile } from './city-files.ts';
import { BadInput } from './input/bad-input.ts';
import { inWgs84 } from './wgs84.ts';

const register = loadRegister();
const of = { asOf: '2020-11-01', source: '人口普查', verified: true };
const box = { west: 97.9, south: 23.9, east: 100.2, north: 26 };

/** The pointer of the fault that reading ends with. */
function pointerOf(read: () => unknown): string | undefined {
  try {
    read();
  } catch (error) {
    if (error instanceof BadInput) return error.faults[0]?.pointer;
    throw error;
  }
  return undefined;
}

describe('people of the villages', () => {
  it('takes counts and groups; what nobody has counted is left out, not made nought', () => {
    const rows = readPeopleFile('id,name,people,older\n530521101001,甸阳,1200,\n530521101002,文武,,90\n', register, of);
    expect(rows).toEqual([{ region: '530521101001', people: 1200, groups: {}, ...of }]);
    const [row] = readPeopleFile('id,people,older\n530521101001,0,0\n', register, of);
    expect(row).toMatchObject({ people: 0, groups: { older: 0 } });
  });

  it.each([
    ['id,people\n999999,5\n', '/FILE/0/id'],
    ['id,people\n530521101001,5\n530521101001,6\n', '/FILE/1/id'],
    ['id,people\n530521101001,-5\n', '/FILE/0/people'],
    ['id,people\n530521101001,5.5\n', '/FILE/0/people'],
    ['id,people,older\n530521101001,5,x\n', '/FILE/0/older'],
    ['id,weight\n530521101001,5\n', '/FILE/people'],
  ])('refuses %j at its cell', (text, pointer) => {
    expect(pointerOf(() => readPeopleFile(text, register, of))).toBe(pointer);
  });
});

describe('positions of the villages', () => {
  it('keeps them in one system: GCJ-02 is converted, CGCS 2000 is said', () => {
    const [lon, lat] = [99.18, 24.73];
    const [x, y] = toGcj02([lon, lat]);
    const [row] = readPlacesFile(`id,lon,lat\n530521101001,${x},${y}\n`, register, 'gcj02', box);
    expect(row?.position.lon).toBeCloseTo(lon, 6);
    expect(row?.position).toMatchObject({ kind: 'surveyed', referenceSystem: 'WGS84' });
    const [other] = readPlacesFile(`id,lon,lat\n530521101001,${lon},${lat}\n`, register, 'cgcs2000', box);
    expect(other?.position).toEqual({ kind: 'surveyed', lon, lat, referenceSystem: 'CGCS2000' });
  });

  it.each([
    ['id,lon,lat\n530521101001,24.73,99.18\n', '/FILE/0/lat'],
    ['id,lon,lat\n530521101001,116.4,39.9\n', '/FILE/0/lon'],
    ['id,lon,lat\n530521101001,,24.7\n', '/FILE/0/lon'],
    ['id,lon\n530521101001,99.1\n', '/FILE/lat'],
  ])('refuses %j at its cell', (text, pointer) => {
    expect(pointerOf(() => readPlacesFile(text, register, 'wgs84', box))).toBe(pointer);
  });

  it('takes of a table of matches only the rows that somebody confirmed, and tells a fault by its row in the file', () => {
    const table = [
      'id,take,lon,lat,reason',
      '530521101001,1,99.18,24.73,same name',
      '530521101002,,99.2,24.7,similar',
      '530521101002,是,99.21,24.71,similar',
      '530521101003,0,,,none',
    ];
    const read = (...rows: string[]) => readPlacesFile(rows.join('\n'), register, 'wgs84', box);
    expect(read(...table).map(({ code, position }) => [code, position.lon])).toEqual([
      ['530521101001', 99.18],
      ['530521101002', 99.21],
    ]);
    expect(pointerOf(() => read(...table, '530521101002,1,99.2,24.7,again'))).toBe('/FILE/4/id');
    expect(pointerOf(() => read(...table, '530521101004,perhaps,99.2,24.7,'))).toBe('/FILE/4/take');
    expect(pointerOf(() => read(...table.slice(0, 1), table[2] as string))).toBe('/FILE/take');
  });

  it('a stored GCJ-02 position meets the roads where it really is', () => {
    const [x, y] = toGcj02([99.18, 24.73]);
    const place = inWgs84({ kind: 'surveyed', lon: x, lat: y, referenceSystem: 'GCJ02' });
    expect(place.lon).toBeCloseTo(99.18, 6);
    expect(inWgs84({ kind: 'schematic', lon: x, lat: y })).toEqual({ lon: x, lat: y });
  });
});
