import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyAudit } from '../../kernel/audit/index.ts';
import { kernelRefusals } from '../../kernel/errors/index.ts';
import { buildHttp } from '../../kernel/http/index.ts';
import { silentLog } from '../../kernel/log/index.ts';
import { onEachEngine, type World } from '../../kernel/testing/engines.ts';
import { addDays } from '../../kernel/time/index.ts';
import { type Actor, staffActor } from '../../kernel/use-case/index.ts';
import { inventedFacts, storedRow } from '../../tools/bench/fill-assessed.ts';
import { assess, type Facts, lawToTry, packsOnFile } from '../policy/index.ts';
import { prepareWhatIf, runWhatIf, whatIfRefusals, whatIfRoutes } from './index.ts';
import type { ChangedApplication, WhatIfReport } from './schema.ts';

const tenants = ['530500', '530502', '530521', '530523', '530524', '530581'];
const head = staffActor('head', '中心主任', [{ role: 'manager', tenant: '530500', subtree: true }], tenants);
const county = staffActor('county', '县主任', [{ role: 'manager', tenant: '530521', subtree: false }], tenants);
const clerk = staffActor('clerk', '窗口', [{ role: 'clerk', tenant: '530500', subtree: true }], tenants);
const total = 600;
const period = { from: '2026-01-01', to: '2026-11-20' };
const wider = { figure: 'multiplier', key: 'means-baoshan.urban', value: { fraction: [5, 2] } };

