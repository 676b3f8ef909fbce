import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import { runQuery, runUseCase } from '../../kernel/use-case/index.ts';
import { clockStates } from './schema.ts';
import { listClocks, readOwnRates, summariseClocks } from './use-cases/read-clocks.ts';
import { putAside, readNotices } from './use-cases/read-notices.ts';

const tags = ['clocks'];
const tenantCode = z.string().regex(/^\d{6}$/);
const place = z.strictObject({ tenant: tenantCode.optional() });

/** 时限监督: what the worker told, every clock that runs, and how many were kept. */
export function clockRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { runner } = deps;

  api.get(
    '/api/clocks',
    {
      schema: {
        tags,
        summary: '全部时限 · every limit that has not been met, by its last day',
        querystring: place.extend({
          state: z.enum(clockStates).optional(),
          step: z.string().max(40).optional(),
          after: z
            .string()
            .regex(/^\d{4}-\d{2}-\d{2}~[0-9a-f-]{36}$/)
            .optional(),
          limit: z.coerce.number().int().min(1).max(100).default(50),
        }),
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      return runQuery(runner, actor, (tx) => listClocks(tx, actor, request.query));
    },
  );

  api.get(
    '/api/clocks/summary',
    { schema: { tags, summary: '各中心时限 · how many limits stand how, centre by centre', querystring: place } },
    async (request) => {
      const actor = await deps.actorOf(request);
      return runQuery(runner, actor, (tx) => summariseClocks(tx, actor, request.query.tenant));
    },
  );

  api.get(
    '/api/clocks/rates',
    { schema: { tags, summary: '按期办理率 · kept in time, the last twelve finished months', querystring: place } },
    async (request) => {
      const actor = await deps.actorOf(request);
      return runQuery(runner, actor, (tx) => readOwnRates(tx, actor, request.query.tenant));
    },
  );

  api.get(
    '/api/clocks/notices',
    { schema: { tags, summary: '我的提醒 · what the worker told me and I have not put aside' } },
    async (request) => {
      const actor = await deps.actorOf(request);
      return runQuery(runner, actor, (tx) => readNotices(tx, actor));
    },
  );

  api.post(
    '/api/clocks/notices/seen',
    {
      schema: {
        tags,
        summary: '知道了 · put notices aside',
        body: z.strictObject({ tenant: tenantCode, ids: z.array(z.uuid()).min(1).max(100) }),
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      return runUseCase(runner, actor, (tx) => putAside(tx, actor, request.body));
    },
  );
}
