import { useInfiniteQuery } from '@tanstack/react-query';
import { applicationsQuery } from '../../api/applications.ts';
import { fromApplication, type WorkItem } from '../../api/work-item.ts';
import { mergeByDue } from './merge.ts';

export interface Worklist {
  readonly items: readonly WorkItem[];
  /** True when every row of every source is here, so that counts are exact. */
  readonly complete: boolean;
  readonly loading: boolean;
  readonly loadingMore: boolean;
  readonly error: unknown;
  readonly loadMore: () => void;
  readonly reload: () => void;
}

/** Everything open at the places in view, soonest due first, out of every room. */
export function useWorklist(tenant: string | undefined): Worklist {
  const applications = useInfiniteQuery(applicationsQuery({ tenant }));
  const sources = [
    {
      query: applications,
      rows: applications.data?.pages.flatMap((page) => page.rows.map(fromApplication)) ?? [],
    },
  ];
  const { rows, behind } = mergeByDue(sources.map(({ query, rows }) => ({ rows, hasMore: query.hasNextPage })));
  return {
    items: rows,
    complete: sources.every(({ query }) => !query.hasNextPage && query.isSuccess),
    loading: sources.some(({ query }) => query.isPending && query.fetchStatus !== 'idle'),
    loadingMore: sources.some(({ query }) => query.isFetchingNextPage),
    error: sources.map(({ query }) => query.error).find((error) => error !== null) ?? null,
    loadMore: () => {
      for (const index of behind) void sources[index]?.query.fetchNextPage();
    },
    reload: () => {
      for (const { query } of sources) void query.refetch();
    },
  };
}
