import { z } from 'zod';
import type { Words } from './schema.ts';
import { day, line, prose, versioned } from './shapes.ts';

/*
 * 更换承办人 (Legal Aid Law art. 55; 办理法律援助案件程序规定 arts 37, 38): asked by the recipient or by the handler, decided by the
 * centre in five days, and closed by handing the papers over.
 */

/** Who asks: the recipient who is not served as the law demands, or the handler who cannot go on. */
export const replacementAskers = ['recipient', 'handler'] as const;
export type ReplacementAsker = (typeof replacementAskers)[number];

/** Why. The first three are the recipient's, the others the handler's; each may say "other". */
export const replacementGrounds = [
  'dutyNotDone',
  'unreachable',
  'tookMoney',
  'conflictOfInterest',
  'illness',
  'hearingClash',
  'leftPractice',
  'other',
] as const;
export type ReplacementGround = (typeof replacementGrounds)[number];

export const groundsOfAsker: Readonly<Record<ReplacementAsker, readonly ReplacementGround[]>> = {
  recipient: ['dutyNotDone', 'unreachable', 'tookMoney', 'conflictOfInterest', 'other'],
  handler: ['conflictOfInterest', 'illness', 'hearingClash', 'leftPractice', 'other'],
};

/** As the desk, the progress page and the papers say it. */
export const replacementGroundText: Readonly<Record<ReplacementGround, Words>> = {
  dutyNotDone: { zh: '承办人没有依法履行职责', en: 'The handler does not do what the law asks of them' },
  unreachable: { zh: '联系不上承办人', en: 'The handler cannot be reached' },
  tookMoney: { zh: '承办人收取财物', en: 'The handler took money or goods' },
  conflictOfInterest: { zh: '有利益冲突', en: 'Conflict of interest' },
  illness: { zh: '因病不能继续承办', en: 'Illness' },
  hearingClash: { zh: '开庭时间冲突，无法调整', en: 'Hearings clash and cannot be moved' },
  leftPractice: { zh: '离开执业机构或者停止执业', en: 'Has left the firm or stopped practising' },
  other: { zh: '其他原因', en: 'Another reason' },
};

/** What is asked for; the facts are the recipient's proof, or the handler's explanation. */
export const RequestReplacement = versioned.extend({
  askedBy: z.enum(replacementAskers),
  ground: z.enum(replacementGrounds),
  facts: prose(2000),
  /** The true day on which a request on paper was received; the five days run from it. */
  receivedOn: day.optional(),
});
export type RequestReplacement = z.infer<typeof RequestReplacement>;

/** The centre's decision; the opinion stands on the approval form (no. 16). */
export const ApproveReplacement = versioned.extend({ opinion: prose(1000) });
export type ApproveReplacement = z.infer<typeof ApproveReplacement>;

export const KeepHandler = versioned.extend({ opinion: prose(1000) });
export type KeepHandler = z.infer<typeof KeepHandler>;

/** 案件材料移交: what the former handler gave to the new one, on which day. */
export const RecordHandover = versioned.extend({
  handedOverOn: day,
  materials: z
    .array(z.strictObject({ name: line(200), pages: z.int().min(1).max(9999).optional() }))
    .min(1)
    .max(100),
  note: prose(500).optional(),
});
export type RecordHandover = z.infer<typeof RecordHandover>;
