import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Cause, Group, MatterClass, Outcome } from './codes.ts';
import { call, get, lines } from './http.ts';
import type { Bilingual } from './matter.ts';
import type { Page } from './page.ts';
import { Problem, type ProblemBody } from './problem.ts';

/* 政策推演. Money is an integer in fen. */

export const directions = ['gains', 'loses', 'other'] as const;
export type Direction = (typeof directions)[number];
export type Changed = Readonly<Record<Direction, number>>;

/** A figure in force on a day, named as a change names it. */
export type Figure = {
  readonly text: Bilingual;
  readonly verified: boolean;
  readonly source: string;
  readonly from: string;
  readonly to?: string;
} & (
  | { readonly figure: 'multiplier'; readonly key: string; readonly fraction: readonly [number, number] }
  | {
      readonly figure: 'standard';
      readonly region: string;
      readonly residence: 'urban' | 'rural';
      readonly basis: 'subsistenceAllowance' | 'ruralIncome';
      readonly perCapitaAnnual: number;
    }
  | { readonly figure: 'band'; readonly key: string; readonly min: number; readonly max: number }
  | {
      readonly figure: 'addition' | 'deduction';
      readonly tariff: string;
      readonly key: string;
      readonly each?: number;
      readonly unitsUpTo?: number;
      readonly actualUpTo?: number;
      readonly shareUpTo?: number;
    }
);

export interface DraftPack {
  readonly key: string;
  readonly title: Bilingual;
  readonly effectiveFrom: string;
}

export interface Figures {
  readonly on: string;
  readonly figures: readonly Figure[];
  readonly drafts: readonly DraftPack[];
}

/** One figure as it would be. */
export type FigureChange =
  | {
      readonly figure: 'multiplier';
      readonly key: string;
      readonly value: { readonly fraction: readonly [number, number] };
    }
  | {
      readonly figure: 'standard';
      readonly region: string;
      readonly residence: 'urban' | 'rural';
      readonly value: { readonly basis: 'subsistenceAllowance' | 'ruralIncome'; readonly perCapitaAnnual: number };
    }
  | { readonly figure: 'band'; readonly key: string; readonly value: { readonly min: number; readonly max: number } }
  | {
      readonly figure: 'addition' | 'deduction';
      readonly tariff: string;
      readonly key: string;
      readonly value: Readonly<Partial<Record<'each' | 'unitsUpTo' | 'actualUpTo' | 'shareUpTo', number>>>;
    };

/** What is asked: the same question runs a trial and turns the pages of its lists. */
export interface Question {
  readonly changes: readonly FigureChange[];
  readonly drafts: readonly string[];
  readonly period: { readonly from: string; readonly to: string };
  readonly tenants?: readonly string[];
}

export interface Cut {
  readonly value: string;
  readonly examined: number;
  readonly changed: Changed;
}

export interface CostEstimate {
  readonly cases: number;
  readonly low: number;
  readonly high: number;
  readonly byAverage: number | null;
  readonly lines: readonly {
    readonly kind: string;
    readonly cases: number;
    readonly low: number;
    readonly high: number;
    readonly byAverage: number | null;
    readonly paid: number;
  }[];
  readonly unpriced: number;
  readonly verified: boolean;
}

export interface Report {
  readonly period: { readonly from: string; readonly to: string };
  readonly tenants: readonly string[];
  readonly examined: number;
  readonly changed: Changed;
  readonly rerouted: number;
  readonly drifted: number;
  readonly unreadable: number;
  readonly standardsVerified: boolean;
  readonly matrix: readonly { readonly before: Outcome; readonly after: Outcome; readonly n: number }[];
  readonly by: { readonly group: readonly Cut[]; readonly tenant: readonly Cut[]; readonly cause: readonly Cut[] };
  readonly cost: { readonly additional: CostEstimate; readonly saved: CostEstimate };
  readonly subsidies: {
    readonly subsidies: number;
    readonly amount: number;
    readonly amountThen: number;
    readonly changed: number;
    readonly unpriced: number;
  } | null;
}

/** Which of a trial's counts a list stands behind. */
export interface ListOf {
  readonly direction?: Direction;
  readonly before?: Outcome;
  readonly after?: Outcome;
  readonly group?: Group;
  readonly tenant?: string;
  /** A cause, or the class of a matter that has none. */
  readonly cause?: Cause | MatterClass;
}

export interface ChangedRow {
  readonly tenant: string;
  readonly applicationId: string;
  readonly matterId: string;
  readonly number: string;
  readonly receivedOn: string;
  readonly state: string;
  readonly class: string;
  readonly cause: string | null;
  readonly groups: readonly string[];
  readonly name: string;
  readonly direction: Direction;
  readonly before: { readonly outcome: string };
  readonly after: { readonly outcome: string };
  readonly reason: { readonly citation: string; readonly met: boolean; readonly text: Bilingual };
}

export const figuresQuery = (on: string, tenant?: string) =>
  queryOptions({
    queryKey: ['figures', on, tenant],
    queryFn: ({ signal }) => get<Figures>('/api/policy/figures', { on, tenant }, signal),
  });

interface Line {
  readonly done?: number;
  readonly of?: number;
  readonly report?: Report;
  readonly problem?: ProblemBody;
}

/** Run a trial. It tells how far it is; a signal that is aborted breaks it off at the server too. */
export async function runWhatIf(
  question: Question,
  onProgress: (done: number, of: number) => void,
  signal: AbortSignal,
): Promise<Report> {
  let report: Report | undefined;
  for await (const line of lines<Line>('/api/policy/what-if', question, signal)) {
    if (line.done !== undefined && line.of !== undefined) onProgress(line.done, line.of);
    if (line.problem !== undefined) throw new Problem({ ...line.problem, detail: line.problem.detail ?? '' });
    report = line.report ?? report;
  }
  if (report === undefined) throw new Problem({ status: 0, code: 'network.unreachable', detail: '' });
  return report;
}

/** The list behind one count. */
export const changedQuery = (question: Question, of: ListOf) =>
  infiniteQueryOptions({
    queryKey: ['what-if', question, of],
    queryFn: ({ pageParam, signal }) =>
      call<Page<ChangedRow> & { readonly total: number }>('POST', '/api/policy/what-if/applications', {
        body: { ...question, of, limit: 50, ...(pageParam === undefined ? {} : { after: pageParam }) },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
