import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { onServer } from '../../../kernel/testing/on-server.ts';
import { freePort } from './program.ts';

const run = promisify(execFile);
const binaries = ['/usr/lib/postgresql/15/bin', '/usr/lib/postgresql/16/bin', '/usr/lib/postgresql/17/bin'].find(
  (folder) => existsSync(join(folder, 'initdb')),
);

/** PostgreSQL refuses to run as root, so a cluster of one's own takes its programs and the right to become `postgres`. */
export const canRunCluster = binaries !== undefined && process.platform === 'linux' && userInfo().uid === 0;

/** A PostgreSQL server of the test's own, that may be stopped as roughly as a test likes. */
export interface Cluster {
  readonly url: string;
  start(): Promise<void>;
  /** `immediate` is a crash: nothing is finished, nothing written out. */
  stop(mode: 'fast' | 'immediate'): Promise<void>;
  remove(): Promise<void>;
}

/** A started cluster with one empty database. */
export async function openCluster(): Promise<Cluster> {
  const folder = await mkdtemp(join(tmpdir(), 'fayuan-cluster-'));
  const { stdout: ids } = await run('id', ['-u', 'postgres']);
  await chown(folder, Number(ids), -1);
  const asPostgres = (program: string, ...args: readonly string[]) =>
    run('runuser', ['-u', 'postgres', '--', join(binaries ?? '', program), ...args], { cwd: folder });
  const data = join(folder, 'data');
  const port = await freePort();
  await asPostgres('initdb', '-D', data, '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync');
  const start = async () => {
    const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c max_connections=40`;
    await asPostgres('pg_ctl', 'start', '-w', '-D', data, '-l', join(folder, 'log'), '-o', options);
  };
  const stop = async (mode: string) => {
    await asPostgres('pg_ctl', 'stop', '-w', '-D', data, '-m', mode);
  };
  await start();
  const server = `postgres://postgres@127.0.0.1:${port}`;
  await onServer(`${server}/postgres`, 'CREATE DATABASE fayuan');
  return {
    url: `${server}/fayuan`,
    start,
    stop,
    remove: async () => {
      await stop('immediate').catch(() => undefined);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
