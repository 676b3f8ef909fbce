import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import { sendStored } from '../../kernel/http/index.ts';
import { spanPattern } from '../../kernel/time/index.ts';
import { type Actor, runUseCase, type Tx } from '../../kernel/use-case/index.ts';
import { type ComplaintState, complaintLifecycle } from './lifecycle.ts';
import { federations } from './rules/federations.ts';
import { complaintGrounds } from './rules/grounds.ts';
import * as schema from './schema.ts';
import { mergeComplaint, passOnComplaint } from './use-cases/hand-on.ts';
import {
  entrustComplaint,
  investigateComplaint,
  reportFindings,
  sendBackComplaint,
  takeReturn,
  tellFederation,
} from './use-cases/investigate.ts';
import {
  findBeside,
  listComplaints,
  listUpheld,
  openComplaintFile,
  readComplaint,
  revealComplainant,
} from './use-cases/read-complaints.ts';
import { registerComplaint } from './use-cases/register-complaint.ts';
import { seedComplaint } from './use-cases/seed-complaint.ts';
import {
  closeComplaint,
  decideComplaint,
  recordComplaintService,
  replyToComplaint,
} from './use-cases/settle-complaint.ts';
import {
  acceptComplaint,
  declineComplaint,
  requestInformation,
  supplyInformation,
  withdrawComplaint,
} from './use-cases/take-up.ts';

const tags = ['complaints'];
const tenantCode = z.string().regex(/^\d{6}$/);
const params = z.strictObject({ tenant: tenantCode, id: z.uuid() });
const states = Object.keys(complaintLifecycle.states) as [ComplaintState, ...ComplaintState[]];
const place = { tenant: true, complaintId: true } as const;
/** What both lists can be narrowed by. */
const filters = {
  ground: z.string().max(40).optional(),
  handlerId: z.uuid().optional(),
  agencyId: z.uuid().optional(),
  againstKind: z.enum(schema.againstKinds).optional(),
  matterId: z.uuid().optional(),
  decided: z.string().regex(spanPattern).optional(),
  after: z.string().max(80).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
};

