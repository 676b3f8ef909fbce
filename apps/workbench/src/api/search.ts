import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ApplicationRow } from './applications.ts';
import { get } from './http.ts';
import type { Page } from './page.ts';

/** Matters by number, name, pinyin, phone or identity number, as the server finds them. */
export const searchQuery = (asked: string) =>
  queryOptions({
    queryKey: ['search', asked],
    queryFn: ({ signal }) => get<Page<ApplicationRow>>('/api/applications', { search: asked, limit: 12 }, signal),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });
