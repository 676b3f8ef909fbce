import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { onServer } from '../../../kernel/testing/on-server.ts';
import { buildGraph } from '../roads/build-graph.ts';
import { openGraph } from '../roads/graph/graph-file.ts';
import type { RoadGraph } from '../roads/graph/road-graph.ts';
import { readExtract } from '../roads/pbf/read-extract.ts';
import { loadProfile } from '../roads/profile.ts';
import { seededRandom } from '../siting/random.ts';
import { copiesOf } from './approach.ts';
import { travelMatrix } from './matrix.ts';
import { openNetwork } from './network.ts';
import { unreached } from './search.ts';
import type { Snap } from './snap.ts';

/** Real extracts, where they are to be had: © OpenStreetMap contributors, ODbL 1.0. */
const folder = join(process.env.FAYUAN_TEST_DATA ?? '', 'osm');
const server = inject('postgresUrl');

/** A second engine that shares nothing with ours, where it is installed on the test server. */
async function hasPgRouting(): Promise<boolean> {
  if (server === '') return false;
  const [row] = await ask(server, `SELECT 1 FROM pg_available_extensions WHERE name = 'pgrouting'`);
  return row !== undefined;
}

async function ask<R extends pg.QueryResultRow>(url: string, text: string, values: unknown[] = []): Promise<R[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<R>(text, values)).rows;
  } finally {
    await client.end();
  }
}

const arcsAlong = 'SELECT id, source, target, cost FROM arcs';
const arcsAgainst = 'SELECT id, target AS source, source AS target, cost FROM arcs';

describe.skipIf(!existsSync(folder) || !(await hasPgRouting()))('against pgRouting, on real extracts', () => {
  const name = `fayuan_pgrouting_${randomBytes(6).toString('hex')}`;
  const database = new URL(server === '' ? 'postgres://localhost' : server);
  database.pathname = `/${name}`;
  const scratch = mkdtempSync(join(tmpdir(), 'fayuan-pgrouting-'));

  beforeAll(async () => {
    await onServer(server, `CREATE DATABASE ${name}`);
    await ask(database.href, 'CREATE EXTENSION pgrouting CASCADE');
  });
  afterAll(async () => {
    await onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    rmSync(scratch, { recursive: true, force: true });
  });

  async function load(extract: string, profile: string): Promise<RoadGraph> {
    const path = join(scratch, `${extract}-${profile}.graph`);
    const loaded = loadProfile(profile);
    const { ways } = readExtract(join(folder, `${extract}.osm.pbf`), loaded);
    buildGraph(path, { ways, profile: loaded, crs: 'wgs84', source: { name: extract, bytes: 0, sha256: '' } });
    const graph = openGraph(path);
    const [tails, heads, costs]: [number[], number[], number[]] = [[], [], []];
    for (let node = 0; node < graph.nodes; node += 1)
      for (let arc = graph.forwardFirst[node] as number; arc < (graph.forwardFirst[node + 1] as number); arc += 1) {
        tails.push(node);
        heads.push(graph.forward[2 * arc] as number);
        costs.push(graph.forward[2 * arc + 1] as number);
      }
    await ask(
      database.href,
      `CREATE TABLE arcs AS SELECT row_number() OVER () AS id, source, target, cost::float8
       FROM unnest($1::bigint[], $2::bigint[], $3::int[]) AS given (source, target, cost)`,
      [tails, heads, costs],
    );
    return graph;
  }

  it.each([
    ['andorra-2023', 'drive'],
    ['liechtenstein-2015', 'walk'],
  ])(
    '%s, %s: the nearest of 25 sites from every node, and a table of 25 × 60, are the same to the decisecond',
    async (extract, profile) => {
      const graph = await load(extract, profile);
      try {
        const network = openNetwork(graph);
        const copies = copiesOf(graph);
        const random = seededRandom(5);
        const junctions = Array.from({ length: 85 }, () => Math.floor(random() * graph.facts.junctions));
        const [sites, doors] = [junctions.slice(0, 25), junctions.slice(25)];
        // A site at a junction is at all of its copies; of a multi-source search pgRouting's `equicost` form is wrong, the plain one is right.
        const allOf = (junction: number): number[] => [junction, ...copies(junction)];

        const { found } = network.timesTo(sites.map((junction) => standingAt(graph, junction)));
        const nearest = await ask<{ node: string; cost: number }>(
          database.href,
          `SELECT node, min(agg_cost) AS cost FROM pgr_drivingDistance($1, $2::bigint[], 1e9, true) GROUP BY node`,
          [arcsAgainst, sites.flatMap(allOf)],
        );
        const expected = new Array<number>(graph.nodes).fill(unreached);
        for (const { node, cost } of nearest) expected[Number(node)] = cost;
        expect(nearest.length).toBeGreaterThan(0.9 * graph.nodes);
        expect(Array.from({ length: graph.nodes }, (_, node) => found[2 * node])).toEqual(expected);

        const times = travelMatrix(
          network,
          doors.map((junction) => standingAt(graph, junction)),
          sites.map((junction) => standingAt(graph, junction)),
        );
        const costs = await ask<{ start_vid: string; end_vid: string; agg_cost: number }>(
          database.href,
          'SELECT start_vid, end_vid, agg_cost FROM pgr_dijkstraCost($1, $2::bigint[], $3::bigint[], true)',
          [arcsAlong, doors, sites.flatMap(allOf)],
        );
        const between = new Map(costs.map((row) => [`${row.start_vid} ${row.end_vid}`, row.agg_cost]));
        const cost = (door: number, site: number): number =>
          Math.min(...allOf(site).map((end) => (door === end ? 0 : (between.get(`${door} ${end}`) ?? unreached))));
        expect([...times]).toEqual(sites.flatMap((site) => doors.map((door) => cost(door, site))));
      } finally {
        await ask(database.href, 'DROP TABLE IF EXISTS arcs');
      }
    },
  );
});

/** A door right at a junction. */
function standingAt({ edgeFrom, edgeTo }: RoadGraph, junction: number): Snap {
  const from = edgeFrom.indexOf(junction);
  const [edge, share] = from >= 0 ? [from, 0] : [edgeTo.indexOf(junction), 1];
  return { edge, share, metres: 0, walk: 0, inCore: true };
}
