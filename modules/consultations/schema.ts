import { z } from 'zod';
import { personInput } from '../people/index.ts';
import { causes, groups } from '../policy/index.ts';

/*
 * 咨询: one visit, call or letter is one record (一次来访、一个来电，一张工单). The person may stay anonymous.
 */

const prose = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^(?:[^\p{Cc}\p{Cs}]|\n)*$/u);

/** 咨询渠道 (law-and-standards §2: letter, web, 12348 call, walk-in; and the network's own doors). */
export const consultationChannels = ['window', 'hotline', 'web', 'letter', 'liaison', 'kiosk', 'outreach'] as const;
export type ConsultationChannel = (typeof consultationChannels)[number];

export const consultationInput = z.strictObject({
  tenant: z.string().regex(/^\d{6}$/),
  agencyId: z.uuid().optional(),
  channel: z.enum(consultationChannels),
  /** Absent: the caller stays anonymous. */
  person: personInput.optional(),
  groups: z.array(z.enum(groups)).max(16).default([]),
  topic: z.enum(causes),
  class: z.enum(['civil', 'administrative', 'stateCompensation', 'criminal']).default('civil'),
  region: z
    .string()
    .regex(/^\d{6}(\d{3}(\d{3})?)?$/)
    .optional(),
  question: prose(5000).min(1),
  answer: prose(5000).default(''),
  /** 预约: the person wants to be called back. */
  callBack: z.boolean().default(false),
  demonstration: z.boolean().optional(),
});
export type ConsultationInput = z.infer<typeof consultationInput>;

export const answerInput = z.strictObject({
  tenant: z.string().regex(/^\d{6}$/),
  consultationId: z.uuid(),
  version: z.number().int().min(1),
  answer: prose(5000).min(1),
});
export type AnswerConsultation = z.infer<typeof answerInput>;
