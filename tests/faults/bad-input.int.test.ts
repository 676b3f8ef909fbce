import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildServer } from '../../apps/server/http.ts';
import { openWorld, type World } from '../../kernel/testing/engines.ts';
import { assessCommand } from '../../modules/policy/commands.ts';
import { houseOver, type TestHouse } from '../walk/house.ts';
import { competent, foundSmallCity, password } from '../walk/small-city.ts';
import { application } from './house/founded.ts';

/*
 * What comes in over HTTP and is wrong: said at once, field by field, in the caller's language, and nothing is kept of it.
 */

interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string; readonly detail: string }[];
}

describe('bad input is refused over HTTP', () => {
  let world: World;
  let app: FastifyInstance;
  let house: TestHouse;
  let session: { cookies: Record<string, string>; headers: Record<string, string> };

  beforeAll(async () => {
    world = await openWorld('embedded');
    house = houseOver(world);
    await foundSmallCity(house.runner);
    app = await buildServer(house);
    const answer = await app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { userName: 'walk-clerk', password },
    });
    session = {
      cookies: { fayuan_session: answer.cookies.find((c) => c.name === 'fayuan_session')?.value ?? '' },
      headers: { 'x-csrf-token': answer.json<{ csrfToken: string }>().csrfToken },
    };
  });
  afterAll(async () => {
    await app?.close();
    await house?.close();
  });

  const send = (payload: object | string, headers: Readonly<Record<string, string>> = {}) =>
    app.inject({
      method: 'POST',
      url: '/api/applications',
      cookies: session.cookies,
      headers: { ...session.headers, 'content-type': 'application/json', ...headers },
      payload,
    });
  const refused = async (
    payload: object | string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Problem> => {
    const before = await kept();
    const answer = await send(payload, headers);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(await kept()).toEqual(before);
    const problem = answer.json<Problem>();
    expect(problem.status).toBe(answer.statusCode);
    return problem;
  };
  /** How many rows each table of the business holds. */
  const kept = async (): Promise<unknown> => {
    const { rows } = await sql`
SELECT (SELECT count(*)::int FROM application) AS applications, (SELECT count(*)::int FROM person) AS persons,
  (SELECT count(*)::int FROM event) AS events, (SELECT count(*)::int FROM deadline) AS deadlines,
  (SELECT count(*)::int FROM outbox) AS outbox, (SELECT count(*)::int FROM idempotency) AS answers,
  (SELECT coalesce(sum(n), 0)::int FROM counter) AS counted`.execute(world.database.owner);
    return rows[0];
  };
  const recipient = (changes: object): object => ({
    ...application,
    recipient: { ...application.recipient, ...changes },
  });
  const newborn = { ...application.recipient, document: undefined, birthDate: '2026-06-01' };
  const matter = (changes: object): object => ({ ...application, matter: { ...application.matter, ...changes } });
  const pointersOf = (problem: Problem) => (problem.errors ?? []).map((e) => [e.pointer, e.code]);

  test.each<[string, object, readonly (readonly [pointer: string, code: string])[]]>([
    ['a number for text', matter({ narrative: 17 }), [['/matter/narrative', 'input.type']]],
    [
      'text for a number',
      { ...application, household: { ...application.household, members: '4' } },
      [['/household/members', 'input.type']],
    ],
    ['a list for an object', { ...application, recipient: [] }, [['/recipient', 'input.type']]],
    [
      'nothing at all',
      {},
      [
        ['/door', 'input.choice'],
        ['/applyingAs', 'input.choice'],
        ['/recipient', 'input.required'],
        ['/residence', 'input.choice'],
        ['/matter', 'input.required'],
        ['/proof', 'input.choice'],
        ['/declaration', 'input.choice'],
      ],
    ],
    ['a story without end', matter({ narrative: '长'.repeat(5001) }), [['/matter/narrative', 'input.tooLong']]],
    ['a name without end', recipient({ name: '长'.repeat(101) }), [['/recipient/name', 'name.tooLong']]],
    ['a null byte in a name', recipient({ name: '张\u0000三' }), [['/recipient/name', 'name.controlCharacters']]],
    [
      'an escape in the story',
      matter({ narrative: '欠薪\u001b[2J' }),
      [['/matter/narrative', 'input.controlCharacters']],
    ],
    ['half a surrogate pair', matter({ narrative: '欠薪\ud800' }), [['/matter/narrative', 'input.controlCharacters']]],
    [
      'a day that does not exist',
      recipient({ document: undefined, birthDate: '1990-02-30' }),
      [['/recipient/birthDate', 'input.date']],
    ],
    ['a leap day of a common year', { ...application, receivedOn: '2025-02-29' }, [['/receivedOn', 'input.date']]],
    [
      'a birthday to come',
      recipient({ document: undefined, birthDate: '2030-01-01' }),
      [['/recipient/birthDate', 'policy.birthAfterReceipt']],
    ],
    [
      'a receipt to come',
      { ...application, receivedOn: '2026-12-24' },
      [['/receivedOn', 'application.receivedOnFuture']],
    ],
    [
      'a receipt too long ago for a paper form entered late',
      { ...application, receivedOn: '2012-06-30', lateEntryReason: '停电' },
      [['/receivedOn', 'application.receivedOnTooOld']],
    ],
    [
      'a paper form entered late without a reason',
      { ...application, receivedOn: '2026-11-02' },
      [['/lateEntryReason', 'input.required']],
    ],
    [
      'a receipt before the recipient was born',
      { ...application, receivedOn: '2026-03-02', lateEntryReason: '停电', recipient: newborn },
      [['/recipient/birthDate', 'policy.birthAfterReceipt']],
    ],
    [
      'a criminal part in a civil matter',
      matter({ criminal: { stage: 'investigation', role: 'victim', hasDefender: false } }),
      [['/matter/criminal', 'policy.criminalPartUnexpected']],
    ],
    ['an emoji in a name', recipient({ name: '张三😀' }), [['/recipient/name', 'name.emoji']]],
    ['a field nobody knows', { ...application, admin: true }, [['/admin', 'input.unknownField']]],
    ['a nested field nobody knows', matter({ 'a/b~c': 1 }), [['/matter/a~1b~0c', 'input.unknownField']]],
    [
      'an income below nothing',
      { ...application, household: { members: 1, annualIncome: -1, applicantAnnualIncome: -1 } },
      [
        ['/household/annualIncome', 'input.outOfRange'],
        ['/household/applicantAnnualIncome', 'input.outOfRange'],
      ],
    ],
    [
      'a part larger than the whole',
      { ...application, household: { members: 1, annualIncome: 1, applicantAnnualIncome: 2 } },
      [['/household/applicantAnnualIncome', 'application.incomeOverHousehold']],
    ],
    [
      'a check digit that does not fit',
      recipient({ document: { kind: 'residentCard', number: '53052119900101123X' } }),
      [['/recipient/document/number', 'identity.checkDigit']],
    ],
    [
      'an identity number of fifteen digits',
      recipient({ document: { kind: 'residentCard', number: '530521900101123' } }),
      [['/recipient/document/number', 'identity.fifteenDigits']],
    ],
    [
      'a place that does not exist',
      matter({ organRegion: '999999' }),
      [['/matter/organRegion', 'application.regionUnknown']],
    ],
    [
      'a criminal matter without its part',
      matter({ class: 'criminal', cause: undefined }),
      [['/matter/criminal', 'input.required']],
    ],
  ])('%s', async (_what, body, expected) => {
    const problem = await refused(body);
    expect([problem.status, problem.code]).toEqual([400, 'input.invalid']);
    expect(pointersOf(problem)).toEqual(expected);
  });

  test('every fault at once, each in the language that was asked for, and none repeats what was typed', async () => {
    const body = {
      ...application,
      door: 'chimney',
      recipient: {
        ...application.recipient,
        name: '张三😀',
        phone: '138001',
        document: { kind: 'residentCard', number: '123' },
      },
      matter: { ...application.matter, narrative: '欠薪\u0007', limitationExpiresOn: '2026-13-01' },
      household: { members: 0, annualIncome: 1.5, applicantAnnualIncome: 'x' },
      opponents: [{ name: '' }],
      extra: 1,
    };
    const pointers = [
      '/door',
      '/extra',
      '/household/annualIncome',
      '/household/applicantAnnualIncome',
      '/household/members',
      '/matter/limitationExpiresOn',
      '/matter/narrative',
      '/opponents/0/name',
      '/recipient/document/number',
      '/recipient/name',
      '/recipient/phone',
    ];
    const zh = await refused(body, { 'accept-language': 'zh-CN,zh;q=0.9' });
    const en = await refused(body, { 'accept-language': 'en-GB' });
    expect((zh.errors ?? []).map((e) => e.pointer).sort()).toEqual(pointers);
    expect((en.errors ?? []).map((e) => e.pointer).sort()).toEqual(pointers);
    expect([zh.title, ...(zh.errors ?? []).map((e) => e.detail)].filter((t) => !/\p{Script=Han}/u.test(t))).toEqual([]);
    expect([en.title, ...(en.errors ?? []).map((e) => e.detail)].filter((t) => !/^[\x20-\x7e–’…·]+$/u.test(t))).toEqual(
      [],
    );
    expect(JSON.stringify([zh, en])).not.toMatch(/138001|张三|chimney/);
  });

  describe('POST /api/assess', () => {
    const facts = {
      receivedOn: '2026-11-24',
      region: competent,
      matter: { class: 'civil', cause: 'labourPay' },
      applicant: { birthDate: '1980-05-01', residence: 'rural', groups: ['migrantWorker'] },
    };
    const assess = (payload: object, language = 'zh-CN') =>
      app.inject({
        method: 'POST',
        url: '/api/assess',
        cookies: session.cookies,
        headers: { ...session.headers, 'accept-language': language },
        payload,
      });

    test('answers what the command line answers', async () => {
      const answer = await assess(facts);
      expect(answer.statusCode).toBe(200);
      const { stdout } = assessCommand({ argv: ['--json'], stdin: JSON.stringify(facts) });
      expect(answer.json<unknown>()).toEqual(JSON.parse(stdout));
    });

    test.each<readonly [string, object, readonly string[]]>([
      ['no facts', {}, ['/applicant', '/matter', '/receivedOn', '/region']],
      [
        'no region and no such day',
        { ...facts, region: '999999', receivedOn: '2026-02-30' },
        ['/receivedOn', '/region'],
      ],
      ['civil without cause', { ...facts, matter: { class: 'civil' } }, ['/matter/cause']],
      ['criminal without its part', { ...facts, matter: { class: 'criminal' } }, ['/matter/criminal']],
      ['a list', [facts], ['']],
      [
        'faults of shape and faults between fields',
        {
          ...facts,
          region: 'Baoshan',
          matter: { class: 'administrative', haste: true },
          applicant: { ...facts.applicant, birthDate: '2026-11-25' },
          household: { members: 0, annualIncome: -1, applicantAnnualIncome: 10_000_000_000_001 },
        },
        [
          '/applicant/birthDate',
          '/household/annualIncome',
          '/household/applicantAnnualIncome',
          '/household/members',
          '/matter/cause',
          '/matter/haste',
          '/region',
        ],
      ],
    ])('%s: a pointer for each fault at once, with words', async (_what, body, pointers) => {
      const [zh, en] = await Promise.all([assess(body), assess(body, 'en-GB')]);
      expect([zh.statusCode, en.statusCode]).toEqual([400, 400]);
      for (const [answer, words] of [
        [zh, /\p{Script=Han}/u],
        [en, /^[\x20-\x7e]+$/],
      ] as const) {
        const { code, errors = [] } = answer.json<Problem>();
        expect([code, ...errors.map(({ pointer }) => pointer)]).toEqual(['input.invalid', ...pointers]);
        for (const fault of errors) {
          expect(fault.detail).toMatch(words);
          expect(fault.detail).not.toBe(fault.code);
        }
      }
    });

    test('only who is signed in may ask', async () => {
      expect((await app.inject({ method: 'POST', url: '/api/assess', payload: facts })).statusCode).toBe(401);
    });
  });

  test.each<[string, string, Readonly<Record<string, string>>, number, string]>([
    [
      'two million bytes',
      JSON.stringify({ ...application, padding: 'x'.repeat(2 * 1024 * 1024) }),
      {},
      413,
      'body.tooLarge',
    ],
    ['half a document', '{"door": "window", ', {}, 400, 'body.malformed'],
    ['no document', '', {}, 400, 'body.malformed'],
    ['a poisoned prototype', '{"__proto__": {"admin": true}}', {}, 400, 'body.malformed'],
    ['plain text', 'door=window', { 'content-type': 'text/plain' }, 415, 'body.mediaType'],
    ['XML', '<a/>', { 'content-type': 'application/xml' }, 415, 'body.mediaType'],
  ])('a body of %s', async (_what, body, headers, status, code) => {
    expect(await refused(body, headers)).toMatchObject({ status, code });
  });

  test('a body nested beyond reason is refused', async () => {
    expect((await refused(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).status).toBe(400);
  });

  test.each(['short', 'x'.repeat(129), '键键键键键键键键'])('an Idempotency-Key that is none: %s', async (key) => {
    const header = Buffer.from(key).toString('latin1');
    expect(await refused(application, { 'idempotency-key': header })).toMatchObject({
      status: 400,
      code: 'idempotency.format',
    });
  });

  test.each(['𠮷田', '䶮·阿依', '玛依拉·买买提江', '㐂𪚥', 'O’Brien Li'])(
    '%s is a name like any other',
    async (name) => {
      const answer = await send(recipient({ name }));
      expect([answer.statusCode, answer.statusCode === 201 ? '' : answer.body]).toEqual([201, '']);
      const { tenant, applicationId } = answer.json<{ tenant: string; applicationId: string }>();
      const page = await app.inject({ url: `/api/applications/${tenant}/${applicationId}`, cookies: session.cookies });
      expect(page.body).toContain(JSON.stringify(name).slice(1, -1));
    },
  );

  test('the same key twice at once makes one application; with other words it is refused', async () => {
    const before = (await kept()) as { applications: number };
    const key = { 'idempotency-key': 'counter-1-0001' };
    const answers = await Promise.all([1, 2, 3].map(() => send(application, key)));
    expect(answers.map((a) => a.statusCode)).toEqual([201, 201, 201]);
    expect(new Set(answers.map((a) => a.body)).size).toBe(1);
    expect(await kept()).toMatchObject({ applications: before.applications + 1 });
    expect(await refused(matter({ narrative: '别的话' }), key)).toMatchObject({
      status: 422,
      code: 'idempotency.mismatch',
    });
  });

  test('without a session, without its token', async () => {
    const none = await app.inject({ method: 'POST', url: '/api/applications', payload: application });
    expect([none.statusCode, none.json<Problem>().code]).toEqual([401, 'auth.required']);
    const forged = await app.inject({
      method: 'POST',
      url: '/api/applications',
      cookies: session.cookies,
      payload: application,
    });
    expect([forged.statusCode, forged.json<Problem>().code]).toEqual([403, 'auth.csrf']);
  });

  test('the description is OpenAPI 3.1 and lists every route of the interface', async () => {
    const { openapi, paths } = (await app.inject('/api/openapi.json')).json<{
      openapi: string;
      paths: Readonly<Record<string, Readonly<Record<string, { summary?: string; tags?: readonly string[] }>>>>;
    }>();
    expect(openapi).toMatch(/^3\.1\./);
    const told = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((m) => `${m.toUpperCase()} ${path}`),
    );
    const routes = routesOf(app.printRoutes({ commonPrefix: false, includeHooks: false }));
    expect(routes.length).toBeGreaterThan(80);
    expect(routes.filter((route) => !told.map(nameless).includes(nameless(route)))).toEqual([]);
    const wordless = Object.entries(paths)
      .filter(([path]) => path.startsWith('/api'))
      .flatMap(([path, methods]) =>
        Object.entries(methods)
          .filter(([, o]) => !o.summary || !o.tags?.length)
          .map(([m]) => `${m} ${path}`),
      );
    expect(wordless).toEqual([]);
  });
});

/** What a place in a path is called does not tell routes apart; the tree prints the names of several as one. */
const nameless = (route: string): string => route.replace(/\{\w+\}(\|\{\w+\})*/g, '{}');

/** Every route of the interface in a printed tree, as the description writes it: `GET /api/cases/{tenant}/{id}`. */
function routesOf(tree: string): readonly string[] {
  const stack: { depth: number; path: string }[] = [];
  const routes: string[] = [];
  for (const line of tree.split('\n')) {
    const found = /^([│ ]*)[├└]── (\S*)(?: \(([A-Z, ]+)\))?/.exec(line);
    if (found === null) continue;
    const depth = (found[1] ?? '').length;
    while ((stack.at(-1)?.depth ?? -1) >= depth) stack.pop();
    const path = (stack.at(-1)?.path ?? '') + (found[2] ?? '');
    stack.push({ depth, path });
    if (!path.startsWith('/api/')) continue;
    for (const method of (found[3] ?? '').split(', ').filter((m) => m !== '' && m !== 'HEAD'))
      routes.push(`${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
  }
  return routes;
}
