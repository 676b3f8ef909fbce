import { type FieldFault, fault, ok, type Result } from '../../kernel/errors/index.ts';
import { addDays, isLocalDate, type LocalDate } from '../../kernel/time/index.ts';
import { checkIdentityDocument, type IdentityDocumentKind } from './rules/identity-document.ts';
import type { Sex } from './rules/identity-number.ts';
import { checkPartyName } from './rules/person-name.ts';
import { checkPhone } from './rules/phone.ts';
import type { PeopleFault } from './rules/refusals.ts';
import type { PersonInput } from './schema.ts';

/** Longer than anybody has lived, in days. */
const longestLife = 130 * 366;

/** A person in the one spelling that is kept. */
export interface PersonValues {
  readonly name: string;
  readonly sex: Sex | null;
  readonly birthDate: LocalDate | null;
  readonly ethnicity: string | null;
  readonly documentKind: IdentityDocumentKind | null;
  readonly documentNumber: string | null;
  readonly phone: string | null;
  /** False for a phone kept as it was told, which nobody can be found by. */
  readonly phoneValid: boolean;
  readonly address: string | null;
  readonly region: string | null;
  readonly shielded: boolean;
  readonly demonstration: boolean;
}

/**
 * What is kept of what was given. Birth date and sex are taken from the document's number where it tells them. The name
 * may be an organisation's, and a phone that cannot be one is kept as told: what people know of the other side is patchy,
 * and the schema has already held the applicant's own to the rules.
 */
export function personValues(input: PersonInput, today: LocalDate): Result<PersonValues, readonly FieldFault[]> {
  const faults: FieldFault[] = [];
  const taken = <T extends { readonly ok: true }>(pointer: string, checked: T | PeopleFault): T | undefined => {
    if (checked.ok) return checked;
    faults.push({ pointer, code: checked.code, details: checked.details });
    return undefined;
  };
  const demonstration = input.demonstration === true;
  const name = taken('/name', checkPartyName(input.name))?.normalised ?? '';
  const document =
    input.document &&
    taken(
      '/document/number',
      checkIdentityDocument(input.document.kind, input.document.number, { today, allowDemonstration: demonstration }),
    );
  const told = document !== undefined && 'birthDate' in document ? document : undefined;
  if (told !== undefined && input.birthDate !== undefined && told.birthDate !== input.birthDate) {
    faults.push({ pointer: '/birthDate', code: 'person.birthDateDiffers' });
  }
  if (told !== undefined && input.sex !== undefined && told.sex !== input.sex) {
    faults.push({ pointer: '/sex', code: 'person.sexDiffers' });
  }
  const birthDate = told?.birthDate ?? input.birthDate ?? null;
  if (birthDate !== null && told === undefined && !isPossibleBirthDate(birthDate, today)) {
    faults.push({ pointer: '/birthDate', code: 'person.birthDateImpossible' });
  }
  const phone = input.phone === undefined ? undefined : checkPhone(input.phone, { allowDemonstration: demonstration });
  if (phone?.ok === false && phone.code === 'phone.demonstration') taken('/phone', phone);
  if (faults.length > 0) return fault(faults);
  return ok({
    name,
    sex: told?.sex ?? input.sex ?? null,
    birthDate,
    ethnicity: input.ethnicity ?? null,
    documentKind: document === undefined ? null : (input.document?.kind ?? null),
    documentNumber: document?.normalised ?? null,
    phone: phone?.ok === true ? phone.normalised : (input.phone?.trim() ?? '') || null,
    phoneValid: phone?.ok === true,
    address: (input.address?.trim() ?? '') || null,
    region: input.region ?? null,
    shielded: input.shielded === true,
    demonstration,
  });
}

function isPossibleBirthDate(day: LocalDate, today: LocalDate): boolean {
  return isLocalDate(day) && day <= today && day >= addDays(today, -longestLife);
}
