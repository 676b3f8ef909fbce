import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import { runUseCase } from '../../kernel/use-case/index.ts';
import { type CooperationState, cooperationLifecycle } from './cooperation-lifecycle.ts';
import { answerCooperationInput, tenantCode } from './schema.ts';
import { answerCooperation, listRequests } from './use-cases/answer-cooperation.ts';

const tags = ['applications'];
const states = z.enum(Object.keys(cooperationLifecycle.states) as [CooperationState]);

/** 协助核查, at the centre that is asked. Asking is a move of the application. */
export function cooperationRoutes(server: FastifyInstance, deps: HttpDeps): void {
  const api = server.withTypeProvider<ZodTypeProvider>();

  api.get(
    '/api/cooperation',
    {
      schema: {
        tags,
        summary: '外地委托核查 · what other centres ask this one to check',
        querystring: z.strictObject({
          tenant: tenantCode.optional(),
          state: states.default('ASKED'),
          limit: z.coerce.number().int().min(1).max(200).default(100),
        }),
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      return { rows: await runUseCase(deps.runner, actor, (tx) => listRequests(tx, actor, request.query)) };
    },
  );

  api.post(
    '/api/cooperation/:tenant/:id/answer',
    {
      schema: {
        tags,
        summary: '答复核查 · answer what was asked',
        params: z.strictObject({ tenant: tenantCode, id: z.uuid() }),
        body: answerCooperationInput.omit({ tenant: true, id: true }),
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      const { tenant, id } = request.params;
      const whole = { ...request.body, tenant, id };
      const key = deps.idempotencyKey(request);
      const scope =
        actor.scope.tenants === '*'
          ? actor.scope
          : { ...actor.scope, tenants: [...new Set([...actor.scope.tenants, whole.askedBy])] };
      return runUseCase(deps.runner, actor, (tx) => answerCooperation(tx, actor, whole), {
        scope,
        idempotency: key === undefined ? undefined : { tenant, key, request: whole },
      });
    },
  );
}
