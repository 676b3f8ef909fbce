import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Region } from '../../network/index.ts';
import { extractBytes, keep, refusal, scratch } from '../testing/tiny-extract.ts';
import { matchPlacesCommand } from './match-command.ts';
import { keysOf, matchPlaces } from './match-places.ts';
import { type PlaceNode, readPlaceNodes } from './place-nodes.ts';

const unit = (code: string, name: string, level: Region['level'], parent: string | null): Region => ({
  code,
  name,
  level,
  parent,
  pinyin: 'x',
  validFrom: null,
  validTo: null,
});
const regions = [
  unit('530521', '施甸县', 'county', null),
  unit('530521105', '太平镇', 'township', '530521'),
  unit('530521105001', '大寨村民委员会', 'village', '530521105'),
];
/** Kilometres east and north of the county's seat. */
const node = (
  id: number,
  name: string,
  place: string,
  east: number,
  north = 0,
  more: readonly string[] = [],
): PlaceNode => ({
  id,
  names: [name, ...more],
  place,
  lon: 99.2 + east / 101,
  lat: 24.7 + north / 111.2,
});
const seat = node(1, '施甸县', 'county', 0);
const town = node(2, '太平镇', 'town', 20);
const match = (...nodes: readonly PlaceNode[]) =>
  Object.fromEntries(
    matchPlaces({ regions, nodes: [seat, town, ...nodes], reachKm: 25 }).map(({ region, status, candidates }) => [
      region.code,
      { status, ids: candidates.map((one) => one.node.id), best: candidates[0] },
    ]),
  );
const village = '530521105001';

describe('names', () => {
  it.each([
    ['大寨村民委员会', '大寨村', '大寨'],
    ['大寨村委会', '大寨村', '大寨'],
    ['大 寨', '大寨', '大寨'],
    ['板桥社区居民委员会', '板桥社区', '板桥'],
    ['板桥社区居委会', '板桥社区', '板桥'],
    ['五里居民委员会', '五里社区', '五里'],
    ['太平镇', '太平镇', '太平'],
    ['山村', '山村', '山村'],
  ])('%s is %s, in short %s', (name, full, stem) => expect(keysOf(name)).toEqual({ full, stem }));
});

describe('matching by name near the unit above', () => {
  it('is sure of the one village of that name near its township', () => {
    expect(match(node(3, '大寨村', 'village', 23))[village]).toMatchObject({ status: 'sure', ids: [3] });
    expect(match(node(3, '大寨', 'hamlet', 23))[village]).toMatchObject({
      status: 'sure',
      ids: [3],
      best: { score: 0.85 },
    });
  });

  it('knows it by its old name too', () =>
    expect(match(node(3, '红旗', 'village', 23, 0, ['大寨村']))[village]).toMatchObject({ status: 'sure', ids: [3] }));

  it('leaves the 大寨 of another township alone', () =>
    expect(match(node(3, '大寨村', 'village', 60))[village]).toMatchObject({ status: 'none', ids: [] }));

  it('shows both where two are near, and is sure of neither', () => {
    const { status, ids, best } =
      match(node(3, '大寨村', 'village', 23), node(4, '大寨村', 'village', 20, 4))[village] ?? {};
    expect([status, ids]).toEqual(['doubtful', [3, 4]]);
    expect(best?.reasons.map(({ zh }) => zh)).toContain('附近还有 1 个同名');
  });

  it('is sure of the near one where the other is far', () =>
    expect(match(node(3, '大寨村', 'village', 21), node(4, '大寨村', 'village', 20, 12))[village]).toMatchObject({
      status: 'sure',
      ids: [3, 4],
    }));

  it('prefers the same name to a similar one', () =>
    expect(match(node(3, '大寨', 'hamlet', 20.5), node(4, '大寨村', 'village', 24))[village]?.ids[0]).toBe(4));

  it('doubts a village far out in its township, and one whose township nobody can place', () => {
    expect(match(node(3, '大寨', 'hamlet', 41))[village]?.status).toBe('doubtful');
    const lost = matchPlaces({ regions, nodes: [node(3, '大寨村', 'village', 23)], reachKm: 25 });
    expect(lost.at(-1)).toMatchObject({ status: 'doubtful', candidates: [{ score: 0.5 }] });
  });

  it('takes no hill or field for a village, and no hamlet for a township', () => {
    expect(match(node(3, '大寨村', 'farm', 23))[village]?.status).toBe('none');
    const [, township] = matchPlaces({ regions, nodes: [seat, node(2, '太平镇', 'hamlet', 20)], reachKm: 25 });
    expect(township?.status).toBe('none');
  });

  it('is sure of nothing that two units claim', () => {
    const twice = [...regions, unit('530521105002', '大寨居民委员会', 'village', '530521105')];
    const both = matchPlaces({ regions: twice, nodes: [seat, town, node(3, '大寨', 'village', 23)], reachKm: 25 });
    expect(both.slice(2).map(({ status }) => status)).toEqual(['doubtful', 'doubtful']);
  });
});

describe('fayuan circle match-places', () => {
  const extract = () =>
    keep(
      extractBytes({
        points: { a: [99.18, 24.73], b: [99.2, 24.6], c: [99.25, 24.62], d: [99.9, 25.9] },
        at: {
          a: 'place=county name=施甸县',
          b: 'place=town name=太平镇',
          c: 'place=village name=大寨村 old_name=红旗大队',
          d: 'barrier=bollard name=大寨村',
        },
        ways: ['a b: highway=tertiary'],
      }),
    );

  it('reads places and nothing else', () => {
    expect(readPlaceNodes(extract()).map(({ names, place }) => [...names, place])).toEqual([
      ['施甸县', 'county'],
      ['太平镇', 'town'],
      ['大寨村', '红旗大队', 'village'],
    ]);
  });

  it('writes a table that says why, and takes the sure ones', async () => {
    const out = scratch('match.csv');
    const said = await matchPlacesCommand([extract(), '--out', out, '--within', '530521105', '--json']);
    expect(said.stderr).toBe('');
    expect(JSON.parse(said.stdout)).toMatchObject({ sure: expect.any(Number), out });
    const lines = readFileSync(out, 'utf8').split('\n');
    expect(lines[0]).toBe('\uFEFFid,name,above,status,score,take,lon,lat,km,osm_name,osm_place,osm_node,reason');
    expect(lines[1]).toMatch(/^530521105,太平镇,施甸县,sure,1,1,99\.2,24\.6,/);
    expect(lines.filter((line) => line.includes(',none,')).length).toBeGreaterThan(3);
  });

  it.each([
    [['--within', '999999'], '/within'],
    [['--reach', '0'], '/reach'],
    [['--on', 'tomorrow'], '/on'],
    [['--colour', 'red'], '/colour'],
  ])('%j is refused by name', async (words, pointer) => {
    const { exitCode, stderr } = await matchPlacesCommand([extract(), '--out', scratch('x.csv'), ...words]);
    expect([exitCode, stderr.startsWith(pointer)]).toEqual([2, true]);
  });

  it('a file that is no extract is refused, with the byte', () =>
    expect(refusal(() => readPlaceNodes(keep('hello')))).toMatch(/^\/FILE: /));
});
