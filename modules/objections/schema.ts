import { z } from 'zod';
import { isLocalDate } from '../../kernel/time/index.ts';

const noControl = /^[^\p{Cc}\p{Cs}]*$/u;
const noControlButBreaks = /^(?:[^\p{Cc}\p{Cs}]|\n)*$/u;
const line = (max: number) => z.string().trim().max(max).regex(noControl);
const prose = (max: number) => z.string().trim().max(max).regex(noControlButBreaks);
const day = z.string().refine(isLocalDate, { params: { code: 'input.date' } });
const tenantCode = z.string().regex(/^\d{6}$/);

/** Where an objection was handed in. Whichever it is, it goes to the bureau. */
export const objectionDoor = z.enum(['web', 'window', 'letter', 'bureau']);
export type ObjectionDoor = z.infer<typeof objectionDoor>;

/** The decision objected to, at the version that was on screen: an application's refusal, or a case's termination. */
const refusal = { tenant: tenantCode, applicationId: z.uuid(), version: z.number().int().min(1) };
const termination = { tenant: tenantCode, caseId: z.uuid(), version: z.number().int().min(1) };

const raised = {
  /** 异议的理由, in the person's own words. */
  reasons: prose(3000).min(1),
  door: objectionDoor.default('window'),
  /** 送达日: when the decision reached the person; the days to object run from it. Staff only. */
  servedOn: day.optional(),
  /** When the objection was handed in, for one that is entered later. Staff only; the bureau's clock runs from it. */
  receivedOn: day.optional(),
  /** 耽误期限的正当理由. */
  lateReason: prose(1000).default(''),
};
export const raiseObjectionInput = z.strictObject({ ...refusal, ...raised });
export const contestTerminationInput = z.strictObject({ ...termination, ...raised });
export type RaiseObjection = z.infer<typeof raiseObjectionInput> | z.infer<typeof contestTerminationInput>;

const reviewed = {
  grounds: z
    .array(z.strictObject({ text: prose(1000).min(1), citation: line(200).min(1) }))
    .min(1)
    .max(20),
  /** 改正的内容: what the centre must do. Only with an order to correct. */
  correction: line(300).default(''),
};
export const reviewObjectionInput = z.strictObject({ ...refusal, ...reviewed });
export const reviewTerminationInput = z.strictObject({ ...termination, ...reviewed });
export type ReviewObjection = z.infer<typeof reviewObjectionInput> | z.infer<typeof reviewTerminationInput>;
