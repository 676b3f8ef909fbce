import type { Tx } from '../../../kernel/use-case/index.ts';
import type { NetworkTables } from '../tables.ts';

/** The names of handlers and agencies of some places, by their ids: for lists that know only which. */
export async function namesOnRegister(
  tx: Tx,
  tenants: readonly string[],
  { handlers, agencies }: { readonly handlers: readonly string[]; readonly agencies: readonly string[] },
): Promise<ReadonlyMap<string, string>> {
  const db = tx.db.withTables<NetworkTables>();
  const named = async (table: 'handler' | 'agency', ids: readonly string[]) =>
    ids.length === 0
      ? []
      : db
          .selectFrom(table)
          .select(['id', 'name'])
          .where('tenant', 'in', [...tenants])
          .where('id', 'in', [...ids])
          .execute();
  const found = [...(await named('handler', handlers)), ...(await named('agency', agencies))];
  return new Map(found.map(({ id, name }) => [id, name]));
}