/** 投诉: registered at any door, handled by the bureau. The version is the complaint's, as it was on screen. */
export function complaintRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { runner } = deps;

  api.get(
    '/api/complaints/grounds',
    { schema: { tags, summary: '投诉事由和群团组织 · grounds and federations as data' } },
    async () => ({ grounds: complaintGrounds, federations }),
  );

  api.post(
    '/api/complaints',
    { schema: { tags, summary: '登记投诉 · register a complaint', body: schema.complaintInput } },
    async (request, reply) => {
      const actor = await deps.actorOf(request);
      const { body } = request;
      const key = deps.idempotencyKey(request);
      const registered = await runUseCase(runner, actor, (tx) => registerComplaint(tx, actor, body), {
        idempotency: key === undefined ? undefined : { tenant: body.tenant, key, request: body },
      });
      return reply.code(201).send(registered);
    },
  );

  api.post(
    '/api/consultations/:tenant/:id/complaint-seed',
    { schema: { tags, summary: '转为投诉（带出已填内容） · what a complaint can start from', params } },
    async (request) => {
      const actor = await deps.actorOf(request);
      const { tenant, id } = request.params;
      return runUseCase(runner, actor, (tx) => seedComplaint(tx, actor, { tenant, consultationId: id }));
    },
  );

  api.get(
    '/api/complaints',
    {
      schema: {
        tags,
        summary: '投诉清单 · complaints by due date',
        querystring: z.strictObject({
          tenant: tenantCode.optional(),
          state: z.enum(states).optional(),
          all: z.stringbool().optional(),
          /** `true` stands for found true, wholly or in part. */
          outcome: z.enum([...schema.outcomes, 'true']).optional(),
          ...filters,
          span: z.string().regex(spanPattern).optional(),
        }),
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      return runUseCase(runner, actor, (tx) => listComplaints(tx, actor, request.query));
    },
  );

  api.get(
    '/api/complaints/upheld',
    {
      schema: {
        tags,
        summary: '成立的投诉 · complaints found true, of a matter, a handler, a firm or a month',
        querystring: z.strictObject({ tenant: tenantCode.optional(), ...filters }),
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      return runUseCase(runner, actor, (tx) => listUpheld(tx, actor, request.query));
    },
  );

  api.post(
    '/api/complaints/beside',
    {
      schema: {
        tags,
        summary: '登记时查重复投诉 · earlier complaints of the same person or about the same matter',
        body: schema.besideInput,
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      return { rows: await runUseCase(runner, actor, (tx) => findBeside(tx, actor, request.body)) };
    },
  );

  api.get(
    '/api/complaints/:tenant/:id',
    { schema: { tags, summary: '一件投诉 · one complaint', params } },
    async (request) => {
      const actor = await deps.actorOf(request);
      const { tenant, id } = request.params;
      return runUseCase(runner, actor, (tx) => readComplaint(tx, actor, { tenant, complaintId: id }));
    },
  );

  api.post(
    '/api/complaints/:tenant/:id/reveal',
    {
      schema: {
        tags,
        summary: '查看投诉人（说明理由） · see who complained, for a reason',
        params,
        body: z.strictObject({ reason: z.string().trim().max(200) }),
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      const { tenant, id } = request.params;
      const complainant = await runUseCase(runner, actor, (tx) =>
        revealComplainant(tx, actor, { tenant, complaintId: id, ...request.body }),
      );
      return { complainant };
    },
  );

  api.get(
    '/api/complaints/:tenant/:id/files/:attachmentId',
    {
      schema: { tags, summary: '投诉附件 · a file of a complaint', params: params.extend({ attachmentId: z.uuid() }) },
    },
    async (request, reply) => {
      const actor = await deps.actorOf(request);
      const { tenant, id, attachmentId } = request.params;
      const file = await runUseCase(runner, actor, (tx) =>
        openComplaintFile(tx, actor, { tenant, complaintId: id, attachmentId }),
      );
      return sendStored(deps.files, reply, file);
    },
  );

  const move = <S extends z.ZodObject>(
    path: string,
    summary: string,
    input: S,
    run: (tx: Tx, actor: Actor, input: z.infer<S>) => Promise<unknown>,
    alsoTenants: (input: z.infer<S>) => readonly string[] = () => [],
  ): void => {
    api.post(
      `/api/complaints/:tenant/:id/${path}`,
      { schema: { tags, summary, params, body: input.omit(place) } },
      async (request) => {
        const actor = await deps.actorOf(request);
        const { tenant, id } = request.params as { tenant: string; id: string };
        const whole = { ...(request.body as object), tenant, complaintId: id } as z.infer<S>;
        const key = deps.idempotencyKey(request);
        const { scope } = actor;
        const tenants = [...new Set([...scope.tenants, ...alsoTenants(whole)])];
        return runUseCase(runner, actor, (tx) => run(tx, actor, whole), {
          scope: scope.tenants === '*' ? scope : { ...scope, tenants },
          idempotency: key === undefined ? undefined : { tenant, key, request: { path, ...whole } },
        });
      },
    );
  };
  move(
    'request-information',
    '一次告知补正 · ask once for what is missing',
    schema.requestInformationInput,
    requestInformation,
  );
  move('supply-information', '收到补正 · take in what was missing', schema.supplyInformationInput, supplyInformation);
  move('accept', '受理 · take up', schema.acceptInput, acceptComplaint);
  move('decline', '不予受理 · do not take up', schema.declineInput, declineComplaint);
  move('pass-on', '转送 · pass on to the competent bureau', schema.passOnInput, passOnComplaint, ({ toTenant }) =>
    toTenant === undefined ? [] : [toTenant],
  );
  move('merge', '并案 · merge into an earlier complaint', schema.mergeInput, mergeComplaint);
  move('withdraw', '撤回 · withdraw', schema.withdrawInput, withdrawComplaint);
  move('investigate', '开始调查 · begin to look into it', schema.investigateInput, investigateComplaint);
  move('entrust', '委托下级调查 · entrust to a lower organ', schema.entrustInput, entrustComplaint);
  move('take-return', '收到下级报告 · take in its report', schema.takeReturnInput, takeReturn);
  move('report', '提交调查报告 · report what was found', schema.reportFindingsInput, reportFindings);
  move('send-back', '退回补充调查 · send back to look further', schema.sendBackInput, sendBackComplaint);
  move('tell-federation', '告知群团组织 · tell a federation', schema.tellFederationInput, tellFederation);
  move('decide', '作出处理决定 · decide', schema.decideInput, decideComplaint);
  move('reply', '出具答复书 · answer in writing', schema.replyInput, replyToComplaint);
  move('record-service', '登记送达 · record the service', schema.recordServiceInput, recordComplaintService);
  move('close', '办结 · close', schema.closeInput, closeComplaint);
}
