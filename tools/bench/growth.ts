import pg from 'pg';
import type { Protection } from '../../kernel/use-case/index.ts';
import { fillApplications } from './fill.ts';
import { applicationBody } from './load/applications.ts';
import { runLoad } from './load/index.ts';
import { visit } from './visitor.ts';

/** How reading holds up as open work grows. Milliseconds. */
export interface GrowthFigures {
  readonly clients: number;
  readonly sizes: readonly {
    readonly open: number;
    readonly worklist: { readonly p50: number; readonly p95: number };
    readonly lookUp: { readonly p50: number; readonly p95: number };
  }[];
}

/** The reviewer's first page of work and a citizen's look-up by number and code, at each size. */
export async function benchGrowth(at: {
  readonly port: number;
  readonly clerk: Readonly<Record<string, string>>;
  readonly reviewer: Readonly<Record<string, string>>;
  readonly tenant: string;
  readonly databaseUrl: string;
  /** Of the house that is measured. */
  readonly cipher: Protection;
  readonly clients: number;
  readonly requests: number;
  readonly sizes: readonly number[];
}): Promise<GrowthFigures> {
  const { port, tenant, clients, requests } = at;
  const original = await submitOne(port, at.clerk, tenant);
  const client = new pg.Client({ connectionString: at.databaseUrl });
  await client.connect();
  const known: string[] = [];
  const sizes: GrowthFigures['sizes'][number][] = [];
  try {
    for (const open of at.sizes) {
      known.push(...(await fillApplications(client, at.cipher, { tenant, id: original.applicationId }, open)));
      const step = Math.max(1, Math.floor(known.length / 2000));
      const pairs = known.filter((_, i) => i % step === 0).map((number) => [number, original.queryCode] as const);
      const visitor = await visit(port, '/progress');
      const load = { port, clients, seconds: 60 };
      const worklist = (n: number) =>
        runLoad({
          ...load,
          requests: n,
          headers: at.reviewer,
          kind: { name: 'get', paths: ['/api/applications?limit=50'] },
        });
      const lookUp = (n: number) =>
        runLoad({
          ...load,
          requests: n,
          headers: { cookie: visitor.cookie },
          kind: { name: 'lookUp', pairs, csrf: visitor.csrf },
        });
      await worklist(200);
      await lookUp(200);
      const pages = await worklist(requests);
      const ways = await lookUp(requests);
      sizes.push({
        open,
        worklist: { p50: pages.p50, p95: pages.p95 },
        lookUp: { p50: ways.p50, p95: ways.p95 },
      });
    }
  } finally {
    await client.end();
  }
  return { clients, sizes };
}

async function submitOne(port: number, headers: Readonly<Record<string, string>>, tenant: string) {
  const answer = await fetch(`http://127.0.0.1:${port}/api/applications`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(applicationBody(tenant, 199_999)),
  });
  if (answer.status !== 201) throw new Error(`submitting: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as { applicationId: string; queryCode: string };
}
