import type { Tx } from '../../kernel/use-case/index.ts';
import { maskAddress, maskIdentityNumber, maskPhone } from './rules/masking.ts';
import type { PersonView } from './schema.ts';
import { openValues } from './sealed.ts';
import type { PersonRow } from './store.ts';

/** A row as a screen may show it: masked, and of a shielded person nothing nearer than the county. */
export function viewOf(tx: Tx, row: PersonRow): PersonView {
  const { documentNumber, phone, address } = openValues(tx, row);
  return {
    personId: row.id,
    tenant: row.tenant,
    name: row.name,
    sex: row.sex,
    birthDate: row.birthDate,
    ethnicity: row.ethnicity,
    document:
      row.documentKind === null || documentNumber === null
        ? null
        : { kind: row.documentKind, masked: maskIdentityNumber(documentNumber) },
    phone: phone === null ? null : maskPhone(phone),
    address: address === null || row.shielded ? null : maskAddress(address),
    region: row.region === null || !row.shielded ? row.region : row.region.slice(0, 6),
    shielded: row.shielded,
    demonstration: row.demonstration,
    version: row.version,
  };
}
