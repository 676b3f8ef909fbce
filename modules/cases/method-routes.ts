import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import { runQuery, runUseCase } from '../../kernel/use-case/index.ts';
import { CheckConflicts, DeclareRelative, WithdrawRelative } from './conflict-schema.ts';
import { AnswerOffer, ReadLedger } from './method-schema.ts';
import { methods } from './rules/methods.ts';
import { designationMethods } from './schema.ts';
import { tenant } from './shapes.ts';
import { checkConflicts } from './use-cases/check-conflicts.ts';
import { declareRelative, listRelatives, withdrawRelative } from './use-cases/declare-relative.ts';
import { listFirmCases } from './use-cases/list-firm-cases.ts';
import { listOffers } from './use-cases/list-offers.ts';
import { letOfferGo, takeOffer } from './use-cases/offer-case.ts';
import { readLedger } from './use-cases/read-ledger.ts';

const tags = ['designation'];
const place = z.strictObject({ tenant });

/** 指派方式: what is offered, what waits at a firm, and where every case went. */
export function methodRoutes(server: FastifyInstance, deps: HttpDeps): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const { runner } = deps;

  app.get(
    '/api/designation/methods',
    { schema: { tags, summary: '指派方式 · the ways a case comes to its handler, with what each rests on' } },
    async (request) => {
      await deps.actorOf(request);
      return { methods: designationMethods.map((method) => ({ method, ...methods[method] })) };
    },
  );

  app.get(
    '/api/designation/:tenant/offers',
    { schema: { tags, summary: '待接征集 · what is offered to the handler who asks', params: place } },
    async (request) => {
      const actor = await deps.actorOf(request);
      return { offers: await runQuery(runner, actor, (tx) => listOffers(tx, actor, request.params)) };
    },
  );

  app.get(
    '/api/designation/:tenant/firm-cases',
    {
      schema: { tags, summary: '待本单位确定承办人 · cases that wait for the firm to name its handler', params: place },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      return { cases: await runQuery(runner, actor, (tx) => listFirmCases(tx, actor, request.params)) };
    },
  );

  app.get(
    '/api/designation/:tenant/ledger',
    {
      schema: {
        tags,
        summary: '指派公示 · where each case went and why, without a word of the recipient',
        params: place,
        querystring: ReadLedger.omit({ tenant: true }),
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      return runQuery(runner, actor, (tx) => readLedger(tx, actor, { ...request.query, ...request.params }));
    },
  );

  // Names and numbers are asked about: in the body, so that no log keeps them.
  app.post(
    '/api/designation/:tenant/conflict-check',
    {
      schema: {
        tags,
        summary: '利益冲突检查 · who could not act, or has to be looked into, in what is being written down',
        params: place,
        body: CheckConflicts.omit({ tenant: true }),
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      const input = { ...request.body, ...request.params };
      return { handlers: await runQuery(runner, actor, (tx) => checkConflicts(tx, actor, input)) };
    },
  );

  app.get(
    '/api/designation/:tenant/relatives',
    { schema: { tags, summary: '回避声明 · the relatives that the handler who asks has told of', params: place } },
    async (request) => {
      const actor = await deps.actorOf(request);
      return { relatives: await runQuery(runner, actor, (tx) => listRelatives(tx, actor, request.params)) };
    },
  );

  app.post(
    '/api/designation/:tenant/relatives',
    {
      schema: {
        tags,
        summary: '回避声明 · tell of a relative, so that no case against them comes unseen',
        params: place,
        body: DeclareRelative.omit({ tenant: true }),
        response: { 201: z.object({ relativeId: z.string() }) },
      },
    },
    async (request, reply) => {
      const actor = await deps.actorOf(request);
      const input = { ...request.body, ...request.params };
      const key = deps.idempotencyKey(request);
      const declared = await runUseCase(runner, actor, (tx) => declareRelative(tx, actor, input), {
        idempotency: key === undefined ? undefined : { tenant: input.tenant, key, request: input },
      });
      return reply.code(201).send(declared);
    },
  );

  app.post(
    '/api/designation/:tenant/relatives/:relativeId/withdraw',
    {
      schema: {
        tags,
        summary: '撤回声明 · take back what was told of a relative',
        params: WithdrawRelative,
        response: { 200: z.object({ done: z.literal(true) }) },
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      return runUseCase(runner, actor, (tx) => withdrawRelative(tx, actor, request.params));
    },
  );

  app.post(
    '/api/cases/:tenant/:caseId/take-offer',
    {
      schema: {
        tags,
        summary: '接受征集 · take the case on offer; the first to accept has it',
        params: AnswerOffer.pick({ tenant: true, caseId: true }),
        body: AnswerOffer.pick({ offerId: true }),
        response: {
          200: z.object({
            version: z.int(),
            designationId: z.string(),
            documentId: z.string(),
            documentNumber: z.string().nullable(),
            signAgreementBy: z.string().nullable(),
          }),
        },
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      const input = { ...request.body, ...request.params };
      const key = deps.idempotencyKey(request);
      return runUseCase(runner, actor, (tx) => takeOffer(tx, actor, input), {
        idempotency: key === undefined ? undefined : { tenant: input.tenant, key, request: { take: input } },
      });
    },
  );

  app.post(
    '/api/cases/:tenant/:caseId/let-offer-go',
    {
      schema: {
        tags,
        summary: '不承接 · let the offer go',
        params: AnswerOffer.pick({ tenant: true, caseId: true }),
        body: AnswerOffer.pick({ offerId: true }),
        response: { 200: z.object({ done: z.literal(true) }) },
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      return runUseCase(runner, actor, (tx) => letOfferGo(tx, actor, { ...request.body, ...request.params }));
    },
  );
}
