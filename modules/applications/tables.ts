import type { JSONColumnType } from 'kysely';
import type { Instant, LocalDate } from '../../kernel/time/index.ts';
import type { Assessment } from '../policy/index.ts';
import type { CommitmentState } from './commitment-lifecycle.ts';
import type { CooperationState } from './cooperation-lifecycle.ts';
import type { ApplicationState } from './lifecycle.ts';
import type { Forwarding, LateEntry } from './rules/receipt.ts';
import type { Standing } from './rules/standing.ts';
import type { Door, Proposal, SignedCommitment } from './schema.ts';

export interface ApplicationTable {
  tenant: string;
  id: string;
  matterId: string;
  number: string;
  queryCodeIndex: string;
  state: ApplicationState;
  version: number;
  door: Door;
  intakeTenant: string | null;
  intakeAgency: string | null;
  consultationId: string | null;
  applyingAs: string;
  class: string;
  cause: string | null;
  region: string;
  groups: string[];
  recipientId: string;
  recipientName: string;
  urgent: boolean;
  proof: string;
  factsSealed: string;
  narrativeSealed: string;
  outcome: string;
  route: string | null;
  ruleSet: string;
  /** The law as it was known when this was assessed: how many changes by record it held. */
  lawRevision: number;
  /** Of rows that were written before it was sealed. */
  assessment: JSONColumnType<Assessment> | null;
  assessmentSealed: string | null;
  assessmentHash: string;
  receivedOn: LocalDate;
  submittedAt: Instant;
  acknowledgedAt: Instant | null;
  dueOn: LocalDate | null;
  dueStep: string | null;
  dueCitation: string | null;
  /** Of rows that were written before it was sealed. */
  proposal: JSONColumnType<Proposal> | null;
  proposalSealed: string | null;
  proposedBy: string | null;
  decidedBy: string | null;
  decidedOn: LocalDate | null;
  refusedOn: LocalDate | null;
  grantedOn: LocalDate | null;
  provisionalOn: LocalDate | null;
  caseId: string | null;
  transferredTo: JSONColumnType<{ tenant: string; applicationId: string }> | null;
  transferredFrom: JSONColumnType<{ tenant: string; applicationId: string }> | null;
  lateEntry: JSONColumnType<LateEntry> | null;
  forwarded: JSONColumnType<Forwarded> | null;
  standing: JSONColumnType<Standing> | null;
  /** How the commitment in place of proof was made, where one was. */
  commitment: JSONColumnType<SignedCommitment> | null;
  demonstration: boolean;
}

/** 转交 as it is kept: with the last minute that would have been in time (art. 39). */
export interface Forwarded extends Forwarding {
  readonly dueAt: Instant;
  readonly late: boolean;
  readonly citation: string;
}

export interface ApplicationPartyTable {
  tenant: string;
  applicationId: string;
  ordinal: number;
  role: 'recipient' | 'agent' | 'opponent';
  personId: string;
  name: string;
  detail: JSONColumnType<{ relation?: string; unit?: string; inHousehold?: boolean }>;
}

export interface ApplicationMaterialTable {
  tenant: string;
  id: string;
  applicationId: string;
  kind: string;
  fileHash: string;
  fileName: string;
  mediaType: string;
  bytes: number;
  receivedAt: Instant;
}

export interface ApplicationSupplementTable {
  tenant: string;
  id: string;
  applicationId: string;
  items: JSONColumnType<readonly string[]>;
  note: string;
  requestedAt: Instant;
  dueOn: LocalDate;
  answeredAt: Instant | null;
}

export interface ApplicationProvisionalTable {
  tenant: string;
  applicationId: string;
  ground: 'periodExpiring' | 'preservation' | 'other';
  note: string;
  periodExpiresOn: LocalDate | null;
  decidedBy: string;
  decidedOn: LocalDate;
  completeBy: LocalDate;
  toComplete: JSONColumnType<readonly string[]>;
  completedAt: Instant | null;
  completedBy: string | null;
  endedOn: LocalDate | null;
  outcome: 'confirmed' | 'notMadeGood' | 'notEligible' | null;
}

export interface CooperationRequestTable {
  tenant: string;
  id: string;
  side: 'asking' | 'asked';
  peerTenant: string;
  /** The asking centre's application. */
  applicationId: string;
  applicationNumber: string;
  applicantName: string;
  state: CooperationState;
  version: number;
  questionSealed: string;
  answerSealed: string | null;
  finding: 'confirmed' | 'notConfirmed' | 'cannotCheck' | null;
  askedByName: string;
  askedAt: Instant;
  dueOn: LocalDate;
  closedAt: Instant | null;
  answeredByName: string | null;
  demonstration: boolean;
}

export interface ApplicationCommitmentTable {
  tenant: string;
  applicationId: string;
  matterId: string;
  applicationNumber: string;
  recipientName: string;
  /** Who signed: the person, or whoever applied for them. */
  signerId: string;
  state: CommitmentState;
  version: number;
  grantedOn: LocalDate;
  /** The day on which it was drawn, or somebody had it checked. */
  pickedOn: LocalDate | null;
  pickedFor: 'sample' | 'nearLine' | 'report' | null;
  dueOn: LocalDate | null;
  checkMethod: 'sharedData' | 'letter' | 'visit' | null;
  checkedBy: string | null;
  checkedOn: LocalDate | null;
  checkSealed: string | null;
  decidedBy: string | null;
  decidedOn: LocalDate | null;
  decisionSealed: string | null;
  costFen: number | null;
  fineFen: number | null;
  orderedOn: LocalDate | null;
  paidOn: LocalDate | null;
  demonstration: boolean;
}

/** Who may promise no more, across all centres: a blind index, no name. */
export interface CommitmentBarTable {
  signerIndex: string;
  tenant: string;
  applicationId: string;
  since: LocalDate;
  liftedOn: LocalDate | null;
}

export interface ApplicationDraftTable {
  tenant: string;
  id: string;
  codeIndex: string;
  version: number;
  answersSealed: string;
  files: JSONColumnType<readonly DraftFile[]>;
  language: string;
  createdAt: Instant;
  updatedAt: Instant;
  submitted: JSONColumnType<DraftEnd> | null;
}

/** What a draft has become, and where: one of the two that are filled in page by page. */
export type DraftEnd = { readonly tenant: string; readonly number: string } & (
  | { readonly applicationId: string }
  | { readonly complaintId: string }
);

/** A file uploaded into a draft: its content stands in the file store under its hash. */
export interface DraftFile {
  readonly id: string;
  readonly kind: string;
  readonly fileHash: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
}

export type ApplicationTables = {
  application: ApplicationTable;
  applicationParty: ApplicationPartyTable;
  applicationMaterial: ApplicationMaterialTable;
  applicationSupplement: ApplicationSupplementTable;
  applicationProvisional: ApplicationProvisionalTable;
  cooperationRequest: CooperationRequestTable;
  applicationCommitment: ApplicationCommitmentTable;
  commitmentBar: CommitmentBarTable;
  applicationDraft: ApplicationDraftTable;
};
