import type { Generated, GeneratedAlways, JSONColumnType } from 'kysely';
import type { Instant, LocalDate } from '../../kernel/time/index.ts';
import type { HandlerKind, Language } from '../network/index.ts';
import type { Cause, CriminalStage, Group, MatterClass, NotifyingOrgan } from '../policy/index.ts';
import type { AffairKind, AffairState } from './affair-lifecycles.ts';
import type { Relation } from './conflict-schema.ts';
import type { ShiftState } from './duty-lifecycle.ts';
import type { DutyMode, DutyOutcome, DutyPeriod, DutyService, DutySignature } from './duty-schema.ts';
import type { CaseState, Desk } from './lifecycle.ts';
import type { Wish } from './method-schema.ts';
import type { NoticeGround } from './notice-schema.ts';
import type { PleaTold, PleaView, UnsignedReason } from './plea-schema.ts';
import type { ReplacementAsker, ReplacementGround } from './replacement-schema.ts';
import type { PartyRole } from './rules/conflicts.ts';
import type { CaseStep } from './rules/due.ts';
import type { ScoreLine } from './rules/ranking.ts';
import type {
  CaseAidForm,
  CaseOutcome,
  ClosingEvent,
  CriminalMatter,
  DepartureGround,
  DesignationMethod,
  FilePiece,
  ProgressKind,
  TerminationGround,
} from './schema.ts';
import type { MadeFor, RevocationGround } from './termination-schema.ts';

/** 案件. What a worklist shows stands in the row itself: handler, next date and its article. */
export interface AidCaseTable {
  tenant: string;
  id: string;
  matterId: string;
  /** Null for a case that began with an organ's notice. */
  applicationId: string | null;
  applicationNumber: string | null;
  /** The organ's latest notice (通知辩护). */
  noticeId: string | null;
  /** The earlier stage of the same proceeding, a case of its own. */
  earlierCaseId: string | null;
  number: string;
  state: CaseState;
  desk: Desk;
  version: number;
  class: MatterClass;
  cause: Cause | null;
  stage: CriminalStage | null;
  criminal: JSONColumnType<CriminalMatter> | null;
  /** 办案机关案号 of the criminal proceeding, for finding those accused together. */
  organCaseNumber: string | null;
  aidForm: CaseAidForm;
  region: string;
  groups: Group[];
  recipientId: string;
  recipientName: string;
  recipientSex: 'male' | 'female' | null;
  recipientMinor: boolean;
  /** What the recipient asked to be spoken to in; null where nothing was said. */
  language: Language | null;
  urgent: boolean;
  ruleSet: string;
  grantedOn: LocalDate;
  /** When the application, or the organ's first notice, came in. */
  receivedOn: LocalDate | null;
  openedAt: Instant;
  intakeAgency: string | null;
  /** The firm that has the case in the two-step designation, until one of its people is named. */
  firmId: string | null;
  designationId: string | null;
  handlerId: string | null;
  handlerName: string | null;
  handlerUnit: string | null;
  designatedOn: LocalDate | null;
  /** The next date that binds somebody, with its step and article; null when nothing runs. */
  dueOn: LocalDate | null;
  /** The same, with a day beyond all days for none: what worklists are sorted by. */
  dueSort: GeneratedAlways<LocalDate>;
  dueStep: CaseStep | null;
  dueCitation: string | null;
  /** True when the date is the centre's own (a promise), not the law's. */
  duePromise: boolean;
  agreementOn: LocalDate | null;
  withoutAgreement: string | null;
  closedOn: LocalDate | null;
  closingEvent: ClosingEvent | null;
  outcome: CaseOutcome | null;
  recovered: number | null;
  archivedOn: LocalDate | null;
  terminatedOn: LocalDate | null;
  terminationGround: TerminationGround | null;
  notifiedOn: LocalDate | null;
  /** How often it was terminated: a case whose termination was taken back may be terminated again. */
  terminations: Generated<number>;
  /** Since when an objection has brought the case before the bureau. */
  contestedOn: LocalDate | null;
  demonstration: boolean;
}

/** 终止: one decision, and what became of it. */
export interface CaseTerminationTable {
  tenant: string;
  id: string;
  caseId: string;
  ordinal: number;
  terminatedOn: LocalDate;
  ground: TerminationGround;
  madeFor: MadeFor;
  decidedBy: string;
  revokedOn: LocalDate | null;
  revokedFor: RevocationGround | null;
  revokedBy: string | null;
  /** Why the centre took it back, in words, sealed. */
  reasonSealed: string | null;
  resumedOn: LocalDate | null;
  resumedAs: 'HANDLING' | 'ACCEPTED' | 'AWAITING_DESIGNATION' | null;
}

