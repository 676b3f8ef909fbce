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
