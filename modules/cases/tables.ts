import type { GeneratedAlways, JSONColumnType } from 'kysely';
import type { Instant, LocalDate } from '../../kernel/time/index.ts';
import type { HandlerKind } from '../network/index.ts';
import type { Cause, CriminalStage, Group, MatterClass, Step } from '../policy/index.ts';
import type { CaseState, Desk } from './lifecycle.ts';
import type { ReplacementAsker, ReplacementGround } from './replacement-schema.ts';
import type { PartyRole } from './rules/conflicts.ts';
import type { ScoreLine } from './rules/ranking.ts';
import type {
  CaseAidForm,
  CaseOutcome,
  ClosingEvent,
  CriminalMatter,
  FilePiece,
  ProgressKind,
  TerminationGround,
} from './schema.ts';

/** 案件. What a worklist shows stands in the row itself: handler, next date and its article. */
export interface AidCaseTable {
  tenant: string;
  id: string;
  matterId: string;
  applicationId: string;
  applicationNumber: string;
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
  urgent: boolean;
  ruleSet: string;
  grantedOn: LocalDate;
  openedAt: Instant;
  intakeAgency: string | null;
  designationId: string | null;
  handlerId: string | null;
  handlerName: string | null;
  handlerUnit: string | null;
  designatedOn: LocalDate | null;
  /** The next date that binds somebody, with its step and article; null when nothing runs. */
  dueOn: LocalDate | null;
  /** The same, with a day beyond all days for none: what worklists are sorted by. */
  dueSort: GeneratedAlways<LocalDate>;
  dueStep: Step | null;
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
  demonstration: boolean;
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
  state: 'offered' | 'accepted' | 'declined' | 'recalled' | 'replaced' | 'ended';
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
  caseParty: CasePartyTable;
  designation: DesignationTable;
  caseProgress: CaseProgressTable;
  caseFile: CaseFileTable;
  caseClosing: CaseClosingTable;
  replacement: ReplacementTable;
  shareWeight: ShareWeightTable;
};
