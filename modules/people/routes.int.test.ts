import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kernelRefusals } from '../../kernel/errors/index.ts';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import { buildHttp } from '../../kernel/http/index.ts';
import { type Log, silentLog } from '../../kernel/log/index.ts';
import { onEachEngine, type World } from '../../kernel/testing/engines.ts';
import { type Actor, staffActor } from '../../kernel/use-case/index.ts';
import { peopleRefusals, peopleRoutes, savePerson } from './index.ts';

onEachEngine('people over HTTP', (open) => {
  let world: World;
  let app: FastifyInstance;
  let actor: Actor;
  let personId: string;
  const lines: string[] = [];
  const clerk = staffActor('c', '接待员', [{ role: 'clerk', tenant: '530521', subtree: false }], ['530521']);
  const handler = staffActor('h', '律师', [{ role: 'handler', tenant: '530521', subtree: false }], ['530521']);
  const log: Log = { ...silentLog, info: (message, fields) => void lines.push(JSON.stringify({ message, fields })) };

  beforeAll(async () => {
    world = await open();
    app = await buildHttp({
      log,
      refusals: { ...kernelRefusals, ...peopleRefusals },
      secure: false,
      trustProxy: false,
    });
    const deps: HttpDeps = {
      runner: world.runner,
      log,
      actorOf: async () => actor,
      idempotencyKey: () => undefined,
      files: undefined as never,
    };
    peopleRoutes(app, deps, async (_tx, who) => who.id === 'h');
    ({ personId } = await world.direct((tx) =>
      savePerson(tx, {
        tenant: '530521',
        name: '李梅',
        document: { kind: 'residentCard', number: '530521199003150025' },
        phone: '13808751234',
      }),
    ));
  });
  afterAll(() => world.close());

  const post = (who: Actor, url: string, payload: object, language = 'zh-CN') => {
    actor = who;
    return app.inject({ method: 'POST', url, payload, headers: { 'accept-language': language } });
  };
  const person = (step: string): string => `/api/people/530521/${personId}/${step}`;
  const reason = { code: 'contact', text: '电话通知补正材料' };

  test('a search answers masked persons, and leaves no name or number in the log', async () => {
    const found = await post(clerk, '/api/people/search', { text: '530521199003150025' });
    expect(found.json()).toMatchObject({ rows: [{ personId, name: '李梅', phone: '138****1234' }], next: null });
    await post(clerk, '/api/people/search', { text: '李梅' });
    expect(lines.length).toBeGreaterThanOrEqual(2);
    expect(lines.join('\n')).not.toMatch(/李梅|530521199003150025|13808751234/);
  });

  test('a reveal needs a reason, is not kept by browsers, and reaches the handler of the matter', async () => {
    const short = await post(clerk, person('reveal'), { fields: ['phone'], reason: { text: '看看' } });
    expect(short.json()).toMatchObject({
      status: 400,
      errors: [{ pointer: '/reason/text', code: 'person.reason', detail: '请写明查看的理由，至少4个字' }],
    });
    const answer = await post(handler, person('reveal'), { fields: ['phone'], reason });
    expect(answer.json()).toEqual({ phone: '13808751234' });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  test('a correction is checked field by field, in the words of the caller', async () => {
    const wrong = await post(clerk, person('correct'), { version: 1, changes: { phone: '138', name: '🙂' } }, 'en');
    expect(wrong.json<{ errors: { pointer: string }[] }>().errors).toMatchObject([
      { pointer: '/changes/name', code: 'name.emoji', detail: 'A name cannot contain emoji' },
      { pointer: '/changes/phone', code: 'phone.mobileLength', detail: 'A mobile number has 11 digits; you entered 3' },
    ]);
    expect((await post(clerk, person('correct'), { version: 1, changes: { shielded: true } })).json()).toMatchObject({
      errors: [{ pointer: '/changes/shielded', code: 'input.unknownField' }],
    });
    expect(
      (await post(clerk, person('correct'), { version: 1, changes: { phone: null, name: '李玫' } })).json(),
    ).toEqual({ version: 2 });
    expect((await post(clerk, person('correct'), { version: 1, changes: { name: '李媚' } })).json()).toMatchObject({
      status: 409,
      current: 2,
    });
  });

  test('a shield is put up', async () => {
    expect((await post(clerk, person('shield'), { version: 2, shielded: true })).json()).toEqual({ version: 3 });
  });

  test.each([
    ['/api/people/search', {}],
    ['/api/people/search', { text: 'x'.repeat(101) }],
    ['/api/people/search', { text: '李', limit: 1000 }],
    ['/api/people/530521/not-an-id/reveal', { fields: ['phone'], reason }],
    ['/api/people/5305/0193a000-0000-7000-8000-000000000001/reveal', { fields: ['phone'], reason }],
    ['/api/people/530521/0193a000-0000-7000-8000-000000000001/reveal', { fields: ['income'], reason }],
    ['/api/people/530521/0193a000-0000-7000-8000-000000000001/reveal', { fields: [], reason }],
  ])('%s refuses %j', async (url, payload) => {
    expect((await post(clerk, url, payload)).json()).toMatchObject({ status: 400, code: 'input.invalid' });
  });

  test('somebody unknown is not found', async () => {
    const url = '/api/people/530521/0193a000-0000-7000-8000-000000000001/reveal';
    expect((await post(clerk, url, { fields: ['phone'], reason })).json()).toMatchObject({ status: 404 });
  });

  test('every route is described', async () => {
    await app.ready();
    const { paths } = app.swagger() as { paths: Record<string, Record<string, { summary?: string }>> };
    const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
    expect(operations).toHaveLength(8);
    expect(operations.every((operation) => operation.summary !== undefined)).toBe(true);
  });
});
