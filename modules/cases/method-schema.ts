import { z } from 'zod';
import { declineGrounds, designationMethods } from './schema.ts';
import { CaseKey, day, prose, tenant, versioned } from './shapes.ts';

/* 指派方式: what is sent when a case goes to a firm, on offer, or is read in the ledger. */

/** 点援: how and when the recipient named the handler. */
export const Wish = z.strictObject({ told: z.enum(['written', 'spoken']), on: day });
export type Wish = z.infer<typeof Wish>;

export const DesignateFirm = versioned.extend({ agencyId: z.uuid() });
export type DesignateFirm = z.infer<typeof DesignateFirm>;

export const NameHandler = versioned.extend({ handlerId: z.uuid(), reason: prose(500).optional() });
export type NameHandler = z.infer<typeof NameHandler>;

export const GiveBack = versioned.extend({ ground: z.enum(declineGrounds), reason: prose(500) });
export type GiveBack = z.infer<typeof GiveBack>;

export const RecallFirm = versioned.extend({ reason: prose(500) });
export type RecallFirm = z.infer<typeof RecallFirm>;

/** Hours for which an offer waits unless told otherwise, and the most that may be told. */
export const offerHours = { usual: 24, most: 72 } as const;

export const OpenOffer = versioned.extend({
  hours: z.int().min(1).max(offerHours.most).default(offerHours.usual),
});
export type OpenOffer = z.infer<typeof OpenOffer>;

export const CloseOffer = versioned;
export type CloseOffer = z.infer<typeof CloseOffer>;

/** An offer answered by a handler. No version: whoever is first finds it open. */
export const AnswerOffer = CaseKey.extend({ offerId: z.uuid() });
export type AnswerOffer = z.infer<typeof AnswerOffer>;

export const ReadLedger = z.strictObject({
  tenant,
  method: z.enum(designationMethods).optional(),
  handlerId: z.uuid().optional(),
  /** Opaque: the `next` of the page before. */
  after: z
    .string()
    .regex(/^[0-9T:.Z-]{20,30}~[0-9a-f-]{36}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type ReadLedger = z.infer<typeof ReadLedger>;
