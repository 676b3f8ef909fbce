import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import { spanPattern } from '../../kernel/time/index.ts';
import { type Actor, runUseCase, type Tx } from '../../kernel/use-case/index.ts';
import { type CommitmentState, commitmentLifecycle } from './commitment-lifecycle.ts';
import {
  checkCommitmentInput,
  decideCommitmentInput,
  orderRecoveryInput,
  pickCommitmentInput,
  recordPaymentInput,
} from './commitment-schema.ts';
import { type CountedBy, countedBy } from './commitment-store.ts';
import { rememberingDenials } from './denials.ts';
import { tenantCode } from './schema.ts';
import {
  clearCommitment,
  confirmCommitment,
  correctFinding,
  doubtCommitment,
  findCommitmentFalse,
  orderRecovery,
  pickCommitment,
  recordPayment,
} from './use-cases/check-commitment.ts';
import { listCommitments, listCountedCommitments, readCommitment } from './use-cases/list-commitments.ts';

const tags = ['applications'];
const params = z.strictObject({ tenant: tenantCode, id: z.uuid() });
const place = { tenant: true, applicationId: true } as const;
const states = z.enum(Object.keys(commitmentLifecycle.states) as [CommitmentState]);

/** 诚信承诺, once aid was granted on one; `id` is the application's, the version the commitment's own. */
export function commitmentRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const api = app.withTypeProvider<ZodTypeProvider>();

  api.get(
    '/api/commitments/counted',
    {
      schema: {
        tags,
        summary: '统计数后面的诚信承诺 · the commitments behind a count',
        querystring: z.strictObject({
          tenant: tenantCode.optional(),
          by: z.enum(Object.keys(countedBy) as [CountedBy]),
          span: z.string().regex(spanPattern),
          pickedFor: z.string().max(40).optional(),
          after: z.string().max(80).optional(),
          limit: z.coerce.number().int().min(1).max(100).default(30),
        }),
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      return runUseCase(deps.runner, actor, (tx) => listCountedCommitments(tx, actor, request.query));
    },
  );

  api.get(
    '/api/commitments',
    {
      schema: {
        tags,
        summary: '诚信承诺 · commitments in place of proof, by state and last day',
        querystring: z.strictObject({
          tenant: tenantCode.optional(),
          state: states.default('TO_CHECK'),
          limit: z.coerce.number().int().min(1).max(200).default(100),
        }),
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      return { rows: await runUseCase(deps.runner, actor, (tx) => listCommitments(tx, actor, request.query)) };
    },
  );

  api.get(
    '/api/commitments/:tenant/:id',
    { schema: { tags, summary: '一份诚信承诺 · the commitment behind one application', params } },
    async (request) => {
      const actor = await deps.actorOf(request);
      const { tenant, id } = request.params;
      return runUseCase(deps.runner, actor, (tx) => readCommitment(tx, actor, { tenant, applicationId: id }));
    },
  );

  const move = <S extends z.ZodObject>(
    path: string,
    summary: string,
    input: S,
    run: (tx: Tx, actor: Actor, whole: z.infer<S>) => Promise<unknown>,
  ): void => {
    api.post(
      `/api/commitments/:tenant/:id/${path}`,
      { schema: { tags, summary, params, body: input.omit(place) } },
      async (request) => {
        const actor = await deps.actorOf(request);
        const { tenant, id } = request.params as { tenant: string; id: string };
        const whole = { ...(request.body as object), tenant, applicationId: id } as z.infer<S>;
        const key = deps.idempotencyKey(request);
        return rememberingDenials(deps, actor, { tenant, applicationId: id, move: `commitment/${path}` }, () =>
          runUseCase(deps.runner, actor, (tx) => run(tx, actor, whole), {
            idempotency: key === undefined ? undefined : { tenant, key, request: { path, ...whole } },
          }),
        );
      },
    );
  };
  move('pick', '列入核查 · have it checked', pickCommitmentInput, pickCommitment);
  move('confirm', '核查属实 · found to be so', checkCommitmentInput, confirmCommitment);
  move('doubt', '核查不符 · not borne out', checkCommitmentInput, doubtCommitment);
  move('clear', '认定属实 · find it true', decideCommitmentInput, clearCommitment);
  move('find-false', '认定不实 · find it false', decideCommitmentInput, findCommitmentFalse);
  move('correct', '纠正认定 · take the finding back', decideCommitmentInput, correctFinding);
  move('order-recovery', '责令支付费用 · order the cost to be paid', orderRecoveryInput, orderRecovery);
  move('record-payment', '登记已支付 · record the payment', recordPaymentInput, recordPayment);
}
