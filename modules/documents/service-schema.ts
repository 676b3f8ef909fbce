import { z } from 'zod';
import { day, line, prose } from './schema.ts';

/** 送达方式 as the receipt lists them. */
export const serviceMethods = ['direct', 'electronic', 'post', 'entrusted', 'left', 'announced'] as const;
export type ServiceMethod = (typeof serviceMethods)[number];

/** 签收: by hand on a touch screen, by hand on paper, or with a fingerprint on paper. */
export const signings = ['touch', 'paper', 'fingerprint'] as const;
export type Signing = (typeof signings)[number];

/** 登记送达: one paper, one person, one way. */
export const RecordService = z.strictObject({
  tenant: z.string().regex(/^\d{6}$/),
  documentId: z.uuid(),
  /** 受送达人: a person, a unit, an organ. */
  recipient: line(100).min(1),
  method: z.enum(serviceMethods),
  servedOn: day,
  /** 代收人, where it was not the recipient; their relation says why they may. */
  receivedBy: line(100).optional(),
  relation: line(60).optional(),
  signing: z.enum(signings).optional(),
  /** Electronic service only: the day on which the recipient agreed to it. */
  consentOn: day.optional(),
  /** 邮寄单号. */
  trackingNumber: line(60).optional(),
  remark: prose(500).optional(),
});
export type RecordService = z.infer<typeof RecordService>;
