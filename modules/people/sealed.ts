import type { Tx } from '../../kernel/use-case/index.ts';
import type { PersonTable } from './tables.ts';

type SealedColumn = 'document_number_sealed' | 'phone_sealed' | 'address_sealed';

const context = (tenant: string, column: SealedColumn, id: string): string => `${tenant}/person.${column}/${id}`;

/** Encrypts a protected value for its place; null stays null. */
export function sealValue(
  tx: Tx,
  person: { readonly tenant: string; readonly id: string },
  column: SealedColumn,
  value: string | null,
): string | null {
  return value === null ? null : tx.cipher.encrypt(value, context(person.tenant, column, person.id));
}

export interface OpenedValues {
  readonly documentNumber: string | null;
  readonly phone: string | null;
  readonly address: string | null;
}

type Sealed = Pick<PersonTable, 'tenant' | 'id' | 'documentNumberSealed' | 'phoneSealed' | 'addressSealed'>;

/** The protected values of a row, in clear. For masking, for a reveal, and for the person's own papers. */
export function openValues(tx: Tx, row: Sealed): OpenedValues {
  const open = (column: SealedColumn, sealed: string | null): string | null =>
    sealed === null ? null : tx.cipher.decrypt(sealed, context(row.tenant, column, row.id));
  return {
    documentNumber: open('document_number_sealed', row.documentNumberSealed),
    phone: open('phone_sealed', row.phoneSealed),
    address: open('address_sealed', row.addressSealed),
  };
}

export function sealVersion(tx: Tx, tenant: string, id: string, values: unknown): string {
  return tx.cipher.encrypt(JSON.stringify(values), `${tenant}/person_version.values_sealed/${id}`);
}

/** Blind index of a document number in its one spelling; the kind of document makes no difference to who is meant. */
export function documentIndex(tx: Tx, normalised: string): string {
  return tx.cipher.blindIndex('identityDocument', normalised);
}

export function phoneIndex(tx: Tx, normalised: string): string {
  return tx.cipher.blindIndex('phone', normalised);
}

/** Columns that key rotation re-encrypts. */
export const peopleSealedColumns = [
  { table: 'person', column: 'document_number_sealed', idColumn: 'id' },
  { table: 'person', column: 'phone_sealed', idColumn: 'id' },
  { table: 'person', column: 'address_sealed', idColumn: 'id' },
  { table: 'person_version', column: 'values_sealed', idColumn: 'id' },
] as const;
