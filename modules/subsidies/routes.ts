import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import { type Actor, runQuery, runUseCase, type Tx } from '../../kernel/use-case/index.ts';
import { batchLifecycle } from './lifecycle.ts';
import {
  Appropriate,
  ApproveSubsidy,
  BouncePayment,
  CheckCost,
  CreateBatch,
  DissolveBatch,
  fundSources,
  ListCosts,
  ListSubsidies,
  PayBatch,
  ProposeSubsidy,
  ReadBatch,
  ReadSubsidy,
  ReconcileBatch,
  RefuseCost,
  ReturnProposal,
  WithdrawAppropriation,
  WithdrawCost,
} from './schema.ts';
import { approveSubsidy, readSubsidy, returnProposal } from './use-cases/approve-subsidy.ts';
import { createBatch } from './use-cases/create-batch.ts';
import { checkCost, listCosts, refuseCost, withdrawCost } from './use-cases/direct-costs.ts';
import { appropriate, fundBalance, listPostings, withdrawAppropriation } from './use-cases/keep-funds.ts';
import { listAdvices, listBatches, listSubsidies, readBatch } from './use-cases/list-subsidies.ts';
import { payBatch } from './use-cases/pay-batch.ts';
import { proposeSubsidy } from './use-cases/propose-subsidy.ts';
import { bouncePayment, dissolveBatch, reconcileBatch } from './use-cases/settle-batch.ts';

const tenant = z.string().regex(/^\d{6}$/);
const moved = z.object({ version: z.int() });
const balance = z.object({
  fundId: z.string(),
  source: z.enum(fundSources),
  year: z.int(),
  name: z.string(),
  appropriated: z.int(),
  available: z.int(),
  committed: z.int(),
  expended: z.int(),
  directCosts: z.int(),
  version: z.int(),
  demonstration: z.boolean(),
});
const tags = ['subsidies'];

/** One step that changes something: where it is asked for, its words, its whole input, the use case, and the answer. */
interface Step<S extends z.ZodObject> {
  readonly url: string;
  readonly summary: string;
  readonly input: S;
  /** Fields of the input that stand in the path. */
  readonly inPath: readonly (keyof z.infer<S> & string)[];
  readonly run: (tx: Tx, actor: Actor, input: z.infer<S>) => Promise<unknown>;
  readonly answer: z.ZodType;
  /** 201 for a step that makes a record of its own. */
  readonly status?: 201;
}

