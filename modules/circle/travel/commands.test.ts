import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coverageCommand } from '../coverage/coverage-command.ts';
import { isochroneCommand } from '../isochrones/isochrone-command.ts';
import { buildGraph } from '../roads/build-graph.ts';
import { openGraph, writeGraph } from '../roads/graph/graph-file.ts';
import type { RoadGraph } from '../roads/graph/road-graph.ts';
import { readExtract } from '../roads/pbf/read-extract.ts';
import { loadProfile } from '../roads/profile.ts';
import { seededRandom } from '../siting/random.ts';
import { siteCommand } from '../siting/site-command.ts';
import { eastMetres as m, tinyGraph } from '../testing/tiny-graph.ts';
import { exportCommand } from './export-command.ts';
import { matrixCommand } from './matrix-command.ts';
import { nearestCommand } from './nearest-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'fayuan-travel-'));
const file = (name: string, text?: string): string => {
  const path = join(folder, name);
  if (text !== undefined) writeFileSync(path, text);
  return path;
};
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A road of 30 km: a metre a decisecond. Points every 3 km. */
const graph = join(folder, 'roads.graph');
beforeAll(() => {
  const { facts, ...arrays } = tinyGraph({
    points: { a: [100, 0], b: [100 + m(30_000), 0] },
    roads: [{ points: ['a', 'b'] }],
  });
  writeGraph(graph, facts, arrays);
});

const sites = file('S.csv', `id,lon,lat,open\nwest,100,0,1\neast,${100 + m(30_000)},0,\nshut,${100 + m(15_000)},0,0\n`);
const demand = file(
  'D.csv',
  `id,lon,lat,weight,township,older\nnear,${100 + m(3000)},0,100,A,40\nmiddle,${100 + m(14_000)},0,300,B,\noff,100,1,50,B,5\nuncounted,${100 + m(29_000)},0,,B,1\n`,
);

describe('circle nearest', () => {
  it('gives each demand point its nearest open site, seconds and band, and null where none can be reached', async () => {
    const { exitCode, stdout, stderr } = await nearestCommand([
      graph,
      '--sites',
      sites,
      '--demand',
      demand,
      '--bands',
      '10,15,30',
      '--json',
    ]);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toEqual([
      { id: 'near', site: 'west', seconds: 300, snapMetres: 0, band: 10 },
      { id: 'middle', site: 'west', seconds: 1400, snapMetres: 0, band: 30 },
      { id: 'off', site: null, seconds: null, snapMetres: null, band: null },
      { id: 'uncounted', site: 'east', seconds: 100, snapMetres: 0, band: 10 },
    ]);
    expect(stderr).toContain('off');
  });

  it('lists the K nearest, nearest first, closed ones left out', async () => {
    const { stdout } = await nearestCommand([graph, '--sites', sites, '--demand', demand, '--k', '2', '--json']);
    expect(JSON.parse(stdout)[1].nearest).toEqual([
      { site: 'west', seconds: 1400 },
      { site: 'east', seconds: 1600 },
    ]);
    expect(JSON.parse(stdout)[2].nearest).toEqual([]);
  });

  it.each([
    ['no graph', [], '/GRAPH'],
    ['no sites', [graph, '--demand', demand], '/sites'],
    ['a file that is not there', [graph, '--sites', join(folder, 'none.csv'), '--demand', demand], '/sites'],
    ['a file that is no graph', [sites, '--sites', sites, '--demand', demand], '/GRAPH'],
    ['a column missing', [graph, '--sites', file('c1.csv', 'id,lon\na,1\n'), '--demand', demand], '/sites/lat'],
    [
      'an id given twice',
      [graph, '--sites', file('c2.csv', 'id,lon,lat\na,100,0\na,100,0\n'), '--demand', demand],
      '/sites/1/id',
    ],
    [
      'longitude and latitude swapped',
      [graph, '--sites', file('c3.csv', 'id,lon,lat\na,0,100.1\n'), '--demand', demand],
      '/sites/0/lat',
    ],
    ['no number', [graph, '--sites', file('c4.csv', 'id,lon,lat\na,x,0\n'), '--demand', demand], '/sites/0/lon'],
    [
      'a word that is neither open nor closed',
      [graph, '--sites', file('c5.csv', 'id,lon,lat,open\na,100,0,maybe\n'), '--demand', demand],
      '/sites/0/open',
    ],
    [
      'a negative weight',
      [graph, '--sites', sites, '--demand', file('c6.csv', 'id,lon,lat,weight\na,100,0,-1\n')],
      '/demand/0/weight',
    ],
    ['bands out of order', [graph, '--sites', sites, '--demand', demand, '--bands', '30,15'], '/bands'],
    ['an unknown option', [graph, '--sights', sites, '--demand', demand], '/sights'],
    ['a file too many', [graph, graph, '--sites', sites, '--demand', demand], '/argument'],
  ])('refuses %s with one line and exit code 2', async (_, argv, pointer) => {
    const { exitCode, stdout, stderr } = await nearestCommand(argv);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.split('\n')).toHaveLength(1);
    expect(stderr).toMatch(new RegExp(`^${pointer}: `));
  });

  it('catches swapped degrees that are both possible by the box of the roads', async () => {
    const { facts, ...arrays } = tinyGraph({
      points: { a: [42, 1.5], b: [42.1, 1.5] },
      roads: [{ points: ['a', 'b'] }],
    });
    writeGraph(join(folder, 'andes.graph'), facts, arrays);
    const swapped = file('swap.csv', 'id,lon,lat\na,1.5,42.05\n');
    const { exitCode, stderr } = await nearestCommand([
      join(folder, 'andes.graph'),
      '--sites',
      swapped,
      '--demand',
      demand,
    ]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^\/sites\/0\/lon: .*swapped/);
  });
});

