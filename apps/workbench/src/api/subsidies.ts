import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { pageSize } from './applications.ts';
import type { FundSource } from './codes.ts';
import { get, post } from './http.ts';
import type { Bilingual } from './matter.ts';
import type { Page } from './page.ts';

/* Subsidies and the funds they are paid from. Money is an integer in fen. */

export const subsidyStates = ['DUE', 'PROPOSED', 'APPROVED', 'BATCHED', 'PAID', 'NOTHING_DUE'] as const;
export type SubsidyState = (typeof subsidyStates)[number];

export interface SubsidyRow {
  readonly tenant: string;
  readonly id: string;
  readonly matterId: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly class: string;
  readonly aidForm: string;
  readonly stage: string | null;
  readonly recipientName: string;
  readonly causeText: string;
  readonly handlerId: string;
  readonly handlerName: string;
  readonly handlerUnit: string;
  readonly handlerKind: string;
  readonly paidByTreasury: boolean;
  readonly archivedOn: string;
  readonly state: string;
  readonly version: number;
  readonly amount: number | null;
  readonly proposedBy: string | null;
  readonly proposedByName: string | null;
  readonly proposedOn: string | null;
  readonly approvedOn: string | null;
  readonly returnReason: string | null;
  readonly batchId: string | null;
  readonly paidOn: string | null;
  readonly paymentReference: string | null;
  readonly demonstration: boolean;
  readonly actions: readonly string[];
}

/** One thing the tariff lets be added or taken off: by the unit, at actual cost, or as a share of the base. */
export interface AdjustmentOffer {
  readonly key: string;
  readonly text: Bilingual;
  readonly each?: number;
  readonly unitsUpTo?: number;
  readonly actualUpTo?: number;
  readonly shareUpTo?: number;
  readonly verified?: boolean;
}

export interface SubsidyOffer {
  readonly tariffKey: string;
  readonly citation: string;
  readonly on: string;
  readonly verified: boolean;
  readonly taxFree: boolean;
  readonly treasuryPaid: boolean;
  readonly band: { readonly rule: string; readonly min: number; readonly max: number; readonly text: Bilingual };
  readonly additions: readonly AdjustmentOffer[];
  readonly deductions: readonly AdjustmentOffer[];
}

/** One line of the trace; a deduction is negative. */
export interface SubsidyLine {
  readonly rule: string;
  readonly citation: string;
  readonly text: Bilingual;
  readonly amountFen: number;
}

export interface Asked {
  readonly amount?: number;
  readonly reason?: string;
  readonly additions: readonly AdjustmentAsked[];
  readonly deductions: readonly AdjustmentAsked[];
}

export interface AdjustmentAsked {
  readonly key: string;
  readonly units?: number;
  readonly amount?: number;
  readonly reason: string;
}

export interface SubsidyPage {
  readonly subsidy: Omit<SubsidyRow, 'actions'> & {
    readonly designatedOn: string;
    readonly closedOn: string;
    readonly offer: SubsidyOffer | null;
    readonly asked: Asked | null;
    readonly lines: readonly SubsidyLine[] | null;
  };
  readonly allowedActions: readonly string[];
}

export interface SubsidyFilter {
  readonly tenant?: string | undefined;
  readonly state?: SubsidyState | undefined;
  readonly batchId?: string | undefined;
  readonly paidIn?: string | undefined;
}

