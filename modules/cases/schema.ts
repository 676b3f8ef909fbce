import { z } from 'zod';
import { type LocalDate, spanPattern } from '../../kernel/time/index.ts';
import type { Language } from '../network/index.ts';
import {
  type CriminalRole,
  type CriminalStage,
  causes,
  groups,
  type MatterClass,
  matterClasses,
  type NotifyingOrgan,
} from '../policy/index.ts';
import { day, line, prose, tenant, versioned } from './shapes.ts';

export { CaseKey } from './shapes.ts';

/*
 * A case (案件): aid that was granted, from the designation of a handler to the archived file.
 */

/** Words in both languages, as screens and papers show them. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** 援助形式 in which a case is handled (Legal Aid Law art. 22, the forms that make a case). */
export const caseAidForms = [
  'criminalDefence',
  'criminalRepresentation',
  'litigationRepresentation',
  'nonLitigationRepresentation',
  'labourArbitration',
] as const;
export const CaseAidForm = z.enum(caseAidForms);
export type CaseAidForm = z.infer<typeof CaseAidForm>;

/** What a criminal case is about, as the notice or the application tells it. */
export interface CriminalMatter {
  readonly stage: CriminalStage;
  readonly role: CriminalRole;
  readonly notifiedBy?: NotifyingOrgan | undefined;
  readonly lifeOrDeathPossible?: boolean | undefined;
  /** Number of the case at the organ (办案机关案号): ties co-defendants together. */
  readonly organCaseNumber?: string | undefined;
  readonly handlingOrgan?: string | undefined;
  readonly hearingOn?: LocalDate | undefined;
  /** 涉嫌罪名, as the organ names it. */
  readonly charge?: string | undefined;
  /** 同案犯罪嫌疑人、被告人. */
  readonly coDefendants?: readonly PartyName[] | undefined;
}

export interface PartyName {
  readonly personId?: string | undefined;
  readonly name: string;
}

/** What applications hands over when aid is granted. `cause` and `groups` are codes of the policy's catalogues. */
export interface OpenCase {
  readonly tenant: string;
  readonly matterId: string;
  readonly applicationId: string;
  readonly applicationNumber: string;
  readonly class: MatterClass;
  readonly cause: string | null;
  readonly criminal?: CriminalMatter | undefined;
  readonly region: string;
  readonly recipient: {
    readonly personId: string;
    readonly name: string;
    /** Only asked whether the recipient is a minor; not kept here. */
    readonly birthDate?: LocalDate | undefined;
    readonly sex?: 'male' | 'female' | undefined;
    readonly minor: boolean;
    readonly groups: readonly string[];
    /** What they asked to be spoken to in. */
    readonly language?: Language | undefined;
  };
  readonly opponents: readonly PartyName[];
  readonly grantedOn: LocalDate;
  /** When the application came in. */
  readonly receivedOn: LocalDate;
  /** Key of the rule set under which aid was granted. */
  readonly ruleSet: string;
  readonly urgent: boolean;
  readonly aidForm: CaseAidForm;
  /** Agency that took the matter in; keeps it in sight, whichever centre is competent. */
  readonly intakeAgency?: string | undefined;
  readonly demonstration: boolean;
}

export interface OpenedCase {
  readonly caseId: string;
  readonly number: string;
}

/** 指派方式, in the order of the screens. */
export const designationMethods = ['direct', 'turn', 'choice', 'offer', 'firm', 'inHouse'] as const;
export type DesignationMethod = (typeof designationMethods)[number];

/** Why a designation departs from the ranking, for the ledger that every handler may read: a code, and never anybody's words. */
export const departureGrounds = [
  'cautionCleared',
  'continuity',
  'language',
  'speciality',
  'distance',
  'availability',
  'other',
] as const;
export type DepartureGround = (typeof departureGrounds)[number];

export const DesignateHandler = versioned.extend({
  handlerId: z.uuid(),
  /** 指派方式: one of those that end with the designation at once. */
  method: z.enum(['direct', 'turn', 'choice', 'inHouse']).optional(),
  /** Needed when the designation departs from the ranking, or a possible conflict was looked into. */
  reason: line(500).optional(),
  /** The same as a code, for the ledger. */
  departure: z.enum(departureGrounds).optional(),
  /** 点援: how and when the recipient said so. */
  wish: z.strictObject({ told: z.enum(['written', 'spoken']), on: day }).optional(),
});
export type DesignateHandler = z.infer<typeof DesignateHandler>;

export const AcceptDesignation = versioned;
export type AcceptDesignation = z.infer<typeof AcceptDesignation>;

/** Why a handler cannot act; a good reason is needed (Legal Aid Law art. 46). */
export const declineGrounds = ['conflictOfInterest', 'illness', 'hearingClash', 'overload', 'other'] as const;
export const DeclineDesignation = versioned.extend({ ground: z.enum(declineGrounds), reason: prose(500) });
export type DeclineDesignation = z.infer<typeof DeclineDesignation>;

export const RecallDesignation = versioned.extend({ reason: prose(500) });
export type RecallDesignation = z.infer<typeof RecallDesignation>;

/** The agreement as signed, or why there is none (the recipient could not sign; defence notified by an organ). */
export const RecordAgreement = versioned.extend({
  signedOn: day.optional(),
  scope: z.enum(['general', 'special']).default('general'),
  specialPowers: z.array(line(200)).max(12).default([]),
  /** Given instead of the day of signing. */
  withoutAgreement: prose(500).optional(),
});
export type RecordAgreement = z.infer<typeof RecordAgreement>;

/**
 * What a progress note tells of. `filedWithCourt` meets the three days for handing the papers to the court; without `settlementConsent` no
 * settlement and no mediation closes a case.
 */
