import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import { spanPattern } from '../../kernel/time/index.ts';
import { runUseCase } from '../../kernel/use-case/index.ts';
import { assessmentRoutes } from './assessment-routes.ts';
import { reviewRoutes } from './review-routes.ts';
import { faces } from './schema.ts';
import { supervisionRoutes } from './supervision-routes.ts';
import { listSatisfaction } from './use-cases/list-satisfaction.ts';

export function qualityRoutes(app: FastifyInstance, deps: HttpDeps): void {
  assessmentRoutes(app, deps);
  reviewRoutes(app, deps);
  supervisionRoutes(app, deps);
  app.withTypeProvider<ZodTypeProvider>().get(
    '/api/satisfaction',
    {
      schema: {
        tags: ['quality'],
        summary: '群众评价 · what recipients said',
        querystring: z.strictObject({
          tenant: z
            .string()
            .regex(/^\d{6}$/)
            .optional(),
          face: z.enum(faces).optional(),
          span: z.string().regex(spanPattern).optional(),
          after: z.string().max(80).optional(),
          limit: z.coerce.number().int().min(1).max(100).default(30),
        }),
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      return runUseCase(deps.runner, actor, (tx) => listSatisfaction(tx, actor, request.query));
    },
  );
}
