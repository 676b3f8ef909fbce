import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get, post } from './http.ts';
import { firstPage, nextPage, type Page } from './page.ts';

export const grades = ['excellent', 'good', 'pass', 'fail'] as const;
export type Grade = (typeof grades)[number];

interface Words {
  readonly zh: string;
  readonly en: string;
}
type Basis = 'found' | 'known' | 'uncertain';

export interface SheetItem {
  readonly key: string;
  readonly stage: string;
  readonly name: Words;
  readonly max: number;
  readonly basis: Basis;
  readonly citation: string;
  readonly mayNotApply: boolean;
  readonly prefilled: string | null;
}

/** 评分表. */
export interface ScoreSheet {
  readonly key: string;
  readonly name: Words;
  readonly source: string;
  readonly items: readonly SheetItem[];
  readonly vetoes: readonly {
    readonly key: string;
    readonly name: Words;
    readonly basis: Basis;
    readonly citation: string;
  }[];
  readonly thresholds: { readonly excellent: number; readonly good: number; readonly pass: number };
  readonly gap: number;
}

export interface Scored {
  readonly key: string;
  readonly points: number | null;
  readonly reason: string;
  readonly proposed?: number | null;
}

/** What the system works out for a line. */
export interface Proposal {
  readonly points: number | null;
  readonly evidence: Words;
}

/** A filled sheet, by seat and not by name. */
export interface SheetView {
  readonly seat: number;
  readonly round: number;
  readonly tenths: number;
  readonly grade: Grade;
  readonly vetoes: readonly string[];
  readonly opinion: string;
  readonly scores: readonly Scored[];
}

/** 我的评审. */
export interface MyReview {
  readonly tenant: string;
  readonly id: string;
  readonly caseNumber: string;
  readonly class: string;
  readonly round: number;
  readonly state: string;
  readonly assignedOn: string;
  readonly dueOn: string;
  readonly handedInOn: string | null;
}

/** The file as a reviewer sees it. */
export interface ReviewedFile {
  readonly caseId: string;
  readonly matterId: string;
  readonly class: string;
  readonly cause: string | null;
  readonly aidForm: string;
  readonly recipient: string;
  readonly designatedOn: string | null;
  readonly agreementOn: string | null;
  readonly closedOn: string | null;
  readonly archivedOn: string | null;
  readonly outcome: string | null;
  readonly progress: readonly { readonly kind: string; readonly on: string; readonly text: string }[];
  readonly hearings: readonly { readonly on: string; readonly state: string }[];
  readonly closing: { readonly summary: string; readonly result: string } | null;
  readonly pieces: readonly {
    readonly key: string;
    readonly title: Words;
    readonly name: string;
    readonly pages: number;
    readonly on: string | null;
    readonly attachmentId: string | null;
  }[];
  readonly without: readonly { readonly title: Words; readonly reason: string }[];
}

export interface ReviewPage {
  readonly tenant: string;
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly round: number;
  readonly caseNumber: string;
  readonly planTitle: string;
  readonly assignedOn: string;
  readonly dueOn: string;
  readonly sheet: ScoreSheet;
  readonly proposals: Readonly<Record<string, Proposal>>;
  readonly scores: readonly Scored[];
  readonly vetoes: readonly string[];
  readonly opinion: string;
  readonly tenths: number | null;
  readonly file: ReviewedFile | null;
  readonly others: readonly SheetView[];
  readonly allowedActions: readonly string[];
}

/** One reviewer's part, for the quality officer. */
export interface Seat {
  readonly id: string;
  readonly round: number;
  readonly seat: number;
  readonly reviewerName: string;
  readonly reviewerUnit: string;
  readonly state: string;
  readonly dueOn: string;
  readonly endedOn: string | null;
  readonly endedGround: string | null;
  readonly ended: string;
  readonly loadBefore: number;
  readonly eligible: number;
  /** Another reviewer of the round is in the same unit. */
  readonly colleague: boolean;
  readonly sheet: SheetView | null;
}

export interface AssessmentResult {
  readonly id: string;
  readonly round: number;
  readonly tenths: number;
  readonly grade: Grade;
  readonly vetoes: readonly string[];
  readonly rule: 'mean' | 'nearest' | 'middle' | 'veto';
  readonly settledOn: string;
  readonly toldOn: string | null;
  readonly documentId: string | null;
  readonly askBy: string | null;
  readonly askedOn: string | null;
  readonly replyBy: string | null;
  readonly repliedOn: string | null;
  readonly asked: string;
  readonly required: string;
  readonly replies: readonly { readonly on: string; readonly text: string }[];
  readonly returned: readonly { readonly on: string; readonly text: string }[];
}

/** 抽中案件, for the quality officer. */
export interface AssessedCase {
  readonly tenant: string;
  readonly id: string;
  readonly planId: string;
  readonly planTitle: string;
  readonly caseId: string;
  readonly matterId: string;
  readonly caseNumber: string;
  readonly class: string;
  readonly handlerName: string | null;
  readonly handlerUnit: string | null;
  readonly state: string;
  readonly version: number;
  readonly round: number;
  readonly tenths: number | null;
  readonly grade: Grade | null;
  readonly toldOn: string | null;
  readonly sheet: ScoreSheet | null;
  readonly seats: readonly Seat[];
  readonly results: readonly AssessmentResult[];
  readonly allowedActions: readonly string[];
}

