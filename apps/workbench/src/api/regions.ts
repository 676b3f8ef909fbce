import { queryOptions } from '@tanstack/react-query';
import { get } from './http.ts';

/** One unit of the register of regions (行政区划), with its name from the city down. */
export interface Region {
  readonly code: string;
  readonly name: string;
  readonly level: 'province' | 'city' | 'county' | 'township' | 'village';
  readonly fullName: string;
}

/** Find places by name, pinyin, initials or code. */
export const regionSearch = (query: string, within?: string) =>
  queryOptions({
    queryKey: ['regions', 'search', query, within],
    queryFn: ({ signal }) =>
      get<{ readonly regions: readonly Region[] }>('/api/regions', { query, within, limit: 20 }, signal),
    enabled: query.trim() !== '',
    staleTime: Number.POSITIVE_INFINITY,
  });

/** A place and those directly below it. */
export const regionByCode = (code: string) =>
  queryOptions({
    queryKey: ['regions', code],
    queryFn: () => get<Region & { readonly children: readonly Region[] }>(`/api/regions/${code}`),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
