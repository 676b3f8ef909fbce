import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import { sendStored } from '../../kernel/http/index.ts';
import { spanPattern } from '../../kernel/time/index.ts';
import { runQuery, runUseCase } from '../../kernel/use-case/index.ts';
import { stepsOf } from './assessment-routes.ts';
import {
  AssignReviews,
  DeclineReview,
  FilledSheet,
  ItemAt,
  ItemKey,
  ItemWithWords,
  ReplaceReviewer,
  ReviewKey,
} from './assessment-schema.ts';
import { grades, sheets } from './sheets/index.ts';
import { assignReviews, callThird, replaceReviewer } from './use-cases/assign-reviews.ts';
import { declineReview, handInSheet, keepSheet } from './use-cases/fill-sheet.ts';
import { readPublishedGrades } from './use-cases/grades.ts';
import {
  listGraded,
  listMyReviews,
  listResults,
  openReviewPiece,
  readItem,
  readResult,
  readReview,
} from './use-cases/read-reviews.ts';
import {
  acceptRectification,
  askReassessment,
  closeItem,
  replyRectification,
  requireRectification,
  returnRectification,
  tellResult,
} from './use-cases/settle-item.ts';

const tags = ['quality'];

/** 同行评估: reviewers, sheets, results and what follows from them. */
export function reviewRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { runner } = deps;

  api.get('/api/score-sheets', { schema: { tags, summary: '评分表 · score sheets as dated data' } }, async () => ({
    sheets,
  }));

  api.get('/api/reviews', { schema: { tags, summary: '我的评审 · what I am asked to review' } }, async (request) => {
    const actor = await deps.actorOf(request);
    return runQuery(runner, actor, (tx) => listMyReviews(tx, actor));
  });

  api.get(
    '/api/reviews/:tenant/:reviewId',
    { schema: { tags, summary: '评审页 · the sheet beside the file', params: ReviewKey } },
    async (request) => {
      const actor = await deps.actorOf(request);
      return runUseCase(runner, actor, (tx) => readReview(tx, actor, request.params));
    },
  );

  api.get(
    '/api/reviews/:tenant/:reviewId/pieces/:attachmentId',
    {
      schema: {
        tags,
        summary: '打开卷宗材料 · a piece of the file under review',
        params: ReviewKey.extend({ attachmentId: z.uuid() }),
      },
    },
    async (request, reply) => {
      const actor = await deps.actorOf(request);
      const piece = await runUseCase(runner, actor, (tx) => openReviewPiece(tx, actor, request.params));
      return sendStored(deps.files, reply, piece);
    },
  );

  api.get(
    '/api/assessments',
    {
      schema: {
        tags,
        summary: '已告知等级的案件 · cases whose grade was told, the latest first',
        querystring: z.strictObject({
          tenant: ItemKey.shape.tenant.optional(),
          grade: z.enum(grades).optional(),
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
      return runQuery(runner, actor, (tx) => listGraded(tx, actor, request.query));
    },
  );

  api.get(
    '/api/assessments/:tenant/:itemId',
    { schema: { tags, summary: '抽中案件 · one drawn case, its reviewers and results', params: ItemKey } },
    async (request) => {
      const actor = await deps.actorOf(request);
      return runQuery(runner, actor, (tx) => readItem(tx, actor, request.params));
    },
  );

  api.get(
    '/api/assessment-results',
    { schema: { tags, summary: '评估结果 · results of my own cases, or of my firm’s' } },
    async (request) => {
      const actor = await deps.actorOf(request);
      return runQuery(runner, actor, (tx) => listResults(tx, actor));
    },
  );

  api.get(
    '/api/assessment-results/published',
    { schema: { tags, summary: '公布的评估结果 · published results (Legal Aid Law art. 58)' } },
    async (request) => {
      const actor = await deps.actorOf(request);
      return runQuery(runner, actor, (tx) => readPublishedGrades(tx, actor.scope.tenants));
    },
  );

  api.get(
    '/api/assessment-results/:tenant/:itemId',
    { schema: { tags, summary: '一件评估结果 · one result, with its sheets', params: ItemKey } },
    async (request) => {
      const actor = await deps.actorOf(request);
      return runQuery(runner, actor, (tx) => readResult(tx, actor, request.params));
    },
  );

  const move = stepsOf(app, deps);
  move('/api/assessments/assign', '分配评审员 · ask reviewers', AssignReviews, assignReviews);
  move('/api/assessments/replaceReviewer', '更换评审员 · replace a reviewer', ReplaceReviewer, replaceReviewer);
  move('/api/assessments/callThird', '请第三人复核 · ask a third reviewer', ItemAt, callThird);
  move('/api/assessments/tell', '告知结果 · tell the result', ItemAt, tellResult);
  move('/api/assessments/askReassessment', '申请复评 · ask for another assessment', ItemWithWords, askReassessment);
  move(
    '/api/assessments/requireRectification',
    '要求整改 · require rectification',
    ItemWithWords,
    requireRectification,
  );
  move('/api/assessments/replyRectification', '回复整改情况 · reply on it', ItemWithWords, replyRectification);
  move('/api/assessments/acceptRectification', '确认整改 · accept the rectification', ItemAt, acceptRectification);
  move('/api/assessments/returnRectification', '退回继续整改 · send it back', ItemWithWords, returnRectification);
  move('/api/assessments/close', '办结 · close', ItemAt, closeItem);
  move('/api/reviews/keep', '暂存评分表 · keep what is filled so far', FilledSheet, keepSheet);
  move('/api/reviews/handIn', '提交评分表 · hand the sheet in', FilledSheet, handInSheet);
  move('/api/reviews/decline', '说明理由，不评本案 · decline to review', DeclineReview, declineReview);
}