/** 办理中的往来: a report to the centre, a letter to a court, a referral to whoever grants relief, and what came of it. Money in fen. */
export interface CaseAffairTable {
  tenant: string;
  id: string;
  caseId: string;
  matterId: string;
  kind: AffairKind;
  state: AffairState;
  version: number;
  /** To whom it went; empty for a report to the centre. */
  addressee: string;
  grounds: string[];
  openedOn: LocalDate;
  openedBy: string;
  openedAt: Instant;
  wordsSealed: string | null;
  /** 司法救助: the day on which the recipient agreed. */
  consentOn: LocalDate | null;
  documentId: string | null;
  answeredOn: LocalDate | null;
  answeredBy: string | null;
  answerSealed: string | null;
  /** Reduced or waived fee, or relief. */
  amount: number | null;
  /** The whole court fee. */
  total: number | null;
  untilOn: LocalDate | null;
  /** The centre's own date on which somebody is to act. */
  dueOn: LocalDate | null;
  dueCitation: string | null;
}

/** 当事人 of a case, for conflicts of interest. */
export interface CasePartyTable {
  tenant: string;
  caseId: string;
  ordinal: number;
  role: PartyRole;
  personId: string | null;
  name: string;
  /** The name without spaces and marks, in lower case: what look-ups compare. */
  nameKey: string;
}

/** 指派: every one that was made, with what the ranking said, so that anybody can ask why. */
export interface DesignationTable {
  tenant: string;
  id: string;
  caseId: string;
  handlerId: string;
  handlerKind: HandlerKind;
  handlerName: string;
  agencyId: string;
  agencyName: string;
  state: 'offered' | 'accepted' | 'declined' | 'recalled' | 'replaced' | 'refused' | 'ended';
  /** How the case came to this handler (指派方式). */
  method: Generated<DesignationMethod>;
  /** Why it departs from the ranking, where it does; for the ledger. */
  departure: DepartureGround | null;
  /** 点援: how and when the recipient said so. */
  wish: JSONColumnType<Wish> | null;
  designatedBy: string;
  designatedAt: Instant;
  designatedOn: LocalDate;
  /** Place in the ranking and its score, as they were. */
  rank: number;
  candidates: number;
  score: JSONColumnType<{ readonly version: number; readonly total: number; readonly lines: readonly ScoreLine[] }>;
  reason: string | null;
  answeredAt: Instant | null;
  answerGround: string | null;
  /** The reason in words, sealed: it may tell of illness. */
  answerSealed: string | null;
  /** The day on which the handling organ was told who acts, and the letter. */
  organToldOn: LocalDate | null;
  organLetter: string | null;
}

/** 征集: a case offered to those who may act in it. */
export interface CaseOfferTable {
  tenant: string;
  id: string;
  caseId: string;
  state: 'open' | 'taken' | 'closed' | 'lapsed';
  /** Who could act when it was offered. */
  offeredTo: string[];
  offeredBy: string;
  offeredAt: Instant;
  expiresAt: Instant;
  closedAt: Instant | null;
  designationId: string | null;
}

/** 不承接: a handler lets an offer go; nobody else is told. */
export interface OfferPassTable {
  tenant: string;
  offerId: string;
  handlerId: string;
  passedAt: Instant;
}

/** 指派到单位: the first of the two steps. */
export interface FirmDesignationTable {
  tenant: string;
  id: string;
  caseId: string;
  agencyId: string;
  agencyName: string;
  state: 'asked' | 'named' | 'givenBack' | 'recalled' | 'ended';
  designatedBy: string;
  designatedAt: Instant;
  designatedOn: LocalDate;
  answeredAt: Instant | null;
  answerGround: string | null;
  /** Why it was given back or recalled, in words, sealed. */
  answerSealed: string | null;
  designationId: string | null;
}

/** 办理进展. */
export interface CaseProgressTable {
  tenant: string;
  id: string;
  caseId: string;
  kind: ProgressKind;
  happenedOn: LocalDate;
  textSealed: string;
  visibleToCitizen: boolean;
  notedBy: string;
  notedAt: Instant;
}

/** 卷宗: each handing in, what was in it, what came of it. */
export interface CaseFileTable {
  tenant: string;
  id: string;
  caseId: string;
  round: number;
  submittedBy: string;
  submittedAt: Instant;
  submittedOn: LocalDate;
  pieces: JSONColumnType<readonly FilePiece[]>;
  without: JSONColumnType<readonly { readonly key: string; readonly reason: string }[]>;
  state: 'submitted' | 'returned' | 'accepted';
  reviewedBy: string | null;
  reviewedAt: Instant | null;
  returnReasons: JSONColumnType<readonly string[]> | null;
}

/** 结案报告: what the handler reports at the closing. */
export interface CaseClosingTable {
  tenant: string;
  caseId: string;
  reportedBy: string;
  reportedAt: Instant;
  work: JSONColumnType<Readonly<Record<string, number>>>;
  summarySealed: string;
  resultSealed: string;
}

