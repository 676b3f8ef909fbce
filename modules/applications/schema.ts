import { z } from 'zod';
import { isLocalDate, isLocalMinute } from '../../kernel/time/index.ts';
import { Language } from '../network/index.ts';
import { personInput } from '../people/index.ts';
import { causes, groups } from '../policy/index.ts';

/*
 * What an application says when it is handed in, whichever door it came through. One shape for the citizen's phone, the
 * window, the hotline, the liaison and the interface; what the law asks of it is judged by `policy`, not here.
 */

const noControl = /^[^\p{Cc}\p{Cs}]*$/u;
const noControlButBreaks = /^(?:[^\p{Cc}\p{Cs}]|\n)*$/u;
const line = (max: number) => z.string().trim().max(max).regex(noControl);
export const prose = (max: number) => z.string().trim().max(max).regex(noControlButBreaks);
export const localDate = z.string().refine(isLocalDate, { params: { code: 'input.date' } });
/** Money in fen; nobody's yearly income exceeds a hundred thousand million yuan. */
const fen = z.number().int().min(0).max(10_000_000_000_000);
const regionCode = z.string().regex(/^\d{6}(\d{3}(\d{3})?)?$/);
export const tenantCode = z.string().regex(/^\d{6}$/);

/** 门: the door a matter came through. Whichever it is, the path behind it is the same. */
export const Door = z.enum([
  'window',
  'web',
  'kiosk',
  'phone',
  'letter',
  'liaison',
  'station',
  'custody',
  'dutyLawyer',
]);
export type Door = z.infer<typeof Door>;

export const matterClass = z.enum(['civil', 'administrative', 'stateCompensation', 'criminal']);

const criminalPart = z.strictObject({
  stage: z.enum([
    'investigation',
    'prosecutionReview',
    'firstInstance',
    'secondInstance',
    'deathPenaltyReview',
    'retrial',
    'compulsoryMedical',
  ]),
  role: z.enum(['suspectOrDefendant', 'victim', 'privateProsecutor', 'incidentalCivilPlaintiff']),
  hasDefender: z.boolean(),
  lifeOrDeathPossible: z.boolean().optional(),
  inAbsentia: z.boolean().optional(),
  summaryOrFastTrack: z.boolean().optional(),
  hearingOn: localDate.optional(),
});

export const matterInput = z
  .strictObject({
    class: matterClass,
    cause: z.enum(causes).optional(),
    /** 事实与理由, in the person's own words. */
    narrative: prose(5000).min(1),
    /** 诉讼 or 非诉讼: decides which centre is competent (art. 38). */
    proceeding: z.enum(['litigation', 'nonLitigation']),
    /** Where it happened, as fine as the person knows. */
    occurrenceRegion: regionCode,
    /** Where the organ that handles it sits, if there is one already. */
    organRegion: regionCode.optional(),
    organName: line(80).optional(),
    wanted: line(200).optional(),
    limitationExpiresOn: localDate.optional(),
    needsPreservation: z.boolean().optional(),
    criminal: criminalPart.optional(),
  })
  .superRefine((matter, context) => {
    if (matter.class === 'criminal' && matter.criminal === undefined) {
      context.addIssue({ code: 'custom', path: ['criminal'], params: { code: 'input.required' } });
    }
    if (matter.class !== 'criminal' && matter.cause === undefined) {
      context.addIssue({ code: 'custom', path: ['cause'], params: { code: 'input.required' } });
    }
  });

export const householdInput = z
  .strictObject({
    members: z.number().int().min(1).max(99),
    annualIncome: fen,
    applicantAnnualIncome: fen,
    opponentInHousehold: z.boolean().optional(),
  })
  .refine((h) => h.applicantAnnualIncome <= h.annualIncome, {
    path: ['applicantAnnualIncome'],
    params: { code: 'application.incomeOverHousehold' },
  });

export const opponentInput = z.strictObject({
  name: line(100).min(1),
  phone: line(40).optional(),
  unit: line(100).optional(),
  address: line(200).optional(),
});

