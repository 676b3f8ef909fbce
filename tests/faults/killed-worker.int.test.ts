import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { competent } from '../walk/small-city.ts';
import { type Cluster, canRunCluster, openCluster } from './house/cluster.ts';
import { type Counter, signedIn } from './house/counter.ts';
import { application, found } from './house/founded.ts';
import { built, endAll, type Running, type Started, serve, startedSaying } from './house/program.ts';

/*
 * What a request committed is sent by another process. That process killed between the two, at the worst moment, sends it afterwards, and
 * once: the receiver (the citizens' message channel) knows each message by its key.
 */

describe.skipIf(!built || !canRunCluster)('the worker killed · needs the build, root and PostgreSQL', () => {
  let cluster: Cluster;
  let data: string;
  let settings: Readonly<Record<string, string>>;
  let server: Running;
  let receiver: pg.Client;
  let clerk: Counter;
  let reviewer: Counter;

  beforeAll(async () => {
    cluster = await openCluster();
    data = mkdtempSync(join(tmpdir(), 'fayuan-worker-'));
    settings = { FAYUAN_DATA: data, DATABASE_URL: cluster.url };
    const { staff } = (await found(settings)) as { staff: Readonly<Record<string, string>> };
    server = await serve(settings, ['serve', '--no-worker']);
    clerk = await signedIn(server.url, staff.clerk ?? '');
    reviewer = await signedIn(server.url, staff.reviewer ?? '');
    receiver = new pg.Client({ connectionString: cluster.url });
    await receiver.connect();
  });
  afterAll(async () => {
    await receiver?.end();
    await endAll();
    await cluster?.remove();
    rmSync(data, { recursive: true, force: true });
  });

  const worker = (): Promise<Started> => startedSaying(['worker'], settings, 'worker started');
  const done = async (answer: Promise<Response>): Promise<{ applicationId: string; version: number }> => {
    const response = await answer;
    expect([200, 201]).toContain(response.status);
    return (await response.json()) as { applicationId: string; version: number };
  };
  /** One citizen is to be told that papers are missing; answered, so committed. */
  const committed = async (key: string): Promise<string> => {
    const { applicationId } = await done(
      clerk.send('POST', '/api/applications', application, { 'idempotency-key': key }),
    );
    const place = `/api/applications/${competent}/${applicationId}`;
    await done(clerk.send('POST', `${place}/acknowledge`, { version: 1 }));
    await done(reviewer.send('POST', `${place}/request-supplement`, { version: 2, items: ['欠条'], days: 5 }));
    return applicationId;
  };
  const rows = async <T>(query: string, ...values: readonly unknown[]): Promise<readonly T[]> =>
    (await receiver.query(query, [...values])).rows as T[];
  const received = async (): Promise<Readonly<Record<string, number>>> =>
    Object.fromEntries(
      (
        await rows<{ id: string; n: number }>(
          'SELECT application_id AS id, count(*)::int AS n FROM citizen_message GROUP BY application_id',
        )
      ).map(({ id, n }) => [id, n]),
    );
  const waiting = async (): Promise<number> =>
    (await rows<{ n: number }>("SELECT count(*)::int AS n FROM outbox WHERE state <> 'done'"))[0]?.n ?? -1;
  const emptied = () => expect.poll(waiting, { timeout: 60_000, interval: 200 }).toBe(0);

  test('between the commit and the send: nothing was sent; the next worker sends it, once', async () => {
    const told = await committed('worker-killed-1');
    // The channel is held shut, so that the worker stands exactly between having taken the job and having sent it.
    await receiver.query('BEGIN');
    await receiver.query('LOCK TABLE citizen_message IN EXCLUSIVE MODE');
    const first = await worker();
    await expect
      .poll(
        async () =>
          (
            await rows<{ n: number }>(
              "SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted AND relation = 'citizen_message'::regclass",
            )
          )[0]?.n,
        { timeout: 60_000, interval: 100 },
      )
      .toBeGreaterThan(0);
    await first.end('SIGKILL');
    await receiver.query('ROLLBACK');
    expect((await received())[told]).toBeUndefined();
    expect(await waiting()).toBeGreaterThan(0);

    const second = await worker();
    await emptied();
    expect((await received())[told]).toBe(1);
    await second.end('SIGTERM');
  });

  test('killed again and again in full flow: each is received, none twice', async () => {
    const told: string[] = [];
    for (let n = 0; n < 8; n++) told.push(await committed(`worker-killed-flow-${n}`));
    for (const patience of [5, 40, 120]) {
      const one = await worker();
      await new Promise((resolve) => setTimeout(resolve, patience));
      await one.end('SIGKILL');
    }
    const last = await worker();
    await emptied();
    const got = await received();
    expect(told.map((id) => got[id])).toEqual(told.map(() => 1));
    // The receiver's key is what makes it once: the same job done again, as after a lost answer, adds nothing.
    await receiver.query("UPDATE outbox SET state = 'waiting', done_at = NULL WHERE topic = 'notice.applicant'");
    await emptied();
    expect(await received()).toEqual(got);
    await last.end('SIGTERM');
  });
});
