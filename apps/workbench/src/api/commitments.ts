import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get, post } from './http.ts';
import { firstPage, nextPage, type Page } from './page.ts';

export const commitmentStates = [
  'TO_CHECK',
  'DOUBTED',
  'FALSE',
  'RECOVERY_ORDERED',
  'REPAID',
  'CONFIRMED',
  'STANDING',
] as const;
export type CommitmentState = (typeof commitmentStates)[number];

/** Why one is checked: drawn, near the line, or somebody reported it. */
export const pickedFor = ['sample', 'nearLine', 'report'] as const;

/** 诚信承诺 on which aid was granted: whether it is checked, what was found, what followed. Money in fen. */
export interface Commitment {
  readonly tenant: string;
  readonly applicationId: string;
  readonly applicationNumber: string;
  readonly recipientName: string;
  readonly state: CommitmentState;
  readonly version: number;
  readonly grantedOn: string;
  readonly pickedFor: (typeof pickedFor)[number] | null;
  readonly dueOn: string | null;
  readonly checkMethod: string | null;
  readonly check: string | null;
  readonly decision: string | null;
  readonly costFen: number | null;
  readonly fineFen: number | null;
  readonly paidOn: string | null;
  readonly allowedActions: readonly string[];
}

/** On a list, with what its matter is about. */
export interface ListedCommitment extends Commitment {
  readonly matterId: string;
  readonly class: string;
  readonly cause: string | null;
  readonly region: string;
  readonly groups: readonly string[];
  readonly demonstration: boolean;
}

export const commitmentsQuery = (filter: { readonly tenant: string | undefined; readonly state: CommitmentState }) =>
  queryOptions({
    queryKey: ['commitments', filter],
    queryFn: ({ signal }) =>
      get<{ readonly rows: readonly ListedCommitment[] }>('/api/commitments', { ...filter }, signal),
  });

export const commitmentCounts = ['given', 'picked', 'false', 'recovered'] as const;

/** What a count of the statistics counted. */
export interface CountedCommitments {
  readonly by: (typeof commitmentCounts)[number];
  /** `YYYY-MM`, or a year. */
  readonly span: string;
  readonly tenant?: string | undefined;
  readonly pickedFor?: string | undefined;
}

/** The commitments behind a count, the latest first. */
export const countedCommitmentsQuery = (filter: CountedCommitments) =>
  infiniteQueryOptions({
    queryKey: ['commitments', 'counted', filter],
    queryFn: ({ pageParam, signal }) =>
      get<Page<ListedCommitment>>('/api/commitments/counted', { ...filter, after: pageParam, limit: 30 }, signal),
    initialPageParam: firstPage,
    getNextPageParam: nextPage,
  });

/** The commitment behind one application. */
export const commitmentQuery = (tenant: string, applicationId: string) =>
  queryOptions({
    queryKey: ['commitments', tenant, applicationId],
    queryFn: ({ signal }) => get<Commitment>(`/api/commitments/${tenant}/${applicationId}`, {}, signal),
  });

/** The path of each move of the life cycle. */
const paths: Readonly<Record<string, string>> = {
  pick: 'pick',
  confirm: 'confirm',
  doubt: 'doubt',
  clear: 'clear',
  findFalse: 'find-false',
  correct: 'correct',
  orderRecovery: 'order-recovery',
  recordPayment: 'record-payment',
};

export function moveCommitment(
  { tenant, applicationId }: Commitment,
  move: string,
  body: object,
  idempotencyKey: string,
): Promise<unknown> {
  return post(`/api/commitments/${tenant}/${applicationId}/${paths[move] ?? move}`, body, idempotencyKey);
}
