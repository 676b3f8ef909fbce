import pg from 'pg';
import type { ArcRows } from '../../modules/circle/index.ts';

/** A table of costs by pgRouting. */
export interface PgRoutingTable {
  /** The better of two runs; counted on the server, so that nothing is sent. */
  readonly milliseconds: number;
  /** Sum of all costs in the table. */
  readonly total: number;
}

/**
 * Costs from each of the sources to each of the targets by `pgr_dijkstraCost`, the quickest of pgRouting's forms for this: it stops when
 * the targets are found, and is asked from the fewer side. `pgr_dijkstraCostMatrix` would search from every place, `pgr_drivingDistance`
 * hands out every node.
 * @returns undefined where pgRouting is not installed on the server
 */
export async function tableByPgRouting(
  databaseUrl: string,
  { first, pairs }: ArcRows,
  sources: readonly number[],
  targets: readonly number[],
): Promise<PgRoutingTable | undefined> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const there = await client.query("SELECT 1 FROM pg_available_extensions WHERE name = 'pgrouting'");
    if (there.rows.length === 0) return undefined;
    await client.query('CREATE EXTENSION pgrouting CASCADE');
    await client.query('CREATE TABLE arcs (id int PRIMARY KEY, source int, target int, cost float8)');
    const tails = new Int32Array(pairs.length / 2);
    for (let node = 0; node + 1 < first.length; node += 1) tails.fill(node, first[node], first[node + 1]);
    await client.query(
      `INSERT INTO arcs SELECT row_number() OVER (), source, target, cost
       FROM unnest($1::int[], $2::int[], $3::int[]) AS given (source, target, cost)`,
      [[...tails], [...pairs.filter((_, n) => n % 2 === 0)], [...pairs.filter((_, n) => n % 2 === 1)]],
    );
    await client.query('ANALYZE arcs');
    let [milliseconds, total] = [Number.POSITIVE_INFINITY, 0];
    for (let run = 0; run < 2; run += 1) {
      const began = performance.now();
      const { rows } = await client.query(
        `SELECT sum(agg_cost) AS total
         FROM pgr_dijkstraCost('SELECT id, source, target, cost FROM arcs', $1::int[], $2::int[], true)`,
        [sources, targets],
      );
      milliseconds = Math.min(milliseconds, performance.now() - began);
      total = Number(rows[0]?.total);
    }
    return { milliseconds, total };
  } finally {
    await client.end();
  }
}