describe('with a bus timetable', () => {
  // Stops are called by the ids of the other files; the bus from `off` reaches where no road does.
  const timetable = file(
    'T.csv',
    'line,trip,stop,time,days\n3路,1,off,08:10,12345\n3路,1,west,08:50,12345\n5路,1,middle,08:05,\n5路,1,east,08:15,\n',
  );
  const asked = [graph, '--sites', sites, '--demand', demand, '--timetable', timetable, '--json'];

  it('takes the sooner of road and bus, and says which bus', async () => {
    const { exitCode, stdout } = await nearestCommand([...asked, '--at', '2026-11-24T08:00']);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([
      { id: 'near', site: 'west', seconds: 300, bus: null },
      {
        id: 'middle',
        site: 'east',
        seconds: 900,
        band: 15,
        bus: { leave: '08:05', arrive: '08:15', rides: [{ line: '5路', from: 'middle', to: 'east' }] },
      },
      { id: 'off', site: 'west', seconds: 3000, band: 60, bus: { leave: '08:10', arrive: '08:50' } },
      { id: 'uncounted', site: 'east', bus: null },
    ]);
  });

  it('at another hour of another day it is another answer', async () => {
    const saturday = await nearestCommand([...asked, '--at', '2026-11-28T08:00']);
    expect(JSON.parse(saturday.stdout)[2]).toMatchObject({ id: 'off', site: null, bus: null });
    const late = await nearestCommand([...asked, '--at', '2026-11-24T08:06']);
    expect(JSON.parse(late.stdout)[1]).toMatchObject({ id: 'middle', site: 'west', seconds: 1400, bus: null });
  });

  it('counts in the coverage, and a change of speed on the road does not change it', async () => {
    const { stdout } = await coverageCommand([...asked, '--at', '2026-11-24T08:00', '--bands', '15,60']);
    const said = JSON.parse(stdout);
    expect(said.bands.map(({ places }: { places: number }) => places)).toEqual([3, 4]);
    expect(said.sensitivity[0]).toMatchObject({ speed: 0.8, share: 1 });
  });

  it.each([
    ['no moment', ['--timetable', timetable], '/at'],
    ['a day without an hour', ['--timetable', timetable, '--at', '2026-11-24'], '/at'],
    ['a moment without a timetable', ['--at', '2026-11-24T08:00'], '/at'],
    ['walks without a timetable', ['--walk', graph], '/walk'],
    ['a timetable that is none', ['--timetable', demand, '--at', '2026-11-24T08:00'], '/timetable/line'],
  ])('%s is refused', async (_what, words, pointer) => {
    const { exitCode, stderr } = await nearestCommand([graph, '--sites', sites, '--demand', demand, ...words]);
    expect([exitCode, stderr.startsWith(pointer)]).toEqual([2, true]);
  });
});

