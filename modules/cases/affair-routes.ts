import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import { runQuery, runUseCase } from '../../kernel/use-case/index.ts';
import { AffairKey, FollowAffair, feeGrounds, ListAffairs, majorMatterKinds, reliefGrounds } from './affair-schema.ts';
import { followAffair, listAffairs } from './use-cases/affairs.ts';

const tags = ['cases'];

/** 办理中的往来: what waits, and what came of it; each is opened from its case. */
export function affairRoutes(server: FastifyInstance, deps: HttpDeps): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const { runner } = deps;

  app.get(
    '/api/case-affairs',
    {
      schema: {
        tags,
        summary: '待办往来 · major matters to acknowledge, referrals to follow up',
        querystring: ListAffairs,
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      return runQuery(runner, actor, (tx) => listAffairs(tx, actor, request.query.tenant));
    },
  );

  app.get(
    '/api/case-affairs/grounds',
    { schema: { tags, summary: '事由目录 · grounds of reports, court-fee relief and judicial relief, with articles' } },
    async (request) => {
      await deps.actorOf(request);
      return { majorMatterKinds, feeGrounds, reliefGrounds };
    },
  );

  app.post(
    '/api/case-affairs/:tenant/:affairId/:event',
    {
      schema: {
        tags,
        summary: '登记往来结果 · what came of a report, a letter or a referral',
        params: AffairKey,
        body: FollowAffair.omit({ tenant: true, affairId: true, event: true }),
        response: { 200: z.object({ version: z.int(), state: z.string() }) },
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      const whole = { ...request.body, ...request.params };
      const key = deps.idempotencyKey(request);
      return runUseCase(runner, actor, (tx) => followAffair(tx, actor, whole), {
        idempotency: key === undefined ? undefined : { tenant: whole.tenant, key, request: whole },
      });
    },
  );
}
