import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cluster, canRunCluster, openCluster } from './house/cluster.ts';
import { type Counter, signedIn } from './house/counter.ts';
import { application, found } from './house/founded.ts';
import { built, endAll, type Running, serve } from './house/program.ts';

/*
 * The database server goes away and comes back: while it is gone everybody is told so, and afterwards nobody has to do anything.
 */

describe.skipIf(!built || !canRunCluster)(
  'the database is gone for a while · needs the build, root and PostgreSQL',
  () => {
    let cluster: Cluster;
    let data: string;
    let server: Running;
    let clerk: Counter;

    beforeAll(async () => {
      cluster = await openCluster();
      data = mkdtempSync(join(tmpdir(), 'fayuan-outage-'));
      const settings = { FAYUAN_DATA: data, DATABASE_URL: cluster.url };
      await found(settings);
      server = await serve(settings);
      clerk = await signedIn(server.url, 'walk-clerk');
    });
    afterAll(async () => {
      await endAll();
      await cluster?.remove();
      rmSync(data, { recursive: true, force: true });
    });

    const page = (path: string) =>
      fetch(`${server.url}${path}`, { headers: { accept: 'text/html', 'accept-language': 'zh-CN' } });
    const waitingJobs = async (): Promise<number> => {
      const client = new pg.Client({ connectionString: cluster.url });
      await client.connect();
      try {
        const { rows } = await client.query<{ n: number }>(
          `SELECT count(*)::int AS n FROM outbox WHERE state <> 'done'`,
        );
        return rows[0]?.n ?? -1;
      } finally {
        await client.end();
      }
    };

    test.each(['immediate', 'fast'] as const)(
      'stopped (%s): 503 in words and in problems; well again by itself, the worker too',
      async (mode) => {
        expect((await clerk.send('GET', '/api/applications')).status).toBe(200);
        expect((await page('/nearest?county=530521')).status).toBe(200);
        // One request is under way while the server goes down: it gets an answer, whichever.
        const underWay = clerk.send('POST', '/api/applications', application);
        await cluster.stop(mode);
        expect([201, 503]).toContain((await underWay).status);

        for (const ask of [
          () => clerk.send('GET', '/api/applications'),
          () => clerk.send('POST', '/api/applications', application, { 'idempotency-key': `outage-${mode}` }),
          () =>
            fetch(`${server.url}/api/session`, {
              method: 'POST',
              headers: { 'content-type': 'application/json' },
              body: '{"userName":"walk-clerk","password":"x"}',
            }),
        ]) {
          const answer = await ask();
          expect([answer.status, answer.headers.get('content-type')]).toEqual([
            503,
            'application/problem+json; charset=utf-8',
          ]);
          expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
          expect(await answer.json()).toMatchObject({ status: 503, code: 'service.unavailable' });
        }
        const told = await page('/nearest?county=530521');
        expect([told.status, told.headers.get('content-type')]).toEqual([503, 'text/html; charset=utf-8']);
        expect(Number(told.headers.get('retry-after'))).toBeGreaterThan(0);
        const words = await told.text();
        expect(words).toContain('<html');
        expect(words).toContain('系统正在恢复');
        expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
        const ready = await fetch(`${server.url}/readyz`);
        expect([ready.status, await ready.json()]).toEqual([
          503,
          { ready: false, database: false, pendingMigrations: -1 },
        ]);
        expect((await fetch(`${server.url}/metrics`)).status).toBe(200);

        await cluster.start();
        await expect.poll(async () => (await fetch(`${server.url}/readyz`)).status, { timeout: 60_000 }).toBe(200);
        expect((await page('/nearest?county=530521')).status).toBe(200);
        // What was refused is sent again with its key, and is there once.
        const again = await Promise.all(
          [1, 2].map(() =>
            clerk.send('POST', '/api/applications', application, { 'idempotency-key': `outage-${mode}` }),
          ),
        );
        expect(again.map((a) => a.status)).toEqual([201, 201]);
        const [one, two] = (await Promise.all(again.map((a) => a.json()))) as {
          applicationId: string;
          tenant: string;
        }[];
        expect(one).toEqual(two);
        const moved = await clerk.send('POST', `/api/applications/${one?.tenant}/${one?.applicationId}/acknowledge`, {
          version: 1,
        });
        expect(moved.status).toBe(200);
        const reviewer = await signedIn(server.url, 'walk-reviewer');
        const asked = { version: 2, items: ['欠条'], days: 5 };
        const place = `/api/applications/${one?.tenant}/${one?.applicationId}`;
        expect((await reviewer.send('POST', `${place}/request-supplement`, asked)).status).toBe(200);
        await expect.poll(waitingJobs, { timeout: 60_000 }).toBe(0);
        expect(server.said()).not.toMatch(/unhandled|uncaught/i);
      },
    );
  },
);
