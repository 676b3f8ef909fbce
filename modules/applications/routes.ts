import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Scope } from '../../kernel/db/index.ts';
import { Refusal } from '../../kernel/errors/index.ts';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import { spanPattern } from '../../kernel/time/index.ts';
import { type Actor, runUseCase, type Tx } from '../../kernel/use-case/index.ts';
import { loadRegister } from '../network/index.ts';
import { commitmentRoutes } from './commitment-routes.ts';
import { cooperationRoutes } from './cooperation-routes.ts';
import { rememberingDenials } from './denials.ts';
import { applicationLifecycle } from './lifecycle.ts';
import { materialRoutes, mustBeUploaded } from './material-routes.ts';
import { settleRoute } from './rules/route.ts';
import {
  acknowledgeInput,
  answerSupplementInput,
  applicationInput,
  decideInput,
  endCooperationInput,
  endProvisionalInput,
  materialInput,
  proposeInput,
  provideProvisionallyInput,
  requestCooperationInput,
  requestSupplementInput,
  returnInput,
  tenantCode,
  transferInput,
  withdrawInput,
} from './schema.ts';
import { acknowledgeApplication } from './use-cases/acknowledge-application.ts';
import { answerSupplement } from './use-cases/answer-supplement.ts';
import { grantApplication, grantCorrected, refuseApplication } from './use-cases/decide-application.ts';
import { issueForms } from './use-cases/issue-forms.ts';
import { listApplications, listOwnIntake } from './use-cases/list-applications.ts';
import { proposeDecision, returnProposal } from './use-cases/propose-decision.ts';
import { provideProvisionally } from './use-cases/provisional-aid.ts';
import { readApplication } from './use-cases/read-application.ts';
import { endCooperation, requestCooperation } from './use-cases/request-cooperation.ts';
import { requestSupplement } from './use-cases/request-supplement.ts';
import { completePapers, confirmProvisional, endProvisional } from './use-cases/settle-provisional-aid.ts';
import { submitApplication } from './use-cases/submit-application.ts';
import { transferApplication } from './use-cases/transfer-application.ts';
import { withdrawApplication } from './use-cases/withdraw-application.ts';

const tags = ['applications'];
const params = z.strictObject({ tenant: tenantCode, id: z.uuid() });
const place = { tenant: true, applicationId: true } as const;
const states = z.enum(Object.keys(applicationLifecycle.states) as [keyof typeof applicationLifecycle.states]);

/** One move of the life cycle: its path, its words, its body and the use case that makes it. */
interface Move<S extends z.ZodObject> {
  readonly path: string;
  readonly summary: string;
  readonly input: S;
  readonly run: (tx: Tx, actor: Actor, input: z.infer<S>) => Promise<unknown>;
  /** Tenants beside the actor's own that the move writes to. */
  readonly alsoTenants?: (input: z.infer<S>) => readonly string[];
}

