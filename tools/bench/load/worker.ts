// The load process: one job on standard input, one result on standard output.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { applicationBody } from './applications.ts';
import type { LoadJob, LoadResult } from './job.ts';
import { keepAlive, requestText } from './keep-alive.ts';

const job = JSON.parse(readFileSync(0, 'utf8')) as LoadJob;

const json = { ...job.headers, 'content-type': 'application/json' };
const form = { ...job.headers, 'content-type': 'application/x-www-form-urlencoded' };

/** The nth request of this job. */
function request(n: number): string {
  const { kind } = job;
  if (kind.name === 'get') return requestText('GET', kind.paths[n % kind.paths.length] as string, job.headers);
  if (kind.name === 'submit') {
    const body = JSON.stringify(applicationBody(kind.tenant, kind.from + n));
    return requestText('POST', '/api/applications', { ...json, 'idempotency-key': randomUUID() }, body);
  }
  const [number, code] = kind.pairs[n % kind.pairs.length] as readonly [string, string];
  const body = new URLSearchParams({ number, code, csrf: kind.csrf }).toString();
  // Each visitor comes from an address of their own, as visitors do: the limit is one address's.
  const address = `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;
  return requestText('POST', '/progress', { ...form, 'x-forwarded-for': address }, body);
}

const expected = { submit: 201, get: 200, lookUp: 303 }[job.kind.name];
const times: number[] = [];
let failed = 0;
let firstFailure: string | null = null;
let next = 0;

/** Made before the clock starts, so that making them takes nothing from the server on a shared machine. */
const made = Array.from({ length: Math.min(job.requests ?? job.seconds * 2_500, 100_000) }, (_, n) => request(n));

const connections = await Promise.all(Array.from({ length: job.clients }, () => keepAlive(job.port)));
const started = performance.now();
const until = started + job.seconds * 1000;
await Promise.all(
  connections.map(async (connection) => {
    while (performance.now() < until && next < (job.requests ?? Number.POSITIVE_INFINITY)) {
      const n = next++;
      const text = made[n] ?? request(n);
      const sent = performance.now();
      const { status, body } = await connection.send(text);
      times.push(performance.now() - sent);
      if (status === expected) continue;
      failed += 1;
      firstFailure ??= `${status} ${body.slice(0, 500)}`;
    }
    connection.close();
  }),
);
const seconds = (performance.now() - started) / 1000;
times.sort((a, b) => a - b);
const quantile = (q: number): number => times[Math.min(times.length - 1, Math.floor(times.length * q))] ?? 0;
const result: LoadResult = {
  answered: times.length - failed,
  failed,
  firstFailure,
  seconds,
  p50: quantile(0.5),
  p95: quantile(0.95),
  p99: quantile(0.99),
};
process.stdout.write(JSON.stringify(result));
