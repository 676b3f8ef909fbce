import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kernelRefusals } from '../../kernel/errors/index.ts';
import { buildHttp } from '../../kernel/http/index.ts';
import { silentLog } from '../../kernel/log/index.ts';
import { onEachEngine, type World } from '../../kernel/testing/engines.ts';
import { type Runner, staffActor } from '../../kernel/use-case/index.ts';
import { type LawInForce, lawInForce } from './law/in-force.ts';
import { policyRefusals } from './refusals.ts';
import { lawRoutes } from './routes.ts';
import { selectApproved } from './store.ts';

const seat = '530500';
const staff = Object.fromEntries(
  ['policyAdmin', 'manager', 'clerk'].map((role, n) => [
    role,
    staffActor(`00000000-0000-7000-8000-00000000000${n}`, role, [{ role, tenant: seat, subtree: true }], [seat]),
  ]),
);
const change = {
  figure: 'promise',
  key: 'promises-baoshan.decide',
  value: { amount: 3 },
  effectiveFrom: '2026-12-01',
  verified: true,
  source: '保司通〔2026〕12号',
};

onEachEngine('the law over HTTP', (open) => {
  let world: World;
  let app: FastifyInstance;
  let law: LawInForce = lawInForce([]);
  beforeAll(async () => {
    world = await open();
    const runner: Runner = { ...world.runner, handed: () => ({ law }) };
    app = await buildHttp({
      log: silentLog,
      refusals: { ...kernelRefusals, ...policyRefusals },
      secure: false,
      trustProxy: false,
    });
    lawRoutes(
      app,
      {
        runner,
        log: silentLog,
        files: undefined as never,
        actorOf: async (request) => {
          const actor = staff[String(request.headers['x-as'])];
          if (actor === undefined) throw new Error('nobody');
          return actor;
        },
        idempotencyKey: (request) => request.headers['idempotency-key'] as string | undefined,
      },
      {
        seat,
        refreshLaw: async () => {
          law = await world.direct(async (tx) => lawInForce(await selectApproved(tx)));
        },
      },
    );
    await app.ready();
  });
  afterAll(async () => {
    await app.close();
    await world.close();
  });

  const get = async (url: string) => (await app.inject({ url, headers: { 'x-as': 'clerk' } })).json();
  const post = async (as: string, url: string, body: object, key?: string) => {
    const answer = await app.inject({
      method: 'POST',
      url,
      headers: { 'x-as': as, ...(key && { 'idempotency-key': key }), 'accept-language': 'zh' },
      payload: body,
    });
    return { status: answer.statusCode, body: answer.json() };
  };

  test('packs are listed and told in words', async () => {
    const { packs, revision, mayPropose } = await get('/api/law/packs');
    expect([revision, mayPropose]).toEqual([0, false]);
    expect(packs.find(({ key }: { key: string }) => key === 'bs-practice-2017')).toMatchObject({ draft: true });
    const told = await get('/api/law/packs/law-2021');
    expect(told.rules.length).toBeGreaterThan(5);
    expect((await get('/api/law/packs/none')).code).toBe('policy.noSuchPack');
  });

  test('two days are compared; a day before the first law is named at its field', async () => {
    const told = await get('/api/law/compare?from=2017-12-18&to=2026-11-26&region=530521&group=migrantWorker');
    expect([told.before.national.key, told.after.national.key]).toEqual(['reg-2003', 'law-2021']);
    const refused = await get('/api/law/compare?from=2003-08-31&to=2026-02-30&region=53');
    expect(refused.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/from',
      '/region',
      '/to',
    ]);
  });

  test('a change is previewed, proposed once however often it is sent, approved by another, and in force at once', async () => {
    const preview = await post('policyAdmin', '/api/law/changes/preview', { change });
    expect(preview.body).toMatchObject({ before: { value: { amount: 4 } }, after: { value: { amount: 3 } } });
    const [one, two] = await Promise.all([
      post('policyAdmin', '/api/law/changes', { change }, 'key-for-one-click'),
      post('policyAdmin', '/api/law/changes', { change }, 'key-for-one-click'),
    ]);
    expect([one.status, two.status, two.body.id]).toEqual([201, 201, one.body.id]);
    expect((await post('clerk', `/api/law/changes/${one.body.id}/approve`, { version: 1 })).status).toBe(403);
    expect(await post('manager', `/api/law/changes/${one.body.id}/approve`, { version: 1 }, 'key-to-approve')).toEqual({
      status: 200,
      body: { version: 2, state: 'APPROVED', revision: 1 },
    });
    const told = await get('/api/law/packs/promises-baoshan');
    expect(told.promises.filter(({ target }: { target: { key: string } }) => target.key === change.key)).toMatchObject([
      { value: { amount: 4 }, to: '2026-11-30', changed: false },
      { value: { amount: 3 }, from: '2026-12-01', changed: true, verified: true },
    ]);
    const { changes } = await get('/api/law/changes');
    expect(changes).toMatchObject([{ state: 'APPROVED', revision: 1, settledByName: 'manager', allowedActions: [] }]);
  });

  test('what is wrong is named at its field, in words', async () => {
    const { status, body } = await post('policyAdmin', '/api/law/changes', {
      change: { ...change, value: { amount: 1.5 }, effectiveFrom: '2026-02-30', urgent: true },
    });
    expect(status).toBe(400);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/change/effectiveFrom',
      '/change/urgent',
      '/change/value/amount',
    ]);
    const unknown = await post('policyAdmin', '/api/law/changes', { change: { ...change, key: 'promises-baoshan.x' } });
    expect(unknown.body.errors).toEqual([
      {
        pointer: '/change/key',
        code: 'policy.unknownFigure',
        detail: '填写有误：没有这个数字：promise:promises-baoshan.x',
      },
    ]);
  });
});
