import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildServer } from '../../apps/server/http.ts';
import { dailyChores, draftDays, idempotencyDays, jobHandlers } from '../../apps/server/worker.ts';
import { passwordHasher } from '../../kernel/auth/index.ts';
import { wholeCountry } from '../../kernel/db/index.ts';
import { silentLog } from '../../kernel/log/index.ts';
import { attemptsBeforeParking, backoffSeconds, type JobHandlers, workOutbox } from '../../kernel/outbox/index.ts';
import { onEachEngine, type World } from '../../kernel/testing/engines.ts';
import { runUseCase, systemActor, type Tx } from '../../kernel/use-case/index.ts';
import { createAccount, hashNewPassword } from '../../modules/accounts/index.ts';
import { type Desk, deskOf } from '../walk/desk.ts';
import { houseOver, type TestHouse } from '../walk/house.ts';
import { competent, foundSmallCity, password } from '../walk/small-city.ts';
import { application } from './house/founded.ts';

/*
 * Work that leaves the house: it waits, is tried again, is set aside and seen, and done twice has one effect.
 */

interface Parked {
  readonly rows: readonly {
    readonly tenant: string;
    readonly id: string;
    readonly topic: string;
    readonly attempts: number;
    readonly lastError: string;
  }[];
}

onEachEngine('outgoing work that fails', (open) => {
  let world: World;
  let house: TestHouse;
  let app: FastifyInstance;
  let administrator: Desk;
  let clerk: Desk;
  let reviewer: Desk;

  beforeAll(async () => {
    world = await open();
    house = houseOver(world);
    const { staff } = await foundSmallCity(house.runner);
    const passwordHash = await hashNewPassword(passwordHasher(), password, []);
    await run((tx) =>
      createAccount(tx, systemActor, {
        tenant: competent,
        userName: 'walk-system',
        displayName: '系统管理员',
        passwordHash,
        passwordDue: false,
        grants: [{ role: 'systemAdmin', tenant: competent, subtree: false }],
        demonstration: true,
      }),
    );
    app = await buildServer(house);
    administrator = deskOf(app, 'walk-system');
    clerk = deskOf(app, staff.clerk);
    reviewer = deskOf(app, staff.reviewer);
  });
  afterAll(async () => {
    await app?.close();
    await house?.close();
  });

  const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    runUseCase(house.runner, systemActor, work, { scope: wholeCountry });
  const rowsOf = async <T>(query: string): Promise<readonly T[]> =>
    (await sql.raw<T>(query).execute(world.database.owner)).rows;
  const jobs = () =>
    rowsOf<{ id: string; topic: string; key: string; state: string; attempts: number }>(
      'SELECT id, topic, key, state, attempts FROM outbox ORDER BY created_at, id',
    );
  const messages = async (): Promise<number> =>
    (await rowsOf<{ n: number }>('SELECT count(*)::int AS n FROM citizen_message'))[0]?.n ?? -1;
  const work = (handlers: JobHandlers) => workOutbox(house.runner, handlers, silentLog);
  /** One citizen to be told something: the real job of a real application. */
  const asked = async (key: string): Promise<{ applicationId: string }> => {
    const submitted = await clerk.post<{ applicationId: string }>('/api/applications', application, key);
    const place = `/api/applications/${competent}/${submitted.applicationId}`;
    await clerk.post(`${place}/acknowledge`, { version: 1 });
    await reviewer.post(`${place}/request-supplement`, { version: 2, items: ['欠条'], days: 5 });
    return submitted;
  };

  let parkedId = '';

  test('is tried later and later, does not hold up the rest, and is set aside after eight times', async () => {
    await asked('outbox-0001');
    const [job] = (await jobs()).filter((j) => j.state === 'waiting');
    if (job === undefined) throw new Error('a request for more sends nothing');
    parkedId = job.id;
    await run(async (tx) => tx.send({ tenant: competent, topic: 'test.fine', key: 'fine-1', payload: {} }));
    const before = await messages();
    let tries = 0;
    let fine = 0;
    const handlers: JobHandlers = {
      ...jobHandlers(house),
      // What it wrote before it failed must not stay.
      [job.topic]: async (tx, current) => {
        tries += 1;
        await jobHandlers(house)[job.topic]?.(tx, current);
        throw new Error('the message centre does not answer');
      },
      'test.fine': async () => {
        fine += 1;
      },
    };
    for (let attempt = 1; attempt <= attemptsBeforeParking; attempt++) {
      await work(handlers);
      expect([attempt, tries, fine]).toEqual([attempt, attempt, 1]);
      world.clock.advance(backoffSeconds(attempt) * 1000 - 1);
      await work(handlers);
      expect([attempt, tries]).toEqual([attempt, attempt]);
      world.clock.advance(1);
    }
    world.clock.advance(86_400_000);
    await work(handlers);
    expect(tries).toBe(attemptsBeforeParking);
    expect((await jobs()).find((j) => j.id === parkedId)).toMatchObject({ state: 'parked', attempts: 8 });
    expect(await messages()).toBe(before);
  });

  test('the system administrator sees it, others do not, and it carries no person', async () => {
    const { rows } = await administrator.get<Parked>('/api/system/outbox');
    expect(rows).toMatchObject([
      {
        tenant: competent,
        id: parkedId,
        topic: 'notice.applicant',
        attempts: 8,
        lastError: expect.stringContaining('does not answer'),
      },
    ]);
    expect(JSON.stringify(rows)).not.toContain(application.recipient.name);
    expect(await clerk.refusal('GET', '/api/system/outbox')).toMatchObject({ status: 403 });
    expect(await clerk.refusal('POST', `/api/system/outbox/${competent}/${parkedId}/retry`)).toMatchObject({
      status: 403,
    });
  });

  test('sent again it is done, once', async () => {
    const before = await messages();
    await administrator.post(`/api/system/outbox/${competent}/${parkedId}/retry`);
    expect(await administrator.refusal('POST', `/api/system/outbox/${competent}/${parkedId}/retry`)).toMatchObject({
      status: 404,
    });
    await work(jobHandlers(house));
    expect((await jobs()).find((j) => j.id === parkedId)).toMatchObject({ state: 'done' });
    expect((await administrator.get<Parked>('/api/system/outbox')).rows).toEqual([]);
    expect(await messages()).toBe(before + 1);
    // The worker dies between the work and the word that it is done: the work comes again.
    await sql`UPDATE outbox SET state = 'waiting', done_at = NULL WHERE id = ${parkedId}`.execute(world.database.owner);
    await work(jobHandlers(house));
    expect((await jobs()).find((j) => j.id === parkedId)).toMatchObject({ state: 'done' });
    expect(await messages()).toBe(before + 1);
  });

  test('two workers at once do each job once', async () => {
    for (let n = 0; n < 6; n++)
      await run(async (tx) => tx.send({ tenant: competent, topic: 'test.once', key: `once-${n}`, payload: {} }));
    const done: string[] = [];
    const handlers: JobHandlers = {
      'test.once': async (_tx, job) => {
        done.push(job.key);
      },
    };
    await Promise.all([work(handlers), work(handlers), work(handlers)]);
    expect(done.sort()).toEqual([0, 1, 2, 3, 4, 5].map((n) => `once-${n}`));
  });

  test('every topic that the house sends has somebody who does it', async () => {
    const topics = [...new Set((await jobs()).map((j) => j.topic))].filter((t) => !t.startsWith('test.'));
    expect(topics.filter((t) => jobHandlers(house)[t] === undefined)).toEqual([]);
  });

  test('remembered answers go after a week, untouched drafts after a month, and not a day before', async () => {
    const day = 86_400_000;
    const keys = async () =>
      (await rowsOf<{ key: string }>('SELECT key FROM idempotency ORDER BY key')).map((r) => r.key);
    const drafts = async () =>
      (await rowsOf<{ language: string }>('SELECT language FROM application_draft ORDER BY language')).map(
        (r) => r.language,
      );
    const now = Date.parse(world.clock.now());
    const daysAgo = (n: number): string => new Date(now - n * day).toISOString();
    const draft = (name: string, age: number, submitted: string | null) =>
      sql`
INSERT INTO application_draft (tenant, id, code_index, version, answers_sealed, files, language, created_at, updated_at, submitted)
VALUES (${competent}, gen_random_uuid(), ${name}, 1, 'x', '[]', ${name}, ${daysAgo(age)}, ${daysAgo(age)}, ${submitted})`.execute(
        world.database.owner,
      );
    await sql`DELETE FROM idempotency`.execute(world.database.owner);
    await clerk.post('/api/applications', application, 'purge-young');
    await clerk.post('/api/applications', application, 'purge-old');
    await sql`UPDATE idempotency SET created_at = ${daysAgo(idempotencyDays + 1.1)} WHERE key = 'purge-old'`.execute(
      world.database.owner,
    );
    await sql`UPDATE idempotency SET created_at = ${daysAgo(idempotencyDays - 0.1)} WHERE key = 'purge-young'`.execute(
      world.database.owner,
    );
    await draft('young', draftDays - 0.1, null);
    await draft('old', draftDays + 1.1, null);
    await draft('handed-in', draftDays + 1.1, '{}');

    await dailyChores(house, silentLog);
    await dailyChores(house, silentLog);
    expect(await keys()).toEqual(['purge-young']);
    expect(await drafts()).toEqual(['handed-in', 'young']);
    // The day's backup, once, and whole.
    if (world.database.engine === 'embedded') expect(readdirSync(join(house.folder, 'backups'))).toHaveLength(1);
  });
});