describe('circle matrix', () => {
  it('writes seconds, an empty cell where there is no way, and siting reads it back', async () => {
    const out = join(folder, 'M.csv');
    const said = await matrixCommand([graph, '--from', demand, '--to', sites, '--out', out, '--json']);
    expect(JSON.parse(said.stdout)).toMatchObject({ from: 4, to: 3, reached: 9, unreached: 3 });
    expect(readFileSync(out, 'utf8')).toBe(
      'id,west,east,shut\nnear,300,2700,1200\nmiddle,1400,1600,100\noff,,,\nuncounted,2900,100,1400\n',
    );
    const counted = file('D2.csv', `id,lon,lat,weight\nnear,${100 + m(3000)},0,100\nmiddle,${100 + m(14_000)},0,300\n`);
    const ask = ['--candidates', sites, '--demand', counted, '--model', 'pmedian', '-p', '1', '--json'];
    const [byTable, byRoads] = [await siteCommand(['--matrix', out, ...ask]), await siteCommand([graph, ...ask])];
    expect(JSON.parse(byTable.stdout)).toMatchObject({ sites: ['shut'], objective: 150_000, status: 'optimal' });
    expect({ ...JSON.parse(byRoads.stdout), seconds: 0 }).toEqual({ ...JSON.parse(byTable.stdout), seconds: 0 });
  });

  it('takes the sooner of road and bus for each pair, and refuses a timetable without a moment', async () => {
    const timetable = file(
      'T2.csv',
      'line,trip,stop,time,days\n3路,1,off,08:10,12345\n3路,1,west,08:50,12345\n5路,1,middle,08:05,\n5路,1,east,08:15,\n',
    );
    const out = join(folder, 'bus.csv');
    const ask = [graph, '--from', demand, '--to', sites, '--out', out, '--timetable', timetable];
    const said = await matrixCommand([...ask, '--at', '2026-11-24T08:00', '--json']);
    expect(JSON.parse(said.stdout)).toMatchObject({ reached: 10, unreached: 2 });
    // 5路 to the east beats 1,600 s of road although one waits for it; 3路 goes where no road does.
    expect(readFileSync(out, 'utf8')).toBe(
      'id,west,east,shut\nnear,300,2700,1200\nmiddle,1400,900,100\noff,3000,,\nuncounted,2900,100,1400\n',
    );
    const without = join(folder, 'without.csv');
    const refused = await matrixCommand([
      graph,
      '--from',
      demand,
      '--to',
      sites,
      '--out',
      without,
      '--timetable',
      timetable,
    ]);
    expect([refused.exitCode, refused.stderr.startsWith('/at'), existsSync(without)]).toEqual([2, true, false]);
  });

  it('leaves no file behind when it is refused', async () => {
    const out = join(folder, 'none.csv');
    const said = await matrixCommand([graph, '--from', demand, '--to', file('c7.csv', 'id,lon\n'), '--out', out]);
    expect(said.exitCode).toBe(2);
    expect(existsSync(out)).toBe(false);
    expect(
      (await matrixCommand([graph, '--from', demand, '--to', sites, '--out', join(folder, 'no', 'x.csv')])).stderr,
    ).toMatch(/^\/out: /);
  });
});

describe('circle coverage', () => {
  it('counts people, groups and areas within each band, and who is left out', async () => {
    const out = join(folder, 'C.geojson');
    const { stdout, exitCode } = await coverageCommand([
      graph,
      '--sites',
      sites,
      '--demand',
      demand,
      '--bands',
      '10,20',
      '--out',
      out,
      '--json',
    ]);
    expect(exitCode).toBe(0);
    const said = JSON.parse(stdout);
    expect(said).toMatchObject({ weight: 450, places: 4, uncounted: 1, unreachable: 1, groups: { older: 46 } });
    expect(said.bands[0]).toMatchObject({
      minutes: 10,
      weight: 100,
      share: 100 / 450,
      groups: { older: { weight: 41 } },
    });
    expect(said.areas.township.map((one: { area: string; weight: number }) => [one.area, one.weight])).toEqual([
      ['A', 100],
      ['B', 350],
    ]);
    expect(said.leftOut.map((one: { id: string }) => one.id)).toEqual(['off', 'middle']);
    // At a quarter more than the time, the middle is within: 1400 s is 23.3 min; at ×1.2 it is 19.4 min.
    expect(said.sensitivity).toEqual([
      { speed: 0.8, minutes: 20, weight: 100, share: 100 / 450 },
      { speed: 1, minutes: 20, weight: 100, share: 100 / 450 },
      { speed: 1.2, minutes: 20, weight: 400, share: 400 / 450 },
      { speed: 1, minutes: 15, weight: 100, share: 100 / 450 },
      { speed: 1, minutes: 25, weight: 400, share: 400 / 450 },
    ]);
    const { features } = JSON.parse(readFileSync(out, 'utf8'));
    expect(features[3].properties).toMatchObject({ id: 'uncounted', weight: null, site: 'east', seconds: 100 });
  });
});

