import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cluster, canRunCluster, openCluster } from './house/cluster.ts';
import { signedIn } from './house/counter.ts';
import { application, found } from './house/founded.ts';
import { built, endAll, fayuan, type Running, serve } from './house/program.ts';

/*
 * Several processes serve one port: whoever is asked, the answer is that of one house.
 */

describe.skipIf(!built)('how many processes may serve', () => {
  test.each([
    ['the embedded database has one', ['--processes', '2'], 'DATABASE_URL'],
    ['none is not a number of processes', ['--processes', '0'], '--processes'],
    ['half a process neither', ['--processes=1.5'], '--processes'],
    ['a word even less', ['--processes', 'all'], '--processes'],
  ])('%s', async (_why, args, said) => {
    const data = mkdtempSync(join(tmpdir(), 'fayuan-processes-'));
    const { code, err } = await fayuan(['serve', ...args], { FAYUAN_DATA: data });
    expect(code).toBe(2);
    expect(err).toContain(said);
    rmSync(data, { recursive: true, force: true });
  });
});

describe.skipIf(!built || !canRunCluster)('several processes serve · needs the build, root and PostgreSQL', () => {
  let cluster: Cluster;
  let data: string;
  let settings: Readonly<Record<string, string>>;
  let server: Running;

  beforeAll(async () => {
    cluster = await openCluster();
    data = mkdtempSync(join(tmpdir(), 'fayuan-processes-'));
    settings = { FAYUAN_DATA: data, DATABASE_URL: cluster.url };
    await found(settings);
    server = await serve(settings, ['serve', '--processes', '2']);
  });
  afterAll(async () => {
    await endAll();
    await cluster?.remove();
    rmSync(data, { recursive: true, force: true });
  });

  /** Each on a connection of its own, so that the processes take turns. */
  const get = (path: string) => fetch(`${server.url}${path}`, { headers: { connection: 'close' } });
  const figure = async (name: string): Promise<number> => {
    const line = (await (await get('/metrics')).text()).split('\n').find((l) => l.startsWith(`${name} `));
    return Number(line?.split(' ').at(-1));
  };
  const serving = (): readonly number[] =>
    execFileSync('pgrep', ['-P', String(server.pid)], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map(Number);

  test('a session of one is a session of all, and a request sent to two makes one record', async () => {
    const clerk = await signedIn(server.url, 'walk-clerk');
    const key = { 'idempotency-key': 'sent-to-two-1' };
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => clerk.send('POST', '/api/applications', application, key)),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    const bodies = (await Promise.all(answers.map((a) => a.json()))) as { applicationId: string }[];
    const ids = bodies.map(({ applicationId }) => applicationId);
    expect(new Set(ids).size).toBe(1);
  });

  test('the metrics are those of all', async () => {
    const name = 'fayuan_http_request_duration_ms_count{method="GET",route="/readyz"}';
    await expect.poll(() => figure('fayuan_processes'), { timeout: 60_000 }).toBe(2);
    for (let i = 0; i < 8; i++) expect((await get('/readyz')).status).toBe(200);
    expect(await figure(name)).toBe(8);
    expect(await figure(name)).toBe(8);
    expect(await figure('fayuan_processes')).toBe(2);
  });

  test('one that dies is missed by nobody for long, and who was at its door goes to another', async () => {
    const [first] = serving();
    // Whoever was being answered is cut off at once; whoever waited to be is answered. Nobody waits for ever.
    const ask = () =>
      fetch(`${server.url}/healthz`, { headers: { connection: 'close' }, signal: AbortSignal.timeout(30_000) }).then(
        ({ status }) => status,
        (error: Error) => (error.name === 'TimeoutError' ? 'waited for ever' : 'cut off'),
      );
    const crowd = Promise.all(
      [1, 2, 3, 4].map(async () => {
        const seen: (string | number)[] = [];
        for (let i = 0; i < 50; i++) seen.push(await ask());
        return seen;
      }),
    );
    await expect.poll(() => figure('fayuan_processes').catch(() => 0), { timeout: 60_000 }).toBe(2);
    process.kill(first ?? 0, 'SIGKILL');
    const answers = (await crowd).flat();
    expect(answers).not.toContain('waited for ever');
    expect(answers.filter((answer) => answer !== 200).length).toBeLessThanOrEqual(4);
    await expect.poll(() => figure('fayuan_processes').catch(() => 0), { timeout: 60_000 }).toBe(2);
    expect(serving()).not.toContain(first);
    for (let i = 0; i < 4; i++) expect((await get('/healthz')).status).toBe(200);
  });

  test('a second house finds the port taken, and all of the first end when told to', async () => {
    const second = await fayuan(['serve', '--processes', '2'], { ...settings, PORT: String(server.port) });
    expect(second.code).toBe(1);
    expect(second.err.match(/is in use/g)).toHaveLength(1);
    expect((await server.end('SIGTERM')).code).toBe(0);
    await expect(get('/healthz')).rejects.toThrow();
  });
});
