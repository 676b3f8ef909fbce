import { queryOptions } from '@tanstack/react-query';
import { get, post } from './http.ts';
import type { Bilingual } from './matter.ts';

/* 办理中的往来: what goes out from a case and is answered. Money in fen. */

export const affairKinds = ['majorMatter', 'feeRelief', 'judicialRelief'] as const;
export type AffairKind = (typeof affairKinds)[number];

export interface Affair {
  readonly id: string;
  readonly kind: AffairKind;
  readonly state: string;
  readonly version: number;
  readonly addressee: string;
  readonly grounds: readonly string[];
  readonly openedOn: string;
  readonly words: string | null;
  readonly consentOn: string | null;
  readonly answeredOn: string | null;
  readonly answer: string | null;
  readonly amount: number | null;
  readonly total: number | null;
  readonly untilOn: string | null;
  readonly dueOn: string | null;
  readonly dueCitation: string | null;
  readonly allowedActions: readonly string[];
}

/** 事由目录, with the server's own words and articles. */
export interface AffairGrounds {
  readonly majorMatterKinds: Readonly<Record<string, Bilingual & { readonly days: number }>>;
  readonly feeGrounds: Readonly<Record<string, Bilingual & { readonly relief: string; readonly citation: string }>>;
  readonly reliefGrounds: Readonly<Record<string, Bilingual>>;
}

export const affairGroundsQuery = queryOptions({
  queryKey: ['affairs', 'grounds'],
  queryFn: ({ signal }) => get<AffairGrounds>('/api/case-affairs/grounds', undefined, signal),
  staleTime: Number.POSITIVE_INFINITY,
});

/** One that waits for somebody, with the case it belongs to. */
export interface AffairRow {
  readonly tenant: string;
  readonly id: string;
  readonly kind: AffairKind;
  readonly state: string;
  readonly dueOn: string | null;
  readonly dueCitation: string | null;
  readonly caseId: string;
  readonly matterId: string;
  readonly number: string;
  readonly recipientName: string;
  readonly class: string;
  readonly cause: string | null;
  readonly groups: readonly string[];
  readonly region: string;
  readonly urgent: boolean;
  readonly handlerName: string | null;
  readonly demonstration: boolean;
}

export const affairsQuery = (tenant: string | undefined) =>
  queryOptions({
    queryKey: ['affairs', 'waiting', tenant],
    queryFn: ({ signal }) => get<{ readonly rows: readonly AffairRow[] }>('/api/case-affairs', { tenant }, signal),
  });

export const followAffair = (
  affair: { readonly tenant: string; readonly id: string },
  event: string,
  body: object,
  key: string,
): Promise<unknown> => post(`/api/case-affairs/${affair.tenant}/${affair.id}/${event}`, body, key);
