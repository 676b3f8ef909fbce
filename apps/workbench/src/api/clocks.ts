import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get, post } from './http.ts';
import { firstPage, nextPage, type Page } from './page.ts';

export const clockStates = ['overdue', 'soon', 'running', 'paused'] as const;
export type ClockState = (typeof clockStates)[number];
export type ClockLevel = 'soon' | 'overdue' | 'climbed';

/** 一个时限 that has not been met. */
export interface OpenClock {
  readonly tenant: string;
  readonly id: string;
  readonly matterId: string;
  readonly subject: string;
  readonly subjectId: string;
  readonly step: string;
  readonly startedOn: string;
  readonly dueOn: string;
  readonly state: 'running' | 'paused';
  readonly citation: string;
  readonly promise: boolean;
  readonly level: ClockLevel | null;
  readonly number: string | null;
  readonly handlerName: string | null;
}

export interface ClockCount {
  readonly tenant: string;
  readonly state: ClockState;
  readonly climbed: number;
  readonly n: number;
}

/** 按期办理率 as published; `rate` in hundredths, null where there were too few to tell. */
export interface PublishedRates {
  readonly from: string;
  readonly to: string;
  readonly rates: readonly {
    readonly tenant: string;
    readonly step: string;
    readonly promise: boolean;
    readonly inTime: number;
    readonly late: number;
    readonly rate: number | null;
  }[];
}

/** 提醒: a limit that the worker told this person of. */
export interface ClockNotice {
  readonly tenant: string;
  readonly id: string;
  readonly level: ClockLevel;
  readonly matterId: string;
  readonly subject: string;
  readonly subjectId: string;
  readonly number: string | null;
  readonly step: string;
  readonly dueOn: string;
  readonly citation: string;
}

export const clocksQuery = (filter: { readonly tenant: string | undefined; readonly state: ClockState | undefined }) =>
  infiniteQueryOptions({
    queryKey: ['clocks', filter],
    queryFn: ({ signal, pageParam }) => get<Page<OpenClock>>('/api/clocks', { ...filter, after: pageParam }, signal),
    initialPageParam: firstPage,
    getNextPageParam: nextPage,
  });

export const clockSummaryQuery = (tenant: string | undefined) =>
  queryOptions({
    queryKey: ['clocks', 'summary', tenant],
    queryFn: ({ signal }) => get<{ readonly counts: readonly ClockCount[] }>('/api/clocks/summary', { tenant }, signal),
  });

export const clockRatesQuery = (tenant: string | undefined) =>
  queryOptions({
    queryKey: ['clocks', 'rates', tenant],
    queryFn: ({ signal }) => get<PublishedRates>('/api/clocks/rates', { tenant }, signal),
  });

export const clockNoticesQuery = queryOptions({
  queryKey: ['clocks', 'notices'],
  queryFn: ({ signal }) => get<{ readonly rows: readonly ClockNotice[] }>('/api/clocks/notices', {}, signal),
});

export function putNoticesAside(tenant: string, ids: readonly string[]): Promise<unknown> {
  return post('/api/clocks/notices/seen', { tenant, ids });
}
