import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import { spanPattern } from '../../kernel/time/index.ts';
import { type Actor, runQuery, runUseCase, type Tx } from '../../kernel/use-case/index.ts';
import { type SupervisionState, supervisionLifecycle } from './supervision-lifecycle.ts';
import {
  CaseKey,
  RecordSupervision,
  SupervisionAt,
  SupervisionWithWords,
  supervisionFindings,
  supervisionKinds,
} from './supervision-schema.ts';
import {
  acceptReply,
  askHandler,
  dropQuestion,
  listMySupervisions,
  listSupervisions,
  readSupervisions,
  recordSupervision,
  replySupervision,
  type SupervisionMoved,
  sendBackReply,
} from './use-cases/supervise.ts';

const tags = ['quality'];
const states = Object.keys(supervisionLifecycle.states) as SupervisionState[];

/** 督促: what is seen of cases, what handlers are asked, and what they answer (法律援助法 art. 59). */
export function supervisionRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { runner } = deps;

  api.get(
    '/api/supervisions',
    {
      schema: {
        tags,
        summary: '督促记录一览 · what was seen of cases, the newest first',
        querystring: z.strictObject({
          tenant: z
            .string()
            .regex(/^\d{6}$/)
            .optional(),
          kind: z.enum(supervisionKinds).optional(),
          finding: z.enum(supervisionFindings).optional(),
          state: z.enum(states).optional(),
          span: z.string().regex(spanPattern).optional(),
          /** Day and id of the last row seen. */
          after: z
            .string()
            .regex(/^\d{4}-\d{2}-\d{2}_[0-9a-f-]{36}$/)
            .optional(),
          limit: z.coerce.number().int().min(1).max(100).default(30),
        }),
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      return runQuery(runner, actor, (tx) => listSupervisions(tx, actor, request.query));
    },
  );

  api.get(
    '/api/supervisions/mine',
    { schema: { tags, summary: '要求我答复的 · what was asked about my cases' } },
    async (request) => {
      const actor = await deps.actorOf(request);
      return { rows: await runQuery(runner, actor, (tx) => listMySupervisions(tx, actor)) };
    },
  );

  api.get(
    '/api/supervisions/:tenant/:caseId',
    { schema: { tags, summary: '一件案件的督促记录 · what was seen of one case', params: CaseKey } },
    async (request) => {
      const actor = await deps.actorOf(request);
      return { rows: await runQuery(runner, actor, (tx) => readSupervisions(tx, actor, request.params)) };
    },
  );

  const step = <S extends z.ZodType<{ readonly tenant: string }>>(
    path: string,
    summary: string,
    body: S,
    run: (tx: Tx, actor: Actor, input: z.output<S>) => Promise<SupervisionMoved>,
  ): void => {
    api.post(`/api/supervisions/${path}`, { schema: { tags, summary, body } }, async (request) => {
      const actor = await deps.actorOf(request);
      const input = request.body as z.output<S>;
      const key = deps.idempotencyKey(request);
      return runUseCase(runner, actor, (tx) => run(tx, actor, input), {
        idempotency: key === undefined ? undefined : { tenant: input.tenant, key, request: { path, ...input } },
      });
    });
  };
  step('record', '记录督促 · record what was seen', RecordSupervision, recordSupervision);
  step('ask', '要求承办人说明或者改正 · ask the handler', SupervisionWithWords, askHandler);
  step('reply', '答复 · answer', SupervisionWithWords, replySupervision);
  step('accept', '认可答复 · accept the answer', SupervisionAt, acceptReply);
  step('sendBack', '退回，继续改正 · send back', SupervisionWithWords, sendBackReply);
  step('drop', '不再要求答复 · drop the question', SupervisionAt, dropQuestion);
}