export const materialInput = z.strictObject({
  kind: z.enum(['identity', 'authority', 'hardship', 'status', 'facts', 'other']),
  fileHash: z.string().regex(/^[0-9a-f]{64}$/),
  fileName: line(200).min(1),
  mediaType: line(100).min(1),
  bytes: z.number().int().min(0),
});

export type MaterialInput = z.infer<typeof materialInput>;

const minute = z.string().refine(isLocalMinute, { params: { code: 'input.date' } });

/**
 * 转交: a person in custody, or through a duty lawyer, applied elsewhere first; whoever took it forwards it within
 * twenty-four hours (art. 39). The true times, in Asia/Shanghai.
 */
export const forwardingInput = z.strictObject({
  /** 看守所、监狱、戒毒所、办案机关，或者值班律师工作站的名称. */
  place: line(100).min(1),
  /** When the person applied there, `YYYY-MM-DDTHH:MM`. */
  appliedAt: minute,
  /** When the papers reached the centre; absent: now. */
  receivedAt: minute.optional(),
});

export const applicationInput = z.strictObject({
  door: Door,
  /** The agency at whose counter it was taken in; absent for the citizen's own phone. */
  intakeAgency: z.uuid().optional(),
  consultationId: z.uuid().optional(),
  /** 补录: the true day a paper form was received. Staff only; the clock runs from it. */
  receivedOn: localDate.optional(),
  /** 补录的原因 (停电、断网 …): why a paper form is entered only now. Asked with an earlier day of receipt. */
  lateEntryReason: line(200).min(1).optional(),
  forwarding: forwardingInput.optional(),
  /** 法定代理人侵犯其权益 (art. 40, first paragraph): another guardian or a close relative applies. */
  guardianIsWrongdoer: z.boolean().optional(),
  /** 本人 · 法定代理人 · 近亲属 · 代理人 (art. 40). */
  applyingAs: z.enum(['self', 'legalRepresentative', 'closeRelative', 'agent']),
  recipient: personInput,
  agent: personInput.extend({ relation: line(40).min(1) }).optional(),
  residence: z.enum(['urban', 'rural']),
  groups: z.array(z.enum(groups)).max(16).default([]),
  noFixedLivelihood: z.boolean().optional(),
  impairments: z
    .array(z.enum(['sight', 'hearing', 'speech', 'cannotFullyRecogniseActs']))
    .max(4)
    .optional(),
  matter: matterInput,
  /** 需要用哪种语言交流: a handler who speaks it is preferred. */
  language: Language.optional(),
  household: householdInput.optional(),
  /** 证明材料 · 个人诚信承诺 (art. 41) · 不需要. */
  proof: z.enum(['documents', 'commitment', 'notNeeded']),
  /** How the commitment was signed, at a counter; on the person's own screen it needs no telling. */
  commitment: z
    .strictObject({
      signed: z.enum(['signature', 'fingerprint']),
      /** 工作人员逐项宣读: to somebody who cannot read it. */
      readAloud: z.boolean(),
    })
    .optional(),
  opponents: z.array(opponentInput).max(20).default([]),
  materials: z.array(materialInput).max(60).default([]),
  /** 申请人声明: everything true, checking authorised, consequences told. */
  declaration: z.literal(true, { error: 'declaration' }),
  demonstration: z.boolean().optional(),
});
export type ApplicationInput = z.infer<typeof applicationInput>;

/** 告知承诺 as it was made: told in the words of the statement form, signed by hand or by the person's own press on a screen. */
export interface SignedCommitment {
  readonly signed: 'screen' | 'signature' | 'fingerprint';
  readonly readAloud: boolean;
  /** The member of staff who told it; null where the person read it on their own screen. */
  readonly toldBy: string | null;
  readonly on: string;
}

export const ground = z.strictObject({
  text: z.string().trim().min(1).max(1000).regex(noControlButBreaks),
  citation: line(200).min(1),
});

