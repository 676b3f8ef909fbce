/*
 * The codes of the field as the interface spells them. Their words stand in the locale files under the same names;
 * `same-words.test.ts` holds both to the server's own lists.
 */

export const matterClasses = ['civil', 'administrative', 'stateCompensation', 'criminal'] as const;
export type MatterClass = (typeof matterClasses)[number];

/** 案由, in the order of the statutes. */
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

/** 人群类别: a person has many; they are never summed. */
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

export const doors = [
  'window',
  'web',
  'kiosk',
  'phone',
  'letter',
  'liaison',
  'station',
  'custody',
  'dutyLawyer',
] as const;
export type Door = (typeof doors)[number];

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

export const applyingAs = ['self', 'legalRepresentative', 'closeRelative', 'agent'] as const;
export type ApplyingAs = (typeof applyingAs)[number];

export const languages = [
  'mandarin',
  'baoshanDialect',
  'yi',
  'dai',
  'bai',
  'lisu',
  'miao',
  'blang',
  'deang',
  'jingpo',
  'signLanguage',
] as const;
export type Language = (typeof languages)[number];

export const pleaTold = ['rights', 'charge', 'sentence', 'procedure', 'consequences'] as const;
export type PleaTold = (typeof pleaTold)[number];
export const pleaMatters = ['charge', 'sentence', 'procedure'] as const;
export type PleaMatter = (typeof pleaMatters)[number];
export const pleaViews = ['agrees', 'dissents'] as const;
export type PleaView = (typeof pleaViews)[number];
export const unsignedReasons = ['notWilling', 'impaired', 'guardianObjects', 'other'] as const;
export type UnsignedReason = (typeof unsignedReasons)[number];

export const impairments = ['sight', 'hearing', 'speech', 'cannotFullyRecogniseActs'] as const;
export type Impairment = (typeof impairments)[number];

export const proofs = ['documents', 'commitment', 'notNeeded'] as const;
export type Proof = (typeof proofs)[number];

/** 核查结论. */
export const findings = ['confirmed', 'notConfirmed', 'cannotCheck'] as const;
export type Finding = (typeof findings)[number];

/** 先行提供的情形 (art. 44). */
export const provisionalGrounds = ['periodExpiring', 'preservation', 'other'] as const;
export type ProvisionalGround = (typeof provisionalGrounds)[number];

export const materialKinds = ['identity', 'authority', 'hardship', 'status', 'facts', 'other'] as const;
export type MaterialKind = (typeof materialKinds)[number];

export const outcomes = [
  'eligible',
  'ineligible',
  'outOfScope',
  'mustDesignate',
  'mayDesignate',
  'needsInformation',
] as const;
export type Outcome = (typeof outcomes)[number];

/** Narrow a code of the interface to one this desk has words for. */
export function isOneOf<const T extends readonly string[]>(
  list: T,
  value: string | null | undefined,
): value is T[number] {
  return value !== null && value !== undefined && list.includes(value);
}

export const routes = [
  'meansTested',
  'meansExempt',
  'verificationWaived',
  'mandatoryDefence',
  'discretionaryDefence',
  'notifiedRepresentation',
] as const;
export type Route = (typeof routes)[number];

/** Steps with a last day of their own making, beside the law's clocks. */
export const ownSteps = [
  'supplement',
  'provisionalPapers',
  'handOver',
  'cooperation',
  'carryOutCorrection',
  'checkCommitment',
  'acknowledgeMatter',
  'followRelief',
  'returnComplaint',
  'handInReview',
  'askReassessment',
  'replyRectification',
  'answerSupervision',
  'callBack',
] as const;

/** 法定步骤: what the law puts a clock on, and the house's own. */
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
  ...ownSteps,
] as const;
export type Step = (typeof steps)[number];

