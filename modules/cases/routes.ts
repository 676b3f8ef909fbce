import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { acceptUpload } from '../../kernel/files/index.ts';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import { sendStored, uploadedFile } from '../../kernel/http/index.ts';
import { type Actor, runQuery, runUseCase, type Tx } from '../../kernel/use-case/index.ts';
import { IssueFeeLetter, ReferForRelief, ReportMajorMatter } from './affair-schema.ts';
import { ClaimCost } from './cost-schema.ts';
import { CloseOffer, DesignateFirm, GiveBack, NameHandler, OpenOffer, RecallFirm } from './method-schema.ts';
import { FixHearing, MoveHearing, ReplyOrgan, ReportRefusal, ResumeDefence, TakeRenotice } from './notice-schema.ts';
import { ApproveReplacement, KeepHandler, RecordHandover, RequestReplacement } from './replacement-schema.ts';
import { catalogues } from './rules/file-catalogue.ts';
import {
  AcceptDesignation,
  AcceptFile,
  CaseKey,
  DeclineDesignation,
  DesignateHandler,
  FilePiece,
  ListCases,
  NoteProgress,
  RecallDesignation,
  RecordAgreement,
  RecordNotification,
  ReportClosing,
  ReturnFile,
  SetShareWeight,
  SubmitFile,
  TerminateCase,
} from './schema.ts';
import { ResumeAid, RevokeTermination } from './termination-schema.ts';
import { issueFeeLetter, referForRelief, reportMajorMatter } from './use-cases/affairs.ts';
import { acceptDesignation, declineDesignation, recallDesignation } from './use-cases/answer-designation.ts';
import { claimCost, keepReceipt, mayKeepReceipt, openReceipt } from './use-cases/claim-cost.ts';
import { approveReplacement, keepHandler } from './use-cases/decide-replacement.ts';
import { designateFirm, giveBack, nameHandler, recallFirm } from './use-cases/designate-firm.ts';
import { designateHandler } from './use-cases/designate-handler.ts';
import { fixHearing, moveHearing } from './use-cases/fix-hearing.ts';
import { keepPiece, mayKeepPiece, openPiece } from './use-cases/keep-piece.ts';
import { listCandidates } from './use-cases/list-candidates.ts';
import { countDesks, listCases } from './use-cases/list-cases.ts';
import { noteProgress } from './use-cases/note-progress.ts';
import { closeOffer, openOffer } from './use-cases/offer-case.ts';
import { readCase } from './use-cases/read-case.ts';
import { recordAgreement } from './use-cases/record-agreement.ts';
import { recordHandover } from './use-cases/record-handover.ts';
import { reportRefusal, resumeDefence, takeRenotice } from './use-cases/refused-by-accused.ts';
import { replyOrgan } from './use-cases/reply-organ.ts';
import { reportClosing } from './use-cases/report-closing.ts';
import { requestReplacement } from './use-cases/request-replacement.ts';
import { resumeAid, revokeTermination } from './use-cases/resume-aid.ts';
import { acceptFile, returnFile } from './use-cases/review-file.ts';
import { setShareWeight } from './use-cases/set-share-weight.ts';
import { submitFile } from './use-cases/submit-file.ts';
import { recordNotification, terminateCase } from './use-cases/terminate-case.ts';

const tags = ['cases'];
/** A scanned piece of at most 20 MB, the limit of every upload. */
const largestPiece = 20_971_520;
const PieceKey = CaseKey.extend({ key: FilePiece.shape.key });
const place = { tenant: true, caseId: true } as const;
const moved = z.object({ version: z.int() });
const day = z.string().nullable();
const designated = moved.extend({
  designationId: z.string(),
  documentId: z.string(),
  documentNumber: z.string().nullable(),
  signAgreementBy: day,
});

/** One move of the life cycle: its path, its words, its body, the use case that makes it, and what it answers. */
interface Move<S extends z.ZodObject> {
  readonly path: string;
  readonly summary: string;
  readonly input: S;
  readonly run: (tx: Tx, actor: Actor, input: z.infer<S>) => Promise<unknown>;
  readonly answer?: z.ZodType;
}

/** What rooms above this one do in the same transaction. */
interface CaseFollowers {
  /** A termination of provisional aid (art. 44) was taken back by the centre: the application had been ended with it. */
  readonly provisionalRevoked: (
    tx: Tx,
    of: { readonly tenant: string; readonly applicationId: string; readonly revokedFor: 'ownMotion' },
  ) => Promise<void>;
}

