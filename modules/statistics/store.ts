import { sql } from 'kysely';
import type { Tx } from '../../kernel/use-case/index.ts';

/** One cell: so many of `name` in a month at a tenant, where `dimension` has this value. */
export interface CountCell {
  readonly tenant: string;
  readonly name: string;
  readonly month: string;
  readonly dimension: string;
  readonly value: string;
  readonly n: number;
}

/** Counters of some tenants over a span of months, both ends included. */
export async function selectCounters(
  tx: Tx,
  tenants: readonly string[],
  from: string,
  to: string,
): Promise<readonly CountCell[]> {
  return tx.db
    .selectFrom('counter')
    .select((eb) => ['tenant', 'name', 'month', 'dimension', 'value', eb.fn.sum<number>('n').as('n')])
    .where('tenant', 'in', [...tenants])
    .where('month', '>=', from)
    .where('month', '<=', to)
    .groupBy(['tenant', 'name', 'month', 'dimension', 'value'])
    .execute()
    .then((rows) => rows.map((r) => ({ ...r, n: Number(r.n) })));
}

/** Every counter that stands, over all tenants and months. */
export async function selectAllCounters(tx: Tx): Promise<readonly CountCell[]> {
  const { rows } = await sql<CountCell>`
SELECT tenant, name, month, dimension, value, sum(n)::int8 AS n FROM counter GROUP BY tenant, name, month, dimension, value HAVING sum(n) <> 0`.execute(
    tx.db,
  );
  return rows;
}
