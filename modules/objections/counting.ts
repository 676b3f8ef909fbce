import type { LocalDate } from '../../kernel/time/index.ts';
import type { Tx } from '../../kernel/use-case/index.ts';

export type ObjectionCounter = 'objections.raised' | 'objections.maintained' | 'objections.corrected';

/** Count one objection under each dimension: of what class the matter is, and against what it was raised. */
export function countObjection(
  tx: Tx,
  name: ObjectionCounter,
  of: { tenant: string; id: string; class: string; subject: string; day: LocalDate },
): void {
  const cells = [
    ['all', ''],
    ['class', of.class],
    ['against', of.subject],
  ] as const;
  for (const [dimension, value] of cells)
    tx.count({ tenant: of.tenant, name, month: of.day.slice(0, 7), dimension, value, by: 1, recordId: of.id });
}
