import { Refusal } from '../../../kernel/errors/index.ts';
import type { LocalDate } from '../../../kernel/time/index.ts';
import { birthDateOf, type PersonInput } from '../../people/index.ts';

/**
 * The recipient's birth date: out of the resident identity number, else as given. The law turns on it (minors, the old).
 * @throws Refusal `input.invalid` when neither tells it
 */
export function applicantBirthDate(person: PersonInput, _on: LocalDate): LocalDate {
  const birthDate = birthDateOf(person);
  if (birthDate === undefined)
    throw new Refusal('input.invalid', {}, [{ pointer: '/recipient/birthDate', code: 'input.required' }]);
  return birthDate;
}
