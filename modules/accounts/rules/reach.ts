import type { Grant } from '../../../kernel/use-case/index.ts';

/**
 * True when a keeper's own grant reaches everything that another grant would: nobody hands out more than they have.
 * Codes are GB/T 2260: trailing pairs of zeros stand for everything below.
 */
export function reaches(keeper: Grant, wanted: { readonly tenant: string; readonly subtree: boolean }): boolean {
  if (keeper.agency !== undefined) return false;
  if (!keeper.subtree) return !wanted.subtree && keeper.tenant === wanted.tenant;
  return wanted.tenant.startsWith(keeper.tenant.replace(/(00)+$/, ''));
}
