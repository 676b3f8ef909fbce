import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import QRCode from 'qrcode';
import { z } from 'zod';
import { clientKey, passwordHasher, rateLimiter } from '../../kernel/auth/index.ts';
import { Refusal } from '../../kernel/errors/index.ts';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import { runUseCase, type Tx } from '../../kernel/use-case/index.ts';
import { type AccountsDeps, clearSessionCookie, sessionDoor, setSessionCookie } from './http.ts';
import { keeperRoutes } from './keeper-routes.ts';
import { roles } from './roles.ts';
import { type SessionView, sessionView, signInInput } from './schema.ts';
import { readSession, type Session } from './session.ts';
import { changePassword } from './use-cases/change-password.ts';
import { confirmTotp, enrolTotp, removeTotp } from './use-cases/enrol-totp.ts';
import { signIn } from './use-cases/sign-in.ts';
import { signOut } from './use-cases/sign-out.ts';

/** A whole office may sit behind one address and come in at nine o'clock. */
const signInRate = { burst: 60, perMinute: 30 } as const;

const nothing = { 204: z.null() };
const code = z.strictObject({ code: z.string().min(1).max(20) });

/** Sessions, the holder's own password and one-time codes, and the keeping of accounts. */
export function accountRoutes(server: FastifyInstance, deps: HttpDeps, own: Omit<AccountsDeps, 'runner'>): void {
  const { runner, log } = deps;
  const { config } = own;
  const door = sessionDoor({ ...own, runner });
  const hasher = passwordHasher();
  const limiter = rateLimiter(signInRate, () => Date.parse(runner.clock.now()));
  const app = server.withTypeProvider<ZodTypeProvider>();
  const tags = ['session'];

  const viewOf = (session: Session): SessionView => ({
    accountId: session.accountId,
    tenant: session.tenant,
    userName: session.userName,
    displayName: session.displayName,
    grants: session.grants.map((grant) => ({ ...grant })),
    tenants: session.actor.scope.tenants === '*' ? [] : [...session.actor.scope.tenants],
    totp: session.totpOn,
    due: session.due ?? null,
    csrfToken: door.csrf.issue(session.tokenHash),
    idleUntil: session.idleUntil,
    expiresAt: session.expiresAt,
    warningDays: runner.warningDays,
    demonstration: session.demonstration,
  });
  /** Work of the holder on their own account: seen at its home centre only. */
  const asHolder = <T>(session: Session, work: (tx: Tx) => Promise<T>): Promise<T> =>
    runUseCase(runner, session.actor, work, { scope: { tenants: [session.tenant], agencies: [] } });
  const keepPrivate = (reply: FastifyReply) => reply.header('cache-control', 'no-store');

  app.post(
    '/api/session',
    {
      schema: {
        tags,
        summary: '登录 · sign in',
        description:
          'Answers 401 `auth.codeRequired` when a one-time code is needed as well; send the same again with `code` or `recoveryCode`.',
        body: signInInput,
        response: { 200: sessionView },
      },
    },
    async (request, reply) => {
      const rate = limiter.take(clientKey(request.ip));
      if (!rate.allowed) throw new Refusal('rate.limited', { seconds: rate.retryAfterSeconds });
      const signedIn = await signIn(runner, hasher, request.body).catch((error: unknown) => {
        if (error instanceof Refusal) log.warn('sign-in refused', { requestId: request.id, code: error.code });
        throw error;
      });
      await endEarlier(request);
      const session = await readSession(runner, door.reading, signedIn.cookie);
      if (session === undefined) throw new Refusal('auth.required');
      setSessionCookie(reply, signedIn.cookie, config.tls);
      keepPrivate(reply);
      return viewOf(session);
    },
  );

  /** The session this browser had before: nobody would ever use it again. */
  async function endEarlier(request: FastifyRequest): Promise<void> {
    const earlier = await door.sessionIfAny(request);
    if (earlier !== undefined) await asHolder(earlier, (tx) => signOut(tx, earlier));
  }

  app.get(
    '/api/session',
    { schema: { tags, summary: '当前登录 · who is signed in here', response: { 200: sessionView } } },
    async (request, reply) => {
      keepPrivate(reply);
      return viewOf(await door.sessionOf(request));
    },
  );

  app.delete(
    '/api/session',
    { schema: { tags, summary: '退出 · sign out', response: nothing } },
    async (request, reply) => {
      await endEarlier(request);
      clearSessionCookie(reply, config.tls);
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/api/session/password',
    {
      schema: {
        tags,
        summary: '修改密码 · change the password; all other sessions of the account end',
        body: z.strictObject({ current: z.string().min(1).max(1024), next: z.string().min(1).max(1024) }),
        response: nothing,
      },
    },
    async (request, reply) => {
      await changePassword(runner, hasher, await door.sessionOf(request), request.body);
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/api/session/totp',
    {
      schema: {
        tags,
        summary: '绑定动态口令：二维码 · begin to set up one-time codes',
        response: {
          200: z.strictObject({
            secret: z.string(),
            uri: z.string(),
            /** The same as a picture: an SVG in a data URI. */
            picture: z.string(),
          }),
        },
      },
    },
    async (request, reply) => {
      const session = await afterPassword(request);
      const { secret, uri } = await asHolder(session, (tx) => enrolTotp(tx, session));
      const svg = await QRCode.toString(uri, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
      keepPrivate(reply);
      return { secret, uri, picture: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}` };
    },
  );

  app.post(
    '/api/session/totp/confirm',
    {
      schema: {
        tags,
        summary: '绑定动态口令：确认 · show that the phone has it; answers the recovery codes, once',
        body: code,
        response: { 200: z.strictObject({ recoveryCodes: z.array(z.string()) }) },
      },
    },
    async (request, reply) => {
      const session = await afterPassword(request);
      const { recoveryCodes } = await asHolder(session, (tx) => confirmTotp(tx, session, request.body.code));
      keepPrivate(reply);
      return { recoveryCodes: [...recoveryCodes] };
    },
  );

  app.post(
    '/api/session/totp/remove',
    { schema: { tags, summary: '停用动态口令 · turn one-time codes off', body: code, response: nothing } },
    async (request, reply) => {
      await removeTotp(runner, await afterPassword(request), request.body.code, config.totpRoles);
      return reply.code(204).send(null);
    },
  );

  /** A phone is bound to somebody who has a password of their own: until then the keeper who gave the first one could be it. */
  async function afterPassword(request: FastifyRequest): Promise<Session> {
    const session = await door.sessionOf(request);
    if (session.due === 'password') throw new Refusal('auth.passwordDue');
    return session;
  }

  app.get(
    '/api/roles',
    {
      schema: {
        tags: ['accounts'],
        summary: '角色 · roles, and the duty each belongs to; one account’s roles belong to one duty',
        response: {
          200: z.array(z.strictObject({ role: z.string(), zh: z.string(), en: z.string(), duty: z.string() })),
        },
      },
    },
    async (request) => {
      await door.sessionOf(request);
      return Object.entries(roles).map(([role, entry]) => ({ role, ...entry }));
    },
  );

  keeperRoutes(server, deps, hasher);
}
