import { queryOptions } from '@tanstack/react-query';
import { get, post } from './http.ts';

/** 协助核查, as either end sees it. */
export interface CooperationRequest {
  readonly tenant: string;
  readonly id: string;
  readonly peerTenant: string;
  readonly applicationNumber: string;
  readonly applicantName: string;
  readonly state: 'ASKED' | 'ANSWERED' | 'RECALLED';
  readonly version: number;
  readonly question: string;
  readonly answer: string | null;
  readonly finding: string | null;
  readonly askedByName: string;
  readonly askedAt: string;
  readonly dueOn: string;
  readonly answeredByName: string | null;
  readonly allowedActions: readonly string[];
}

/** What other centres ask of this one, by its last day. */
export const requestsQuery = (filter: { readonly tenant: string | undefined; readonly state: 'ASKED' | 'ANSWERED' }) =>
  queryOptions({
    queryKey: ['cooperation', filter],
    queryFn: ({ signal }) =>
      get<{ readonly rows: readonly CooperationRequest[] }>('/api/cooperation', { ...filter }, signal),
  });

export function answerRequest(
  { tenant, id, version, peerTenant }: CooperationRequest,
  answer: { readonly finding: string; readonly answer: string },
  idempotencyKey: string,
): Promise<unknown> {
  return post(`/api/cooperation/${tenant}/${id}/answer`, { version, askedBy: peerTenant, ...answer }, idempotencyKey);
}
