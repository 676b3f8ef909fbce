import type { LocalDate } from '../../kernel/time/index.ts';
import type { Tx } from '../../kernel/use-case/index.ts';

export type CommitmentCounter =
  | 'commitments.given'
  | 'commitments.picked'
  | 'commitments.false'
  | 'commitments.recovered';

/**
 * Count a commitment, or fen that were recovered on it.
 * @param by 1 for one; -1 when a finding is taken back, in the month in which it was made; fen for `commitments.recovered`
 */
export function countCommitment(
  tx: Tx,
  name: CommitmentCounter,
  of: { readonly tenant: string; readonly applicationId: string; readonly day: LocalDate; readonly pickedFor?: string },
  by = 1,
): void {
  const { tenant, applicationId: recordId, day, pickedFor } = of;
  const month = day.slice(0, 7);
  if (by === 0) return;
  tx.count({ tenant, name, month, dimension: 'all', value: '', by, recordId });
  if (pickedFor !== undefined)
    tx.count({ tenant, name, month, dimension: 'pickedFor', value: pickedFor, by, recordId });
}

export type ApplicationCounter =
  | 'applications.submitted'
  | 'applications.provisional'
  | 'applications.granted'
  | 'applications.refused';

/** Count one application once under each dimension. Groups are counted side by side and never summed. */
export function countApplication(
  tx: Tx,
  name: ApplicationCounter,
  of: { tenant: string; id: string; class: string; cause: string | null; groups: readonly string[]; day: LocalDate },
): void {
  const month = of.day.slice(0, 7);
  const count = (dimension: string, value: string): void =>
    tx.count({ tenant: of.tenant, name, month, dimension, value, by: 1, recordId: of.id });
  count('all', '');
  count('class', of.class);
  count('cause', of.cause ?? of.class);
  for (const group of new Set(of.groups)) count('group', group);
}
