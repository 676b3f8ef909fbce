import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { extractBytes, keep, scratch, secondsBetween } from '../testing/tiny-extract.ts';
import { buildCommand } from './build-command.ts';
import { openGraph } from './graph/graph-file.ts';

const town = {
  points: { a: [99.1, 25.1], b: [99.11, 25.1], c: [99.12, 25.1], d: [99.11, 25.11], x: [99.5, 25.5], y: [99.51, 25.5] },
  at: { c: 'barrier=bollard' },
  ways: ['a b: highway=tertiary', 'b c: highway=tertiary', 'b d: highway=track', 'x y gone: highway=track'],
  rules: ['no_left_turn: 1 b 3'],
} as const;
const pbf = keep(extractBytes(town), 'town.osm.pbf');
const roads = keep(
  'from_lon,from_lat,to_lon,to_lat,class,name\n99.1,25.1,99.2,25.1,县道,瓦房线\n99.2,25.1,99.2,25.2,村道,\n',
  'roads.csv',
);
const lines = keep(
  JSON.stringify({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { 道路等级: '县道' },
        geometry: {
          type: 'LineString',
          coordinates: [
            [99.1, 25.1],
            [99.2, 25.1],
          ],
        },
      },
    ],
  }),
  'roads.geojson',
);

describe('what the command answers', () => {
  test('counts, checksum, warnings and how long it took, as JSON', async () => {
    const out = scratch('town.graph');
    const { exitCode, stdout, stderr } = await buildCommand([pbf, '--out', out, '--json']);
    expect(exitCode).toBe(0);
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({
      graph: basename(out),
      profile: 'drive',
      crs: { stored: 'WGS84', imported: 'wgs84' },
      source: { name: basename(pbf), bytes: readFileSync(pbf).length, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      nodes: 6,
      edges: 4,
      core: 4,
      islands: 1,
      largestIslands: [{ nodes: 2, lon: 99.5, lat: 25.5 }],
      barriers: 1,
      turnRules: 1,
      missingNodes: 1,
      checksum: openGraph(out).checksum,
      seconds: expect.any(Number),
    });
    const codes = report.warnings.map(({ code }: { code: string }) => code);
    expect(codes).toEqual(['speedsUnverified', 'smallCore', 'islands', 'missingNodes']);
    for (const { zh, en } of report.warnings) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).not.toMatch(/\p{Script=Han}/u);
      expect(stderr).toContain(`${zh} · ${en}`);
    }
  });

  test('for people it is three lines', async () => {
    const { stdout } = await buildCommand(['--profile', 'walk', '--out', scratch('w.graph'), pbf]);
    expect(stdout.split('\n')).toHaveLength(3);
    expect(stdout).toContain('最大 largest：2 点 nodes @ 99.5, 25.5');
  });

  test('options and the file in any order; the same roads give the same bytes under any name', async () => {
    const [one, other] = [scratch('one.graph'), scratch('other.graph')];
    await buildCommand([pbf, '--out', one]);
    await buildCommand([`--out=${other}`, '--json', pbf]);
    expect(readFileSync(one).equals(readFileSync(other))).toBe(true);
  });

  test('a profile from a file of the operator’s', async () => {
    const own = JSON.parse(readFileSync(new URL('./profiles/drive.json', import.meta.url), 'utf8'));
    const file = keep(JSON.stringify({ ...own, name: 'bus', speeds: { tertiary: 10 } }), 'bus.json');
    const out = scratch('bus.graph');
    const { stdout } = await buildCommand([pbf, '--out', out, '--profile', file, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ profile: 'bus', edges: 2 });
    expect(openGraph(out).facts.profile.speeds).toEqual({ tertiary: 10 });
  });

  test('roads of the city’s own, their system kept', async () => {
    for (const [file, edges] of [
      [roads, 2],
      [lines, 1],
    ] as const) {
      const out = scratch('own.graph');
      const { exitCode, stdout } = await buildCommand([file, '--crs', 'gcj02', '--out', out, '--schematic', '--json']);
      expect(exitCode).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({ edges, crs: { stored: 'WGS84', imported: 'gcj02' }, core: edges + 1 });
      const { facts, nodeLon } = openGraph(out);
      expect(facts.schematic).toBe(true);
      // Some hundreds of metres off where the file has it.
      for (const lon of nodeLon) expect(Math.abs(lon - Math.round(lon / 1e6) * 1e6)).toBeGreaterThan(1000);
    }
    const out = scratch('wgs.graph');
    await buildCommand([roads, '--crs', 'wgs84', '--out', out]);
    expect(secondsBetween(openGraph(out), [99.1, 25.1], [99.2, 25.2])).toBeGreaterThan(0);
  });
});