export function caseRoutes(server: FastifyInstance, deps: HttpDeps, followers: CaseFollowers): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const { runner } = deps;

  app.get(
    '/api/cases',
    {
      schema: {
        tags,
        summary: '案件清单 · cases by the date that binds next; a handler sees their own',
        querystring: ListCases,
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      return runQuery(runner, actor, (tx) => listCases(tx, actor, request.query));
    },
  );

  app.get(
    '/api/cases/desks',
    {
      schema: {
        tags,
        summary: '各环节件数 · how many cases lie on each desk, and how many are overdue',
        querystring: z.strictObject({ tenant: CaseKey.shape.tenant.optional() }),
        response: {
          200: z.object({ desks: z.array(z.object({ desk: z.string(), cases: z.int(), overdue: z.int() })) }),
        },
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      return {
        desks: [...(await runQuery(runner, actor, (tx) => countDesks(tx, actor, request.query.tenant, tx.today)))],
      };
    },
  );

  app.get(
    '/api/cases/catalogues',
    { schema: { tags, summary: '卷宗目录 · what the file of each kind and stage holds' } },
    async (request) => {
      await deps.actorOf(request);
      return { catalogues };
    },
  );

  app.get(
    '/api/cases/:tenant/:caseId',
    { schema: { tags, summary: '案件详情 · one case, with what may be done now', params: CaseKey } },
    async (request) => {
      const actor = await deps.actorOf(request);
      return runQuery(runner, actor, (tx) => readCase(tx, actor, request.params));
    },
  );

  app.get(
    '/api/cases/:tenant/:caseId/candidates',
    {
      schema: {
        tags,
        summary: '候选承办人 · ranked candidates with reasons; those who may not act with theirs',
        params: CaseKey,
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      return runQuery(runner, actor, (tx) => listCandidates(tx, actor, request.params));
    },
  );

  // The bytes come first and the transaction after them: who may not add a piece is told before anything is stored.
  app.post(
    '/api/cases/:tenant/:caseId/pieces/:key',
    {
      schema: {
        tags,
        summary: '上传卷宗材料 · upload a piece of the file (multipart, one file)',
        params: PieceKey,
        response: {
          201: z.object({ attachmentId: z.string(), fileHash: z.string(), fileName: z.string(), bytes: z.int() }),
        },
      },
    },
    async (request, reply) => {
      const actor = await deps.actorOf(request);
      await runQuery(runner, actor, (tx) => mayKeepPiece(tx, actor, request.params));
      const file = await acceptUpload(deps.files, await uploadedFile(request), largestPiece);
      return reply
        .code(201)
        .send(await runUseCase(runner, actor, (tx) => keepPiece(tx, actor, { ...request.params, file })));
    },
  );

  app.get(
    '/api/cases/:tenant/:caseId/pieces/:attachmentId/file',
    {
      schema: {
        tags,
        summary: '下载卷宗材料 · download a piece of the file',
        params: CaseKey.extend({ attachmentId: z.uuid() }),
      },
    },
    async (request, reply) => {
      const actor = await deps.actorOf(request);
      return sendStored(
        deps.files,
        reply,
        await runUseCase(runner, actor, (tx) => openPiece(tx, actor, request.params)),
      );
    },
  );

  app.post(
    '/api/cases/:tenant/:caseId/receipts',
    {
      schema: {
        tags,
        summary: '上传票据 · upload a receipt for a direct cost (multipart, one file)',
        params: CaseKey,
        response: {
          201: z.object({ attachmentId: z.string(), fileHash: z.string(), fileName: z.string(), bytes: z.int() }),
        },
      },
    },
    async (request, reply) => {
      const actor = await deps.actorOf(request);
      await runQuery(runner, actor, (tx) => mayKeepReceipt(tx, actor, request.params));
      const file = await acceptUpload(deps.files, await uploadedFile(request), largestPiece);
      return reply
        .code(201)
        .send(await runUseCase(runner, actor, (tx) => keepReceipt(tx, actor, { ...request.params, file })));
    },
  );

  app.get(
    '/api/cases/:tenant/:caseId/receipts/:attachmentId/file',
    {
      schema: {
        tags,
        summary: '下载票据 · download a receipt',
        params: CaseKey.extend({ attachmentId: z.uuid() }),
      },
    },
    async (request, reply) => {
      const actor = await deps.actorOf(request);
      return sendStored(
        deps.files,
        reply,
        await runUseCase(runner, actor, (tx) => openReceipt(tx, actor, request.params)),
      );
    },
  );

  app.put(
    '/api/share-weights',
    {
      schema: {
        tags,
        summary: '设指派权重 · how many turns a handler gets; the turn starts anew',
        body: SetShareWeight,
        response: { 200: z.object({ since: z.string() }) },
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      return runUseCase(runner, actor, (tx) => setShareWeight(tx, actor, request.body));
    },
  );

  const move = <S extends z.ZodObject>({ path, summary, input, run, answer }: Move<S>): void => {
    const body = bodyOf(input);
    app.post(
      `/api/cases/:tenant/:caseId/${path}`,
      { schema: { tags, summary, params: CaseKey, body, response: { 200: answer ?? moved } } },
      async (request) => {
        const actor = await deps.actorOf(request);
        const whole = { ...(request.body as object), ...(request.params as CaseKey) } as z.infer<S>;
        const key = deps.idempotencyKey(request);
        return runUseCase(runner, actor, (tx) => run(tx, actor, whole), {
          idempotency:
            key === undefined
              ? undefined
              : { tenant: (request.params as CaseKey).tenant, key, request: { path, ...whole } },
        });
      },
    );
  };
  move({
    path: 'designate',
    summary: '指派承办人 · designate a handler',
    input: DesignateHandler,
    run: designateHandler,
    answer: designated,
  });
  move({
    path: 'designate-firm',
    summary: '指派到单位 · designate a firm, which names its handler',
    input: DesignateFirm,
    run: designateFirm,
    answer: moved.extend({ documentId: z.string(), documentNumber: z.string().nullable(), signAgreementBy: day }),
  });
  move({
    path: 'name-handler',
    summary: '单位确定承办人 · the firm names its handler',
    input: NameHandler,
    run: nameHandler,
    answer: moved.extend({ designationId: z.string() }),
  });
  move({
    path: 'give-back',
    summary: '单位退回 · the firm gives the case back, with the reason',
    input: GiveBack,
    run: giveBack,
  });
  move({
    path: 'recall-firm',
    summary: '收回对单位的指派 · recall the case from the firm',
    input: RecallFirm,
    run: recallFirm,
  });
  move({
    path: 'open-offer',
    summary: '公开征集承办人 · offer the case to the qualified',
    input: OpenOffer,
    run: openOffer,
    answer: moved.extend({ offerId: z.string(), offeredTo: z.int(), expiresAt: z.string() }),
  });
  move({ path: 'close-offer', summary: '收回征集 · take the offer back', input: CloseOffer, run: closeOffer });
  move({
    path: 'accept',
    summary: '接受指派 · accept the designation',
    input: AcceptDesignation,
    run: acceptDesignation,
  });
  move({
    path: 'decline',
    summary: '不能承办 · decline, with the reason',
    input: DeclineDesignation,
    run: declineDesignation,
  });
  move({
    path: 'recall',
    summary: '收回指派 · recall the designation',
    input: RecallDesignation,
    run: recallDesignation,
  });
  move({
    path: 'record-agreement',
    summary: '登记委托协议 · record the agreement',
    input: RecordAgreement,
    run: recordAgreement,
    answer: moved.extend({ documentId: z.string().nullable() }),
  });
  move({
    path: 'note-progress',
    summary: '记进展 · note progress',
    input: NoteProgress,
    run: noteProgress,
    answer: moved.extend({ progressId: z.string() }),
  });
  move({
    path: 'request-replacement',
    summary: '请求更换承办人 · ask for another handler (art. 55)',
    input: RequestReplacement,
    run: requestReplacement,
    answer: moved.extend({ decideBy: day }),
  });
  move({
    path: 'approve-replacement',
    summary: '同意更换，另行指派 · replace the handler; the case is designated anew',
    input: ApproveReplacement,
    run: approveReplacement,
    answer: moved.extend({ documentId: z.string(), noticeId: z.string() }),
  });
  move({
    path: 'keep-handler',
    summary: '不予更换 · keep the handler, with the reason',
    input: KeepHandler,
    run: keepHandler,
    answer: moved.extend({ documentId: z.string() }),
  });
  move({
    path: 'record-handover',
    summary: '登记材料移交 · record what the former handler handed over',
    input: RecordHandover,
    run: recordHandover,
  });
  move({
    path: 'reply-organ',
    summary: '答复办案机关 · the letter that names the lawyer (art. 36)',
    input: ReplyOrgan,
    run: replyOrgan,
    answer: moved.extend({ documentId: z.string(), documentNumber: z.string().nullable() }),
  });
  move({
    path: 'report-refusal',
    summary: '报告拒绝辩护 · the accused refuses the lawyer',
    input: ReportRefusal,
    run: reportRefusal,
  });
  move({
    path: 'take-renotice',
    summary: '登记再次通知 · the organ notifies again; another lawyer in three days',
    input: TakeRenotice,
    run: takeRenotice,
    answer: moved.extend({ designateBy: day }),
  });
  move({
    path: 'resume-defence',
    summary: '继续辩护 · the same lawyer goes on',
    input: ResumeDefence,
    run: resumeDefence,
  });
  const fixed = moved.extend({
    hearingId: z.string().nullable(),
    warnings: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() })),
  });
  move({
    path: 'fix-hearing',
    summary: '登记开庭 · write down a hearing; a clash or a day off is warned of',
    input: FixHearing,
    run: fixHearing,
    answer: fixed,
  });
  move({
    path: 'move-hearing',
    summary: '开庭改期或者取消 · move or cancel a hearing',
    input: MoveHearing,
    run: moveHearing,
    answer: fixed,
  });
  move({
    path: 'report-closing',
    summary: '报告结案 · report the closing',
    input: ReportClosing,
    run: reportClosing,
    answer: moved.extend({ documentId: z.string(), submitFileBy: day }),
  });
  move({
    path: 'submit-file',
    summary: '提交卷宗 · hand in the file',
    input: SubmitFile,
    run: submitFile,
    answer: moved.extend({ reviewFileBy: day }),
  });
  move({ path: 'return-file', summary: '退回卷宗 · return the file', input: ReturnFile, run: returnFile });
  move({
    path: 'accept-file',
    summary: '卷宗合格归档 · accept the file; the subsidy falls due',
    input: AcceptFile,
    run: acceptFile,
    answer: moved.extend({ subsidyId: z.string(), documentId: z.string(), archiveId: z.string() }),
  });
  move({
    path: 'terminate',
    summary: '终止援助 · terminate, on one of the eight grounds',
    input: TerminateCase,
    run: terminateCase,
    answer: moved.extend({ documentId: z.string(), notifyBy: day }),
  });
  move({
    path: 'record-notification',
    summary: '登记终止决定的送达和通知 · record that all were told of the termination',
    input: RecordNotification,
    run: recordNotification,
  });

  const opened = moved.extend({ affairId: z.string(), documentId: z.string().nullable() });
  move({
    path: 'claim-cost',
    summary: '申报直接费用 · claim a direct cost with its receipts',
    input: ClaimCost,
    run: claimCost,
    answer: moved.extend({ costId: z.string() }),
  });
  move({
    path: 'report-major-matter',
    summary: '报告重大事项 · the handler reports a major matter to the centre',
    input: ReportMajorMatter,
    run: reportMajorMatter,
    answer: opened,
  });
  move({
    path: 'issue-fee-letter',
    summary: '出具诉讼费用缓减免函 · tell the court of the aid, and ask for relief of its fee',
    input: IssueFeeLetter,
    run: issueFeeLetter,
    answer: opened,
  });
  move({
    path: 'refer-for-relief',
    summary: '转介国家司法救助 · refer the recipient for judicial relief, with their consent',
    input: ReferForRelief,
    run: referForRelief,
    answer: opened,
  });
  move({
    path: 'revoke-termination',
    summary: '撤销终止决定 · the centre takes its termination back',
    input: RevokeTermination,
    run: async (tx, actor, input) => {
      const { version, madeFor, applicationId } = await revokeTermination(tx, actor, input);
      if (madeFor === 'provisional' && applicationId !== null)
        await followers.provisionalRevoked(tx, { tenant: input.tenant, applicationId, revokedFor: 'ownMotion' });
      return { version };
    },
  });
  const resumed = moved.extend({ documentId: z.string(), dueOn: day });
  move({
    path: 'resume-handling',
    summary: '恢复援助，继续办理 · resume: the same handler goes on',
    input: ResumeAid,
    run: resumeAid('resumeHandling'),
    answer: resumed,
  });
  move({
    path: 'resume-signing',
    summary: '恢复援助，签订委托协议 · resume: the same handler signs the agreement',
    input: ResumeAid,
    run: resumeAid('resumeSigning'),
    answer: resumed,
  });
  move({
    path: 'resume-by-designation',
    summary: '恢复援助，另行指派 · resume: designate anew',
    input: ResumeAid,
    run: resumeAid('resumeByDesignation'),
    answer: resumed,
  });

  /** The body is the input without its place, which stands in the path; a refined input keeps its refinement. */
  function bodyOf(input: z.ZodObject): z.ZodType {
    return input.omit(place);
  }
}
