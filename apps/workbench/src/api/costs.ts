import { queryOptions } from '@tanstack/react-query';
import { get, post } from './http.ts';

/* 直接费用: claimed with receipts, allowed by finance, paid in batches. Money in fen. */

export const costKinds = ['travel', 'translation', 'appraisal', 'notary', 'inquiry', 'postage', 'printing'] as const;
export type CostKind = (typeof costKinds)[number];

export interface Cost {
  readonly tenant: string;
  readonly id: string;
  readonly matterId: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly handlerName: string;
  readonly kind: CostKind;
  readonly spentOn: string;
  readonly units: number | null;
  readonly claimed: number;
  readonly purpose: string;
  readonly claimedOn: string;
  readonly state: string;
  readonly version: number;
  readonly allowed: number | null;
  readonly citation: string | null;
  readonly note: string | null;
  readonly paidOn: string | null;
  readonly receipts: readonly { readonly attachmentId: string; readonly fileName: string }[];
  readonly allowedActions: readonly string[];
}

export const costsQuery = (tenant: string | undefined, state: string | undefined) =>
  queryOptions({
    queryKey: ['costs', 'list', tenant, state],
    queryFn: ({ signal }) => get<{ readonly costs: readonly Cost[] }>('/api/direct-costs', { tenant, state }, signal),
  });

/** 存入票据: stored at once, handed in with the claim. */
export function keepReceipt(
  place: { readonly tenant: string; readonly id: string },
  file: File,
): Promise<{ readonly attachmentId: string; readonly fileName: string }> {
  const body = new FormData();
  body.append('file', file, file.name);
  return post(`/api/cases/${place.tenant}/${place.id}/receipts`, body);
}

export function receiptAddress(of: Pick<Cost, 'tenant' | 'caseId'>, attachmentId: string): string {
  return `/api/cases/${of.tenant}/${of.caseId}/receipts/${attachmentId}/file`;
}

export const moveCost = (
  cost: { readonly tenant: string; readonly id: string },
  move: 'check' | 'refuse' | 'withdraw',
  body: object,
  key: string,
): Promise<unknown> => post(`/api/direct-costs/${cost.tenant}/${cost.id}/${move}`, body, key);