export function subsidyRoutes(server: FastifyInstance, deps: HttpDeps): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const { runner } = deps;

  app.get(
    '/api/subsidies',
    { schema: { tags, summary: '补贴清单 · subsidies, the longest waiting first', querystring: ListSubsidies } },
    async (request) => {
      const actor = await deps.actorOf(request);
      return runQuery(runner, actor, (tx) => listSubsidies(tx, actor, request.query));
    },
  );
  app.get(
    '/api/subsidies/:tenant/:subsidyId',
    { schema: { tags, summary: '一笔补贴 · one subsidy, the tariff’s offer and its trace', params: ReadSubsidy } },
    async (request) => {
      const actor = await deps.actorOf(request);
      return runQuery(runner, actor, (tx) => readSubsidy(tx, actor, request.params));
    },
  );
  app.get(
    '/api/payment-advices',
    {
      schema: {
        tags,
        summary: '到账通知 · what was paid to the handler who asks',
        querystring: z.strictObject({ tenant }),
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      return { advices: await runQuery(runner, actor, (tx) => listAdvices(tx, actor, request.query)) };
    },
  );
  app.get(
    '/api/direct-costs',
    {
      schema: {
        tags,
        summary: '直接费用清单 · direct costs by state, the longest waiting first',
        querystring: ListCosts,
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      return { costs: await runQuery(runner, actor, (tx) => listCosts(tx, actor, request.query)) };
    },
  );
  app.get(
    '/api/funds',
    {
      schema: {
        tags,
        summary: '经费余额 · what each fund holds, to the fen, by source and year',
        querystring: z.strictObject({ tenant, year: z.coerce.number().int().min(2000).max(2999).optional() }),
        response: { 200: z.object({ funds: z.array(balance) }) },
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      return { funds: [...(await runQuery(runner, actor, (tx) => fundBalance(tx, actor, request.query)))] };
    },
  );
  app.get(
    '/api/funds/:tenant/:fundId/postings',
    {
      schema: {
        tags,
        summary: '经费流水 · the newest postings of a fund',
        params: z.strictObject({ tenant, fundId: z.uuid() }),
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      return { postings: await runQuery(runner, actor, (tx) => listPostings(tx, actor, request.params)) };
    },
  );
  app.get(
    '/api/payment-batches',
    {
      schema: {
        tags,
        summary: '支付批次 · payment batches, newest first',
        querystring: z.strictObject({
          tenant: tenant.optional(),
          state: z.enum(Object.keys(batchLifecycle.states) as [keyof typeof batchLifecycle.states]).optional(),
        }),
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      return { batches: await runQuery(runner, actor, (tx) => listBatches(tx, actor, request.query)) };
    },
  );
  app.get(
    '/api/payment-batches/:tenant/:batchId',
    { schema: { tags, summary: '一个批次 · one batch with its payments', params: ReadBatch } },
    async (request) => {
      const actor = await deps.actorOf(request);
      return runQuery(runner, actor, (tx) => readBatch(tx, actor, request.params));
    },
  );

  const step = <S extends z.ZodObject>({ url, summary, input, inPath, run, answer, status }: Step<S>): void => {
    const mask = Object.fromEntries(inPath.map((field) => [field, true])) as Record<string, true>;
    const hasPath = inPath.length > 0;
    app.post(
      url,
      {
        schema: {
          tags,
          summary,
          ...(hasPath ? { params: input.pick(mask) } : {}),
          body: input.omit(mask),
          response: { [status ?? 200]: answer },
        },
      },
      async (request, reply) => {
        const actor = await deps.actorOf(request);
        const whole = { ...(request.body as object), ...(request.params as object) } as z.infer<S>;
        const key = deps.idempotencyKey(request);
        const place = (whole as { readonly tenant: string }).tenant;
        const result = await runUseCase(runner, actor, (tx) => run(tx, actor, whole), {
          idempotency: key === undefined ? undefined : { tenant: place, key, request: { url, ...whole } },
        });
        return reply.code(status ?? 200).send(result as never);
      },
    );
  };
  const ofSubsidy = { inPath: ['tenant', 'subsidyId'] } as const;
  const ofBatch = { inPath: ['tenant', 'batchId'] } as const;
  step({
    url: '/api/subsidies/:tenant/:subsidyId/propose',
    summary: '提出补贴金额 · propose the amount',
    input: ProposeSubsidy,
    ...ofSubsidy,
    run: proposeSubsidy,
    answer: moved.extend({ amount: z.int() }),
  });
  step({
    url: '/api/subsidies/:tenant/:subsidyId/approve',
    summary: '批准补贴 · approve, by a second person',
    input: ApproveSubsidy,
    ...ofSubsidy,
    run: approveSubsidy,
    answer: moved.extend({ documentId: z.string() }),
  });
  step({
    url: '/api/subsidies/:tenant/:subsidyId/return',
    summary: '退回核算 · return the proposal',
    input: ReturnProposal,
    ...ofSubsidy,
    run: returnProposal,
    answer: moved,
  });
  const ofCost = { inPath: ['tenant', 'costId'] } as const;
  step({
    url: '/api/direct-costs/:tenant/:costId/check',
    summary: '核定直接费用 · allow a direct cost, by a second person, within the tariff',
    input: CheckCost,
    ...ofCost,
    run: checkCost,
    answer: moved,
  });
  step({
    url: '/api/direct-costs/:tenant/:costId/refuse',
    summary: '不予核定 · refuse a direct cost, with the reason',
    input: RefuseCost,
    ...ofCost,
    run: refuseCost,
    answer: moved,
  });
  step({
    url: '/api/direct-costs/:tenant/:costId/withdraw',
    summary: '撤回申报 · withdraw a claim before it is checked',
    input: WithdrawCost,
    ...ofCost,
    run: withdrawCost,
    answer: moved,
  });
  step({
    url: '/api/funds',
    summary: '拨入经费 · appropriate money to a source and year',
    input: Appropriate,
    inPath: [],
    run: appropriate,
    answer: balance,
    status: 201,
  });
  step({
    url: '/api/funds/:tenant/:fundId/withdraw',
    summary: '收回经费 · take back what is neither committed nor spent',
    input: WithdrawAppropriation,
    inPath: ['tenant', 'fundId'],
    run: withdrawAppropriation,
    answer: balance,
  });
  step({
    url: '/api/payment-batches',
    summary: '建支付批次 · put approved subsidies in a batch; their sum is set aside',
    input: CreateBatch,
    inPath: [],
    run: createBatch,
    answer: moved.extend({ batchId: z.string(), number: z.string(), total: z.int(), payments: z.int() }),
    status: 201,
  });
  step({
    url: '/api/payment-batches/:tenant/:batchId/pay',
    summary: '登记支付 · record the payment of a whole batch',
    input: PayBatch,
    ...ofBatch,
    run: payBatch,
    answer: moved.extend({ batchId: z.string(), total: z.int(), payments: z.int(), paidOn: z.string() }),
  });
  step({
    url: '/api/payment-batches/:tenant/:batchId/dissolve',
    summary: '撤销批次 · dissolve an unpaid batch',
    input: DissolveBatch,
    ...ofBatch,
    run: dissolveBatch,
    answer: moved,
  });
  step({
    url: '/api/payment-batches/:tenant/:batchId/reconcile',
    summary: '对账 · reconcile with the bank’s statement',
    input: ReconcileBatch,
    ...ofBatch,
    run: reconcileBatch,
    answer: moved.extend({
      matched: z.array(z.string()),
      missing: z.array(z.string()),
      unexpected: z.array(z.string()),
      differing: z.array(z.object({ reference: z.string(), expected: z.int(), actual: z.int() })),
      complete: z.boolean(),
    }),
  });
  step({
    url: '/api/payment-batches/:tenant/:batchId/bounce',
    summary: '银行退回 · record that the bank sent a payment back',
    input: BouncePayment,
    ...ofBatch,
    run: bouncePayment,
    answer: moved,
  });
}
