import { queryOptions } from '@tanstack/react-query';
import type { MatterClass } from './codes.ts';
import { get, post } from './http.ts';
import type { Grade } from './reviews.ts';

/** 评估计划, as the list shows it. */
export interface AssessmentPlan {
  readonly tenant: string;
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly title: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly classes: readonly MatterClass[];
  readonly basis: 'percent' | 'count';
  readonly amount: number;
  readonly madeBy: string;
  readonly madeByName: string;
  readonly madeAt: string;
  readonly seed: string | null;
  readonly frameHash: string | null;
  readonly frameSize: number | null;
  readonly sampleSize: number | null;
  readonly drawnByName: string | null;
  readonly drawnAt: string | null;
  readonly drawnOn: string | null;
  readonly cancelledByName: string | null;
  readonly cancelledAt: string | null;
  readonly cancelReason: string | null;
  readonly finishedByName: string | null;
  readonly finishedOn: string | null;
}

/** One handler's part of the draw; `due` in hundredths of a case. */
export interface AssessmentStratum {
  readonly key: string;
  readonly handlerName: string | null;
  readonly size: number;
  readonly due: number;
  readonly taken: number;
}

export interface AssessmentItem {
  readonly caseId: string;
  readonly matterId: string;
  readonly caseNumber: string;
  readonly class: string;
  readonly handlerId: string | null;
  readonly handlerName: string | null;
  readonly handlerUnit: string | null;
  readonly why: 'drawn' | 'dissatisfied' | 'supervisionConcern' | 'upheldComplaint';
  readonly ticket: string | null;
  readonly place: number | null;
  readonly id: string;
  readonly state: string;
  readonly tenths: number | null;
  readonly grade: Grade | null;
}

export interface AssessmentPlanPage extends AssessmentPlan {
  readonly strata: readonly AssessmentStratum[];
  readonly items: readonly AssessmentItem[];
  /** How far the first two reviewers of a case agree; `icc` in hundredths. */
  readonly agreement: {
    readonly pairs: number;
    readonly sameGrade: number;
    readonly meanGap: number;
    readonly icc: number | null;
  };
  /** Cases by state. */
  readonly progress: Readonly<Record<string, number>>;
  readonly allowedActions: readonly string[];
}

export interface AssessmentPlans {
  readonly rows: readonly AssessmentPlan[];
  readonly mayPlanIn: readonly string[];
}

/** What drawing again found. */
export interface Redraw {
  readonly frameHash: string;
  readonly sameFrame: boolean;
  readonly sameSample: boolean;
  readonly drawn: number;
}

export interface PlanInput {
  readonly tenant: string;
  readonly title: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly classes: readonly MatterClass[];
  readonly basis: 'percent' | 'count';
  readonly amount: number;
}

export const assessmentPlansQuery = (tenant: string | undefined) =>
  queryOptions({
    queryKey: ['assessments', tenant],
    queryFn: ({ signal }) => get<AssessmentPlans>('/api/assessment-plans', { tenant }, signal),
  });

export const assessmentPlanQuery = (tenant: string, id: string) =>
  queryOptions({
    queryKey: ['assessments', tenant, id],
    queryFn: ({ signal }) => get<AssessmentPlanPage>(`/api/assessment-plans/${tenant}/${id}`, {}, signal),
  });

/** Nothing is asked until somebody wants to know. */
export const redrawQuery = (tenant: string, id: string, asked: boolean) =>
  queryOptions({
    queryKey: ['assessments', tenant, id, 'again'],
    queryFn: ({ signal }) => get<Redraw>(`/api/assessment-plans/${tenant}/${id}/draw-again`, {}, signal),
    enabled: asked,
    gcTime: 0,
  });

export function planAssessment(input: PlanInput, key: string): Promise<unknown> {
  return post('/api/assessment-plans', input, key);
}

export function movePlan(
  { tenant, id, version }: AssessmentPlan,
  move: string,
  reason: string | undefined,
  key: string,
): Promise<unknown> {
  const said = move === 'cancel' ? { reason: reason ?? '' } : {};
  return post(`/api/assessment-plans/${move}`, { tenant, planId: id, version, ...said }, key);
}
