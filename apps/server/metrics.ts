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

/** What has been answered so far, by method and route pattern: never by address, so that no personal data enters. */
export type RequestFigures = ReadonlyMap<string, RouteFigures>;

export function watchRequests(app: FastifyInstance): RequestFigures {
  const figures = new Map<string, RouteFigures>();
  app.addHook('onResponse', async (request, reply) => {
    const key = `${request.method} ${request.routeOptions.url ?? 'none'}`;
    const entry = figures.get(key) ?? { count: 0, errors: 0, totalMs: 0, buckets: bounds.map(() => 0) };
    figures.set(key, entry);
    entry.count += 1;
    entry.totalMs += reply.elapsedTime;
    if (reply.statusCode >= 500) entry.errors += 1;
    bounds.forEach((bound, i) => {
      if (reply.elapsedTime <= bound) entry.buckets[i] = (entry.buckets[i] ?? 0) + 1;
    });
  });
  return figures;
}

/** Prometheus text format 0.0.4. */
export async function renderMetrics(house: House, figures: RequestFigures): Promise<string> {
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
    '# TYPE fayuan_process_resident_memory_bytes gauge',
    `fayuan_process_resident_memory_bytes ${process.memoryUsage.rss()}`,
  );
  return `${lines.join('\n')}\n`;
}