/** 审查意见: what the reviewer proposes; a second person decides. */
export interface Proposal {
  readonly outcome: 'grant' | 'refuse';
  readonly grounds: readonly { readonly text: string; readonly citation: string }[];
  readonly note: string;
  readonly proposedBy: string;
  readonly proposedByName: string;
  readonly proposedAt: string;
}

const place = { tenant: tenantCode, applicationId: z.uuid() };
const versioned = { ...place, version: z.number().int().min(1) };

export const acknowledgeInput = z.strictObject(versioned);
export const requestSupplementInput = z.strictObject({
  ...versioned,
  items: z.array(line(200).min(1)).min(1).max(50),
  note: prose(1000).default(''),
  days: z.number().int().min(1).max(30),
});
export const answerSupplementInput = z.strictObject({
  ...versioned,
  note: prose(2000).default(''),
  materials: z.array(materialInput).max(60).default([]),
  household: householdInput.optional(),
});
export const proposeInput = z.strictObject({
  ...versioned,
  outcome: z.enum(['grant', 'refuse']),
  grounds: z.array(ground).max(20).default([]),
  note: prose(2000).default(''),
});
export const decideInput = z.strictObject({ ...versioned, note: prose(1000).default('') });
export const returnInput = z.strictObject({ ...versioned, reason: prose(1000).min(1) });
export const withdrawInput = z.strictObject({ ...versioned, reason: prose(1000).default('') });
export const transferInput = z.strictObject({ ...versioned, toTenant: tenantCode, reason: prose(1000).min(1) });

export const provideProvisionallyInput = z.strictObject({
  ...versioned,
  /** 先行提供的情形 (art. 44, first paragraph, items 1 to 3). */
  ground: z.enum(['periodExpiring', 'preservation', 'other']),
  note: prose(1000).default(''),
  periodExpiresOn: localDate.optional(),
  /** The centre's own limit for what is to follow, in days from today. */
  days: z.number().int().min(1).max(30),
  /** 需要补办的手续和材料. */
  toComplete: z.array(line(200).min(1)).min(1).max(30),
});
export const endProvisionalInput = z.strictObject({
  ...versioned,
  /** 逾期未补办 · 经审查不符合条件. */
  outcome: z.enum(['notMadeGood', 'notEligible']),
  facts: prose(2000).min(1),
});

export const requestCooperationInput = z.strictObject({
  ...versioned,
  /** The centre that is asked: where the household, the work or the papers are. */
  toTenant: tenantCode,
  question: prose(2000).min(1),
  /** The letter's own limit, in days from today. */
  days: z.number().int().min(1).max(30),
});
export const endCooperationInput = z.strictObject({ ...versioned, toTenant: tenantCode, reason: prose(1000).min(1) });
export const answerCooperationInput = z.strictObject({
  tenant: tenantCode,
  id: z.uuid(),
  version: z.number().int().min(1),
  /** The centre that asked; it must be the request's own. */
  askedBy: tenantCode,
  finding: z.enum(['confirmed', 'notConfirmed', 'cannotCheck']),
  answer: prose(3000).min(1),
});

export type RequestCooperation = z.infer<typeof requestCooperationInput>;
export type EndCooperation = z.infer<typeof endCooperationInput>;
export type AnswerCooperation = z.infer<typeof answerCooperationInput>;
export type ProvideProvisionally = z.infer<typeof provideProvisionallyInput>;
export type EndProvisional = z.infer<typeof endProvisionalInput>;
export type RequestSupplement = z.infer<typeof requestSupplementInput>;
export type AnswerSupplement = z.infer<typeof answerSupplementInput>;
export type ProposeDecision = z.infer<typeof proposeInput>;
export type Decide = z.infer<typeof decideInput>;
export type ReturnProposal = z.infer<typeof returnInput>;
export type Withdraw = z.infer<typeof withdrawInput>;
export type Transfer = z.infer<typeof transferInput>;
export type Acknowledge = z.infer<typeof acknowledgeInput>;
