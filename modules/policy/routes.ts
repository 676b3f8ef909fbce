import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Refusal } from '../../kernel/errors/index.ts';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import { isLocalDate } from '../../kernel/time/index.ts';
import { type Actor, runQuery, runUseCase, type Tx } from '../../kernel/use-case/index.ts';
import { firstDayOfLaw } from './law/check-packs.ts';
import { compareLaw } from './law/compare-law.ts';
import { lawOf } from './law/in-force.ts';
import { packsOnFile } from './law/on-file.ts';
import { packInWords } from './law/pack-words.ts';
import { changeLifecycle } from './lifecycle.ts';
import { mayProposeChange } from './permissions.ts';
import { causes, groups, residences } from './schema.ts';
import { listChanges } from './use-cases/list-changes.ts';
import { ProposeChange, previewChange, proposeChange } from './use-cases/propose-change.ts';
import {
  ApproveChange,
  approveChange,
  RejectChange,
  rejectChange,
  type Settled,
  WithdrawChange,
  withdrawChange,
} from './use-cases/settle-change.ts';

/** What the law's routes are wired with beside the house's own. */
export interface LawHouse {
  /** The office that settles what lies above this house: the city whose register it is. */
  readonly seat: string;
  /** Read the law again after an approval. */
  refreshLaw(): Promise<void>;
}

const tags = ['policy'];
const day = z
  .string()
  .refine((text) => isLocalDate(text), { params: { code: 'input.date' } })
  .refine((text) => text >= firstDayOfLaw, {
    params: { code: 'policy.beforeTheLaw', zh: `早于 ${firstDayOfLaw}`, en: `before ${firstDayOfLaw}` },
  });
const Compare = z.strictObject({
  from: day,
  to: day,
  region: z.string().regex(/^\d{6}$/),
  group: z.enum(groups).optional(),
  cause: z.enum(causes).optional(),
  residence: z.enum(residences).optional(),
});
const settled = z.object({
  version: z.int(),
  state: z.enum(Object.keys(changeLifecycle.states) as [keyof typeof changeLifecycle.states]),
  revision: z.int().optional(),
});

/** 法规与标准: the packs in words, two days side by side, and changes of figures with a second person's approval. */
export function lawRoutes(server: FastifyInstance, deps: HttpDeps, house: LawHouse): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const { runner } = deps;
  const law = () => lawOf({ handed: runner.handed?.() ?? {} });

  app.get(
    '/api/law/packs',
    { schema: { tags, summary: '规则包 · all rule packs, drafts among them, and the law’s revision' } },
    async (request) => {
      const actor = await deps.actorOf(request);
      const drafts = packsOnFile().filter(({ draft }) => draft);
      const { packs, revision } = law();
      return {
        revision,
        mayPropose: actor.grants.some(({ role }) => mayProposeChange.roles.includes(role)),
        packs: [...packs, ...drafts].map((pack) => {
          const { rules, multipliers, clocks, promises, standards, bands, additions, deductions, ...head } =
            packInWords(pack);
          const figures = [multipliers, clocks, promises, standards, bands, additions, deductions].flat();
          return {
            ...head,
            ruleCount: rules.reduce((sum, group) => sum + group.rules.length, 0),
            figureCount: figures.length,
            unverifiedCount: [...rules.flatMap((group) => group.rules), ...figures].filter((one) => !one.verified)
              .length,
          };
        }),
      };
    },
  );

  app.get(
    '/api/law/packs/:key',
    {
      schema: {
        tags,
        summary: '一个规则包的文字 · one pack in words',
        params: z.strictObject({ key: z.string().max(80) }),
      },
    },
    async (request) => {
      await deps.actorOf(request);
      const { key } = request.params;
      const pack = [...law().packs, ...packsOnFile()].find((one) => one.key === key);
      if (pack === undefined) throw new Refusal('policy.noSuchPack');
      return packInWords(pack);
    },
  );

  app.get(
    '/api/law/compare',
    { schema: { tags, summary: '两个日期的差别 · what differs between two days, in words', querystring: Compare } },
    async (request) => {
      await deps.actorOf(request);
      const { from, to, ...lens } = request.query;
      const found = compareLaw({ law: law(), on: from }, { law: law(), on: to }, lens);
      if (found === undefined) throw new Refusal('record.notFound');
      return found;
    },
  );

  app.get(
    '/api/law/changes',
    { schema: { tags, summary: '变更记录 · changes of figures, those that wait first' } },
    async (request) => {
      const actor = await deps.actorOf(request);
      return { changes: await runQuery(runner, actor, (tx) => listChanges(tx, actor)) };
    },
  );

  app.post(
    '/api/law/changes/preview',
    {
      schema: {
        tags,
        summary: '变更前后 · what a change would do, side by side; nothing is stored',
        body: ProposeChange,
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      return runQuery(runner, actor, (tx) => previewChange(tx, actor, request.body, house.seat));
    },
  );

  app.post(
    '/api/law/changes',
    {
      schema: {
        tags,
        summary: '提出变更 · propose a change of one figure',
        body: ProposeChange,
        response: { 201: z.object({ id: z.string(), version: z.int() }) },
      },
    },
    async (request, reply) => {
      const actor = await deps.actorOf(request);
      const done = await runUseCase(runner, actor, (tx) => proposeChange(tx, actor, request.body, house.seat), {
        idempotency: idempotencyOf(request, actor),
      });
      return reply.code(201).send(done);
    },
  );

  const settle = <S extends z.ZodObject>(
    event: 'approve' | 'reject' | 'withdraw',
    summary: string,
    input: S,
    run: (tx: Tx, actor: Actor, input: z.infer<S>) => Promise<Settled>,
  ): void => {
    app.post(
      `/api/law/changes/:id/${event}`,
      {
        schema: {
          tags,
          summary,
          params: z.strictObject({ id: z.uuid() }),
          body: input.omit({ id: true }),
          response: { 200: settled },
        },
      },
      async (request) => {
        const actor = await deps.actorOf(request);
        const whole = { ...(request.body as object), ...(request.params as object) } as z.infer<S>;
        const done = await runUseCase(runner, actor, (tx) => run(tx, actor, whole), {
          idempotency: idempotencyOf(request, actor, { event, ...whole }),
        });
        if (done.revision !== undefined) await house.refreshLaw();
        return done;
      },
    );
  };
  settle('approve', '批准变更 · approve, by a second person', ApproveChange, approveChange);
  settle('reject', '不予批准 · reject, with the reason', RejectChange, rejectChange);
  settle('withdraw', '撤回变更 · withdraw one’s own proposal', WithdrawChange, withdrawChange);

  function idempotencyOf(
    request: Parameters<HttpDeps['idempotencyKey']>[0],
    actor: Actor,
    asked: unknown = request.body,
  ) {
    const key = deps.idempotencyKey(request);
    const tenant = actor.grants[0]?.tenant;
    return key === undefined || tenant === undefined ? undefined : { tenant, key, request: asked };
  }
}
