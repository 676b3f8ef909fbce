import { z } from 'zod';
import { localDate, prose, tenantCode } from './schema.ts';

const versioned = { tenant: tenantCode, applicationId: z.uuid(), version: z.number().int().min(1) };
const words = { ...versioned, note: prose(2000).min(1) };

/** 核查方式: 信息共享查询 · 信函 · 走访. */
export const checkMethods = ['sharedData', 'letter', 'visit'] as const;

/** 举报等: why a commitment that was not drawn is checked all the same. */
export const pickCommitmentInput = z.strictObject(words);
export const checkCommitmentInput = z.strictObject({ ...words, method: z.enum(checkMethods) });
/** The approver's reasons; for a finding against the person, also what they said when they were heard. */
export const decideCommitmentInput = z.strictObject(words);
export const orderRecoveryInput = z.strictObject({
  ...versioned,
  /** 已实施法律援助的费用, in fen. */
  costFen: z.number().int().min(0).max(100_000_000),
  /** 罚款, in fen; at most 3,000 yuan (art. 64). */
  fineFen: z.number().int().min(0).max(300_000),
});
export const recordPaymentInput = z.strictObject({ ...versioned, paidOn: localDate });

export type PickCommitment = z.infer<typeof pickCommitmentInput>;
export type CheckCommitment = z.infer<typeof checkCommitmentInput>;
export type DecideCommitment = z.infer<typeof decideCommitmentInput>;
export type OrderRecovery = z.infer<typeof orderRecoveryInput>;
export type RecordPayment = z.infer<typeof recordPaymentInput>;
