import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';

/** Distinct statements kept prepared on each connection; whatever comes after them runs unnamed. */
const mostPrepared = 400;

/** Sends one statement, prepared under a name where it has parameters. */
export type PreparedQuery = (text: string, values?: readonly unknown[]) => Promise<unknown>;

/**
 * Every parameterised statement that comes again under a name of its own: parsed and planned once a connection instead of
 * once a call. A statement seen for the first time may be the only one of its shape, and takes no name.
 * Statements sent together are pipelined by the driver and answered in order.
 */
export function preparing(): (client: pg.PoolClient) => PreparedQuery {
  const names = new Map<string, string>();
  let once = new Set<string>();
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text);
    if (known !== undefined || names.size >= mostPrepared) return known;
    if (!once.delete(text)) {
      if (once.size >= mostPrepared) once = new Set();
      once.add(text);
      return undefined;
    }
    const name = `s${names.size}`;
    names.set(text, name);
    return name;
  };
  return (client) => (text, values) => {
    if (typeof text !== 'string' || values === undefined || values.length === 0) {
      return client.query(text as string, values as unknown[]);
    }
    const name = nameOf(text);
    return client.query(name === undefined ? { text, values: [...values] } : { name, text, values: [...values] });
  };
}

/** The pool as Kysely sees it, its statements prepared. */
export function preparedPool(pool: pg.Pool, prepare: ReturnType<typeof preparing>): PostgresPool {
  const wrapped = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    connect: async () => {
      const client = await pool.connect();
      const known =
        wrapped.get(client) ?? ({ query: prepare(client), release: () => client.release() } as PostgresPoolClient);
      wrapped.set(client, known);
      return known;
    },
    end: () => pool.end(),
  };
}