export function applicationRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { runner } = deps;
  const register = loadRegister();

  api.post(
    '/api/applications',
    {
      schema: {
        tags,
        summary: '提交申请 · submit an application; it goes to the competent centre',
        body: applicationInput.extend({ intakeTenant: tenantCode.optional() }),
      },
    },
    async (request, reply) => {
      const actor = await deps.actorOf(request);
      const { intakeTenant, ...input } = request.body;
      await mustBeUploaded(deps.files, input.materials);
      const route = settleRoute(register, input, intakeTenant);
      if (!route.ok) throw new Refusal('input.invalid', {}, [route.fault]);
      const { tenant } = route.value;
      const key = deps.idempotencyKey(request);
      const submitted = await runUseCase(
        runner,
        actor,
        (tx) =>
          submitApplication(tx, actor, input, { tenant, ...(intakeTenant === undefined ? {} : { intakeTenant }) }),
        {
          scope: including(actor.scope, [tenant]),
          idempotency: key === undefined ? undefined : { tenant, key, request: request.body },
        },
      );
      return reply.code(201).send(submitted);
    },
  );

  api.get(
    '/api/applications',
    {
      schema: {
        tags,
        summary: '工作清单 · worklist by due date',
        querystring: z.strictObject({
          tenant: tenantCode.optional(),
          state: z.union([states, z.array(states)]).optional(),
          all: z.stringbool().optional(),
          dueBy: z.iso.date().optional(),
          search: z.string().max(60).optional(),
          urgent: z.stringbool().optional(),
          class: z.string().max(30).optional(),
          cause: z.string().max(40).optional(),
          group: z.string().max(40).optional(),
          span: z.string().regex(spanPattern).optional(),
          after: z.string().max(80).optional(),
          limit: z.coerce.number().int().min(1).max(100).default(50),
        }),
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      const { state, all, ...filter } = request.query;
      const everyState = Object.keys(applicationLifecycle.states) as (keyof typeof applicationLifecycle.states)[];
      const wanted =
        state === undefined ? (all === true ? everyState : undefined) : Array.isArray(state) ? state : [state];
      return runUseCase(runner, actor, (tx) => listApplications(tx, actor, { ...filter, states: wanted }));
    },
  );

  api.get(
    '/api/applications/own-intake',
    { schema: { tags, summary: '本站接收的申请 · what this station took in' } },
    async (request) => {
      const actor = await deps.actorOf(request);
      return { rows: await runUseCase(runner, actor, (tx) => listOwnIntake(tx, actor, 100)) };
    },
  );

  api.get(
    '/api/applications/:tenant/:id',
    { schema: { tags, summary: '申请详情 · one application', params } },
    async (request) => {
      const actor = await deps.actorOf(request);
      const { tenant, id } = request.params;
      return runUseCase(runner, actor, (tx) => readApplication(tx, actor, { tenant, applicationId: id }));
    },
  );

  api.post(
    '/api/applications/:tenant/:id/forms',
    {
      schema: {
        tags,
        summary: '出具申请表和经济困难状况说明表，供申请人签名 · the forms that the person signs, each issued once',
        params,
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      const { tenant, id } = request.params;
      const key = { tenant, applicationId: id };
      return rememberingDenials(deps, actor, { ...key, move: 'forms' }, () =>
        runUseCase(runner, actor, (tx) => issueForms(tx, actor, key)),
      );
    },
  );

  const move = <S extends z.ZodObject>({ path, summary, input, run, alsoTenants }: Move<S>): void => {
    api.post(
      `/api/applications/:tenant/:id/${path}`,
      { schema: { tags, summary, params, body: input.omit(place) } },
      async (request) => {
        const actor = await deps.actorOf(request);
        const { tenant, id } = request.params as { tenant: string; id: string };
        const whole = { ...(request.body as object), tenant, applicationId: id } as z.infer<S>;
        if ('materials' in whole) await mustBeUploaded(deps.files, materialInput.array().parse(whole.materials));
        const key = deps.idempotencyKey(request);
        return rememberingDenials(deps, actor, { tenant, applicationId: id, move: path }, () =>
          runUseCase(runner, actor, (tx) => run(tx, actor, whole), {
            scope: including(actor.scope, alsoTenants?.(whole) ?? []),
            idempotency: key === undefined ? undefined : { tenant, key, request: { path, ...whole } },
          }),
        );
      },
    );
  };
  materialRoutes(app, deps);
  cooperationRoutes(app, deps);
  commitmentRoutes(app, deps);
  move({ path: 'acknowledge', summary: '签收 · acknowledge', input: acknowledgeInput, run: acknowledgeApplication });
  move({
    path: 'request-supplement',
    summary: '一次性告知补正 · ask once for what is missing',
    input: requestSupplementInput,
    run: requestSupplement,
  });
  move({
    path: 'answer-supplement',
    summary: '收到补正 · record the supplement',
    input: answerSupplementInput,
    run: answerSupplement,
  });
  move({
    path: 'request-cooperation',
    summary: '请外地中心协助核查 · ask another centre to check',
    input: requestCooperationInput,
    run: requestCooperation,
    alsoTenants: (i) => [i.toTenant],
  });
  move({
    path: 'end-cooperation',
    summary: '不再等待核查 · wait for the other centre no longer',
    input: endCooperationInput,
    run: endCooperation,
    alsoTenants: (i) => [i.toTenant],
  });
  move({ path: 'propose', summary: '提出审查意见 · propose', input: proposeInput, run: proposeDecision });
  move({ path: 'return', summary: '退回重审 · return the proposal', input: returnInput, run: returnProposal });
  move({ path: 'grant', summary: '批准给予 · grant', input: decideInput, run: grantApplication });
  move({
    path: 'grant-corrected',
    summary: '按改正决定给予 · grant as the bureau ordered',
    input: decideInput,
    run: grantCorrected,
  });
  move({ path: 'refuse', summary: '批准不予 · refuse', input: decideInput, run: refuseApplication });
  move({
    path: 'provide-provisionally',
    summary: '先行提供 · provide aid provisionally',
    input: provideProvisionallyInput,
    run: provideProvisionally,
  });
  move({
    path: 'complete-papers',
    summary: '收到补办材料 · record the papers that followed',
    // What follows comes in as what was missing does.
    input: answerSupplementInput,
    run: completePapers,
  });
  move({
    path: 'confirm-provisional',
    summary: '确认给予 · confirm the provisional aid',
    input: decideInput,
    run: confirmProvisional,
  });
  move({
    path: 'end-provisional',
    summary: '终止先行提供 · end the provisional aid',
    input: endProvisionalInput,
    run: endProvisional,
  });
  move({ path: 'withdraw', summary: '撤回 · withdraw', input: withdrawInput, run: withdrawApplication });
  move({
    path: 'transfer',
    summary: '移送 · hand over to the competent centre',
    input: transferInput,
    run: transferApplication,
    alsoTenants: (i) => [i.toTenant],
  });
}

function including(scope: Scope, tenants: readonly string[]): Scope {
  return scope.tenants === '*' ? scope : { ...scope, tenants: [...new Set([...scope.tenants, ...tenants])] };
}