export const progressKinds = [
  'interview',
  'meeting',
  'fileReview',
  'inquiry',
  'filedWithCourt',
  'mediation',
  'hearing',
  'writtenOpinion',
  'pleaWitness',
  'settlementConsent',
  'other',
] as const;
export type ProgressKind = (typeof progressKinds)[number];

export const NoteProgress = versioned.extend({
  kind: z.enum(progressKinds),
  /** The day on which it happened. */
  on: day,
  text: prose(2000),
  /** True when the recipient reads it on the progress page. */
  visibleToCitizen: z.boolean(),
});
export type NoteProgress = z.infer<typeof NoteProgress>;

/** The event that fixes the closing date (办理法律援助案件程序规定 art. 40). */
export const closingEvents = [
  'prosecutionOpinion',
  'caseDropped',
  'indictment',
  'nonProsecution',
  'judgment',
  'ruling',
  'mediationAgreement',
  'arbitralAward',
  'administrativeDecision',
  'settlement',
  'obligorPerforms',
] as const;
export type ClosingEvent = (typeof closingEvents)[number];

export const caseOutcomes = [
  'won',
  'partlyWon',
  'lost',
  'settled',
  'mediated',
  'withdrawn',
  'opinionAdopted',
  'opinionPartlyAdopted',
  'opinionNotAdopted',
  'other',
] as const;
export type CaseOutcome = (typeof caseOutcomes)[number];

export const ReportClosing = versioned.extend({
  closedOn: day,
  event: z.enum(closingEvents),
  outcome: z.enum(caseOutcomes),
  /** Money recovered or saved for the recipient, fen; at most ten billion yuan. */
  recovered: z.int().min(0).max(1_000_000_000_000).optional(),
  work: z
    .strictObject({
      meetings: z.int().min(0).max(999).optional(),
      fileReviews: z.int().min(0).max(999).optional(),
      inquiries: z.int().min(0).max(999).optional(),
      hearings: z.int().min(0).max(999).optional(),
      serviceDays: z.number().min(0).max(999).optional(),
    })
    .optional(),
  summary: prose(6000),
  result: prose(3000),
});
export type ReportClosing = z.infer<typeof ReportClosing>;

/** One piece of the file (卷宗材料), under its key of the checklist. */
export const FilePiece = z.strictObject({
  key: z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,59}$/),
  name: line(200),
  on: day.optional(),
  pages: z.int().min(1).max(9999),
  /** SHA-256 of the stored file, where the piece was uploaded to this case. */
  fileHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});
export type FilePiece = z.infer<typeof FilePiece>;

export const SubmitFile = versioned.extend({
  submittedOn: day.optional(),
  pieces: z.array(FilePiece).min(1).max(200),
  /** Required pieces that cannot be had, with the reason. */
  without: z
    .array(z.strictObject({ key: FilePiece.shape.key, reason: line(300) }))
    .max(60)
    .default([]),
});
export type SubmitFile = z.infer<typeof SubmitFile>;

export const ReturnFile = versioned.extend({
  reasons: z.array(line(300)).min(1).max(20),
  /** The day by which the file should be back. */
  resubmitBy: day,
});
export type ReturnFile = z.infer<typeof ReturnFile>;

export const AcceptFile = versioned;
export type AcceptFile = z.infer<typeof AcceptFile>;

/** 终止事由: the eight of Legal Aid Law art. 48, first paragraph, in its order. */
export const terminationGrounds = [
  'fraud',
  'concealment',
  'illegalUse',
  'meansNoLongerMet',
  'caseEnded',
  'ownCounsel',
  'recipientAsks',
  'other',
] as const;
export type TerminationGround = (typeof terminationGrounds)[number];

export const TerminateCase = versioned.extend({ ground: z.enum(terminationGrounds), facts: prose(3000) });
export type TerminateCase = z.infer<typeof TerminateCase>;

export const RecordNotification = versioned.extend({
  recipientServedOn: day,
  unitToldOn: day.optional(),
  organToldOn: day.optional(),
});
export type RecordNotification = z.infer<typeof RecordNotification>;

export const SetShareWeight = z.strictObject({
  tenant,
  handlerId: z.uuid(),
  /** 1 is an ordinary share; 0 takes a handler out of the turn without barring them. */
  weight: z.int().min(0).max(20),
  reason: line(200),
});
export type SetShareWeight = z.infer<typeof SetShareWeight>;

export const worklistDesks = [
  'designation',
  'handling',
  'replacement',
  'fileReview',
  'notification',
  'objection',
  'done',
] as const;

const span = z.string().regex(spanPattern);

/** What a worklist may be narrowed to. Each count of the statistics opens the list behind it with these. */
export const ListCases = z.strictObject({
  tenant: tenant.optional(),
  desk: z.enum(worklistDesks).optional(),
  handlerId: z.uuid().optional(),
  dueBy: day.optional(),
  class: z.enum(matterClasses).optional(),
  cause: z.enum(causes).optional(),
  group: z.enum(groups).optional(),
  /** County, township or village: everything below it. */
  region: z
    .string()
    .regex(/^\d{6}(\d{3}(\d{3})?)?$/)
    .optional(),
  recipientId: z.uuid().optional(),
  /** Beginning of a case's or application's number, or of a recipient's or handler's name. */
  search: line(60).optional(),
  /** Opened, closed or archived in this month or year. */
  openedIn: span.optional(),
  closedIn: span.optional(),
  archivedIn: span.optional(),
  /** Opaque: the `next` of the page before. */
  after: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}~[0-9a-f-]{36}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type ListCases = z.infer<typeof ListCases>;