/** 更换承办人: one request, from the asking to the papers handed over. */
export interface ReplacementTable {
  tenant: string;
  id: string;
  caseId: string;
  /** The designation that was to end. */
  designationId: string;
  state: 'requested' | 'approved' | 'kept' | 'handedOver';
  askedBy: ReplacementAsker;
  ground: ReplacementGround;
  factsSealed: string;
  receivedOn: LocalDate;
  requestedBy: string;
  requestedAt: Instant;
  opinionSealed: string | null;
  decidedBy: string | null;
  decidedOn: LocalDate | null;
  handedOverOn: LocalDate | null;
  handover: JSONColumnType<{
    readonly materials: readonly { readonly name: string; readonly pages?: number | undefined }[];
    readonly note?: string | undefined;
  }> | null;
}

/** 办案机关的通知: one row for each notice; the organ notifies again after a refusal. */
export interface OrganNoticeTable {
  tenant: string;
  id: string;
  caseId: string;
  organ: NotifyingOrgan;
  organName: string;
  noticeNumber: string | null;
  officer: string;
  officerContact: string;
  ground: NoticeGround;
  stage: CriminalStage;
  receivedOn: LocalDate;
  custodyPlace: string | null;
  noteSealed: string | null;
  registeredBy: string;
  registeredAt: Instant;
}

/** 拒绝辩护: what the accused said of the lawyer, reported by the lawyer. */
export interface DefenceRefusalTable {
  tenant: string;
  id: string;
  caseId: string;
  designationId: string;
  refusedOn: LocalDate;
  wordsSealed: string;
  reportedBy: string;
  reportedAt: Instant;
}

/** 开庭. */
export interface CaseHearingTable {
  tenant: string;
  id: string;
  caseId: string;
  state: 'fixed' | 'moved' | 'cancelled' | 'held';
  heldOn: LocalDate;
  startsAt: string | null;
  place: string | null;
  note: string | null;
  fixedBy: string;
  fixedAt: Instant;
  movedTo: string | null;
}

/** 值班班次. */
export interface DutyShiftTable {
  tenant: string;
  id: string;
  agencyId: string;
  onDay: LocalDate;
  period: DutyPeriod;
  mode: DutyMode;
  handlerId: string;
  handlerName: string;
  state: ShiftState;
  version: number;
  offeredTo: string | null;
  takenOverFrom: string | null;
  reason: string | null;
  plannedBy: string;
  plannedAt: Instant;
}

/** 法律帮助: one help by a duty lawyer. */
export interface DutyHelpTable {
  tenant: string;
  id: string;
  shiftId: string | null;
  agencyId: string;
  handlerId: string;
  handlerName: string;
  helpedOn: LocalDate;
  mode: DutyMode;
  personId: string;
  personName: string;
  nameKey: string;
  stage: CriminalStage;
  organCaseNumber: string | null;
  services: DutyService[];
  outcome: DutyOutcome;
  signature: DutySignature;
  noteSealed: string | null;
  recordedBy: string;
  recordedAt: Instant;
  demonstration: boolean;
}

/** 认罪认罚具结见证: what the duty lawyer saw and said of one plea. */
export interface PleaWitnessTable {
  tenant: string;
  helpId: string;
  organ: string;
  place: string;
  charge: string;
  sentence: string;
  told: PleaTold[];
  adviceSealed: string;
  viewCharge: PleaView;
  viewSentence: PleaView;
  viewProcedure: PleaView;
  dissentSealed: string | null;
  voluntary: boolean;
  unsigned: UnsignedReason | null;
  lawyerSigned: boolean;
  documentId: string;
}

/** 回避声明: a relative whom a handler told the centre of. */
export interface HandlerRelativeTable {
  tenant: string;
  id: string;
  handlerId: string;
  relation: Relation;
  nameSealed: string;
  nameKey: string;
  declaredBy: string;
  declaredAt: Instant;
  withdrawnAt: Instant | null;
}

/** 指派权重, and since when it holds. A handler without a row has a share of one. */
export interface ShareWeightTable {
  tenant: string;
  handlerId: string;
  weight: number;
  since: Instant;
  setBy: string;
  reason: string;
}

export type CaseTables = {
  aidCase: AidCaseTable;
  caseTermination: CaseTerminationTable;
  caseAffair: CaseAffairTable;
  caseParty: CasePartyTable;
  designation: DesignationTable;
  caseOffer: CaseOfferTable;
  offerPass: OfferPassTable;
  firmDesignation: FirmDesignationTable;
  caseProgress: CaseProgressTable;
  caseFile: CaseFileTable;
  caseClosing: CaseClosingTable;
  replacement: ReplacementTable;
  organNotice: OrganNoticeTable;
  defenceRefusal: DefenceRefusalTable;
  caseHearing: CaseHearingTable;
  dutyShift: DutyShiftTable;
  dutyHelp: DutyHelpTable;
  pleaWitness: PleaWitnessTable;
  shareWeight: ShareWeightTable;
  handlerRelative: HandlerRelativeTable;
};