/** The longest waiting first. */
export const subsidiesQuery = (filter: SubsidyFilter) =>
  infiniteQueryOptions({
    queryKey: ['subsidies', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      get<Page<SubsidyRow>>('/api/subsidies', { ...filter, after: pageParam, limit: pageSize }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const subsidyQuery = (tenant: string, id: string) =>
  queryOptions({
    queryKey: ['subsidies', 'one', tenant, id],
    queryFn: ({ signal }) => get<SubsidyPage>(`/api/subsidies/${tenant}/${id}`, undefined, signal),
  });

interface SubsidyPlace {
  readonly tenant: string;
  readonly id: string;
}

export const proposeSubsidy = (place: SubsidyPlace, version: number, asked: Asked, key: string): Promise<unknown> =>
  post(`/api/subsidies/${place.tenant}/${place.id}/propose`, { version, ...asked }, key);

export const approveSubsidy = (place: SubsidyPlace, version: number, key: string): Promise<unknown> =>
  post(`/api/subsidies/${place.tenant}/${place.id}/approve`, { version }, key);

export const returnSubsidy = (place: SubsidyPlace, version: number, reason: string, key: string): Promise<unknown> =>
  post(`/api/subsidies/${place.tenant}/${place.id}/return`, { version, reason }, key);

/** 经费 of one source in one year. */
export interface Fund {
  readonly fundId: string;
  readonly source: FundSource;
  readonly year: number;
  readonly name: string;
  readonly appropriated: number;
  readonly available: number;
  readonly committed: number;
  readonly expended: number;
  /** The part of it that paid direct costs back. */
  readonly directCosts: number;
  readonly version: number;
  readonly demonstration: boolean;
}

export const fundsQuery = (tenant: string, year?: number) =>
  queryOptions({
    queryKey: ['funds', tenant, year],
    queryFn: ({ signal }) => get<{ readonly funds: readonly Fund[] }>('/api/funds', { tenant, year }, signal),
  });

export interface Posting {
  readonly id: string;
  readonly kind: string;
  readonly amount: number;
  readonly postedOn: string;
  readonly memo: string;
}

export const postingsQuery = (tenant: string, fundId: string) =>
  queryOptions({
    queryKey: ['funds', 'postings', tenant, fundId],
    queryFn: ({ signal }) =>
      get<{ readonly postings: readonly Posting[] }>(`/api/funds/${tenant}/${fundId}/postings`, undefined, signal),
  });

export const appropriate = (
  input: {
    readonly tenant: string;
    readonly source: FundSource;
    readonly year: number;
    readonly amount: number;
    readonly memo: string;
  },
  key: string,
): Promise<Fund> => post('/api/funds', input, key);

/** 支付批次. */
export interface Batch {
  readonly tenant: string;
  readonly id: string;
  readonly number: string;
  readonly fundId: string;
  readonly state: string;
  readonly version: number;
  readonly total: number;
  readonly payments: number;
  readonly createdAt: string;
  readonly bankReference: string | null;
  readonly paidOn: string | null;
  readonly reconciledOn: string | null;
  readonly demonstration: boolean;
}

export interface Payment {
  readonly id: string;
  readonly ordinal: number;
  readonly subsidyId: string | null;
  readonly costId: string | null;
  readonly handlerName: string;
  readonly amount: number;
  readonly state: string;
  readonly reference: string | null;
}

export interface BatchPage {
  readonly batch: Batch;
  readonly payments: readonly Payment[];
  readonly allowedActions: readonly string[];
}

export const batchesQuery = (tenant: string | undefined) =>
  queryOptions({
    queryKey: ['batches', 'list', tenant],
    queryFn: ({ signal }) => get<{ readonly batches: readonly Batch[] }>('/api/payment-batches', { tenant }, signal),
  });

export const batchQuery = (tenant: string, id: string) =>
  queryOptions({
    queryKey: ['batches', 'one', tenant, id],
    queryFn: ({ signal }) => get<BatchPage>(`/api/payment-batches/${tenant}/${id}`, undefined, signal),
  });

export const createBatch = (
  input: {
    readonly tenant: string;
    readonly fundId: string;
    readonly subsidyIds: readonly string[];
    readonly costIds: readonly string[];
  },
  key: string,
): Promise<{ readonly batchId: string; readonly number: string; readonly total: number; readonly payments: number }> =>
  post('/api/payment-batches', input, key);

export const payBatch = (
  batch: Batch,
  version: number,
  input: { readonly paidOn: string; readonly bankReference: string },
  key: string,
): Promise<unknown> => post(`/api/payment-batches/${batch.tenant}/${batch.id}/pay`, { version, ...input }, key);

export const dissolveBatch = (batch: Batch, version: number, reason: string, key: string): Promise<unknown> =>
  post(`/api/payment-batches/${batch.tenant}/${batch.id}/dissolve`, { version, reason }, key);

/** What the bank's statement and the batch disagree about; all empty when it is complete. */
export interface Reconciliation {
  readonly matched: readonly string[];
  readonly missing: readonly string[];
  readonly unexpected: readonly string[];
  readonly differing: readonly { readonly reference: string; readonly expected: number; readonly actual: number }[];
  readonly complete: boolean;
}

export const reconcileBatch = (
  batch: Batch,
  version: number,
  lines: readonly { readonly reference: string; readonly amount: number }[],
  key: string,
): Promise<Reconciliation> =>
  post(`/api/payment-batches/${batch.tenant}/${batch.id}/reconcile`, { version, lines }, key);

export const bouncePayment = (
  batch: Batch,
  version: number,
  input: { readonly subsidyId: string; readonly returnedOn: string; readonly reason: string },
  key: string,
): Promise<unknown> => post(`/api/payment-batches/${batch.tenant}/${batch.id}/bounce`, { version, ...input }, key);
