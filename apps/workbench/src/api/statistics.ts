import { queryOptions } from '@tanstack/react-query';
import { get } from './http.ts';

/** So many of `name` in a month at a centre, where `dimension` has this value. */
export interface CountCell {
  readonly tenant: string;
  readonly name: string;
  readonly month: string;
  readonly dimension: string;
  readonly value: string;
  readonly n: number;
}

export interface Statistics {
  readonly from: string;
  readonly to: string;
  readonly tenants: readonly string[];
  readonly cells: readonly CountCell[];
  /** Of the handlers and firms among the values, by their ids. */
  readonly names: Readonly<Record<string, string>>;
}

/** The counters of a span of months, both ends included. */
export const statisticsQuery = (from: string, to: string, tenant?: string) =>
  queryOptions({
    queryKey: ['statistics', from, to, tenant],
    queryFn: ({ signal }) => get<Statistics>('/api/statistics', { from, to, tenant }, signal),
  });
