import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import { runUseCase } from '../../kernel/use-case/index.ts';
import { leaveMatter, notePresence } from './use-cases/note-presence.ts';

const params = z.strictObject({ tenant: z.string().regex(/^\d{6}$/), matterId: z.uuid() });

/** 在场: those at one matter see each other. */
export function presenceRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const api = app.withTypeProvider<ZodTypeProvider>();
  api.post(
    '/api/presence/:tenant/:matterId',
    {
      schema: {
        tags: ['presence'],
        summary: '在场 · I am at this matter; who else is',
        params,
        body: z.strictObject({
          /** The move whose form is open, `subject.event`. */
          doing: z
            .string()
            .regex(/^[a-z][a-zA-Z]{0,29}\.[a-z][a-zA-Z]{0,39}$/)
            .optional(),
        }),
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      const { doing = null } = request.body;
      return runUseCase(deps.runner, actor, (tx) => notePresence(tx, actor, { ...request.params, doing }));
    },
  );
  api.post(
    '/api/presence/:tenant/:matterId/leave',
    { schema: { tags: ['presence'], summary: '离开 · I have left this matter', params } },
    async (request) => {
      const actor = await deps.actorOf(request);
      return runUseCase(deps.runner, actor, (tx) => leaveMatter(tx, actor, request.params));
    },
  );
}
