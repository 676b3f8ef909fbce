import { queryOptions } from '@tanstack/react-query';
import { get, post } from './http.ts';

/** 搁置的发送任务: tried often enough, waiting for somebody to look. */
export interface ParkedJob {
  readonly tenant: string;
  readonly id: string;
  readonly topic: string;
  readonly key: string;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly createdAt: string;
}

export const parkedQuery = queryOptions({
  queryKey: ['parked'],
  queryFn: ({ signal }) => get<{ readonly rows: readonly ParkedJob[] }>('/api/system/outbox', undefined, signal),
});

export const retryJob = (job: ParkedJob): Promise<unknown> =>
  post(`/api/system/outbox/${job.tenant}/${job.id}/retry`, undefined);

/** 工作日历 of a year: only the days on which weekday and work differ. */
export interface CalendarYear {
  readonly year: number;
  /** False: the State Council's notice for the year has not been entered. */
  readonly known: boolean;
  readonly rows: readonly {
    readonly date: string;
    readonly kind: 'holiday' | 'workday';
    readonly name: string;
    readonly source: string;
  }[];
}

export const calendarQuery = (year: number) =>
  queryOptions({
    queryKey: ['calendar', year],
    queryFn: ({ signal }) => get<CalendarYear>(`/api/system/calendar/${year}`, undefined, signal),
  });
