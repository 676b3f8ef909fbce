import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import { runQuery, runUseCase } from '../../kernel/use-case/index.ts';
import { FindEarlierCases, RegisterNotice } from './notice-schema.ts';
import { tenant } from './shapes.ts';
import { findEarlierCases, registerNotice } from './use-cases/register-notice.ts';

const tags = ['notices'];
const params = z.strictObject({ tenant });

/** 通知辩护: an organ's notice begins a case; what was handled before is found first. */
export function noticeRoutes(server: FastifyInstance, deps: HttpDeps): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const { runner } = deps;

  app.post(
    '/api/notices/:tenant',
    {
      schema: {
        tags,
        summary: '登记通知辩护 · register an organ’s notice; three days to designate and to answer (art. 36)',
        params,
        body: RegisterNotice.omit({ tenant: true }),
        response: {
          201: z.object({
            tenant: z.string(),
            matterId: z.string(),
            caseId: z.string(),
            number: z.string(),
            designateBy: z.string().nullable(),
            warnings: z.array(z.object({ zh: z.string(), en: z.string() })),
          }),
        },
      },
    },
    async (request, reply) => {
      const actor = await deps.actorOf(request);
      const input = { ...request.body, ...request.params };
      const key = deps.idempotencyKey(request);
      const registered = await runUseCase(runner, actor, (tx) => registerNotice(tx, actor, input), {
        idempotency: key === undefined ? undefined : { tenant: input.tenant, key, request: input },
      });
      return reply.code(201).send({ ...registered, warnings: [...registered.warnings] });
    },
  );

  // A search by what stands on a document: in the body, so that no log keeps it.
  app.post(
    '/api/notices/:tenant/earlier-cases',
    {
      schema: {
        tags,
        summary: '较早阶段的案件 · criminal cases of the same person or proceeding',
        params,
        body: FindEarlierCases.omit({ tenant: true }),
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      const input = { ...request.body, ...request.params };
      return { cases: await runQuery(runner, actor, (tx) => findEarlierCases(tx, actor, input)) };
    },
  );
}
