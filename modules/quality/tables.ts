import type { ColumnType, JSONColumnType } from 'kysely';
import type { Instant, LocalDate } from '../../kernel/time/index.ts';
import type { MatterClass } from '../policy/index.ts';
import type { AssessmentState, PlanState } from './assessment-lifecycle.ts';
import type { DeclineGround } from './assessment-schema.ts';
import type { Stratum, TakenFor } from './rules/draw.ts';
import type { ResultRule } from './rules/settle.ts';
import type { Face } from './schema.ts';
import type { Grade } from './sheets/index.ts';
import type { SupervisionState } from './supervision-lifecycle.ts';
import type { SupervisionFinding, SupervisionKind } from './supervision-schema.ts';

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
  finishedByName: Late<string>;
  finishedAt: Late<Instant>;
  finishedOn: Late<LocalDate>;
}

/** What a plan does not have when it is made. */
type Late<T> = ColumnType<T | null, T | null | undefined, T | null>;

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
  id: string;
  state: AssessmentState;
  version: number;
  /** 2 once another assessment was asked for. */
  round: number;
  /** The score sheet by which it is assessed. */
  sheet: Late<string>;
  /** The unit that the handler acted for. */
  agencyId: Late<string>;
  /** The result that was told last, in tenths of a point. */
  tenths: Late<number>;
  grade: Late<Grade>;
  toldOn: Late<LocalDate>;
}

/** 评审: one reviewer's part in the assessment of a case. */
export interface AssessmentReviewTable {
  tenant: string;
  id: string;
  planId: string;
  itemId: string;
  caseId: string;
  matterId: string;
  round: number;
  /** 1 and 2, and 3 for whoever is asked because those two are too far apart. */
  seat: number;
  reviewerId: string;
  reviewerName: string;
  reviewerUnit: string;
  state: 'assigned' | 'handedIn' | 'declined' | 'replaced';
  version: number;
  /** Why this reviewer: reviews they had before, how many could be asked, the lot, and whether a colleague has another seat. */
  loadBefore: number;
  eligible: number;
  lot: string;
  colleague: boolean;
  assignedAt: Instant;
  assignedOn: LocalDate;
  dueOn: LocalDate;
  /** Points by line with what the system proposed; reasons stand with the words. */
  scores: JSONColumnType<readonly ScoreLine[]>;
  vetoes: string[];
  tenths: Late<number>;
  vetoed: Late<boolean>;
  /** Opinion and reasons, or why it was declined; sealed. */
  wordsSealed: Late<string>;
  endedGround: Late<DeclineGround>;
  endedOn: Late<LocalDate>;
}

export interface ScoreLine {
  readonly key: string;
  readonly points: number | null;
  /** Absent where the system proposes nothing. */
  readonly proposed?: number | null;
}

/** 评估结果 of one round, and what followed from it. */
export interface AssessmentResultTable {
  tenant: string;
  id: string;
  itemId: string;
  matterId: string;
  round: number;
  tenths: number;
  grade: Grade;
  vetoes: string[];
  rule: ResultRule;
  settledOn: LocalDate;
  toldOn: Late<LocalDate>;
  toldByName: Late<string>;
  documentId: Late<string>;
  /** The last day on which another assessment may be asked for. */
  askBy: Late<LocalDate>;
  askedOn: Late<LocalDate>;
  replyBy: Late<LocalDate>;
  repliedOn: Late<LocalDate>;
  /** What was asked for, required and replied; sealed. */
  wordsSealed: Late<string>;
}

/** 督促: what was seen of a case, and what its handler was asked. */
export interface SupervisionTable {
  tenant: string;
  id: string;
  caseId: string;
  matterId: string;
  caseNumber: string;
  handlerId: string | null;
  handlerName: string | null;
  kind: SupervisionKind;
  happenedOn: LocalDate;
  finding: SupervisionFinding;
  state: SupervisionState;
  version: number;
  /** The day by which the handler answers; null where nothing is asked. */
  dueOn: LocalDate | null;
  /** Source, findings, questions and answers; sealed, and gone with the file. */
  wordsSealed: string | null;
  recordedBy: string;
  recordedByName: string;
  recordedAt: Instant;
  demonstration: boolean;
}

export type QualityTables = {
  supervision: SupervisionTable;
  assessmentReview: AssessmentReviewTable;
  assessmentResult: AssessmentResultTable;
  satisfaction: SatisfactionTable;
  assessmentPlan: AssessmentPlanTable;
  assessmentItem: AssessmentItemTable;
};
