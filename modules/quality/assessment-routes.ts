import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import { type Actor, runQuery, runUseCase, type Tx } from '../../kernel/use-case/index.ts';
import { CancelPlan, DrawSample, PlanAssessment, PlanKey } from './assessment-schema.ts';
import { cancelPlan, drawAssessment, finishPlan, planAssessment } from './use-cases/plan-assessment.ts';
import { drawAgain, listAssessmentPlans, readAssessmentPlan } from './use-cases/read-assessment.ts';

const tags = ['quality'];

/** One step of a plan, a case or a review: its body names the place. */
export function stepsOf(app: FastifyInstance, deps: HttpDeps) {
  return <S extends z.ZodType<{ readonly tenant: string }>>(
    path: string,
    summary: string,
    input: S,
    run: (tx: Tx, actor: Actor, input: z.infer<S>) => Promise<unknown>,
  ): void => {
    app.post(path, { schema: { tags, summary, body: input } }, async (request) => {
      const actor = await deps.actorOf(request);
      const body = request.body as z.infer<S>;
      const key = deps.idempotencyKey(request);
      return runUseCase(deps.runner, actor, (tx) => run(tx, actor, body), {
        idempotency: key === undefined ? undefined : { tenant: body.tenant, key, request: { path, ...body } },
      });
    });
  };
}

/** 案件质量评估: plans and what was drawn for them. */
export function assessmentRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { runner } = deps;

  api.get(
    '/api/assessment-plans',
    {
      schema: {
        tags,
        summary: '评估计划 · plans for the assessment of closed cases',
        querystring: z.strictObject({ tenant: PlanKey.shape.tenant.optional() }),
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      return runQuery(runner, actor, (tx) => listAssessmentPlans(tx, actor, request.query));
    },
  );

  api.get(
    '/api/assessment-plans/:tenant/:planId',
    { schema: { tags, summary: '一个评估计划 · one plan, what was drawn and why', params: PlanKey } },
    async (request) => {
      const actor = await deps.actorOf(request);
      return runQuery(runner, actor, (tx) => readAssessmentPlan(tx, actor, request.params));
    },
  );

  api.get(
    '/api/assessment-plans/:tenant/:planId/draw-again',
    { schema: { tags, summary: '复核抽取 · draw again and compare; nothing is written', params: PlanKey } },
    async (request) => {
      const actor = await deps.actorOf(request);
      return runQuery(runner, actor, (tx) => drawAgain(tx, actor, request.params));
    },
  );

  const move = stepsOf(app, deps);
  move('/api/assessment-plans', '制定评估计划 · plan an assessment', PlanAssessment, planAssessment);
  move('/api/assessment-plans/draw', '抽取案件 · draw the cases', DrawSample, drawAssessment);
  move('/api/assessment-plans/finish', '完成计划 · finish a plan', DrawSample, finishPlan);
  move('/api/assessment-plans/cancel', '取消计划 · call a plan off', CancelPlan, cancelPlan);
}
