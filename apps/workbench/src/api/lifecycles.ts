import { queryOptions } from '@tanstack/react-query';
import { get } from './http.ts';

/** One move of a life cycle, as the server's table has it. */
export interface Transition {
  readonly to: string;
  readonly by: readonly string[];
  readonly zh: string;
  readonly en: string;
  readonly clock?: string;
  readonly paper?: string;
}

export interface Lifecycle {
  readonly name: string;
  readonly source: string;
  readonly states: Readonly<
    Record<string, { readonly zh: string; readonly en: string; readonly on: Readonly<Record<string, Transition>> }>
  >;
}

/** 状态表: states are data; names of states and words on buttons come from the server's own tables. */
export const lifecyclesQuery = queryOptions({
  queryKey: ['lifecycles'],
  queryFn: async () => {
    const answer = await get<{ readonly lifecycles: readonly Lifecycle[] } | readonly Lifecycle[]>('/api/lifecycles');
    return 'lifecycles' in answer ? answer.lifecycles : answer;
  },
  staleTime: Number.POSITIVE_INFINITY,
});
