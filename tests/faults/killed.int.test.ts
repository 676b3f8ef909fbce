import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Cluster, canRunCluster, openCluster } from './house/cluster.ts';
import { type Counter, signedIn } from './house/counter.ts';
import { application, found } from './house/founded.ts';
import { built, endAll, fayuan, type Settings, serve } from './house/program.ts';

/*
 * Killed at any moment: what was answered with 201 is there afterwards, whole, and the memory still proves it.
 */

interface Acknowledged {
  readonly key: string;
  readonly applicationId: string;
  readonly tenant: string;
  readonly number: string;
}

/** Hand in applications without a pause, several at once, until nobody answers; notes what was acknowledged as it comes. */
async function pour(clerk: Counter, round: string, lanes: number, acknowledged: Acknowledged[]): Promise<void> {
  const lane = async (name: string): Promise<void> => {
    for (let n = 1; ; n++) {
      const key = `killed-${round}-${name}-${n}`;
      const answer = await clerk
        .send('POST', '/api/applications', application, { 'idempotency-key': key })
        .catch(() => undefined);
      if (answer === undefined || answer.status !== 201) return;
      const body = await answer.json().catch(() => undefined);
      if (body === undefined) return;
      acknowledged.push({ key, ...(body as Omit<Acknowledged, 'key'>) });
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_, i) => lane(`lane${i}`)));
}

/** However slow the machine is, what is killed afterwards dies in the middle of its work. */
async function inFullFlow(acknowledged: readonly Acknowledged[]): Promise<void> {
  await expect.poll(() => acknowledged.length, { timeout: 60_000 }).toBeGreaterThan(2);
  await wait(500);
}

/** Each is there with all that belongs to it, and its key still gives the same answer. */
async function expectThere(clerk: Counter, acknowledged: readonly Acknowledged[]): Promise<void> {
  for (const { key, tenant, applicationId, number } of acknowledged) {
    const answer = await clerk.send('GET', `/api/applications/${tenant}/${applicationId}`);
    expect([number, answer.status]).toEqual([number, 200]);
    const page = (await answer.json()) as { application: { number: string }; deadlines: readonly object[] };
    expect(page.application.number).toBe(number);
    expect(page.deadlines.length).toBeGreaterThan(0);
    const again = await clerk.send('POST', '/api/applications', application, { 'idempotency-key': key });
    expect(await again.json()).toMatchObject({ applicationId, number });
  }
}

let data: string;
let cluster: Cluster | undefined;

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'fayuan-killed-'));
});
afterEach(async () => {
  await endAll();
  rmSync(data, { recursive: true, force: true });
});
afterAll(async () => {
  await cluster?.remove();
});

async function killAndLook(settings: Settings, round: string): Promise<void> {
  const server = await serve(settings);
  const clerk = await signedIn(server.url, 'walk-clerk');
  const acknowledged: Acknowledged[] = [];
  const pouring = pour(clerk, round, 3, acknowledged);
  await inFullFlow(acknowledged);
  await server.end('SIGKILL');
  await pouring;

  const audit = await fayuan(['audit', 'verify'], settings);
  expect([audit.code, audit.err]).toEqual([0, expect.stringContaining('0')]);
  expect((await fayuan(['statistics', 'verify'], settings)).code).toBe(0);
  const next = await serve(settings);
  await expectThere(await signedIn(next.url, 'walk-clerk'), acknowledged);
  expect((await next.end('SIGTERM')).code).toBe(0);
}

test.skipIf(!built)('the program, on the embedded engine, twice (needs the build)', async () => {
  const settings = { FAYUAN_DATA: data };
  await found(settings);
  await killAndLook(settings, 'first');
  await killAndLook(settings, 'second');
});

describe.skipIf(!built || !canRunCluster)('on PostgreSQL · needs the build, root and PostgreSQL', () => {
  test('the program, and then the database server under a living program', async () => {
    cluster = await openCluster();
    const settings = { FAYUAN_DATA: data, DATABASE_URL: cluster.url };
    await found(settings);
    await killAndLook(settings, 'program');

    const server = await serve(settings);
    const clerk = await signedIn(server.url, 'walk-clerk');
    const acknowledged: Acknowledged[] = [];
    const pouring = pour(clerk, 'server', 3, acknowledged);
    await inFullFlow(acknowledged);
    await cluster.stop('immediate');
    await pouring;
    await cluster.start();
    await expect.poll(async () => (await fetch(`${server.url}/readyz`)).status, { timeout: 60_000 }).toBe(200);
    await expectThere(clerk, acknowledged);
    expect(await fayuan(['audit', 'verify'], settings)).toMatchObject({ code: 0 });
    expect((await fayuan(['statistics', 'verify'], settings)).code).toBe(0);
  });
});
