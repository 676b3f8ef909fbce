import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import { runUseCase } from '../../kernel/use-case/index.ts';
import { readStatistics } from './use-cases/read-statistics.ts';

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

export function statisticsRoutes(app: FastifyInstance, deps: HttpDeps): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/api/statistics',
    {
      schema: {
        tags: ['statistics'],
        summary: '统计 · counts by month, class, cause, group and county',
        querystring: z.strictObject({
          from: month,
          to: month,
          tenant: z
            .string()
            .regex(/^\d{6}$/)
            .optional(),
        }),
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      return runUseCase(deps.runner, actor, (tx) => readStatistics(tx, actor, request.query));
    },
  );
}
