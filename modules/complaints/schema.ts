import { z } from 'zod';
import { isLocalDate } from '../../kernel/time/index.ts';
import { federationKeys } from './rules/federations.ts';
import { groundKeys } from './rules/grounds.ts';

const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u);
const prose = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^(?:[^\p{Cc}\p{Cs}]|\n)*$/u);
const day = z.string().refine(isLocalDate, { params: { code: 'input.date' } });
const tenantCode = z.string().regex(/^\d{6}$/);
const citation = line(200).min(1);

export const complaintDoors = ['web', 'window', 'hotline', 'letter', 'bureau'] as const;
export type ComplaintDoor = (typeof complaintDoors)[number];

/** 投诉人: the applicant, the recipient, or somebody else whose interests it touches. */
export const standings = ['applicant', 'recipient', 'interested'] as const;
export type Standing = (typeof standings)[number];

export const againstKinds = ['centre', 'handler', 'firm', 'staff'] as const;
export type AgainstKind = (typeof againstKinds)[number];

export const outcomes = ['upheld', 'partly', 'notUpheld', 'noBreach'] as const;
export type Outcome = (typeof outcomes)[number];

/** 处理措施 that a complaint found true may lead to. */
export const measures = [
  'critique',
  'orderCorrection',
  'replaceHandler',
  'recoverMoney',
  'handToDiscipline',
  'qualityReview',
] as const;
export type Measure = (typeof measures)[number];

export const nonAcceptanceGrounds = [
  'noStanding',
  'notLegalAid',
  'alreadyAnswered',
  'otherProcedure',
  'informationMissing',
  'other',
] as const;
export type NonAcceptanceGround = (typeof nonAcceptanceGrounds)[number];

export const complainantInput = z.strictObject({
  name: line(100).min(1),
  phone: line(40).default(''),
  address: line(200).default(''),
});
export type Complainant = z.infer<typeof complainantInput>;

export const complaintInput = z
  .strictObject({
    tenant: tenantCode,
    door: z.enum(complaintDoors),
    /** When it was received, for one entered later. Staff only. */
    receivedOn: day.optional(),
    standing: z.enum(standings),
    /** Absent: anonymous. */
    complainant: complainantInput.optional(),
    /** 投诉人就是受援人: name, telephone and address are those of the matter and are not typed again. Staff only. */
    sameAsRecipient: z.literal(true).optional(),
    grounds: z.array(z.enum(groundKeys)).min(1).max(7),
    /** What happened, in the person's own words. */
    statement: prose(5000).min(1),
    /** What the person wants. */
    wish: prose(1000).default(''),
    against: z.strictObject({
      kind: z.enum(againstKinds),
      name: line(100).default(''),
    }),
    caseId: z.uuid().optional(),
    /** Number of an application or a case, as typed; it need not be known. */
    matterNumber: line(60).optional(),
    consultationId: z.uuid().optional(),
    /** 口头投诉: who wrote it down; it was read back and signed. */
    oral: z
      .strictObject({ recordedBy: line(60).min(1), readBack: z.literal(true), signed: z.literal(true) })
      .optional(),
    demonstration: z.boolean().optional(),
    /** In which the person is told how it goes on. */
    language: z.enum(['zh', 'en']).default('zh'),
  })
  .refine((input) => input.against.kind !== 'staff' || input.against.name !== '', {
    path: ['against', 'name'],
    params: { code: 'complaint.againstMissing' },
  });
export type RegisterComplaint = z.infer<typeof complaintInput>;

/** What is typed so far of a new complaint, to look for an earlier one of the same person or about the same matter. */
export const besideInput = z.strictObject({
  tenant: tenantCode,
  phone: line(40).optional(),
  matterNumber: line(60).optional(),
});

const at = { tenant: tenantCode, complaintId: z.uuid(), version: z.number().int().min(1) };

export const requestInformationInput = z.strictObject({
  ...at,
  missing: z.array(line(200).min(1)).min(1).max(20),
  dueOn: day,
});
export const supplyInformationInput = z.strictObject({ ...at, text: prose(3000).min(1), receivedOn: day.optional() });
export const acceptInput = z.strictObject({ ...at });
export const declineInput = z.strictObject({
  ...at,
  ground: z.enum(nonAcceptanceGrounds),
  reason: prose(1000).min(1),
  citation: citation.optional(),
});
export const passOnInput = z.strictObject({
  ...at,
  toTenant: tenantCode.optional(),
  toName: line(100).default(''),
  reason: prose(1000).min(1),
});
export const mergeInput = z.strictObject({ ...at, intoId: z.uuid(), reason: prose(500).min(1) });
export const withdrawInput = z.strictObject({ ...at, reason: prose(500).default('') });
export const investigateInput = z.strictObject({ ...at });
export const entrustInput = z.strictObject({
  ...at,
  toName: line(100).min(1),
  question: prose(1000).min(1),
  dueOn: day,
});
export const takeReturnInput = z.strictObject({ ...at, report: prose(5000).min(1) });
export const reportFindingsInput = z.strictObject({ ...at, findings: prose(5000).min(1) });
export const sendBackInput = z.strictObject({ ...at, reason: prose(1000).min(1) });
export const tellFederationInput = z.strictObject({
  ...at,
  federations: z.array(z.enum(federationKeys)).min(1).max(4),
  words: prose(1000).min(1),
});
export const decideInput = z.strictObject({
  ...at,
  outcome: z.enum(outcomes),
  reasons: z
    .array(z.strictObject({ text: prose(1000).min(1), citation }))
    .min(1)
    .max(20),
  measures: z.array(z.enum(measures)).max(6).default([]),
  measureNote: prose(1000).default(''),
});
export const replyInput = z.strictObject({ ...at });
export const serviceMethods = ['direct', 'electronic', 'post', 'left', 'announced'] as const;
export const recordServiceInput = z.strictObject({ ...at, servedOn: day, method: z.enum(serviceMethods) });
export const closeInput = z.strictObject({ ...at, followUp: prose(2000).default('') });

export type ComplaintAt = { readonly tenant: string; readonly complaintId: string; readonly version: number };
