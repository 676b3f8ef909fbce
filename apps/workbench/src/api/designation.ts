import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Conflict, ScoreLine } from './cases.ts';
import type { DepartureGround, DesignationMethod, Relation } from './codes.ts';
import { get, post } from './http.ts';
import type { Bilingual } from './matter.ts';

/** 指派方式, as the server keeps it: its words, what it rests on, how long it waits. */
export interface Method extends Bilingual {
  readonly method: DesignationMethod;
  readonly does: Bilingual;
  readonly begins: 'designate' | 'openOffer' | 'designateFirm';
  readonly kinds: readonly string[];
  readonly hours: { readonly usual: number; readonly most: number } | null;
  readonly citation: string;
  readonly verified: boolean;
}

/** A case before it is anybody's: the work, and of people no more than a surname. */
export interface CaseInShort {
  readonly tenant: string;
  readonly caseId: string;
  readonly number: string;
  readonly version: number;
  readonly class: string;
  readonly cause: string | null;
  readonly stage: string | null;
  readonly aidForm: string;
  readonly county: string;
  readonly recipient: string;
  readonly others: readonly string[];
  readonly hearingOn: string | null;
  readonly urgent: boolean;
  readonly demonstration: boolean;
}

export interface WaitingOffer extends CaseInShort {
  readonly offerId: string;
  readonly offeredAt: string;
  readonly expiresAt: string;
  readonly asked: number;
}

export interface FirmPerson {
  readonly handlerId: string;
  readonly name: string;
  readonly openCases: number;
  readonly barred: readonly {
    readonly code: string;
    readonly text: Bilingual;
    readonly citation: string;
    readonly verified: boolean;
  }[];
  readonly cautions: readonly Conflict[];
}

export interface FirmCase extends CaseInShort {
  readonly agencyId: string;
  readonly agencyName: string;
  readonly designatedOn: string;
  readonly dueOn: string | null;
  readonly dueCitation: string | null;
  readonly people: readonly FirmPerson[];
}

export interface LedgerLine {
  readonly id: string;
  readonly method: DesignationMethod;
  readonly departure: DepartureGround | null;
  readonly state: string;
  readonly handlerId: string;
  readonly handlerName: string;
  readonly handlerKind: string;
  readonly agencyName: string;
  readonly designatedOn: string;
  readonly rank: number;
  readonly candidates: number;
  readonly number: string;
  readonly class: string;
  readonly aidForm: string;
  readonly county: string;
  readonly total: number;
  readonly lines: readonly ScoreLine[];
  readonly otherPoints: number;
}

export interface LedgerShare {
  readonly handlerId: string;
  readonly name: string;
  readonly agencyName: string;
  readonly weight: number;
  readonly count: number;
  readonly ideal: number;
}

export interface Ledger {
  readonly rows: readonly LedgerLine[];
  readonly next: string | null;
  readonly since: string;
  readonly shares: readonly LedgerShare[];
}

export const methodsQuery = queryOptions({
  queryKey: ['designation', 'methods'],
  queryFn: ({ signal }) => get<{ readonly methods: readonly Method[] }>('/api/designation/methods', undefined, signal),
  staleTime: Number.POSITIVE_INFINITY,
});

export const offersQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['designation', 'offers', tenant],
    queryFn: ({ signal }) =>
      get<{ readonly offers: readonly WaitingOffer[] }>(`/api/designation/${tenant}/offers`, undefined, signal),
  });

export const firmCasesQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['designation', 'firm', tenant],
    queryFn: ({ signal }) =>
      get<{ readonly cases: readonly FirmCase[] }>(`/api/designation/${tenant}/firm-cases`, undefined, signal),
  });

export const ledgerQuery = (tenant: string, method: DesignationMethod | undefined) =>
  infiniteQueryOptions({
    queryKey: ['designation', 'ledger', tenant, method],
    queryFn: ({ pageParam, signal }) =>
      get<Ledger>(`/api/designation/${tenant}/ledger`, { method, after: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

/** 接受征集: the first to accept has the case. */
export function takeOffer(offer: WaitingOffer, key: string): Promise<unknown> {
  return post(`/api/cases/${offer.tenant}/${offer.caseId}/take-offer`, { offerId: offer.offerId }, key);
}

export function letOfferGo(offer: WaitingOffer): Promise<unknown> {
  return post(`/api/cases/${offer.tenant}/${offer.caseId}/let-offer-go`, { offerId: offer.offerId });
}

/** 回避声明: a relative whom the handler told of. */
export interface Relative {
  readonly id: string;
  readonly handlerId: string;
  readonly relation: Relation;
  readonly name: string;
  readonly declaredAt: string;
}

export const relativesQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['designation', 'relatives', tenant],
    queryFn: ({ signal }) =>
      get<{ readonly relatives: readonly Relative[] }>(`/api/designation/${tenant}/relatives`, undefined, signal),
  });

export interface RelativeInput {
  readonly relation: Relation;
  readonly name: string;
}

export function declareRelative(tenant: string, input: RelativeInput, key: string): Promise<unknown> {
  return post(`/api/designation/${tenant}/relatives`, input, key);
}

export function withdrawRelative(tenant: string, relativeId: string): Promise<unknown> {
  return post(`/api/designation/${tenant}/relatives/${relativeId}/withdraw`, {});
}
