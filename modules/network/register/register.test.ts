import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type DivisionRow, printRegister, regionsFromDivision } from './from-division.ts';
import { baoshanRegisterFile, loadRegister, parseRegister } from './load.ts';
import {
  ancestorsOf,
  canonicalCode,
  childrenOf,
  countyOf,
  fullNameOf,
  isWithin,
  makeRegister,
  regionOf,
  shortNameOf,
  townshipOf,
} from './register.ts';
import { searchRegions } from './search.ts';

const register = loadRegister();
const count = (level: string) => register.regions.filter((region) => region.level === level).length;

describe('the register that ships', () => {
  test('holds the city as the statistics office listed it on its day', () => {
    expect(register.source).toMatchObject({ asOf: '2023-06-30' });
    expect({ county: count('county'), township: count('township'), village: count('village') }).toEqual({
      county: 5,
      township: 76,
      village: 957,
    });
  });

  test.each([
    ['530502', 21, 352],
    ['530521', 13, 139],
    ['530523', 10, 121],
    ['530524', 13, 124],
    ['530581', 19, 221],
  ])('%s has %i townships and %i villages', (county, townships, villages) => {
    const below = childrenOf(register, county);
    expect(below).toHaveLength(townships);
    expect(below.flatMap((township) => childrenOf(register, township.code))).toHaveLength(villages);
  });

  const folder = process.env.FAYUAN_TEST_DATA ?? '';
  test.skipIf(!existsSync(join(folder, 'admin')))('is exactly what the statistics codes give', () => {
    const rows = (name: string): DivisionRow[] =>
      (JSON.parse(readFileSync(join(folder, 'admin', name), 'utf8')) as DivisionRow[]).map(({ code, name }) => ({
        code,
        name,
      }));
    const upper = register.regions
      .filter((region) => ['province', 'city', 'county'].includes(region.level))
      .map(({ code, name, level }) => ({ code: code.slice(0, { province: 2, city: 4 }[level as string] ?? 6), name }));
    const regions = regionsFromDivision([
      ...upper,
      ...rows('baoshan-townships.json'),
      ...rows('baoshan-villages.json'),
    ]);
    expect(printRegister(regions, register.source)).toBe(readFileSync(baoshanRegisterFile, 'utf8'));
  });
});

describe('looking a place up', () => {
  test.each([
    ['53', '530000'],
    ['5305', '530500'],
    ['530521', '530521'],
    ['530521000000', '530521'],
    ['530521105000', '530521105'],
    ['530521105201', '530521105201'],
  ])('%s is kept as %s', (given, kept) => expect(canonicalCode(given)).toBe(kept));

  test('a village knows its township, its county and everything above', () => {
    const village = '530521105201';
    expect(townshipOf(register, village)?.name).toBe('太平镇');
    expect(countyOf(register, village)?.name).toBe('施甸县');
    expect(ancestorsOf(register, village).map((unit) => unit.level)).toEqual([
      'township',
      'county',
      'city',
      'province',
    ]);
    expect(isWithin(register, village, '5305')).toBe(true);
    expect(isWithin(register, village, '530581')).toBe(false);
  });

  test('a city lies in no county, an unknown code nowhere', () => {
    expect(countyOf(register, '530500')).toBeUndefined();
    expect(regionOf(register, '110101')).toBeUndefined();
    expect(ancestorsOf(register, '110101')).toEqual([]);
  });

  test('every unit but the province hangs under a parent that is on the register', () => {
    for (const region of register.regions) {
      if (region.level === 'province') continue;
      expect(ancestorsOf(register, region.code).at(-1)?.code).toBe('530000');
    }
  });

  test.each([
    ['530502101201', '板桥社区', '隆阳区板桥镇板桥社区'],
    ['530502105202', '大寨村', '隆阳区瓦窑镇大寨村'],
    ['530502001002', '王官社区', '隆阳区兰城街道王官社区'],
    ['530581112202', '花园村', '腾冲市北海镇花园村'],
  ])('%s is said %s', (code, short, full) => {
    const region = regionOf(register, code);
    expect(region && shortNameOf(region)).toBe(short);
    expect(fullNameOf(register, code)).toBe(full);
  });

  test('no two villages share a full name', () => {
    const names = register.regions.filter((r) => r.level === 'village').map((r) => fullNameOf(register, r.code));
    expect(new Set(names).size).toBe(names.length);
  });

  test('a unit counts only on the days it was in force', () => {
    const [first, ...rest] = register.regions;
    if (first === undefined) throw new Error('empty register');
    const dated = makeRegister(
      [{ ...first, validFrom: '2020-01-01', validTo: '2024-12-31' }, ...rest],
      register.source,
    );
    expect(regionOf(dated, '53', '2019-12-31')).toBeUndefined();
    expect(regionOf(dated, '53', '2020-01-01')?.name).toBe('云南省');
    expect(regionOf(dated, '53', '2024-12-31')?.name).toBe('云南省');
    expect(regionOf(dated, '53', '2025-01-01')).toBeUndefined();
  });
});

describe('searching', () => {
  const found = (query: string, options = {}) => searchRegions(register, query, options).map((hit) => hit.fullName);

  test('names that repeat come with their parents', () => {
    const hits = found('大寨村');
    expect(hits.length).toBeGreaterThan(1);
    expect(new Set(hits).size).toBe(hits.length);
    expect(hits).toContain('隆阳区瓦窑镇大寨村');
  });

  test.each([
    ['耈街', '昌宁县耈街彝族苗族乡'],
    ['scx', '施甸县水长乡'],
    ['tcs', '腾冲市'],
    ['longling', '龙陵县'],
    ['LONG YANG', '隆阳区'],
    ['530581', '腾冲市'],
  ])('%s finds %s', (query, name) => {
    expect(found(query)).toContain(name);
  });

  test('a parent typed in front narrows it down', () => {
    expect(found('太平镇田头')).toEqual(['施甸县太平镇田头村']);
  });

  test('can be kept to one county and one level', () => {
    const hits = searchRegions(register, '瓦房', { within: '530521', levels: ['village'] });
    expect(hits.map((hit) => hit.fullName)).toEqual(['施甸县仁和镇瓦房社区']);
  });

  test('nothing typed, nothing found', () => expect(found('  ')).toEqual([]));
});

describe('a broken register is refused, with its line', () => {
  const head = '# source\tx\n# asOf\t2023-06-30\n# licence\tMIT\n';
  test.each([
    ['a missing column', '530000\t云南省\tprovince\t\tyun nan sheng\t', /register:4: seven columns/],
    ['a code of seven digits', '5300001\t云南省\tprovince\t\tyun nan sheng\t\t', /register:4:/],
    ['a parent that is not there', '530500\t保山市\tcity\t530000\tbao shan shi\t\t', /parent 530000/],
    ['a code twice', '530000\t甲\tprovince\t\tjia\t\t\n530000\t乙\tprovince\t\tyi\t\t', /stands twice/],
    ['an impossible day', '530000\t甲\tprovince\t\tjia\t2023-02-30\t', /register:4:/],
  ])('%s', (_, line, message) => expect(() => parseRegister(`${head}${line}\n`)).toThrow(message));

  test('a register that does not say where it comes from', () => {
    expect(() => parseRegister('530000\t甲\tprovince\t\tjia\t\t\n')).toThrow(/register:1:/);
  });
});
