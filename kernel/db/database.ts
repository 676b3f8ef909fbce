import { CamelCasePlugin, Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { appRole } from './migrations.ts';
import { beginOpening, type Opening } from './opening.ts';
import { preparedPool, preparing } from './prepared-pool.ts';
import type { KernelTables } from './tables.ts';
import { type Trips, tripsOver } from './trips.ts';
import { registerTypes } from './types.ts';

/** What a transaction may see: the second lock behind the use cases' own checks (row-level security). */
export interface Scope {
  readonly tenants: readonly string[] | '*';
  /** Agencies whose own intake stays visible to them, whichever centre became competent. */
  readonly agencies: readonly string[];
}

export const wholeCountry: Scope = { tenants: '*', agencies: [] };

/** Runs the one statement that ends a transaction, and commits. Nothing may be sent after it. */
export type CommitWith = (last: () => Promise<unknown>) => Promise<void>;

export interface Database {
  readonly engine: 'embedded' | 'postgres';
  /** The owner's hand: migrations and maintenance only. */
  readonly owner: Kysely<unknown>;
  /**
   * Run one transaction under the application role, seeing only `scope`. Commits on return, rolls back on throw.
   * Work that ends in a statement may hand it to `commitWith`, which sends the commit along with it: one trip less.
   */
  transaction<T>(scope: Scope, work: (db: Kysely<KernelTables>, commitWith: CommitWith) => Promise<T>): Promise<T>;
  /** Read under the application role, each statement a read-only transaction of its own, sent in one trip. */
  look<T>(scope: Scope, read: (db: Kysely<KernelTables>) => Promise<T>): Promise<T>;
  /** True when the server answers. */
  ping(): Promise<boolean>;
  /** The data folder as a tar file (embedded engine only). */
  dump?(): Promise<Uint8Array>;
  /** The embedded engine has no background workers: statistics and dead rows are ours to tend. */
  vacuum?(): Promise<void>;
  close(): Promise<void>;
}

export type DatabaseTarget =
  | { readonly engine: 'embedded'; readonly folder: string | 'memory'; readonly template?: string }
  | { readonly engine: 'embedded'; readonly opening: Opening }
  | { readonly engine: 'postgres'; readonly url: string; readonly poolSize?: number };

/**
 * Open the database.
 * @throws FolderInUse when another process holds the embedded folder
 */
export async function openDatabase(target: DatabaseTarget): Promise<Database> {
  registerTypes();
  if (target.engine === 'postgres') return openServer(target.url, target.poolSize ?? 10);
  return openEmbedded('opening' in target ? target.opening : beginOpening(target.folder, target.template));
}

async function openEmbedded(opening: Opening): Promise<Database> {
  try {
    const embedded = await opening.embedded;
    const pool = new pg.Pool({
      max: 1,
      user: 'postgres',
      database: 'postgres',
      // One session exists: asking for a second while a transaction is open is a bug, and must fail instead of hanging.
      connectionTimeoutMillis: 20_000,
      idleTimeoutMillis: 0,
      stream: () => embedded.stream() as never,
      pipeline: true,
    } as pg.PoolConfig);
    const base = overPool('embedded', pool);
    return {
      ...base,
      dump: () => embedded.dump(),
      vacuum: async () => {
        await sql.raw('VACUUM ANALYZE').execute(base.owner);
      },
      close: async () => {
        await base.close();
        await embedded.close();
        opening.unlock();
      },
    };
  } catch (error) {
    opening.unlock();
    throw error;
  }
}

async function openServer(url: string, poolSize: number): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 3_000,
    idle_in_transaction_session_timeout: 60_000,
    application_name: 'fayuan',
    pipeline: true,
  } as pg.PoolConfig);
  return overPool('postgres', pool);
}

function overPool(engine: Database['engine'], pool: pg.Pool): Database {
  // An idle connection that breaks is simply dropped from the pool; the next request opens another. One that breaks in use
  // fails the statements on it.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const prepare = preparing();
  const kysely = new Kysely<KernelTables>({
    dialect: new PostgresDialect({ pool: preparedPool(pool, prepare) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  const tripsOf = new WeakMap<pg.PoolClient, Trips>();
  const checkedOut = async <T>(use: (trips: Trips) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    const trips = tripsOf.get(client) ?? tripsOver(client, prepare(client));
    tripsOf.set(client, trips);
    let usable = true;
    try {
      return await use(trips);
    } catch (error) {
      usable = await trips.rollback();
      throw error;
    } finally {
      trips.done();
      client.release(!usable);
    }
  };
  return {
    engine,
    owner: kysely as unknown as Kysely<unknown>,
    transaction: async (scope, work) => {
      const opening = begin(scope);
      return checkedOut(async (trips) => {
        trips.begin(opening);
        const result = await work(trips.db, trips.commitWith);
        await trips.commit();
        return result;
      });
    },
    look: async (scope, read) => {
      const opening = begin(scope, ' READ ONLY');
      return checkedOut((trips) => {
        trips.lookOnly(opening);
        return read(trips.db);
      });
    },
    ping: async () => {
      try {
        await sql.raw('SELECT 1').execute(kysely);
        return true;
      } catch {
        return false;
      }
    },
    close: () => kysely.destroy(),
  };
}

/** In one message: begin, drop to the application role, say what may be seen. Values are checked, not escaped. */
function begin(scope: Scope, mode = ''): string {
  const tenants = scope.tenants === '*' ? '*' : scope.tenants.join(',');
  const agencies = scope.agencies.join(',');
  if (!/^(\*|[0-9,]*)$/.test(tenants) || !/^[0-9a-f,-]*$/i.test(agencies)) throw new Error('malformed scope');
  return `BEGIN${mode}; SET LOCAL ROLE ${appRole}; SET LOCAL fayuan.tenants = '${tenants}'; SET LOCAL fayuan.agencies = '${agencies}'`;
}
