import { z } from 'zod';
import { isLocalDate } from '../../kernel/time/index.ts';
import { matterClasses } from '../policy/index.ts';

const tenant = z.string().regex(/^\d{6}$/);
const day = z.string().refine(isLocalDate);
const words = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^(?:[^\p{Cc}\p{Cs}]|\n)*$/u);

export const PlanKey = z.strictObject({ tenant, planId: z.uuid() });
export type PlanKey = z.infer<typeof PlanKey>;

/** 制定评估计划: cases archived from the first to the last day, so many of every hundred, or so many in all. */
export const PlanAssessment = z
  .strictObject({
    tenant,
    title: words(60),
    firstDay: day,
    lastDay: day,
    classes: z.array(z.enum(matterClasses)).min(1).max(matterClasses.length),
    basis: z.enum(['percent', 'count']),
    amount: z.int().min(1).max(2000),
  })
  .refine(({ basis, amount }) => basis === 'count' || amount <= 100, { path: ['amount'] });
export type PlanAssessment = z.infer<typeof PlanAssessment>;

export const DrawSample = PlanKey.extend({ version: z.int().min(1) });
export type DrawSample = z.infer<typeof DrawSample>;

export const CancelPlan = DrawSample.extend({ reason: words(500) });
export type CancelPlan = z.infer<typeof CancelPlan>;

/** 分配评审员: for the whole plan, or for one case of it. */
export const AssignReviews = DrawSample.extend({ itemId: z.uuid().optional() });
export type AssignReviews = z.infer<typeof AssignReviews>;

/** One drawn case, in the version that was on screen. */
export const ItemAt = z.strictObject({ tenant, itemId: z.uuid(), version: z.int().min(1) });
export type ItemAt = z.infer<typeof ItemAt>;
export const ItemKey = ItemAt.omit({ version: true });
export type ItemKey = z.infer<typeof ItemKey>;
export const ItemWithWords = ItemAt.extend({ text: words(2000) });
export type ItemWithWords = z.infer<typeof ItemWithWords>;
export const ReplaceReviewer = ItemWithWords.extend({ reviewId: z.uuid() });
export type ReplaceReviewer = z.infer<typeof ReplaceReviewer>;

export const ReviewKey = z.strictObject({ tenant, reviewId: z.uuid() });
export type ReviewKey = z.infer<typeof ReviewKey>;
const said = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^(?:[^\p{Cc}\p{Cs}]|\n)*$/u)
    .default('');

/** 评分表 as filled so far; `points` null: does not apply. */
export const FilledSheet = ReviewKey.extend({
  version: z.int().min(1),
  scores: z
    .array(
      z.strictObject({ key: z.string().max(40), points: z.int().min(-1000).max(1000).nullable(), reason: said(500) }),
    )
    .max(60),
  vetoes: z.array(z.string().max(40)).max(20).default([]),
  opinion: said(2000),
});
export type FilledSheet = z.infer<typeof FilledSheet>;

export const declineGrounds = ['conflict', 'knowsParties', 'notMyField', 'noTime', 'other'] as const;
export type DeclineGround = (typeof declineGrounds)[number];
export const DeclineReview = ReviewKey.extend({
  version: z.int().min(1),
  ground: z.enum(declineGrounds),
  text: words(500),
});
export type DeclineReview = z.infer<typeof DeclineReview>;