/** 评估结果 of one's own case, in a list. */
export interface ResultLine {
  readonly tenant: string;
  readonly itemId: string;
  readonly caseId: string;
  readonly matterId: string;
  readonly caseNumber: string;
  readonly class: string;
  readonly handlerName: string | null;
  readonly state: string;
  readonly tenths: number | null;
  readonly grade: Grade | null;
  readonly toldOn: string | null;
}

export interface OwnResult extends ResultLine {
  readonly version: number;
  readonly sheet: ScoreSheet;
  readonly results: readonly AssessmentResult[];
  readonly sheets: readonly SheetView[];
  readonly allowedActions: readonly string[];
}

export interface Assigned {
  readonly assigned: number;
  readonly short: readonly {
    readonly itemId: string;
    readonly caseNumber: string;
    readonly eligible: number;
    readonly barred: Readonly<Partial<Record<ReviewerBar, number>>>;
  }[];
}

export const reviewerBars = [
  'notInService',
  'noAccount',
  'notLawyer',
  'practiceTooShort',
  'self',
  'sameUnit',
  'acted',
  'conflict',
  'reviewedBefore',
  'declined',
] as const;
export type ReviewerBar = (typeof reviewerBars)[number];

export const reviewDeclineGrounds = ['conflict', 'knowsParties', 'notMyField', 'noTime', 'other'] as const;

export const myReviewsQuery = queryOptions({
  queryKey: ['reviews'],
  queryFn: ({ signal }) => get<{ readonly rows: readonly MyReview[] }>('/api/reviews', {}, signal),
});

export const reviewQuery = (tenant: string, id: string) =>
  queryOptions({
    queryKey: ['reviews', tenant, id],
    queryFn: ({ signal }) => get<ReviewPage>(`/api/reviews/${tenant}/${id}`, {}, signal),
  });

export const ownResultsQuery = queryOptions({
  queryKey: ['assessment-results'],
  queryFn: ({ signal }) => get<{ readonly rows: readonly ResultLine[] }>('/api/assessment-results', {}, signal),
});

export interface GradedFilter {
  readonly tenant?: string | undefined;
  readonly grade?: Grade | undefined;
  /** Told in that month or year. */
  readonly span?: string | undefined;
}

/** Cases whose grade was told, the latest first. */
export const gradedQuery = (filter: GradedFilter) =>
  infiniteQueryOptions({
    queryKey: ['assessments', 'graded', filter],
    queryFn: ({ pageParam, signal }) =>
      get<Page<ResultLine>>('/api/assessments', { ...filter, after: pageParam, limit: 30 }, signal),
    initialPageParam: firstPage,
    getNextPageParam: nextPage,
  });

export const ownResultQuery = (tenant: string, itemId: string) =>
  queryOptions({
    queryKey: ['assessment-results', tenant, itemId],
    queryFn: ({ signal }) => get<OwnResult>(`/api/assessment-results/${tenant}/${itemId}`, {}, signal),
  });

export const assessedCaseQuery = (tenant: string, itemId: string) =>
  queryOptions({
    queryKey: ['assessments', tenant, 'case', itemId],
    queryFn: ({ signal }) => get<AssessedCase>(`/api/assessments/${tenant}/${itemId}`, {}, signal),
  });

export interface FilledSheet {
  readonly tenant: string;
  readonly reviewId: string;
  readonly version: number;
  readonly scores: readonly { readonly key: string; readonly points: number | null; readonly reason: string }[];
  readonly vetoes: readonly string[];
  readonly opinion: string;
}

export function sendSheet(step: 'keep' | 'handIn', sheet: FilledSheet, key: string): Promise<unknown> {
  return post(`/api/reviews/${step}`, sheet, key);
}

export function declineReview(
  input: Pick<FilledSheet, 'tenant' | 'reviewId' | 'version'> & { readonly ground: string; readonly text: string },
  key: string,
): Promise<unknown> {
  return post('/api/reviews/decline', input, key);
}

/** Two reviewers for every case of a plan that waits for them, or for one of them. */
export function assignReviews(
  at: { readonly tenant: string; readonly planId: string; readonly version: number; readonly itemId?: string },
  key: string,
): Promise<Assigned> {
  return post<Assigned>('/api/assessments/assign', at, key);
}

/** A step of one assessed case; the server's table says which there are. */
export function moveAssessed(
  { tenant, itemId, version }: { readonly tenant: string; readonly itemId: string; readonly version: number },
  step: string,
  more: { readonly text?: string; readonly reviewId?: string },
  key: string,
): Promise<unknown> {
  return post(`/api/assessments/${step}`, { tenant, itemId, version, ...more }, key);
}

export function pieceUnderReview(tenant: string, reviewId: string, attachmentId: string): string {
  return `/api/reviews/${tenant}/${reviewId}/pieces/${attachmentId}`;
}
