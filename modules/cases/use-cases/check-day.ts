import { Refusal } from '../../../kernel/errors/index.ts';
import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';

/** A day that somebody reports: not in the future, not before the step it follows. @throws Refusal `input.invalid` at the field */
export function checkDay(tx: Tx, day: LocalDate, pointer: string, earliest: LocalDate | null, tooEarly: string): void {
  if (day > tx.today) throw new Refusal('input.invalid', {}, [{ pointer, code: 'case.dateInFuture' }]);
  checkNotBefore(day, pointer, earliest, tooEarly);
}

/** A day that may lie ahead, but not before the step it follows. @throws Refusal `input.invalid` at the field */
export function checkNotBefore(day: LocalDate, pointer: string, earliest: LocalDate | null, tooEarly: string): void {
  if (earliest !== null && day < earliest) {
    throw new Refusal('input.invalid', {}, [{ pointer, code: tooEarly, details: { earliest } }]);
  }
}
