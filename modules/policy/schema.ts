import { z } from 'zod';

/**
 * The shapes of the policy module. `Facts` and `Assessment` are a fixed contract: outside checks call them as they stand.
 * Money is an integer in fen (分), days are `YYYY-MM-DD` in Asia/Shanghai.
 */

/** The class of a matter (案件类别). */
export const matterClasses = ['civil', 'administrative', 'stateCompensation', 'criminal'] as const;
export type MatterClass = (typeof matterClasses)[number];

/** What the matter is about (案由), in the words of the statutes. */
export const causes = [
  'stateCompensation',
  'socialInsurance',
  'socialAssistance',
  'pension',
  'maintenance',
  'labourPay',
  'labourRelation',
  'legalCapacity',
  'workInjury',
  'trafficInjury',
  'foodDrugInjury',
  'medicalInjury',
  'productInjury',
  'propertyLossFromAccident',
  'environmentalDamage',
  'actOfBravery',
  'heroesPersonality',
  'acquittalCompensation',
  'domesticViolence',
  'abuseOrAbandonment',
  'labourContract',
  'marriageAndFamily',
  'agriculturalInputs',
  'landContract',
  'forestRights',
  'employment',
  'schooling',
  'medicalCare',
  'resettlement',
  'other',
] as const;
export type Cause = (typeof causes)[number];

/** Groups of recipients (受援人群体). One person belongs to many; they are never summed. */
export const groups = [
  'minor',
  'olderPerson',
  'personWithDisability',
  'woman',
  'migrantWorker',
  'farmer',
  'student',
  'military',
  'militaryFamily',
  'martyrSurvivor',
  'preferentialTreatment',
  'socialAssistance',
  'judicialAssistance',
  'relocatedMigrant',
  'ethnicMinority',
  'foreigner',
] as const;
export type Group = (typeof groups)[number];

/** The stage of a criminal case (诉讼阶段). */
export const criminalStages = [
  'investigation',
  'prosecutionReview',
  'firstInstance',
  'secondInstance',
  'deathPenaltyReview',
  'retrial',
  'compulsoryMedical',
] as const;
export type CriminalStage = (typeof criminalStages)[number];

export const criminalRoles = ['suspectOrDefendant', 'victim', 'privateProsecutor', 'incidentalCivilPlaintiff'] as const;
export type CriminalRole = (typeof criminalRoles)[number];

export const notifyingOrgans = ['police', 'procuratorate', 'court'] as const;
export type NotifyingOrgan = (typeof notifyingOrgans)[number];

export const impairments = ['sight', 'hearing', 'speech', 'cannotFullyRecogniseActs'] as const;
export type Impairment = (typeof impairments)[number];

export const residences = ['urban', 'rural'] as const;
export type Residence = (typeof residences)[number];

/** The steps that the law puts a clock on (法定期限). */
export const steps = [
  'decide',
  'designate',
  'organNotify',
  'replyOrgan',
  'forwardApplication',
  'signAgreement',
  'fileWithCourt',
  'decideReplacement',
  'raiseObjection',
  'decideObjection',
  'notifyTermination',
  'submitFile',
  'reviewFile',
  'acceptComplaint',
  'decideComplaint',
  'replyComplaint',
] as const;
export type Step = (typeof steps)[number];

/** Income above ten thousand billion fen is a slip of the pen, not an income. */
export const largestIncome = 10_000_000_000_000;

const day = z.iso.date();
const money = z.int().min(0).max(largestIncome);

export const CriminalFacts = z.strictObject({
  stage: z.enum(criminalStages),
  role: z.enum(criminalRoles),
  /** The organ whose notice reached the centre; absent: the person applied. */
  notifiedBy: z.enum(notifyingOrgans).optional(),
  hasDefender: z.boolean(),
  lifeOrDeathPossible: z.boolean().optional(),
  inAbsentia: z.boolean().optional(),
  summaryOrFastTrack: z.boolean().optional(),
  hearingOn: day.optional(),
});
export type CriminalFacts = z.infer<typeof CriminalFacts>;

/** Everything one application's outcome may turn on. Unknown fields are refused. */
export const Facts = z.strictObject({
  /** The day the centre received the application or the notice. */
  receivedOn: day,
  /** GB/T 2260 code of the accepting centre's county, `530521`. */
  region: z.string(),
  matter: z.strictObject({
    class: z.enum(matterClasses),
    /** Required unless the class is criminal. */
    cause: z.enum(causes).optional(),
    /** The limitation or procedural period ends on this day. */
    limitationExpiresOn: day.optional(),
    /** Property or evidence preservation, or advance enforcement, is needed now. */
    needsPreservation: z.boolean().optional(),
    criminal: CriminalFacts.optional(),
  }),
  applicant: z.strictObject({
    birthDate: day,
    residence: z.enum(residences),
    groups: z.array(z.enum(groups)).optional(),
    noFixedLivelihood: z.boolean().optional(),
    impairments: z.array(z.enum(impairments)).optional(),
  }),
  /** The people living together; needed only when means are tested. */
  household: z
    .strictObject({
      members: z.int().min(1),
      annualIncome: money,
      applicantAnnualIncome: money,
      opponentInHousehold: z.boolean().optional(),
    })
    .optional(),
});
export type Facts = z.infer<typeof Facts>;

