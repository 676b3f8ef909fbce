import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { wholeCountry } from '../../kernel/db/index.ts';
import type { House } from './house.ts';

const bounds = [5, 15, 50, 100, 250, 500, 1000, 5000] as const;

interface RouteFigures {
  count: number;
  errors: number;
  totalMs: number;
  readonly buckets: number[];
}

/** What one process has answered so far, by method and route pattern: never by address, so that no personal data enters. */
export interface ProcessFigures {
  readonly routes: Readonly<Record<string, RouteFigures>>;
  readonly memory: number;
}

/** Count this process's answers. @returns its figures as they stand when asked */
export function watchRequests(app: FastifyInstance): () => ProcessFigures {
  const routes: Record<string, RouteFigures> = {};
  app.addHook('onResponse', async (request, reply) => {
    const key = `${request.method} ${request.routeOptions.url ?? 'none'}`;
    const entry = routes[key] ?? noFigures();
    routes[key] = entry;
    entry.count += 1;
    entry.totalMs += reply.elapsedTime;
    if (reply.statusCode >= 500) entry.errors += 1;
    bounds.forEach((bound, i) => {
      if (reply.elapsedTime <= bound) entry.buckets[i] = (entry.buckets[i] ?? 0) + 1;
    });
  });
  return () => ({ routes, memory: process.memoryUsage.rss() });
}

const noFigures = (): RouteFigures => ({ count: 0, errors: 0, totalMs: 0, buckets: bounds.map(() => 0) });

/** The routes' figures of several processes added up. */
function addedUp(all: readonly ProcessFigures[]): ReadonlyMap<string, RouteFigures> {
  const sums = new Map<string, RouteFigures>();
  for (const { routes } of all) {
    for (const [key, entry] of Object.entries(routes)) {
      const sum = sums.get(key) ?? noFigures();
      sums.set(key, sum);
      sum.count += entry.count;
      sum.errors += entry.errors;
      sum.totalMs += entry.totalMs;
      sum.buckets.forEach((n, i) => {
        sum.buckets[i] = n + (entry.buckets[i] ?? 0);
      });
    }
  }
  return sums;
}

/** Prometheus text format 0.0.4. @param all of every process that serves this port */
export async function renderMetrics(house: House, all: readonly ProcessFigures[]): Promise<string> {
  const figures = addedUp(all);
  const lines: string[] = [
    '# HELP fayuan_http_request_duration_ms Time to answer',
    '# TYPE fayuan_http_request_duration_ms histogram',
  ];
  for (const [key, entry] of figures) {
    const [method = '', route = ''] = key.split(' ');
    const labels = `method="${method}",route="${route}"`;
    bounds.forEach(
      (bound, i) =>
        void lines.push(`fayuan_http_request_duration_ms_bucket{${labels},le="${bound}"} ${entry.buckets[i] ?? 0}`),
    );
    lines.push(`fayuan_http_request_duration_ms_bucket{${labels},le="+Inf"} ${entry.count}`);
    lines.push(`fayuan_http_request_duration_ms_sum{${labels}} ${entry.totalMs.toFixed(1)}`);
    lines.push(`fayuan_http_request_duration_ms_count{${labels}} ${entry.count}`);
  }
  lines.push(
    '# HELP fayuan_http_server_errors_total Answers of 500 and above',
    '# TYPE fayuan_http_server_errors_total counter',
  );
  for (const [key, entry] of figures) {
    const [method = '', route = ''] = key.split(' ');
    lines.push(`fayuan_http_server_errors_total{method="${method}",route="${route}"} ${entry.errors}`);
  }
  const states = await house.database
    .transaction(
      wholeCountry,
      async (db) =>
        (
          await sql<{ state: string; n: number }>`SELECT state, count(*)::int AS n FROM outbox GROUP BY state`.execute(
            db,
          )
        ).rows,
    )
    .catch(() => []);
  lines.push('# HELP fayuan_outbox Outgoing work by state', '# TYPE fayuan_outbox gauge');
  for (const { state, n } of states) lines.push(`fayuan_outbox{state="${state}"} ${n}`);
  lines.push(
    '# HELP fayuan_process_resident_memory_bytes Memory of the processes that serve, together',
    '# TYPE fayuan_process_resident_memory_bytes gauge',
    `fayuan_process_resident_memory_bytes ${all.reduce((sum, { memory }) => sum + memory, 0)}`,
    '# HELP fayuan_processes Processes that serve',
    '# TYPE fayuan_processes gauge',
    `fayuan_processes ${all.length}`,
  );
  return `${lines.join('\n')}\n`;
}
