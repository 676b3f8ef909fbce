import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import { type Actor, runQuery, runUseCase, type Tx } from '../../kernel/use-case/index.ts';
import {
  CancelShift,
  ListHelps,
  MoveShift,
  OfferSwap,
  PlanShifts,
  ReadRota,
  RecordHelp,
  ShiftKey,
} from './duty-schema.ts';
import { tenant } from './shapes.ts';
import { cancelShift, leaveSwap, offerSwap, takeSwap } from './use-cases/move-shift.ts';
import { planShifts } from './use-cases/plan-shifts.ts';
import { readRota } from './use-cases/read-rota.ts';
import { listHelps, recordHelp } from './use-cases/record-help.ts';

const tags = ['duty'];
const params = z.strictObject({ tenant });
const place = { tenant: true } as const;

/** 值班律师: the rota, its swaps, and the record of each help. */
export function dutyRoutes(server: FastifyInstance, deps: HttpDeps): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const { runner } = deps;

  app.get(
    '/api/duty/:tenant/rota',
    { schema: { tags, summary: '值班表 · places, lawyers and shifts of some days', params, querystring: ReadRota } },
    async (request) => {
      const actor = await deps.actorOf(request);
      return runQuery(runner, actor, (tx) => readRota(tx, actor, { ...request.query, ...request.params }));
    },
  );
  app.get(
    '/api/duty/:tenant/helps',
    { schema: { tags, summary: '法律帮助台账 · helps given, newest first', params, querystring: ListHelps } },
    async (request) => {
      const actor = await deps.actorOf(request);
      return runQuery(runner, actor, (tx) => listHelps(tx, actor, { ...request.query, ...request.params }));
    },
  );

  const create = <S extends z.ZodObject, A>(
    path: string,
    summary: string,
    input: S,
    run: (tx: Tx, actor: Actor, input: z.infer<S>) => Promise<A>,
    answer: z.ZodType,
  ): void => {
    const body: z.ZodType = input.omit(place);
    app.post(
      `/api/duty/:tenant/${path}`,
      { schema: { tags, summary, params, body, response: { 201: answer } } },
      async (request, reply) => {
        const actor = await deps.actorOf(request);
        const at = request.params as { tenant: string };
        const whole = { ...(request.body as object), ...at } as z.infer<S>;
        const key = deps.idempotencyKey(request);
        const idempotency = key === undefined ? undefined : { tenant: at.tenant, key, request: { path, ...whole } };
        return reply.code(201).send(await runUseCase(runner, actor, (tx) => run(tx, actor, whole), { idempotency }));
      },
    );
  };
  create(
    'shifts',
    '排班 · plan a lawyer’s shifts; no two at one time',
    PlanShifts,
    planShifts,
    z.object({
      shiftIds: z.array(z.string()),
    }),
  );
  create(
    'helps',
    '登记法律帮助 · record a help',
    RecordHelp,
    recordHelp,
    z.object({ helpId: z.string(), documentId: z.string().nullable() }),
  );

  const move = <S extends z.ZodObject>(
    path: string,
    summary: string,
    input: S,
    run: (tx: Tx, actor: Actor, input: z.infer<S>) => Promise<{ version: number }>,
  ): void => {
    const body: z.ZodType = input.omit({ tenant: true, shiftId: true });
    app.post(
      `/api/duty/:tenant/shifts/:shiftId/${path}`,
      { schema: { tags, summary, params: ShiftKey, body, response: { 200: z.object({ version: z.int() }) } } },
      async (request) => {
        const actor = await deps.actorOf(request);
        const whole = { ...(request.body as object), ...(request.params as object) } as z.infer<S>;
        return runUseCase(runner, actor, (tx) => run(tx, actor, whole));
      },
    );
  };
  move('offer-swap', '请人换班 · offer the shift to a colleague', OfferSwap, offerSwap);
  move('take-swap', '答应换班 · take the shift', MoveShift, takeSwap);
  move('leave-swap', '不换了 · leave the shift as it was', MoveShift, leaveSwap);
  move('cancel', '取消班次 · cancel a shift, with the reason', CancelShift, cancelShift);
}
