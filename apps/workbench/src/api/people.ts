import { post } from './http.ts';

export const protectedFields = ['identityNumber', 'phone', 'address'] as const;
export type ProtectedField = (typeof protectedFields)[number];

export const revealReasons = ['contact', 'identify', 'paper', 'handling', 'followUp', 'other'] as const;
export type RevealReason = (typeof revealReasons)[number];

export interface Reveal {
  readonly matterId: string;
  readonly fields: readonly ProtectedField[];
  readonly reason: { readonly code: RevealReason; readonly text: string };
}

/** 查看: open masked values for a stated reason; who looked, at what and why, is remembered. */
export function revealPerson(
  tenant: string,
  personId: string,
  body: Reveal,
): Promise<Readonly<Partial<Record<ProtectedField, string | null>>>> {
  return post(`/api/people/${tenant}/${personId}/reveal`, body);
}
