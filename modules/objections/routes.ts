import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import { type Actor, runUseCase, type Tx } from '../../kernel/use-case/index.ts';
import { rememberingDenials } from '../applications/index.ts';
import type { Against } from './contested.ts';
import {
  contestTerminationInput,
  type RaiseObjection,
  type ReviewObjection,
  raiseObjectionInput,
  reviewObjectionInput,
  reviewTerminationInput,
} from './schema.ts';
import { raiseObjection } from './use-cases/raise-objection.ts';
import { readObjection } from './use-cases/read-objection.ts';
import { maintainDecision, orderCorrection } from './use-cases/review-objection.ts';

const tags = ['objections'];
const params = z.strictObject({ tenant: z.string().regex(/^\d{6}$/), id: z.uuid() });

/** Where an objection is raised and decided: beside the record whose decision it is against. */
interface Side {
  readonly path: 'applications' | 'cases';
  readonly key: 'applicationId' | 'caseId';
  /** What is sent; the record itself stands in the path. */
  readonly raise: z.ZodObject;
  readonly review: z.ZodObject;
  /** 不予 or 终止, for the descriptions. */
  readonly zh: string;
  readonly en: string;
}

const sides: readonly Side[] = [
  {
    path: 'applications',
    key: 'applicationId',
    raise: raiseObjectionInput.omit({ tenant: true, applicationId: true }),
    review: reviewObjectionInput.omit({ tenant: true, applicationId: true }),
    zh: '对不予决定的异议',
    en: 'refusal',
  },
  {
    path: 'cases',
    key: 'caseId',
    raise: contestTerminationInput.omit({ tenant: true, caseId: true }),
    review: reviewTerminationInput.omit({ tenant: true, caseId: true }),
    zh: '对终止决定的异议',
    en: 'termination',
  },
];

/** 异议: raised against a refusal or a termination, decided by the bureau. The version is that record's, as it was on screen. */
export function objectionRoutes(app: FastifyInstance, deps: HttpDeps): void {
  for (const side of sides) objectionSide(app, deps, side);
}

function objectionSide(app: FastifyInstance, deps: HttpDeps, { path, key, raise, review, zh, en }: Side): void {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const against = ({ tenant, id }: z.infer<typeof params>): Against => ({ tenant, [key]: id }) as unknown as Against;

  api.get(
    `/api/${path}/:tenant/:id/objection`,
    { schema: { tags, summary: `${zh} · the objection to a ${en}, and until when one may be raised`, params } },
    async (request) => {
      const actor = await deps.actorOf(request);
      return runUseCase(deps.runner, actor, (tx) => readObjection(tx, actor, against(request.params)));
    },
  );

  const move = <I>(
    step: string,
    summary: string,
    body: z.ZodObject,
    run: (tx: Tx, actor: Actor, whole: I) => Promise<unknown>,
  ): void => {
    api.post(`/api/${path}/:tenant/:id/${step}`, { schema: { tags, summary, params, body } }, async (request) => {
      const actor = await deps.actorOf(request);
      const whole = { ...(request.body as object), ...against(request.params) } as I;
      const idempotencyKey = deps.idempotencyKey(request);
      const { tenant } = request.params;
      const work = () =>
        runUseCase(deps.runner, actor, (tx) => run(tx, actor, whole), {
          idempotency:
            idempotencyKey === undefined
              ? undefined
              : { tenant, key: idempotencyKey, request: { path: step, ...whole } },
        });
      // A case remembers by itself who reached for it.
      if (key === 'caseId') return work();
      return rememberingDenials(deps, actor, { tenant, applicationId: request.params.id, move: step }, work);
    });
  };
  move<RaiseObjection>('raise-objection', `提出${zh} · object to the ${en} with the bureau`, raise, raiseObjection);
  move<ReviewObjection>('maintain', `维持（${zh}） · maintain the ${en}`, review, maintainDecision);
  move<ReviewObjection>(
    'order-correction',
    `责令改正（${zh}） · order correction of the ${en}`,
    review,
    orderCorrection,
  );
}