describe('circle isochrone', () => {
  it('draws each band around the road as clean rings, the outer one counter-clockwise', async () => {
    const out = join(folder, 'I.geojson');
    const said = await isochroneCommand([
      graph,
      '--sites',
      sites,
      '--minutes',
      '5,10',
      '--cell',
      '100',
      '--out',
      out,
      '--json',
    ]);
    expect(said.exitCode).toBe(0);
    const { features } = JSON.parse(readFileSync(out, 'utf8'));
    expect(features.map((one: { properties: { minutes: number } }) => one.properties.minutes)).toEqual([5, 10]);
    for (const { geometry } of features) {
      expect(geometry.coordinates).toHaveLength(2);
      for (const [outer] of geometry.coordinates as [number, number][][][]) {
        const ring = outer as [number, number][];
        expect(ring[0]).toEqual(ring.at(-1));
        expect(ring.length).toBeLessThan(40);
        const twice = ring.reduce((sum, [x, y], n) => {
          const [nx, ny] = ring[(n + 1) % ring.length] as [number, number];
          return sum + x * ny - nx * y;
        }, 0);
        expect(twice).toBeGreaterThan(0);
      }
    }
    // Ten minutes are six kilometres of road.
    const west = (features[1].geometry.coordinates as [number, number][][][])
      .flat(2)
      .map(([x]) => x)
      .filter((x) => x < 100.13);
    expect(Math.max(...west)).toBeCloseTo(100 + m(6000), 2);
  });
});

const data = process.env.FAYUAN_TEST_DATA;
describe.skipIf(data === undefined)('on a real extract', () => {
  it.each(['andorra-2023', 'liechtenstein-2015'])(
    '%s: nearest is what plain Dijkstra finds on the exported graph',
    async (name) => {
      const path = join(folder, `${name}.graph`);
      const profile = loadProfile('drive');
      const { ways } = readExtract(join(data ?? '', 'osm', `${name}.osm.pbf`), profile);
      buildGraph(path, { ways, profile, crs: 'wgs84', source: { name, bytes: 0, sha256: '' } });
      const roads = openGraph(path);
      const random = seededRandom(11);
      const place = (n: number): string => `${roads.nodeLon[n]},${roads.nodeLat[n]}`;
      const junctions = Array.from({ length: roads.facts.junctions }, (_, n) => n);
      // A barrier is the end of a road on both its sides: two junctions at one place, and a place cannot tell which is meant.
      const times = new Map<string, number>();
      for (const n of junctions) times.set(place(n), (times.get(place(n)) ?? 0) + 1);
      const core = junctions.filter((n) => roads.nodeComponent[n] === 0 && times.get(place(n)) === 1);
      const pick = (count: number): number[] =>
        Array.from({ length: count }, () => core[Math.floor(random() * core.length)] as number);
      const csv = (nodes: readonly number[]): string =>
        `id,lon,lat,weight\n${nodes.map((n, k) => `${k},${(roads.nodeLon[n] as number) / 1e7},${(roads.nodeLat[n] as number) / 1e7},1`).join('\n')}\n`;
      const [at, from] = [pick(40), pick(600)];
      const [nodes, edges] = [join(folder, `${name}.N.csv`), join(folder, `${name}.E.csv`)];
      await exportCommand([path, '--edges', edges, '--nodes', nodes]);
      const costs = dijkstraTo(roads, readFileSync(edges, 'utf8'), at);
      const said = await nearestCommand([
        path,
        '--sites',
        file('s.csv', csv(at)),
        '--demand',
        file('d.csv', csv(from)),
        '--json',
      ]);
      const wrong = (JSON.parse(said.stdout) as { seconds: number }[]).filter(
        ({ seconds }, k) => Math.round(seconds * 10) !== costs[from[k] as number],
      );
      expect(wrong).toEqual([]);
    },
  );
});

/** Costs from every node to the nearest of some junctions, by repeated relaxing (Bellman-Ford): nothing in common with our search. */
function dijkstraTo(roads: RoadGraph, edges: string, junctions: readonly number[]): number[] {
  const arcs = edges
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').map(Number) as [number, number, number]);
  const cost = new Array<number>(roads.nodes).fill(Number.POSITIVE_INFINITY);
  for (let n = 0; n < roads.nodes; n += 1) if (junctions.includes(roads.nodeOrigin[n] as number)) cost[n] = 0;
  for (let changed = true; changed; ) {
    changed = false;
    for (const [tail, head, time] of arcs) {
      const there = (cost[head] as number) + time;
      if (there >= (cost[tail] as number)) continue;
      cost[tail] = there;
      changed = true;
    }
  }
  return cost;
}
