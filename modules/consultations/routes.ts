import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import { spanPattern } from '../../kernel/time/index.ts';
import { runUseCase } from '../../kernel/use-case/index.ts';
import { answerInput, consultationChannels, consultationInput } from './schema.ts';
import { answerConsultation } from './use-cases/answer-consultation.ts';
import { listConsultations, readConsultation } from './use-cases/read-consultations.ts';
import { registerConsultation } from './use-cases/register-consultation.ts';
import { seedApplication } from './use-cases/turn-into-application.ts';

const tags = ['consultations'];
const place = z.strictObject({ tenant: z.string().regex(/^\d{6}$/), id: z.uuid() });

export function consultationRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { runner } = deps;

  api.post(
    '/api/consultations',
    { schema: { tags, summary: '登记咨询 · register a consultation', body: consultationInput } },
    async (request, reply) => {
      const actor = await deps.actorOf(request);
      const key = deps.idempotencyKey(request);
      const answer = await runUseCase(runner, actor, (tx) => registerConsultation(tx, actor, request.body), {
        idempotency: key === undefined ? undefined : { tenant: request.body.tenant, key, request: request.body },
      });
      return reply.code(201).send(answer);
    },
  );

  api.get(
    '/api/consultations',
    {
      schema: {
        tags,
        summary: '咨询台账 · consultations, newest first',
        querystring: z.strictObject({
          tenant: z
            .string()
            .regex(/^\d{6}$/)
            .optional(),
          channel: z.enum(consultationChannels).optional(),
          topic: z.string().max(40).optional(),
          group: z.string().max(40).optional(),
          span: z.string().regex(spanPattern).optional(),
          unanswered: z.coerce.boolean().optional(),
          after: z.string().max(80).optional(),
          limit: z.coerce.number().int().min(1).max(100).default(30),
        }),
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      return runUseCase(runner, actor, (tx) => listConsultations(tx, actor, request.query));
    },
  );

  api.get(
    '/api/consultations/:tenant/:id',
    { schema: { tags, summary: '一次咨询 · one consultation', params: place } },
    async (request) => {
      const actor = await deps.actorOf(request);
      const { tenant, id } = request.params;
      return runUseCase(runner, actor, (tx) => readConsultation(tx, actor, { tenant, consultationId: id }));
    },
  );

  api.post(
    '/api/consultations/:tenant/:id/answer',
    {
      schema: {
        tags,
        summary: '答复 · answer',
        params: place,
        body: answerInput.omit({ tenant: true, consultationId: true }),
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      const { tenant, id } = request.params;
      return runUseCase(runner, actor, (tx) =>
        answerConsultation(tx, actor, { tenant, consultationId: id, ...request.body }),
      );
    },
  );

  api.post(
    '/api/consultations/:tenant/:id/application-seed',
    { schema: { tags, summary: '转为申请（带出已填内容） · what an application can start from', params: place } },
    async (request) => {
      const actor = await deps.actorOf(request);
      const { tenant, id } = request.params;
      return runUseCase(runner, actor, (tx) => seedApplication(tx, actor, { tenant, consultationId: id }));
    },
  );
}
