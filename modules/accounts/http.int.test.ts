import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { passwordHasher } from '../../kernel/auth/index.ts';
import { createKeyRing, parseKeyRing } from '../../kernel/crypto/index.ts';
import { kernelRefusals } from '../../kernel/errors/index.ts';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import { buildHttp } from '../../kernel/http/index.ts';
import { silentLog } from '../../kernel/log/index.ts';
import { onEachEngine, type World } from '../../kernel/testing/engines.ts';
import { systemActor } from '../../kernel/use-case/index.ts';
import {
  accountRefusals,
  accountRoutes,
  accountsHooks,
  createAccount,
  type GrantInput,
  hashNewPassword,
  type Role,
  type SessionView,
} from './index.ts';
import { roles } from './roles.ts';

const password = '怒江大桥-Bridge-7';

onEachEngine('accounts over HTTP', (open) => {
  let world: World;
  let app: FastifyInstance;
  let passwordHash: string;
  beforeAll(async () => {
    world = await open();
    passwordHash = await hashNewPassword(passwordHasher(), password, []);
  });
  beforeEach(async () => {
    app = await serve();
  });
  afterAll(() => world.close());

  const serve = async (tls = false): Promise<FastifyInstance> => {
    const refusals = { ...kernelRefusals, ...accountRefusals };
    const server = await buildHttp({ log: silentLog, refusals, secure: tls, trustProxy: true });
    const own = { config: { tls, totpRoles: ['auditAdmin'] }, keyRing: parseKeyRing(createKeyRing('aes-256-gcm')) };
    const { actorOf } = accountsHooks(server, { runner: world.runner, ...own });
    const deps: HttpDeps = {
      runner: world.runner,
      actorOf,
      idempotencyKey: (request) => request.headers['idempotency-key'] as string | undefined,
      log: silentLog,
      files: undefined as never,
    };
    accountRoutes(server, deps, own);
    const schema = { response: { 200: z.strictObject({ id: z.string() }) } };
    server.post('/api/test/work', { schema }, async (request) => ({ id: (await actorOf(request)).id }));
    server.get('/api/test/work', { schema }, async (request) => ({ id: (await actorOf(request)).id }));
    server.post('/api/test/public', { schema }, async () => ({ id: 'anybody' }));
    return server;
  };

  let n = 0;
  const account = async (role: Role = 'clerk', options: { passwordDue?: boolean } = {}) => {
    const userName = `http-${++n}`;
    const grants: GrantInput[] = [{ role, tenant: '530521', subtree: false }];
    const { accountId } = await world.direct((tx) =>
      createAccount(tx, systemActor, {
        tenant: '530521',
        userName,
        displayName: '杨丽',
        passwordHash,
        passwordDue: options.passwordDue ?? false,
        grants,
      }),
    );
    return { userName, accountId };
  };
  const signIn = (userName: string, more: Partial<InjectOptions> = {}) =>
    app.inject({ method: 'POST', url: '/api/session', payload: { userName, password }, ...more });
  /** A browser that has signed in: its cookie and its token. */
  const browser = async (userName: string) => {
    const answer = await signIn(userName);
    expect(answer.statusCode).toBe(200);
    const cookie = answer.cookies[0]?.value ?? '';
    const session = answer.json<SessionView>();
    const send = (
      method: 'GET' | 'POST' | 'DELETE',
      url: string,
      payload?: object,
      token: string | null = session.csrfToken,
    ) =>
      app.inject({
        method,
        url,
        cookies: { fayuan_session: cookie },
        headers: token === null ? {} : { 'x-csrf-token': token },
        ...(payload === undefined ? {} : { payload }),
      });
    return { cookie, session, send };
  };

  test('signing in answers who it is and leaves a cookie that scripts cannot read', async () => {
    const { userName, accountId } = await account();
    const answer = await signIn(userName);
    expect(answer.json()).toMatchObject({
      accountId,
      userName,
      displayName: '杨丽',
      tenants: ['530521'],
      grants: [{ role: 'clerk', tenant: '530521', subtree: false }],
      due: null,
      totp: false,
    });
    expect(answer.headers['set-cookie']).toMatch(/^fayuan_session=530521\.[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(answer.headers['cache-control']).toBe('no-store');
    app = await serve(true);
    expect((await signIn(userName)).headers['set-cookie']).toMatch(/; Secure;? ?/);
  });

  test.each([
    [{}, 400, 'input.invalid'],
    [{ userName: 'a', password: 'b', admin: true }, 400, 'input.invalid'],
    [{ userName: 'a'.repeat(65), password: 'b' }, 400, 'input.invalid'],
    [{ userName: 'nobody', password: 'b'.repeat(1025) }, 400, 'input.invalid'],
    [{ userName: 'nobody\u0000', password: 'b' }, 401, 'auth.credentials'],
    [{ userName: "x' OR '1'='1", password: 'b' }, 401, 'auth.credentials'],
    [{ userName: ['a'], password: 'b' }, 400, 'input.invalid'],
  ])('%j is answered %i', async (payload, status, code) => {
    const answer = await app.inject({ method: 'POST', url: '/api/session', payload });
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({ code });
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  test('without a session there is nobody; with one there is, until it is signed out', async () => {
    expect((await app.inject('/api/session')).json()).toMatchObject({ status: 401, code: 'auth.required' });
    expect((await app.inject('/api/test/work')).statusCode).toBe(401);
    const { userName, accountId } = await account();
    const { send, cookie } = await browser(userName);
    expect((await send('GET', '/api/test/work')).json()).toEqual({ id: accountId });
    expect((await send('GET', '/api/session')).json()).toMatchObject({ userName });
    const out = await send('DELETE', '/api/session');
    expect(out.statusCode).toBe(204);
    expect(out.headers['set-cookie']).toMatch(/^fayuan_session=; .*(Expires=Thu, 01 Jan 1970|Max-Age=0)/);
    expect((await app.inject({ url: '/api/test/work', cookies: { fayuan_session: cookie } })).statusCode).toBe(401);
  });

  test('signing in again in the same browser ends the session before', async () => {
    const { userName } = await account();
    const first = await browser(userName);
    const again = await signIn(userName, { cookies: { fayuan_session: first.cookie } });
    expect(again.statusCode).toBe(200);
    expect((await first.send('GET', '/api/test/work')).statusCode).toBe(401);
  });

  describe('a request that changes something', () => {
    test('must show the token of its own session', async () => {
      const one = await browser((await account()).userName);
      const other = await browser((await account()).userName);
      expect((await one.send('POST', '/api/test/work')).statusCode).toBe(200);
      for (const token of [null, '', 'x', 'A'.repeat(86), other.session.csrfToken]) {
        const refused = await one.send('POST', '/api/test/work', undefined, token);
        expect(refused.json()).toMatchObject({ status: 403, code: 'auth.csrf' });
      }
      const renewed = (await one.send('GET', '/api/session')).json<SessionView>().csrfToken;
      expect(renewed).not.toBe(one.session.csrfToken);
      expect((await one.send('POST', '/api/test/work', undefined, renewed)).statusCode).toBe(200);
      expect((await one.send('DELETE', '/api/session', undefined, null)).statusCode).toBe(403);
    });

    test('needs no token where no session gives it any right', async () => {
      expect((await app.inject({ method: 'POST', url: '/api/test/public' })).statusCode).toBe(200);
      const stale = { cookies: { fayuan_session: `530521.${'A'.repeat(43)}` } };
      expect((await app.inject({ method: 'POST', url: '/api/test/public', ...stale })).statusCode).toBe(200);
      expect((await app.inject({ method: 'POST', url: '/api/test/work', ...stale })).statusCode).toBe(401);
    });

    test('another site signs nobody in', async () => {
      const { userName } = await account();
      const answer = await signIn(userName, { headers: { 'sec-fetch-site': 'cross-site' } });
      expect(answer.json()).toMatchObject({ status: 403, code: 'auth.crossSite' });
      expect(answer.headers['set-cookie']).toBeUndefined();
      expect((await signIn(userName, { headers: { 'sec-fetch-site': 'same-origin' } })).statusCode).toBe(200);
    });
  });

  test('sign-ins from one address are slowed down, whatever the name; others are not', async () => {
    const from = (address: string) =>
      app.inject({
        method: 'POST',
        url: '/api/session',
        payload: { userName: `nobody-${++n}`, password: 'x' },
        headers: { 'x-forwarded-for': address },
      });
    const answers: number[] = [];
    for (let i = 0; i < 62; i++) answers.push((await from('203.0.113.7')).statusCode);
    expect(answers.filter((status) => status === 401)).toHaveLength(60);
    const slowed = await from('203.0.113.7');
    expect(slowed.json()).toMatchObject({ status: 429, code: 'rate.limited' });
    expect(Number(slowed.headers['retry-after'])).toBeGreaterThan(0);
    expect((await from('203.0.113.8')).statusCode).toBe(401);
    world.clock.advance(60_000);
    expect((await from('203.0.113.7')).statusCode).toBe(401);
  });

  test('until a first password is changed, and a code set up where one is required, nothing else is open', async () => {
    const { userName } = await account('auditAdmin', { passwordDue: true });
    const first = await browser(userName);
    expect(first.session.due).toBe('password');
    expect((await first.send('GET', '/api/test/work')).json()).toMatchObject({ status: 403, code: 'auth.passwordDue' });
    expect((await first.send('POST', '/api/session/totp')).json()).toMatchObject({ code: 'auth.passwordDue' });
    const next = 'Gaoligong-2026-山';
    const wrong = await first.send('POST', '/api/session/password', { current: 'x', next });
    expect(wrong.json()).toMatchObject({ status: 400, errors: [{ pointer: '/current', code: 'password.current' }] });
    expect((await first.send('POST', '/api/session/password', { current: password, next })).statusCode).toBe(204);
    expect((await first.send('GET', '/api/test/work')).json()).toMatchObject({ code: 'auth.totpDue' });
    const started = (await first.send('POST', '/api/session/totp')).json<{
      secret: string;
      uri: string;
      picture: string;
    }>();
    expect(started.uri).toContain(`secret=${started.secret}`);
    expect(started.picture).toMatch(/^data:image\/svg\+xml;base64,/);
    const refused = await first.send('POST', '/api/session/totp/confirm', { code: '12345x' });
    expect(refused.json()).toMatchObject({ errors: [{ pointer: '/code', code: 'auth.oneTimeCode' }] });
  });

  describe('a keeper', () => {
    test('opens an account, whose holder signs in with the password told once and chooses another', async () => {
      const keeper = await browser((await account('securityAdmin')).userName);
      const made = await keeper.send('POST', '/api/accounts', {
        tenant: '530521',
        userName: 'new.holder',
        displayName: '新来的',
        grants: [{ role: 'clerk', tenant: '530521' }],
      });
      expect(made.statusCode).toBe(201);
      const { password: first, accountId } = made.json<{ password: string; accountId: string }>();
      const holder = await app.inject({
        method: 'POST',
        url: '/api/session',
        payload: { userName: 'new.holder', password: first },
      });
      expect(holder.json()).toMatchObject({ accountId, due: 'password' });
      const listed = await keeper.send('GET', '/api/accounts?text=new.');
      expect(listed.json()).toMatchObject({ rows: [{ accountId, passwordDue: true, version: 1 }], next: null });
      const base = `/api/accounts/530521/${accountId}`;
      expect((await keeper.send('POST', `${base}/disable`, { version: 1 })).json()).toEqual({ version: 2 });
      expect((await keeper.send('POST', `${base}/enable`, { version: 1 })).json()).toMatchObject({
        status: 409,
        current: 2,
      });
      const granted = await keeper.send('POST', `${base}/grants`, {
        version: 2,
        grant: { role: 'auditAdmin', tenant: '530521' },
      });
      expect(granted.json()).toMatchObject({
        status: 409,
        code: 'account.rolesClash',
        detail: expect.stringContaining('审计管理员'),
      });
      const reset = await keeper.send('POST', `${base}/reset-password`, { version: 2 });
      expect(reset.json<{ password: string }>().password).not.toBe(first);
    });

    test('sends the same twice and makes one account; the password is told once', async () => {
      const { cookie, session } = await browser((await account('securityAdmin')).userName);
      const create = () =>
        app.inject({
          method: 'POST',
          url: '/api/accounts',
          cookies: { fayuan_session: cookie },
          headers: { 'x-csrf-token': session.csrfToken, 'idempotency-key': 'create-once-1' },
          payload: { tenant: '530521', userName: 'once.only', displayName: '一次' },
        });
      const first = (await create()).json<{ accountId: string; password: string | null }>();
      const again = (await create()).json<{ accountId: string; password: string | null }>();
      expect(again.accountId).toBe(first.accountId);
      expect(first.password).toMatch(/^[0-9A-Z-]{19}$/);
      expect(again.password).toBeNull();
      const kept = JSON.stringify(await world.direct((tx) => tx.db.selectFrom('idempotency').selectAll().execute()));
      expect(kept).not.toContain(first.password);
    });

    test.each([
      [{ userName: 'ab' }, '/userName', 'account.userNameFormat'],
      [{ userName: '李某' }, '/userName', 'account.userNameFormat'],
      [{ displayName: ' ' }, '/displayName', 'input.required'],
      [{ displayName: 'a\u0007b' }, '/displayName', 'input.controlCharacters'],
      [{ grants: [{ role: 'emperor', tenant: '530521' }] }, '/grants/0/role', 'input.choice'],
      [{ grants: [{ role: 'clerk', tenant: '5305' }] }, '/grants/0/tenant', 'input.format'],
      [
        {
          grants: [{ role: 'clerk', tenant: '530500', subtree: true, agency: '0193a000-0000-7000-8000-00000000e001' }],
        },
        '/grants/0/agency',
        'account.agencyWithSubtree',
      ],
    ])('is told what is wrong with %j', async (change, pointer, code) => {
      const keeper = await browser((await account('securityAdmin')).userName);
      const payload = { tenant: '530521', userName: `fine-${++n}`, displayName: '某', ...change };
      const answer = await keeper.send('POST', '/api/accounts', payload);
      expect(answer.json()).toMatchObject({ status: 400, errors: [{ pointer, code }] });
    });

    test('is none who has no right to it', async () => {
      const clerk = await browser((await account()).userName);
      expect((await clerk.send('GET', '/api/accounts')).statusCode).toBe(403);
      const made = await clerk.send('POST', '/api/accounts', {
        tenant: '530521',
        userName: 'mine.own',
        displayName: '某',
      });
      expect(made.json()).toMatchObject({ status: 403, code: 'auth.forbidden' });
      expect((await clerk.send('GET', '/api/roles')).json()).toHaveLength(Object.keys(roles).length);
    });
  });

  test('every route is described', async () => {
    await app.ready();
    const { paths } = app.swagger() as { paths: Record<string, Record<string, { summary?: string }>> };
    const operations = Object.entries(paths)
      .filter(([path]) => !path.startsWith('/api/test'))
      .flatMap(([, methods]) => Object.values(methods));
    expect(operations.length).toBeGreaterThan(14);
    expect(operations.filter((operation) => operation.summary === undefined)).toEqual([]);
  });
});
