import type { JSONColumnType } from 'kysely';
import type { Instant, LocalDate } from '../../kernel/time/index.ts';
import type { FigureChange } from './law/figure-change.ts';
import type { StandingFigure } from './law/standing-figure.ts';
import type { ChangeState } from './lifecycle.ts';

/** A change of one figure, from proposal to its end. Only the columns after `version` ever change, and those once. */
export interface PolicyChangeTable {
  id: string;
  /** Code of the office whose figure it is: its events stand there, and its people settle it. */
  office: string;
  /** Which figure (`figureOf`). */
  figure: string;
  change: JSONColumnType<FigureChange>;
  /** What stood on its first day without it, when it was proposed and again when it was approved; null for a place that had none. */
  before: JSONColumnType<StandingFigure> | null;
  effectiveFrom: LocalDate;
  /** A correction that reaches back: its first day may lie before its approval. */
  correction: boolean;
  proposedBy: string;
  proposedByName: string;
  proposedAt: Instant;
  state: ChangeState;
  version: number;
  settledBy: string | null;
  settledByName: string | null;
  settledAt: Instant | null;
  settledNote: string | null;
  /** Its place among the approved changes, from 1 on. */
  revision: number | null;
}

/** One row: how many changes have been approved. Approvals wait for each other here. */
export interface PolicyRevisionTable {
  one: boolean;
  revision: number;
}

export type PolicyTables = {
  policyChange: PolicyChangeTable;
  policyRevision: PolicyRevisionTable;
};