describe('bad input: exit 2, one line, no file left', () => {
  const out = scratch('never.graph');
  test.each([
    ['no file', ['--out', out], /^\/FILE: .*missing$/],
    ['no place for it', [pbf], /^\/out: .*--out is missing$/],
    ['a file too many', [pbf, pbf, '--out', out], /^\/argument: .*unexpected/],
    ['an option that is not known', [pbf, '--out', out, '--speed'], /^\/speed: /],
    ['a profile that is not known', [pbf, '--out', out, '--profile', 'fly'], /^\/profile: .*no such profile: fly/],
    ['no such extract', ['/nowhere/x.osm.pbf', '--out', out], /^\/FILE: .*ENOENT/],
    ['a foreign file', [keep('PK', 'x.zip'), '--out', out], /^\/FILE: /],
    [
      'a cut file',
      [keep(extractBytes(town).subarray(0, 300), 'cut.osm.pbf'), '--out', out],
      /^\/FILE: .*breaks off at byte 300/,
    ],
    ['no folder of heights', [pbf, '--out', out, '--dem', '/nowhere'], /^\/dem: /],
    ['own roads in a system nobody named', [roads, '--out', out], /^\/crs: .*--crs is missing/],
    ['a system that is not known', [roads, '--out', out, '--crs', 'bd09'], /^\/crs: .*no such system: bd09/],
    ['an extract in another system', [pbf, '--out', out, '--crs', 'gcj02'], /^\/crs: .*always in wgs84/],
    ['a box upside down', [roads, '--out', out, '--crs', 'wgs84', '--bbox', '99,26,100,25'], /^\/bbox: /],
    ['a box of three', [roads, '--out', out, '--crs', 'wgs84', '--bbox', '99,26,100'], /^\/bbox: /],
    [
      'roads outside the box',
      [lines, '--out', out, '--crs', 'wgs84', '--bbox', '98,24,99,26'],
      /^\/FILE\/features\/0\/geometry\/coordinates\/0: .*outside 98,24,99,26/,
    ],
    ['a place that cannot be written', [pbf, '--out', '/nowhere/x.graph'], /^\/out: .*cannot write/],
  ])('%s', async (_, argv, line) => {
    const { exitCode, stdout, stderr } = await buildCommand(argv);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(line);
    expect(stderr.split('\n')).toHaveLength(1);
    expect(readdirSync(dirname(out)).filter((name) => name.startsWith(basename(out)))).toEqual([]);
  });

  test('a graph that stands stays as it is when the next cannot be built', async () => {
    const standing = scratch('standing.graph');
    await buildCommand([pbf, '--out', standing]);
    const before = readFileSync(standing);
    expect((await buildCommand([keep('PK', 'x.zip'), '--out', standing])).exitCode).toBe(2);
    expect(readFileSync(standing).equals(before)).toBe(true);
  });

  test('heights are used where they are given', async () => {
    const dem = scratch('dem');
    mkdirSync(dem);
    expect((await buildCommand([pbf, '--out', out, '--dem', dem])).stderr).toMatch(/holds no .hgt file/);
  });
});

/** Real extracts, where they are to be had: © OpenStreetMap contributors, ODbL 1.0. */
const folder = join(process.env.FAYUAN_TEST_DATA ?? '', 'osm');
describe.skipIf(!existsSync(folder))('real extracts', () => {
  test.each([
    // junctions by car, on foot, and kilometres by car, each as the extract of its day has them
    ['andorra-2023', 'drive', 5415, 839],
    ['andorra-2023', 'walk', 8774, 1911],
    ['liechtenstein-2015', 'drive', undefined, undefined],
    ['liechtenstein-2015', 'walk', 6077, 1115],
  ])('%s, %s', async (name, profile, nodes, kilometres) => {
    const out = scratch('real.graph');
    const { exitCode, stdout } = await buildCommand([
      join(folder, `${name}.osm.pbf`),
      '--profile',
      profile,
      '--out',
      out,
      '--json',
    ]);
    expect(exitCode).toBe(0);
    const report = JSON.parse(stdout);
    if (nodes !== undefined) expect([report.nodes, report.kilometres]).toEqual([nodes, kilometres]);
    expect(report.core / report.nodes).toBeGreaterThan(0.9);
    expect(report.arcs).toBeGreaterThan(report.edges);
    expect(report.arcs).toBeLessThan(3 * report.edges);
    const graph = openGraph(out);
    expect(graph.checksum).toBe(report.checksum);
    const { west, south, width, height } = graph.facts.box;
    for (let node = 0; node < graph.nodes; node += 1) {
      const [lon, lat] = [graph.nodeLon[node] as number, graph.nodeLat[node] as number];
      if (lon < west || lon > west + width || lat < south || lat > south + height)
        throw new Error(`${node} out of the box`);
    }
    for (const arc of graph.edgeArcs) if (arc >= graph.arcs) throw new Error(`no such arc: ${arc}`);
  });

  test('Andorra has turn rules, barriers and an end at every border', async () => {
    const { stdout } = await buildCommand([
      join(folder, 'andorra-2023.osm.pbf'),
      '--out',
      scratch('real.graph'),
      '--json',
    ]);
    const { turnRules, barriers, source } = JSON.parse(stdout);
    expect(turnRules).toBeGreaterThan(50);
    expect(barriers).toBeGreaterThan(5);
    expect(source.dataAt).toMatch(/^2023-05-02/);
  });
});
