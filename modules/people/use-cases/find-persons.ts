import type { Tx } from '../../../kernel/use-case/index.ts';
import { normaliseIdentityNumber } from '../rules/identity-number.ts';
import { documentIndex } from '../sealed.ts';
import { type PersonRow, searchRows } from '../store.ts';

/** A row that names the same human being. */
export interface FoundPerson {
  readonly tenant: string;
  readonly personId: string;
  readonly name: string;
}

/** Nobody has this many matters; more would be a default number typed by habit. */
const most = 500;

/**
 * Rows with this document number, for conflicts of interest and earlier matters. Part of a larger use case, which has
 * authorised; sees no further than the transaction's scope.
 * @param input.tenants where to look; everywhere in scope when left out
 */
export async function findPersonsByIdentity(
  tx: Tx,
  input: { readonly number: string; readonly tenants?: readonly string[] },
): Promise<readonly FoundPerson[]> {
  const number = normaliseIdentityNumber(input.number);
  return number === '' ? [] : byIndex(tx, documentIndex(tx, number), input.tenants);
}

async function byIndex(tx: Tx, index: string, tenants: readonly string[] | '*' = '*'): Promise<readonly FoundPerson[]> {
  if (tenants.length === 0) return [];
  const rows = await searchRows(tx, { documentIndexes: [index] }, { tenants, limit: most });
  return rows.map(({ tenant, id, name }: PersonRow) => ({ tenant, personId: id, name }));
}