export const documentKinds = [
  'residentCard',
  'householdRegister',
  'residencePermit',
  'foreignerResidenceCard',
  'passport',
  'hongKongMacauTravelPermit',
  'taiwanTravelPermit',
  'militaryCard',
  'birthCertificate',
  'other',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

export const handlerKinds = ['lawyer', 'basicLegalServiceWorker', 'centreStaff'] as const;
export type HandlerKind = (typeof handlerKinds)[number];

export const specialities = [
  'criminalDefence',
  'minors',
  'labour',
  'family',
  'injury',
  'land',
  'socialSecurity',
  'administrative',
  'consumerAndProducts',
  'stateCompensation',
] as const;
export type Speciality = (typeof specialities)[number];

export const declineGrounds = ['conflictOfInterest', 'illness', 'hearingClash', 'overload', 'other'] as const;
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
export const notifyingOrgans = ['police', 'procuratorate', 'court'] as const;
export type NotifyingOrgan = (typeof notifyingOrgans)[number];
/** 通知事由, in the order of arts 25 and 28. */
export const noticeGrounds = [
  'minor',
  'impaired',
  'cannotFullyRecognise',
  'lifeOrDeath',
  'deathPenaltyReview',
  'inAbsentia',
  'otherByLaw',
  'discretionary',
  'compulsoryMedical',
] as const;
export type NoticeGround = (typeof noticeGrounds)[number];
export const dutyPeriods = ['morning', 'afternoon', 'day'] as const;
export type DutyPeriod = (typeof dutyPeriods)[number];
export const dutyModes = ['onSite', 'phone', 'video'] as const;
export type DutyMode = (typeof dutyModes)[number];
export const dutyServices = [
  'advice',
  'procedureChoice',
  'coerciveMeasure',
  'opinion',
  'helpToApply',
  'pleaWitness',
  'meeting',
  'fileReview',
] as const;
export type DutyService = (typeof dutyServices)[number];
export const dutyOutcomes = [
  'advised',
  'applicationForwarded',
  'opinionHandedIn',
  'pleaSigned',
  'pleaRefused',
  'helpRefused',
] as const;
export type DutyOutcome = (typeof dutyOutcomes)[number];
export const dutySignatures = ['signed', 'fingerprint', 'heardRemotely', 'refused'] as const;
export type DutySignature = (typeof dutySignatures)[number];
export const replacementAskers = ['recipient', 'handler'] as const;
export type ReplacementAsker = (typeof replacementAskers)[number];
/** 更换事由 by who asks. */
export const groundsOfAsker = {
  recipient: ['dutyNotDone', 'unreachable', 'tookMoney', 'conflictOfInterest', 'other'],
  handler: ['conflictOfInterest', 'illness', 'hearingClash', 'leftPractice', 'other'],
} as const;
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
export const aidForms = [
  'criminalDefence',
  'criminalRepresentation',
  'litigationRepresentation',
  'nonLitigationRepresentation',
  'labourArbitration',
] as const;
export const conflictKinds = [
  'actsForOtherSide',
  'firmActsForOtherSide',
  'actsAgainstRecipient',
  'defendsCoDefendant',
  'dutyLawyerOfCoSuspect',
  'relativeOfOtherSide',
] as const;
export const faces = ['verySatisfied', 'satisfied', 'neutral', 'dissatisfied', 'veryDissatisfied'] as const;
export type Face = (typeof faces)[number];
export const fundSources = ['central', 'province', 'city', 'county'] as const;
export type FundSource = (typeof fundSources)[number];

/** 指派方式. */
export const designationMethods = ['direct', 'turn', 'choice', 'offer', 'firm', 'inHouse'] as const;
export type DesignationMethod = (typeof designationMethods)[number];

/** Why a designation departs from the ranking, as the ledger shows it. */
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

/** What speaks for or against two persons being one. */
export const matchReasonCodes = [
  'sameDocument',
  'otherDocument',
  'sameName',
  'oneCharacterOff',
  'sameSound',
  'sameBirth',
  'birthSwapped',
  'sameBirthYear',
  'otherBirth',
  'samePhone',
  'sameCounty',
  'otherSex',
] as const;
export type MatchReasonCode = (typeof matchReasonCodes)[number];

/** How a relative stands to a handler. */
export const relations = ['spouse', 'parent', 'child', 'sibling', 'other'] as const;
export type Relation = (typeof relations)[number];

/** 核查方式 of a commitment. */
export const checkMethods = ['sharedData', 'letter', 'visit'] as const;

/** 投诉: how it came, who says it, about whom, how it ended and what was done. */
export const complaintDoors = ['window', 'hotline', 'letter', 'bureau', 'web'] as const;
export const complaintStandings = ['applicant', 'recipient', 'interested'] as const;
export const againstKinds = ['handler', 'centre', 'firm', 'staff'] as const;
export type AgainstKind = (typeof againstKinds)[number];
export const complaintOutcomes = ['upheld', 'partly', 'notUpheld', 'noBreach'] as const;
export type ComplaintOutcome = (typeof complaintOutcomes)[number];
export const complaintMeasures = [
  'critique',
  'orderCorrection',
  'replaceHandler',
  'recoverMoney',
  'handToDiscipline',
  'qualityReview',
] as const;
export type ComplaintMeasure = (typeof complaintMeasures)[number];
export const nonAcceptanceGrounds = [
  'noStanding',
  'notLegalAid',
  'alreadyAnswered',
  'otherProcedure',
  'informationMissing',
  'other',
] as const;
export const serviceMethods = ['direct', 'electronic', 'post', 'left', 'announced'] as const;