export const outcomes = [
  'eligible',
  'ineligible',
  'outOfScope',
  'mustDesignate',
  'mayDesignate',
  'needsInformation',
] as const;
export type Outcome = (typeof outcomes)[number];

export const routes = [
  'meansTested',
  'meansExempt',
  'verificationWaived',
  'mandatoryDefence',
  'discretionaryDefence',
  'notifiedRepresentation',
] as const;
export type Route = (typeof routes)[number];

/** A text in the two languages of the house. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** One sentence of the answer, with the rule it rests on. */
export interface Reason {
  readonly rule: string;
  readonly citation: string;
  readonly met: boolean;
  readonly text: Bilingual;
}

export const standardBases = ['subsistenceAllowance', 'ruralIncome'] as const;
export type StandardBasis = (typeof standardBases)[number];

/** The hardship standard applied (经济困难标准), in fen a year and head. */
export interface AppliedStandard {
  readonly perCapitaAnnual: number;
  /** `perCapitaAnnual × multiplier`, not rounded: half of an odd figure ends in half a fen. The comparison itself multiplies. */
  readonly threshold: number;
  readonly multiplier: number;
  readonly basis: StandardBasis;
  readonly verified: boolean;
}

export interface RunningDeadline {
  readonly step: Step;
  readonly due: string;
  readonly citation: string;
}

/** One application decided, with its reasons (审查意见). */
export interface Assessment {
  readonly outcome: Outcome;
  readonly route: Route | null;
  /** Key of the national instrument that governs. */
  readonly ruleSet: string;
  /** Provincial and local packs applied on top. */
  readonly layers: readonly string[];
  readonly standard?: AppliedStandard;
  /** Fen a year and head, not rounded: the income counted divided by the people it is counted for. */
  readonly assessedPerCapitaIncome?: number;
  readonly provisionalAid: { readonly available: boolean; readonly ground?: 'periodExpiring' | 'preservation' };
  readonly reasons: readonly Reason[];
  /** JSON Pointers of everything that decides the case and was not told, when the outcome is `needsInformation`. */
  readonly missing?: readonly string[];
  readonly deadlines: readonly RunningDeadline[];
}

/** One hardship standard on file. `region` may be a prefix of the code: the longest match wins. */
export const StandardRow = z.strictObject({
  region: z.string().regex(/^(\d{2}|\d{4}|\d{6})$/),
  residence: z.enum(residences),
  basis: z.enum(standardBases),
  /** Fen a year and head: the subsistence allowance, or last year's rural income. */
  perCapitaAnnual: money,
  effectiveFrom: day,
  /** Last day in force. */
  effectiveTo: day.optional(),
  verified: z.boolean(),
});
export type StandardRow = z.infer<typeof StandardRow>;

/** The unit a limit is counted in: clock hours, calendar days, working days. */
export const limitUnits = ['hour', 'day', 'workday'] as const;
export type LimitUnit = (typeof limitUnits)[number];

/** Days on which a clock stands still; both ends included. */
export interface Pause {
  readonly from: string;
  readonly to: string;
}

export interface DeadlineQuestion {
  readonly step: Step;
  /** `YYYY-MM-DD`, or `YYYY-MM-DDTHH:MM` for limits in hours (a day alone starts at midnight). */
  readonly from: string;
  /** The day whose law applies; `from` when absent. */
  readonly on?: string | undefined;
  readonly paused?: readonly Pause[] | undefined;
  /** Where a limit differs by the kind of matter; `civil` when absent. */
  readonly matter?: 'civil' | 'criminal' | 'notified' | undefined;
}

/** One statutory time limit, counted. */
export interface Deadline {
  readonly step: Step;
  readonly from: string;
  readonly due: string;
  readonly unit: LimitUnit;
  readonly amount: number;
  /** The day the limit would have ended on, when it moved to the next working day. */
  readonly rolledFrom?: string;
  readonly ruleSet: string;
  readonly citation: string;
  /** False when a day that mattered lies outside the years the calendar knows. */
  readonly calendarKnown?: false;
  /** False when the article was not read in its own text (待核实). */
  readonly verified?: false;
  /** `before`: the limit is counted back from `from` (so many days before the hearing). */
  readonly counted?: 'before';
}

/** What is wrong with an input, where, in both languages. */
export interface PolicyFault {
  /** JSON Pointer (RFC 6901) into the input. */
  readonly pointer: string;
  readonly code: string;
  readonly text: Bilingual;
}

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly PolicyFault[] };
