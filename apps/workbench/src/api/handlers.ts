import { queryOptions } from '@tanstack/react-query';
import { get, post } from './http.ts';

/** One line of the roster of handlers. */
export interface RosterHandler {
  readonly tenant: string;
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly kind: string;
  readonly name: string;
  readonly agencyName: string;
  readonly status: 'active' | 'suspended' | 'left';
  readonly specialities: readonly string[];
  readonly languages: readonly string[];
  readonly demonstration: boolean;
}

export const rosterQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['handlers', 'roster', tenant],
    queryFn: ({ signal }) => get<{ readonly handlers: readonly RosterHandler[] }>('/api/handlers', { tenant }, signal),
  });

export function changeLanguages(
  { tenant, id }: Pick<RosterHandler, 'tenant' | 'id'>,
  languages: readonly string[],
  version: number,
  idempotencyKey: string,
): Promise<{ readonly version: number }> {
  return post('/api/handlers/languages', { tenant, handlerId: id, version, languages }, idempotencyKey);
}
