import type { JSONColumnType } from 'kysely';
import type { Instant, LocalDate } from '../../kernel/time/index.ts';
import type { HandlerKind } from '../network/index.ts';
import type { CriminalStage, MatterClass, SubsidyLine, SubsidyProposal } from '../policy/index.ts';
import type { BatchState, CostState, SubsidyState } from './lifecycle.ts';
import type { CostKind } from './rules/direct-costs.ts';
import type { Account, PostingKind } from './rules/ledger.ts';
import type { Asked, FundSource, SubsidyAidForm } from './schema.ts';

/** 办案补贴 of one case. Money in fen. */
export interface SubsidyTable {
  tenant: string;
  id: string;
  matterId: string;
  caseId: string;
  caseNumber: string;
  class: MatterClass;
  aidForm: SubsidyAidForm;
  stage: CriminalStage | null;
  region: string;
  recipientName: string;
  causeText: string;
  handlerId: string;
  handlerName: string;
  handlerUnit: string;
  handlerKind: HandlerKind;
  paidByTreasury: boolean;
  designatedOn: LocalDate;
  closedOn: LocalDate;
  archivedOn: LocalDate;
  state: SubsidyState;
  version: number;
  /** What the tariff in force says; null where no tariff is on file for the place and day. */
  offer: JSONColumnType<SubsidyProposal> | null;
  /** What was chosen, and what the tariff made of it, line by line. */
  asked: JSONColumnType<Asked> | null;
  lines: JSONColumnType<readonly SubsidyLine[]> | null;
  amount: number | null;
  proposedBy: string | null;
  proposedByName: string | null;
  proposedOn: LocalDate | null;
  approvedBy: string | null;
  approvedOn: LocalDate | null;
  returnReason: string | null;
  batchId: string | null;
  paidOn: LocalDate | null;
  paymentReference: string | null;
  demonstration: boolean;
}

/** 直接费用 of one case: one claim. Money in fen. */
export interface DirectCostTable {
  tenant: string;
  id: string;
  matterId: string;
  caseId: string;
  caseNumber: string;
  class: MatterClass;
  aidForm: SubsidyAidForm;
  stage: CriminalStage | null;
  region: string;
  handlerId: string;
  handlerName: string;
  handlerUnit: string;
  handlerKind: HandlerKind;
  paidByTreasury: boolean;
  designatedOn: LocalDate;
  kind: CostKind;
  spentOn: LocalDate;
  /** Days, where the tariff pays by the day. */
  units: number | null;
  claimed: number;
  purpose: string;
  claimedBy: string;
  claimedOn: LocalDate;
  state: CostState;
  version: number;
  /** What finance allowed, under which rule of the tariff. */
  allowed: number | null;
  rule: string | null;
  citation: string | null;
  note: string | null;
  checkedBy: string | null;
  checkedOn: LocalDate | null;
  batchId: string | null;
  paidOn: LocalDate | null;
  paymentReference: string | null;
  demonstration: boolean;
}

/** 票据 behind a claim; no longer `live` when the claim was refused or withdrawn. */
export interface DirectCostReceiptTable {
  tenant: string;
  costId: string;
  attachmentId: string;
  fileName: string;
  fileHash: string;
  live: boolean;
}

/** 经费: one source in one year, with what its ledger adds up to. */
export interface FundTable {
  tenant: string;
  id: string;
  source: FundSource;
  year: number;
  name: string;
  appropriated: number;
  available: number;
  committed: number;
  expended: number;
  version: number;
  demonstration: boolean;
}

/** 记账: one event of a fund; its two entries follow. */
export interface FundPostingTable {
  tenant: string;
  id: string;
  fundId: string;
  kind: PostingKind;
  amount: number;
  postedOn: LocalDate;
  postedAt: Instant;
  postedBy: string;
  batchId: string | null;
  paymentId: string | null;
  memo: string;
}

/** 分录. */
export interface FundEntryTable {
  tenant: string;
  postingId: string;
  ordinal: number;
  fundId: string;
  account: Account;
  debit: number;
  credit: number;
}

/** 支付批次. */
export interface PaymentBatchTable {
  tenant: string;
  id: string;
  number: string;
  fundId: string;
  state: BatchState;
  version: number;
  total: number;
  payments: number;
  createdBy: string;
  createdAt: Instant;
  bankReference: string | null;
  paidBy: string | null;
  paidOn: LocalDate | null;
  reconciledOn: LocalDate | null;
  demonstration: boolean;
}

/** 支付: one subsidy, or one direct cost, in one batch. */
export interface PaymentTable {
  tenant: string;
  id: string;
  batchId: string;
  ordinal: number;
  subsidyId: string | null;
  costId: string | null;
  handlerId: string;
  handlerName: string;
  amount: number;
  state: 'pending' | 'paid' | 'reconciled' | 'returned' | 'removed';
  reference: string | null;
  paidOn: LocalDate | null;
  returnedOn: LocalDate | null;
  returnReason: string | null;
}

/** 到账通知: what a handler is told when a batch was paid. */
export interface PaymentAdviceTable {
  tenant: string;
  paymentId: string;
  handlerId: string;
  caseNumber: string;
  amount: number;
  paidOn: LocalDate;
  advisedAt: Instant;
}

export type SubsidyTables = {
  subsidy: SubsidyTable;
  directCost: DirectCostTable;
  directCostReceipt: DirectCostReceiptTable;
  fund: FundTable;
  fundPosting: FundPostingTable;
  fundEntry: FundEntryTable;
  paymentBatch: PaymentBatchTable;
  payment: PaymentTable;
  paymentAdvice: PaymentAdviceTable;
};
