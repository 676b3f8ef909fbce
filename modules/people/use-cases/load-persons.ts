import type { Tx } from '../../../kernel/use-case/index.ts';
import type { PersonInput, PersonView } from '../schema.ts';
import { openValues } from '../sealed.ts';
import { loadPerson, type PersonRow, selectPersons } from '../store.ts';
import { viewOf } from '../view.ts';

/** Persons as screens may show them, masked, in the order of `ids`; unknown ids are left out. The caller has authorised. */
export async function loadPersons(tx: Tx, tenant: string, ids: readonly string[]): Promise<readonly PersonView[]> {
  const byId = new Map((await selectPersons(tx, tenant, ids)).map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row === undefined ? [] : [viewOf(tx, row)];
  });
}

/**
 * A person in the shape in which one is given, values in clear: for starting a matter out of another, and for the person's
 * own papers. Never for a screen; the caller has authorised and records it.
 * @throws Refusal `record.notFound`
 */
export async function personInputOf(tx: Tx, tenant: string, personId: string): Promise<PersonInput> {
  return inputOf(tx, await loadPerson(tx, tenant, personId));
}

/** The values of a row as they would be given again. */
export function inputOf(tx: Tx, row: PersonRow): PersonInput {
  const { documentNumber, phone, address } = openValues(tx, row);
  return {
    name: row.name,
    ...(row.sex === null ? {} : { sex: row.sex }),
    ...(row.birthDate === null ? {} : { birthDate: row.birthDate }),
    ...(row.ethnicity === null ? {} : { ethnicity: row.ethnicity }),
    ...(row.documentKind === null || documentNumber === null
      ? {}
      : { document: { kind: row.documentKind, number: documentNumber } }),
    ...(phone === null ? {} : { phone }),
    ...(address === null ? {} : { address }),
    ...(row.region === null ? {} : { region: row.region }),
    ...(row.shielded ? { shielded: true } : {}),
    ...(row.demonstration ? { demonstration: true } : {}),
  };
}
