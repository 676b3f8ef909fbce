import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from './server.ts';

/** A PostgreSQL server to measure on. */
export interface PostgresServer {
  /** Folder of `pgbench` and its like. */
  readonly bin: string;
  readonly version: string;
  readonly settings: Readonly<Record<string, string>>;
  /** Address of a fresh database of this name, made now and dropped at the end. */
  createDatabase(name: string): Promise<string>;
  stop(): Promise<void>;
}

const told = ['shared_buffers', 'fsync', 'synchronous_commit', 'full_page_writes', 'max_wal_size'];

/** The server at `url`, or without one a fresh cluster of its own with default settings. */
export async function openPostgres(url: string | undefined): Promise<PostgresServer> {
  const bin = binaries();
  const own = url === undefined ? await startCluster(bin) : undefined;
  const address = new URL(url ?? `postgres://postgres@127.0.0.1:${own?.port}/postgres`);
  const made: string[] = [];
  const ask = async (text: string): Promise<readonly Record<string, string>[]> => {
    const client = new pg.Client({ connectionString: address.href });
    await client.connect();
    try {
      return (await client.query(text)).rows;
    } finally {
      await client.end();
    }
  };
  const settings: Record<string, string> = {};
  for (const name of [...told, 'server_version']) settings[name] = (await ask(`SHOW ${name}`))[0]?.[name] ?? '';
  const { server_version: version = '', ...rest } = settings;
  return {
    bin,
    version,
    settings: rest,
    createDatabase: async (name) => {
      const unique = `${name}_${process.pid}`;
      await ask(`CREATE DATABASE ${unique}`);
      made.push(unique);
      const its = new URL(address);
      its.pathname = `/${unique}`;
      return its.href;
    },
    stop: async () => {
      for (const name of made) await ask(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      own?.stop();
    },
  };
}

async function startCluster(bin: string): Promise<{ readonly port: number; stop(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'fayuan-bench-pg-'));
  const asRoot = process.getuid?.() === 0;
  if (asRoot) call('chown', ['postgres', folder]);
  chmodSync(folder, 0o700);
  // PostgreSQL refuses to run as root.
  const asPostgres = (program: string, args: readonly string[]): void =>
    asRoot ? call('runuser', ['-u', 'postgres', '--', join(bin, program), ...args]) : call(join(bin, program), args);
  const data = join(folder, 'data');
  asPostgres('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8']);
  const port = await freePort();
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1`;
  asPostgres('pg_ctl', ['-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start']);
  return {
    port,
    stop: () => {
      asPostgres('pg_ctl', ['-D', data, '-m', 'fast', '-w', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function binaries(): string {
  const folders = ['15', '16', '17', '18'].map((major) => `/usr/lib/postgresql/${major}/bin`);
  const found = [...folders, '/usr/bin', '/usr/local/bin'].find((folder) => existsSync(join(folder, 'pgbench')));
  if (found === undefined) throw new Error('没有找到 pgbench · pgbench (PostgreSQL 15 or later) is needed');
  return found;
}

function call(program: string, args: readonly string[]): void {
  // pg_ctl hands its streams on to the server: only files and nothing may be given to it.
  const { status, error } = spawnSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'], cwd: tmpdir() });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${error?.message ?? status}`);
}
