import { z } from 'zod';
import { isLocalDate } from '../../kernel/time/index.ts';

const tenant = z.string().regex(/^\d{6}$/);
const day = z.string().refine(isLocalDate);
const words = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^(?:[^\p{Cc}\p{Cs}]|\n)*$/u);

/** 督促的方式: the four of the Law (art. 59). */
export const supervisionKinds = ['hearing', 'file', 'organ', 'followUp'] as const;
export type SupervisionKind = (typeof supervisionKinds)[number];

/** What was seen, on the whole. */
export const supervisionFindings = ['good', 'ordinary', 'concern'] as const;
export type SupervisionFinding = (typeof supervisionFindings)[number];

export const CaseKey = z.strictObject({ tenant, caseId: z.uuid() });

/** 记录督促. With `asked` the handler is asked in the same breath. */
export const RecordSupervision = CaseKey.extend({
  kind: z.enum(supervisionKinds),
  happenedOn: day,
  /** The court, the organ, or how the recipient was reached. */
  source: words(120),
  finding: z.enum(supervisionFindings),
  text: words(2000),
  asked: words(1000).optional(),
});
export type RecordSupervision = z.infer<typeof RecordSupervision>;

export const SupervisionAt = z.strictObject({ tenant, supervisionId: z.uuid(), version: z.int().min(1) });
export type SupervisionAt = z.infer<typeof SupervisionAt>;
export const SupervisionWithWords = SupervisionAt.extend({ text: words(2000) });
export type SupervisionWithWords = z.infer<typeof SupervisionWithWords>;
