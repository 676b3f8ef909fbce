import type { GeneratedAlways } from 'kysely';
import type { Instant, LocalDate } from '../../kernel/time/index.ts';
import type { DestructionState } from './lifecycle.ts';
import type { RetentionTerm } from './rules/retention.ts';

/** 档案: one archived file. What stands here in clear is its line in the register, which outlives the file. */
export interface ArchiveTable {
  tenant: string;
  id: string;
  matterId: string;
  caseId: string;
  /** 归档号, gapless by centre and year. */
  number: string;
  caseNumber: string;
  recipientName: string;
  causeText: string;
  class: string;
  handlerName: string;
  handlerUnit: string;
  closedOn: LocalDate | null;
  archivedOn: LocalDate;
  archivedAt: Instant;
  archivedByName: string;
  /** The schedule and the line of it that gave the term, or `person` when somebody lengthened it. */
  schedule: string;
  rule: string;
  term: RetentionTerm;
  countsFrom: LocalDate;
  /** Null for files that are kept for ever. */
  dueOn: LocalDate | null;
  dueSort: GeneratedAlways<LocalDate>;
  /** How many legal holds stand. */
  holds: number;
  /** The proposal for destruction that names it, while that is open. */
  destructionId: string | null;
  state: 'kept' | 'destroyed';
  destroyedOn: LocalDate | null;
  version: number;
  /** 合订: the one PDF of the file. `none`: nobody has asked for it yet (demonstration data). */
  binding: 'none' | 'waiting' | 'binding' | 'bound' | 'failed';
  bindingSince: Instant | null;
  bindingAttempts: number;
  bindingFault: string | null;
  boundAt: Instant | null;
  pdfHash: string | null;
  /** SM3 of the same bytes. */
  pdfSm3: string | null;
  pdfBytes: number | null;
  pdfPages: number | null;
  pieceCount: number | null;
  /** Pieces that could not be put on pages. */
  unreadable: number | null;
  /** 卷内目录 with the hash of each piece, encrypted: the names of files name people. */
  piecesSealed: string | null;
  demonstration: boolean;
}

/** 停销: while one stands the file is not destroyed, whatever its term. */
export interface ArchiveHoldTable {
  tenant: string;
  id: string;
  archiveId: string;
  reasonSealed: string;
  setBy: string;
  setByName: string;
  setAt: Instant;
  liftedBy: string | null;
  liftedByName: string | null;
  liftedAt: Instant | null;
  liftReasonSealed: string | null;
}

/** 销毁清册: what is proposed together, and who appraised and approved it. */
export interface ArchiveDestructionTable {
  tenant: string;
  id: string;
  state: DestructionState;
  version: number;
  reason: string;
  files: number;
  proposedBy: string;
  proposedByName: string;
  proposedAt: Instant;
  appraisedBy: string | null;
  appraisedByName: string | null;
  appraisedAt: Instant | null;
  settledBy: string | null;
  settledByName: string | null;
  settledAt: Instant | null;
  note: string | null;
}

export interface ArchiveDestructionItemTable {
  tenant: string;
  destructionId: string;
  archiveId: string;
}

/** 已销毁的文件: hashes only, so that copies kept elsewhere can be cleared too. */
export interface DestroyedFileTable {
  tenant: string;
  destructionId: string;
  hash: string;
  removedAt: Instant | null;
  /** True when another matter holds the same content, which then stays. */
  kept: boolean | null;
}

export type ArchiveTables = {
  archive: ArchiveTable;
  archiveHold: ArchiveHoldTable;
  archiveDestruction: ArchiveDestructionTable;
  archiveDestructionItem: ArchiveDestructionItemTable;
  destroyedFile: DestroyedFileTable;
};
