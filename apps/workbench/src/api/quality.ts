import { infiniteQueryOptions } from '@tanstack/react-query';
import type { Face } from './codes.ts';
import { get } from './http.ts';
import type { Page } from './page.ts';

/** 群众评价 of one case. */
export interface Satisfaction {
  readonly tenant: string;
  readonly caseId: string;
  readonly matterId: string;
  readonly caseNumber: string;
  readonly face: string;
  readonly words: string;
  readonly class: string;
  readonly cause: string | null;
  readonly groups: readonly string[];
  readonly handlerName: string | null;
  readonly answeredAt: string;
  readonly answeredOn: string;
  readonly demonstration: boolean;
}

export interface SatisfactionFilter {
  readonly tenant?: string | undefined;
  readonly face?: Face | undefined;
}

/** Newest first. */
export const satisfactionQuery = (filter: SatisfactionFilter) =>
  infiniteQueryOptions({
    queryKey: ['satisfaction', filter],
    queryFn: ({ pageParam, signal }) =>
      get<Page<Satisfaction>>('/api/satisfaction', { ...filter, after: pageParam, limit: 50 }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
