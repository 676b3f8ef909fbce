import { Refusal } from '../../../kernel/errors/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';
import type { PersonInput } from '../schema.ts';
import { columnsOf, insertPerson } from '../store.ts';
import { personValues } from '../values.ts';

export interface SavePersonOptions {
  /** Where the person stands in the caller's input, for the pointers of faults: `/recipient`. */
  readonly pointer?: string;
}

/**
 * Keep a person as one matter gives them. Every matter has rows of its own, the same human being known again by the blind
 * index of the document: so nobody who fills in another's name and number can change what an earlier matter knows, and a
 * paper of last year still finds the address of last year. Part of a larger use case, which has authorised and records it.
 * @throws Refusal `input.invalid` with a pointer to each fault
 */
export async function savePerson(
  tx: Tx,
  input: PersonInput & { readonly tenant: string },
  options: SavePersonOptions = {},
): Promise<{ personId: string; name: string }> {
  const values = personValues(input, tx.today);
  if (!values.ok) {
    const { pointer = '' } = options;
    throw new Refusal(
      'input.invalid',
      {},
      values.fault.map((f) => ({ ...f, pointer: pointer + f.pointer })),
    );
  }
  const place = { tenant: input.tenant, id: tx.newId() };
  insertPerson(tx, { ...place, ...columnsOf(tx, place, values.value), createdAt: tx.at });
  return { personId: place.id, name: values.value.name };
}