onEachEngine('what a change of law would mean', (open) => {
  let world: World;
  let app: FastifyInstance;
  let actor: Actor = head;
  const all: Facts[] = Array.from({ length: total }, (_, n) => inventedFacts(n));
  const unreadable = all.findIndex((facts, n) => n > 0 && assess(facts).route === 'meansTested');
  const settledBefore = all.findIndex((facts, n) => n > 0 && assess(facts).outcome === 'outOfScope');
  /** From the years of the draft on file. */
  const older: Facts[] = Array.from({ length: 60 }, (_, n) => ({
    ...inventedFacts(total + n),
    receivedOn: addDays('2019-03-01', n),
    matter: { class: 'civil', cause: 'resettlement' },
    household: { members: 3, annualIncome: n * 200_000, applicantAnnualIncome: 0 },
  }));

  beforeAll(async () => {
    world = await open();
    const rows = [...all, ...older].map((facts, n) => storedRow(world.runner, facts, n));
    // One that was handed over, and facts that were moved from another row: one that a line has a part in, one that it has none in.
    rows[0] = { ...rows[0], state: 'TRANSFERRED' };
    for (const n of [unreadable, settledBefore]) rows[n] = { ...rows[n], facts_sealed: rows[n + 1]?.facts_sealed };
    await world.direct(async (tx) => {
      for (let start = 0; start < rows.length; start += 200) {
        const part = JSON.stringify(rows.slice(start, start + 200));
        await sql`INSERT INTO application SELECT (jsonb_populate_recordset(null::application, ${part}::jsonb)).*`.execute(
          tx.db,
        );
      }
    });
    app = await buildHttp({
      log: silentLog,
      refusals: { ...kernelRefusals, ...whatIfRefusals },
      secure: false,
      trustProxy: false,
    });
    whatIfRoutes(app, {
      runner: world.runner,
      log: silentLog,
      actorOf: async () => actor,
      idempotencyKey: () => undefined,
      files: undefined as never,
    });
  });
  afterAll(async () => {
    await app?.close();
    await world.close();
  });

  const post = (url: string, payload: object, who: Actor = head, headers: Record<string, string> = {}) => {
    actor = who;
    return app.inject({ method: 'POST', url, payload, headers });
  };
  const ask = async (payload: object, who: Actor = head): Promise<WhatIfReport> => {
    const answer = await post('/api/policy/what-if', payload, who);
    expect([answer.statusCode, answer.body.slice(0, 300)]).toEqual([200, expect.any(String)]);
    return answer.json();
  };
  const list = async (payload: object, who: Actor = head) => {
    const answer = await post('/api/policy/what-if/applications', payload, who);
    expect(answer.statusCode).toBe(200);
    return answer.json() as { rows: ChangedApplication[]; next: string | null; total: number };
  };
  const codes = (answer: Awaited<ReturnType<typeof post>>) =>
    (answer.json() as { errors?: { pointer: string; code: string }[] }).errors?.map((e) => [e.pointer, e.code]);

  /** The same question answered the long way: everybody judged twice. */
  const longWay = (changes: readonly unknown[], where: (facts: Facts) => boolean = () => true) => {
    const tried = lawToTry(packsOnFile(), { changes, drafts: [], from: period.from });
    if (!tried.ok) throw new Error('faulty');
    return all.flatMap((facts, n) => {
      if (n === 0 || n === unreadable || !where(facts)) return [];
      const [before, after] = [assess(facts).outcome, assess(facts, { law: tried.value.law }).outcome];
      return before === after ? [] : [{ facts, before, after }];
    });
  };

  test('a wider line: every count agrees with judging everybody twice, and so does the list behind it', async () => {
    const expected = longWay([wider]);
    expect(expected.length).toBeGreaterThan(3);
    const report = await ask({ changes: [wider], period });
    expect(report.examined).toBe(total - 2);
    expect(report.unreadable).toBe(1);
    expect(report.changed).toEqual({ gains: expected.length, loses: 0, other: 0 });
    expect([report.rerouted, report.drifted]).toEqual([0, 0]);
    expect(report.matrix).toEqual([{ before: 'ineligible', after: 'eligible', n: expected.length }]);
    for (const { value, changed } of report.by.tenant) {
      expect(changed.gains).toBe(expected.filter(({ facts }) => facts.region === value).length);
      expect((await list({ changes: [wider], period, of: { tenant: value } })).total).toBe(changed.gains);
    }
    for (const { value, changed } of report.by.group) {
      const among = expected.filter(({ facts }) => facts.applicant.groups?.includes(value as never));
      expect([value, changed.gains]).toEqual([value, among.length]);
      expect((await list({ changes: [wider], period, of: { group: value } })).total).toBe(changed.gains);
    }
    for (const { value, changed } of report.by.cause) {
      expect((await list({ changes: [wider], period, of: { cause: value } })).total).toBe(changed.gains);
    }
    const { additional, saved } = report.cost;
    expect(additional.cases).toBe(expected.length);
    expect(additional.low).toBeLessThan(additional.high);
    expect(additional.low).toBe(additional.lines.reduce((sum, line) => sum + line.low, 0));
    expect(saved).toMatchObject({ cases: 0, low: 0, high: 0 });
    expect(report.subsidies).toBeNull();
    expect(report.standardsVerified).toBe(false);
  });

  test('pages of the list show each once, names masked, with the reason and the way to the matter', async () => {
    const question = { changes: [wider], period };
    const { changed } = await ask(question);
    const seen: ChangedApplication[] = [];
    let after: string | undefined;
    do {
      const page = await list({ ...question, limit: 2, ...(after === undefined ? {} : { after }) });
      seen.push(...page.rows);
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(new Set(seen.map((row) => row.applicationId)).size).toBe(changed.gains);
    expect(seen.length).toBe(changed.gains);
    for (const row of seen) {
      expect(row.name).toMatch(/^.\*+$/);
      expect(row.number).toMatch(/^\d+$/);
      expect(row.before.outcome).toBe('ineligible');
      expect(row.reason.text.zh).toContain('2.5 倍，标准待核实');
      expect(row.reason.citation).toContain('法律援助法');
    }
  });

  test('a stricter line is a saving, and a granted person who would lose aid is on the list', async () => {
    const stricter = { ...wider, value: { fraction: [1, 1] } };
    const expected = longWay([stricter]);
    const report = await ask({ changes: [stricter], period });
    expect(report.changed).toEqual({ gains: 0, loses: expected.length, other: 0 });
    expect(report.cost.saved.cases).toBe(expected.length);
    expect(report.cost.additional.cases).toBe(0);
    const { rows } = await list({ changes: [stricter], period, of: { direction: 'loses', after: 'ineligible' } });
    expect(rows.every((row) => row.state === 'GRANTED' && !row.reason.met)).toBe(true);
  });

  test('nothing is written but one event that tells by whom, over which period and with which figure', async () => {
    const counts = () =>
      world.direct(async (tx) => {
        const { rows } = await sql<{ name: string }>`
          SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`.execute(
          tx.db,
        );
        const sizes: Record<string, number> = {};
        for (const { name } of rows) {
          const { rows: counted } = await sql<{ n: number; sum: string | null }>`
            SELECT count(*)::int AS n FROM ${sql.table(name)}`.execute(tx.db);
          sizes[name] = counted[0]?.n ?? -1;
        }
        const heads = await tx.db.selectFrom('eventHead').selectAll().execute();
        const { rows: content } = await sql<{ hash: string }>`
          SELECT md5(string_agg(a::text, '' ORDER BY id)) AS hash FROM application a`.execute(tx.db);
        return { sizes, heads, content };
      });
    const before = await counts();
    await ask({ changes: [{ ...wider, value: { fraction: [9, 4] } }], period });
    const after = await counts();
    expect(after.content).toEqual(before.content);
    expect(after.heads).toEqual(expect.arrayContaining(before.heads));
    expect(after.sizes).toEqual({
      ...before.sizes,
      event: (before.sizes.event ?? 0) + 1,
      event_head: (before.sizes.event_head ?? 0) + 1,
    });
    const events = await world.direct((tx) =>
      tx.db.selectFrom('event').selectAll().where('kind', '=', 'policy.whatIfRead').orderBy('id', 'desc').execute(),
    );
    expect(events[0]).toMatchObject({
      tenant: '530500',
      actorId: 'head',
      payload: {
        ...period,
        applications: total - 1,
        changes: [
          {
            figure: 'multiplier',
            key: 'means-baoshan.urban',
            value: { fraction: [9, 4] },
            effectiveFrom: '2026-01-01',
          },
        ],
      },
    });
    expect(JSON.stringify(events[0]?.payload)).not.toMatch(/李|杨|段|赵/);
  });

  describe('reach', () => {
    test('a county’s head sees that county, whatever is asked', async () => {
      const stricter = { ...wider, value: { fraction: [1, 2] } };
      const report = await ask({ changes: [stricter], period }, county);
      expect(report.tenants).toEqual(['530521']);
      expect(report.by.tenant.map(({ value }) => value)).toEqual(['530521']);
      expect(report.changed.loses).toBe(longWay([stricter], (facts) => facts.region === '530521').length);
      const other = await post('/api/policy/what-if', { changes: [wider], period, tenants: ['530502'] }, county);
      expect([other.statusCode, codes(other)]).toEqual([400, [['/tenants/0', 'whatIf.tenantOutOfReach']]]);
    });
    test('another’s result is never shown', async () => {
      await ask({ changes: [wider], period });
      const own = await list({ changes: [wider], period }, county);
      expect(own.rows.every(({ tenant }) => tenant === '530521')).toBe(true);
    });
    test('a clerk may neither ask nor see the figures', async () => {
      expect((await post('/api/policy/what-if', { changes: [wider], period }, clerk)).statusCode).toBe(403);
      expect((await app.inject({ url: '/api/policy/figures?on=2026-11-24' })).statusCode).toBe(403);
    });
  });

  describe('what cannot be asked is named at its field', () => {
    test.each<[string, object, readonly (readonly [string, string])[]]>([
      ['nothing changed', { period }, [['/changes', 'whatIf.nothingChanged']]],
      [
        'an unknown figure',
        { changes: [{ ...wider, key: 'means-nowhere.urban' }], period },
        [['/changes/0/key', 'whatIf.change']],
      ],
      ['an unknown draft', { drafts: ['none-such'], period }, [['/drafts/0', 'whatIf.unknownDraft']]],
      [
        'a reversed period',
        { changes: [wider], period: { from: '2026-05-01', to: '2026-04-30' } },
        [['/period/to', 'whatIf.periodReversed']],
      ],
      [
        'the future',
        { changes: [wider], period: { from: '2026-05-01', to: '2026-11-25' } },
        [['/period/to', 'whatIf.periodFuture']],
      ],
      [
        'a period without applications',
        { changes: [wider], period: { from: '2024-01-01', to: '2024-02-01' } },
        [['/period', 'whatIf.periodEmpty']],
      ],
      [
        'a day that does not exist',
        { changes: [wider], period: { from: '2026-02-30', to: '2026-03-01' } },
        [['/period/from', 'input.format']],
      ],
      ['no period', { changes: [wider] }, [['/period', 'input.required']]],
      ['a field nobody knows', { changes: [wider], period, save: true }, [['/save', 'input.unknownField']]],
    ])('%s', async (_, payload, expected) => {
      const answer = await post('/api/policy/what-if', payload);
      expect([answer.statusCode, codes(answer)]).toEqual([400, expected]);
    });
  });

  test('a draft is law in a trial that names it', async () => {
    const past = { from: '2019-01-01', to: '2019-12-31' };
    const tried = lawToTry(packsOnFile(), { changes: [], drafts: ['bs-practice-2017'], from: past.from });
    if (!tried.ok) throw new Error('faulty');
    const { law } = tried.value;
    const changed = older.filter((facts) => assess(facts).outcome !== assess(facts, { law }).outcome);
    expect(changed.length).toBeGreaterThan(0);
    const report = await ask({ drafts: ['bs-practice-2017'], period: past });
    expect(report.examined).toBe(older.length);
    expect(report.changed.gains + report.changed.loses + report.changed.other).toBe(changed.length);
  });

  test('line by line it tells how far it is, and the report last', async () => {
    const answer = await post('/api/policy/what-if', { changes: [wider], period }, head, {
      accept: 'application/x-ndjson',
    });
    expect(answer.headers['content-type']).toContain('application/x-ndjson');
    const lines = answer.body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines[0]).toEqual({ done: 0, of: total - 1 });
    expect(lines.at(-2)).toEqual({ done: total - 1, of: total - 1 });
    expect(lines.at(-1)).toMatchObject({ report: { examined: total - 2 } });
  });

  test('one township’s own figure moves those who live there, and nobody else', async () => {
    const change = {
      figure: 'standard',
      region: '530521101',
      residence: 'urban',
      value: { basis: 'subsistenceAllowance', perCapitaAnnual: 1 },
    };
    const poorer = longWay([{ ...change, region: '530521' }], (facts) => facts.region === '530521');
    expect(poorer.length).toBeGreaterThan(1);
    const there = (await list({ changes: [{ ...change, region: '530521' }], period, limit: 100 })).rows;
    const [lives, ...others] = there;
    await world.direct((tx) =>
      sql`INSERT INTO person (tenant, id, name, name_folded, name_pinyin, name_initials, region, demonstration, created_at, updated_at)
SELECT tenant, recipient_id, '某', '某', '', '', CASE WHEN id = ${lives?.applicationId}::uuid THEN '530521101003' ELSE '530521102' END, true, now(), now()
FROM application WHERE tenant = '530521'`.execute(tx.db),
    );
    expect(others.length).toBeGreaterThan(0);
    const { rows } = await list({ changes: [change], period });
    expect(rows.map(({ applicationId }) => applicationId)).toEqual([lives?.applicationId]);
  });

  test('who goes away breaks it off', async () => {
    const gone = new AbortController();
    const seen: number[] = [];
    const prepared = await prepareWhatIf(world.runner, head, { changes: [wider], drafts: [], period });
    const running = runWhatIf(world.runner, prepared, {
      signal: gone.signal,
      onProgress: (done) => {
        seen.push(done);
        gone.abort(new Error('gone'));
      },
    });
    await expect(running).rejects.toThrow('gone');
    expect(seen).toHaveLength(1);
    expect(seen[0]).toBeLessThan(total - 1);
  });

  test('the figures on a day, with what they rest on', async () => {
    actor = county;
    const answer = await app.inject({ url: '/api/policy/figures?on=2026-11-24' });
    const { figures, drafts } = answer.json() as {
      figures: { figure: string; key?: string; verified: boolean }[];
      drafts: unknown[];
    };
    expect(figures.find(({ key }) => key === 'means-baoshan.urban')).toMatchObject({
      fraction: [2, 1],
      verified: true,
    });
    expect(figures.some(({ figure, verified }) => figure === 'standard' && !verified)).toBe(true);
    expect(drafts).toMatchObject([{ key: 'bs-practice-2017' }]);
  });

  test('the memory holds: every event that was recorded is still in its chain', async () => {
    const report = await verifyAudit(world.database, world.runner.seal);
    expect(report.faults).toEqual([]);
  });
});
