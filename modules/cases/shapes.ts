import { z } from 'zod';

/* What the shapes of this room are made of. */

/** One line of visible text. Rare Han and · are ordinary. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u);

/** Several paragraphs, parted by line breaks. */
export const prose = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^(?:[^\p{Cc}\p{Cs}\u2028\u2029]|\r?\n)*$/u);

export const day = z.iso.date();
export const version = z.int().min(1);
export const tenant = z.string().regex(/^\d{6}$/);

/** Which case, in which version the caller saw it. */
export const CaseKey = z.strictObject({ tenant, caseId: z.uuid() });
export type CaseKey = z.infer<typeof CaseKey>;
export const versioned = CaseKey.extend({ version });
