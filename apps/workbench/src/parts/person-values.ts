import type { DocumentKind } from '../api/codes.ts';
import type { PersonInput } from '../api/person-input.ts';
import { readResidentNumber } from '../format/resident-number.ts';

/** A person as the fields of a form hold one. */
export interface PersonValues {
  readonly name?: string;
  readonly sex?: 'male' | 'female';
  readonly birthDate?: string;
  readonly ethnicity?: string;
  readonly documentKind?: DocumentKind;
  readonly documentNumber?: string;
  readonly phone?: string;
  readonly address?: string;
  readonly region?: string;
}

/** Documents whose number is the 18-digit one. */
export function carriesResidentNumber(kind: DocumentKind | undefined): boolean {
  return kind === undefined || kind === 'residentCard' || kind === 'householdRegister';
}

/** What the server is told: empty fields left out, sex and birth date only where the number does not tell them. */
export function personInputOf(values: PersonValues): PersonInput {
  const number = values.documentNumber?.trim() ?? '';
  const kind = values.documentKind ?? 'residentCard';
  const told = carriesResidentNumber(kind) ? readResidentNumber(number) : undefined;
  const sex = told?.sex ?? values.sex;
  const birthDate = told?.birthDate ?? values.birthDate;
  return {
    name: values.name?.trim() ?? '',
    ...(sex === undefined ? {} : { sex }),
    ...(birthDate === undefined || birthDate === '' ? {} : { birthDate }),
    ...texts({ ethnicity: values.ethnicity, phone: values.phone, address: values.address, region: values.region }),
    ...(number === '' ? {} : { document: { kind, number } }),
  };
}

/** The other way: a person carried over from a consultation. */
export function personValuesOf(input: PersonInput): PersonValues {
  const { document, ...rest } = input;
  return {
    ...rest,
    documentKind: document?.kind ?? 'residentCard',
    ...(document === undefined ? {} : { documentNumber: document.number }),
  };
}

/** A fault of the server's at `/recipient/document/number` belongs to the field `recipient.documentNumber`. */
export function personFieldOf(path: readonly (string | number)[]): (string | number)[] {
  return path[1] === 'document' ? [path[0] ?? '', path[2] === 'kind' ? 'documentKind' : 'documentNumber'] : [...path];
}

function texts<K extends string>(values: Readonly<Record<K, string | undefined>>): Partial<Record<K, string>> {
  const kept = Object.entries<string | undefined>(values).flatMap(([key, text]) =>
    text === undefined || text.trim() === '' ? [] : [[key, text.trim()]],
  );
  return Object.fromEntries(kept) as Partial<Record<K, string>>;
}
