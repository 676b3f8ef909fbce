import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demonstrationIdentityNumber, demonstrationPhone } from '../../modules/people/index.ts';
import { type Counter, signedIn } from './house/counter.ts';
import { application, found, inHouse } from './house/founded.ts';
import { built, endAll, type Running, serve } from './house/program.ts';

/*
 * Who somebody is stands in their record and nowhere else: not in the log, the metrics, the events or the outbox.
 */

const marked = {
  name: '独一无二',
  phone: demonstrationPhone(7391),
  number: demonstrationIdentityNumber('1977-07-17', 7, 'male'),
  address: '甸阳镇独木桥七十七号',
  opponent: '保山独步天下劳务有限公司',
  narrative: '独白七十七句',
} as const;
const secrets = Object.entries(marked);

describe.skipIf(!built)('personal data stays where it belongs · needs the build', () => {
  let data: string;
  let server: Running;
  let clerk: Counter;

  beforeAll(async () => {
    data = mkdtempSync(join(tmpdir(), 'fayuan-silence-'));
    await found({ FAYUAN_DATA: data });
    server = await serve({ FAYUAN_DATA: data });
    clerk = await signedIn(server.url, 'walk-clerk');
  });
  afterAll(async () => {
    await endAll();
    rmSync(data, { recursive: true, force: true });
  });

  const whole = {
    ...application,
    recipient: {
      ...application.recipient,
      name: marked.name,
      sex: 'male',
      phone: marked.phone,
      document: { kind: 'residentCard', number: marked.number },
      address: marked.address,
    },
    matter: { ...application.matter, narrative: marked.narrative },
    opponents: [{ name: marked.opponent }],
  } as const;

  test('while a person applies, is looked for, is acknowledged, is told, and is refused', async () => {
    const answer = await clerk.send('POST', '/api/applications', whole, { 'idempotency-key': 'silence-0001' });
    expect(answer.status).toBe(201);
    const { tenant, applicationId } = (await answer.json()) as { tenant: string; applicationId: string };
    const place = `/api/applications/${tenant}/${applicationId}`;
    expect((await clerk.send('GET', place)).status).toBe(200);
    expect((await clerk.send('GET', `/api/applications?search=${encodeURIComponent(marked.name)}`)).status).toBe(200);
    expect((await clerk.send('POST', `${place}/acknowledge`, { version: 1 })).status).toBe(200);
    expect((await clerk.send('POST', `${place}/acknowledge`, { version: 1 })).status).toBe(409);
    const reviewer = await signedIn(server.url, 'walk-reviewer');
    const asked = await reviewer.send('POST', `${place}/request-supplement`, { version: 2, items: ['欠条'], days: 5 });
    expect(asked.status).toBe(200);
    const wrong = { ...whole, recipient: { ...whole.recipient, name: `${marked.name}😀` }, [marked.phone]: 1 };
    expect((await clerk.send('POST', '/api/applications', wrong)).status).toBe(400);
    expect((await fetch(`${server.url}/${marked.number}?name=${encodeURIComponent(marked.name)}`)).status).toBe(404);
    await expect
      .poll(async () => (await (await fetch(`${server.url}/metrics`)).text()).includes('fayuan_outbox{state="done"}'), {
        timeout: 20_000,
      })
      .toBe(true);
  });

  test('the log told of each request, and of nobody', () => {
    const lines = server
      .said()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as { requestId?: string; route?: string; status?: number });
    expect(lines.filter((l) => l.route === '/api/applications' && l.status === 201)).toHaveLength(1);
    expect(lines.filter((l) => l.route !== undefined).every((l) => /^[0-9a-f-]{36}$/.test(l.requestId ?? ''))).toBe(
      true,
    );
    expect(secrets.filter(([, secret]) => server.said().includes(secret)).map(([what]) => what)).toEqual([]);
    expect(server.said()).not.toContain(encodeURIComponent(marked.name));
  });

  test('the metrics tell of nobody', async () => {
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    expect(metrics).toContain('route="/api/applications/:tenant/:id"');
    expect(secrets.filter(([, secret]) => metrics.includes(secret)).map(([what]) => what)).toEqual([]);
  });

  test('neither do events, outgoing work or remembered answers; numbers and addresses are nowhere in clear', async () => {
    expect((await server.end('SIGTERM')).code).toBe(0);
    const columns = await inHouse({ FAYUAN_DATA: data }, async ({ database: { owner } }) => {
      const tables = await sql<{ name: string }>`
SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`.execute(
        owner,
      );
      const texts: { table: string; text: string }[] = [];
      for (const { name } of tables.rows) {
        const { rows } = await sql<{
          text: string | null;
        }>`SELECT string_agg(t::text, E'\n') AS text FROM ${sql.table(name)} t`.execute(owner);
        texts.push({ table: name, text: rows[0]?.text ?? '' });
      }
      return texts;
    });
    const filled = columns.filter((c) => c.text !== '').map((c) => c.table);
    expect(filled).toEqual(expect.arrayContaining(['event', 'outbox', 'person', 'application', 'idempotency']));
    const telling = (secret: string) =>
      columns
        .filter(({ text }) => text.includes(secret))
        .map(({ table }) => table)
        .sort();
    expect(telling(marked.number)).toEqual([]);
    expect(telling(marked.phone)).toEqual([]);
    expect(telling(marked.address)).toEqual([]);
    expect(telling(marked.narrative)).toEqual([]);
    // A name is what a list is searched by: it stands in clear with the person and the parties, and only there.
    expect(telling(marked.name)).toEqual(['application', 'application_party', 'person']);
    expect(telling(marked.opponent)).toEqual(['application_party', 'person']);
  });
});
