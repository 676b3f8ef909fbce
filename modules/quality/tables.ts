import type { ColumnType } from 'kysely';
import type { Instant, LocalDate } from '../../kernel/time/index.ts';
import type { MatterClass } from '../policy/index.ts';
import type { PlanState } from './assessment-lifecycle.ts';
import type { Stratum, TakenFor } from './rules/draw.ts';
import type { Face } from './schema.ts';

export interface SatisfactionTable {
  tenant: string;
  caseId: string;
  matterId: string;
  caseNumber: string;
  face: Face;
  wordsSealed: string | null;
  class: string;
  cause: string | null;
  groups: string[];
  handlerId: string | null;
  handlerName: string | null;
  answeredAt: Instant;
  answeredOn: LocalDate;
  demonstration: boolean;
}

/** 评估计划. What the draw was made with stands in the row: anybody can make it again. */
export interface AssessmentPlanTable {
  tenant: string;
  id: string;
  state: PlanState;
  version: number;
  title: string;
  /** Cases archived from this day to the other, both included. */
  firstDay: LocalDate;
  lastDay: LocalDate;
  classes: MatterClass[];
  basis: 'percent' | 'count';
  amount: number;
  madeBy: string;
  madeByName: string;
  madeAt: Instant;
  /** 种子: made at the draw, in hexadecimal. */
  seed: Late<string>;
  /** SM3 of all the cases that could be drawn. */
  frameHash: Late<string>;
  frameSize: Late<number>;
  sampleSize: Late<number>;
  /** Each handler's part, as it was shared out; written as text. */
  strata: ColumnType<readonly Stratum[] | null, undefined, string>;
  drawnByName: Late<string>;
  drawnAt: Late<Instant>;
  drawnOn: Late<LocalDate>;
  cancelledByName: Late<string>;
  cancelledAt: Late<Instant>;
  cancelReason: Late<string>;
}

/** What a plan does not have when it is made. */
type Late<T> = ColumnType<T | null, undefined, T>;

/** 抽中案件: why it was taken, and with which ticket. */
export interface AssessmentItemTable {
  tenant: string;
  planId: string;
  caseId: string;
  matterId: string;
  caseNumber: string;
  class: string;
  handlerId: string | null;
  handlerName: string | null;
  handlerUnit: string | null;
  why: TakenFor;
  ticket: string | null;
  place: number | null;
  /** False once the plan was called off: then the case may be drawn by another. */
  standing: boolean;
}

export type QualityTables = {
  satisfaction: SatisfactionTable;
  assessmentPlan: AssessmentPlanTable;
  assessmentItem: AssessmentItemTable;
};
