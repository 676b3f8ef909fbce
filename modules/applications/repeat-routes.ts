import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import { runQuery } from '../../kernel/use-case/index.ts';
import { FindRepeated, findRepeated } from './use-cases/find-repeated.ts';

/** 重复申请: asked while an application is written down. */
export function repeatRoutes(server: FastifyInstance, deps: HttpDeps): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  app.post(
    '/api/applications/:tenant/repeated',
    {
      schema: {
        tags: ['applications'],
        summary: '重复申请 · what the same person applied for before, the same matter first',
        params: FindRepeated.pick({ tenant: true }),
        body: FindRepeated.omit({ tenant: true }),
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      const input = { ...request.body, ...request.params };
      return { applications: await runQuery(deps.runner, actor, (tx) => findRepeated(tx, actor, input)) };
    },
  );
}
