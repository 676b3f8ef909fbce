import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';

/** Distinct statements kept prepared on each connection; whatever comes after them runs unnamed. */
const mostPrepared = 400;

/**
 * The pool, with every parameterised statement prepared under a name of its own: parsed and planned once a connection
 * instead of once a call. Statements sent together are pipelined by the driver and answered in order.
 */
export function preparedPool(pool: pg.Pool): PostgresPool {
  const names = new Map<string, string>();
  const wrapped = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text);
    if (known !== undefined || names.size >= mostPrepared) return known;
    const name = `s${names.size}`;
    names.set(text, name);
    return name;
  };
  const wrap = (client: pg.PoolClient): PostgresPoolClient => {
    const query = (text: unknown, values?: readonly unknown[]): unknown => {
      if (typeof text !== 'string' || values === undefined || values.length === 0)
        return client.query(text as string, values as unknown[]);
      const name = nameOf(text);
      return client.query(name === undefined ? { text, values: [...values] } : { name, text, values: [...values] });
    };
    return { query, release: () => client.release() } as PostgresPoolClient;
  };
  return {
    connect: async () => {
      const client = await pool.connect();
      const known = wrapped.get(client) ?? wrap(client);
      wrapped.set(client, known);
      return known;
    },
    end: () => pool.end(),
  };
}
