import type { FieldFault } from '../../../kernel/errors/index.ts';
import type { LocalDate } from '../../../kernel/time/index.ts';

/** What is wrong with a period that stored applications are to be taken from. */
export function periodFaults(
  period: { readonly from: LocalDate; readonly to: LocalDate },
  today: LocalDate,
): readonly FieldFault[] {
  if (period.to < period.from) return [{ pointer: '/period/to', code: 'whatIf.periodReversed' }];
  if (period.to > today) return [{ pointer: '/period/to', code: 'whatIf.periodFuture' }];
  return [];
}
