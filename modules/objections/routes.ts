import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import { type Actor, runUseCase, type Tx } from '../../kernel/use-case/index.ts';
import { rememberingDenials } from '../applications/index.ts';
import { raiseObjectionInput, reviewObjectionInput } from './schema.ts';
import { raiseObjection } from './use-cases/raise-objection.ts';
import { readObjection } from './use-cases/read-objection.ts';
import { maintainRefusal, orderCorrection } from './use-cases/review-objection.ts';

const tags = ['objections'];
const params = z.strictObject({ tenant: z.string().regex(/^\d{6}$/), id: z.uuid() });
const place = { tenant: true, applicationId: true } as const;

/** 异议: raised against a refusal, decided by the bureau. The version is the application's, as it was on screen. */
export function objectionRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const api = app.withTypeProvider<ZodTypeProvider>();

  api.get(
    '/api/applications/:tenant/:id/objection',
    { schema: { tags, summary: '异议 · the objection to a refusal, and until when one may be raised', params } },
    async (request) => {
      const actor = await deps.actorOf(request);
      const { tenant, id } = request.params;
      return runUseCase(deps.runner, actor, (tx) => readObjection(tx, actor, { tenant, applicationId: id }));
    },
  );

  const move = <S extends z.ZodObject>(
    path: string,
    summary: string,
    input: S,
    run: (tx: Tx, actor: Actor, whole: z.infer<S>) => Promise<unknown>,
  ): void => {
    api.post(
      `/api/applications/:tenant/:id/${path}`,
      { schema: { tags, summary, params, body: input.omit(place) } },
      async (request) => {
        const actor = await deps.actorOf(request);
        const { tenant, id } = request.params as { tenant: string; id: string };
        const whole = { ...(request.body as object), tenant, applicationId: id } as z.infer<S>;
        const key = deps.idempotencyKey(request);
        return rememberingDenials(deps, actor, { tenant, applicationId: id, move: path }, () =>
          runUseCase(deps.runner, actor, (tx) => run(tx, actor, whole), {
            idempotency: key === undefined ? undefined : { tenant, key, request: { path, ...whole } },
          }),
        );
      },
    );
  };
  move('raise-objection', '提出异议 · raise an objection with the bureau', raiseObjectionInput, raiseObjection);
  move('maintain', '维持 · maintain the refusal', reviewObjectionInput, maintainRefusal);
  move('order-correction', '责令改正 · order correction', reviewObjectionInput, orderCorrection);
}
