import { queryOptions } from '@tanstack/react-query';
import { call, get, post } from './http.ts';

/** A point that people can go to, as the network's managers see it. */
export interface NetworkPoint {
  readonly tenant: string;
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly name: string;
  readonly address: string | null;
  readonly phone: string | null;
  readonly status: 'open' | 'suspended' | 'closed';
  /** Mark of the photograph on file; null where there is none. */
  readonly photo: string | null;
}

export const pointsQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['points', tenant],
    queryFn: ({ signal }) => get<{ readonly points: readonly NetworkPoint[] }>('/api/points', { tenant }, signal),
  });

const photoPath = ({ tenant, id }: NetworkPoint): string => `/api/agencies/${tenant}/${id}/photo`;

/** Where the photograph is seen; its mark in the address, so that a new one is not taken for the old. */
export const photoAddress = (point: NetworkPoint): string => `${photoPath(point)}?v=${point.photo ?? ''}`;

export async function keepPhoto(point: NetworkPoint, photo: Blob): Promise<unknown> {
  const body = new FormData();
  body.append('file', photo, `${point.code}.jpg`);
  return post(photoPath(point), body);
}

export const removePhoto = (point: NetworkPoint): Promise<unknown> => call('DELETE', photoPath(point));
