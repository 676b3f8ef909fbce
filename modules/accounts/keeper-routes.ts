import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { newRecoveryCodes, type PasswordHasher } from '../../kernel/auth/index.ts';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import { type Actor, type Runner, runQuery, runUseCase, type Tx } from '../../kernel/use-case/index.ts';
import { accountView, grantInput, newAccountInput, tenantCode } from './schema.ts';
import { type ChangeRole, grantRole, revokeRole } from './use-cases/change-roles.ts';
import { createAccount } from './use-cases/create-account.ts';
import { disableAccount, enableAccount, resetPassword, resetTotp, unlockAccount } from './use-cases/keep-account.ts';
import { listAccounts } from './use-cases/list-accounts.ts';

const place = z.strictObject({ tenant: tenantCode, accountId: z.uuid() });
const version = z.int().min(1);
const line = z
  .string()
  .trim()
  .max(100)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u);
const versioned = z.strictObject({ version });
const versionAnswer = { 200: z.strictObject({ version: z.int() }) };

/** What a keeper does to an account and nothing more need be said about. */
const steps = {
  disable: { summary: '停用账号 · disable an account; whoever is signed in is out', run: disableAccount },
  enable: { summary: '启用账号 · enable an account', run: enableAccount },
  unlock: { summary: '解锁 · forget wrong passwords before their time', run: unlockAccount },
  'reset-totp': { summary: '重置动态口令 · turn one-time codes off for somebody who lost the phone', run: resetTotp },
} as const satisfies Record<
  string,
  { summary: string; run: (tx: Tx, actor: Actor, input: ChangeRole) => Promise<{ version: number }> }
>;

/** For the security administrator. */
export function keeperRoutes(server: FastifyInstance, deps: HttpDeps, hasher: PasswordHasher): void {
  const { runner, actorOf } = deps;
  const app = server.withTypeProvider<ZodTypeProvider>();
  const tags = ['accounts'];

  app.get(
    '/api/accounts',
    {
      schema: {
        tags,
        summary: '账号名册 · accounts, by home centre and user name',
        querystring: z.strictObject({
          tenant: tenantCode.optional(),
          text: line.optional(),
          after: line.optional(),
          limit: z.coerce.number().int().min(1).max(100).optional(),
        }),
        response: { 200: z.strictObject({ rows: z.array(accountView), next: z.string().nullable() }) },
      },
    },
    async (request) => {
      const actor = await actorOf(request);
      return runQuery(runner, actor, (tx) => listAccounts(tx, actor, request.query));
    },
  );

  app.post(
    '/api/accounts',
    {
      schema: {
        tags,
        summary: '开户 · create an account; answers its first password, once',
        description:
          'The password is not kept with the `Idempotency-Key`: a repeated request answers `password: null`; reset it then.',
        body: newAccountInput,
        response: {
          201: z.strictObject({ accountId: z.uuid(), version: z.int(), password: z.string().nullable() }),
        },
      },
    },
    async (request, reply) => {
      const actor = await actorOf(request);
      const key = deps.idempotencyKey(request);
      const { password, passwordHash } = await firstPassword(runner, hasher);
      let created: unknown;
      const answer = await runUseCase(
        runner,
        actor,
        async (tx) => {
          const account = await createAccount(tx, actor, { ...request.body, passwordHash, passwordDue: true });
          created = account;
          return account;
        },
        key === undefined ? {} : { idempotency: { tenant: request.body.tenant, key, request: request.body } },
      );
      // A repeated request gets the earlier answer back, and nobody knows that account's password here.
      void reply.header('cache-control', 'no-store');
      return reply.code(201).send({ ...answer, password: answer === created ? password : null });
    },
  );

  app.post(
    '/api/accounts/:tenant/:accountId/grants',
    {
      schema: {
        tags,
        summary: '授权 · give an account a role somewhere',
        params: place,
        body: z.strictObject({ version, grant: grantInput }),
        response: { 201: z.strictObject({ version: z.int(), grantId: z.uuid() }) },
      },
    },
    async (request, reply) => {
      const actor = await actorOf(request);
      const input = { ...request.params, ...request.body };
      return reply.code(201).send(await runUseCase(runner, actor, (tx) => grantRole(tx, actor, input)));
    },
  );

  app.post(
    '/api/accounts/:tenant/:accountId/grants/:grantId/revoke',
    {
      schema: {
        tags,
        summary: '收回权限 · take a role away',
        params: place.extend({ grantId: z.uuid() }),
        body: versioned,
        response: versionAnswer,
      },
    },
    async (request) => {
      const actor = await actorOf(request);
      const input = { ...request.params, ...request.body };
      return runUseCase(runner, actor, (tx) => revokeRole(tx, actor, input));
    },
  );

  app.post(
    '/api/accounts/:tenant/:accountId/reset-password',
    {
      schema: {
        tags,
        summary: '重置密码 · give a new first password; all sessions end',
        params: place,
        body: versioned,
        response: { 200: z.strictObject({ version: z.int(), password: z.string() }) },
      },
    },
    async (request, reply) => {
      const actor = await actorOf(request);
      const { password, passwordHash } = await firstPassword(runner, hasher);
      const input = { ...request.params, ...request.body, passwordHash };
      const answer = await runUseCase(runner, actor, (tx) => resetPassword(tx, actor, input));
      void reply.header('cache-control', 'no-store');
      return { ...answer, password };
    },
  );

  for (const [step, { summary, run }] of Object.entries(steps)) {
    app.post(
      `/api/accounts/:tenant/:accountId/${step}`,
      { schema: { tags, summary, params: place, body: versioned, response: versionAnswer } },
      async (request) => {
        const actor = await actorOf(request);
        const input = { ...request.params, ...request.body };
        return runUseCase(runner, actor, (tx) => run(tx, actor, input));
      },
    );
  }
}

/** A password made here, to be told to the holder once and changed by them: 80 random bits, readable from paper. */
async function firstPassword(
  runner: Runner,
  hasher: PasswordHasher,
): Promise<{ readonly password: string; readonly passwordHash: string }> {
  const password = newRecoveryCodes((n) => runner.ids.random(n), 1)[0]?.code ?? '';
  return { password, passwordHash: await hasher.hash(password) };
}
