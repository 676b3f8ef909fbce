import type { LocalDate } from '../../kernel/time/index.ts';
import type { Tx } from '../../kernel/use-case/index.ts';

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
