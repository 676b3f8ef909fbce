import type { Tx } from '../../kernel/use-case/index.ts';
import type { ApplicationTables } from './tables.ts';

/** The application numbers of some applications and of requests for cooperation, by their ids. */
export async function numbersOf(
  tx: Tx,
  tenant: string,
  { applications, requests }: { readonly applications: readonly string[]; readonly requests: readonly string[] },
): Promise<ReadonlyMap<string, string>> {
  const db = tx.db.withTables<ApplicationTables>();
  const found: { readonly id: string; readonly number: string }[] = [];
  if (applications.length > 0)
    found.push(
      ...(await db
        .selectFrom('application')
        .select(['id', 'number'])
        .where('tenant', '=', tenant)
        .where('id', 'in', [...applications])
        .execute()),
    );
  if (requests.length > 0)
    found.push(
      ...(await db
        .selectFrom('cooperationRequest')
        .select(['id', 'applicationNumber as number'])
        .where('tenant', '=', tenant)
        .where('id', 'in', [...requests])
        .execute()),
    );
  return new Map(found.map(({ id, number }) => [id, number]));
}

/** An application by its number as typed, with spaces and full-width digits: what somebody who speaks of it would be asked first. */
export async function applicationOfNumber(tx: Tx, tenant: string, typed: string) {
  const number = typed.normalize('NFKC').replace(/[\s-]/g, '');
  return tx.db
    .withTables<ApplicationTables>()
    .selectFrom('application')
    .select(['id', 'matterId', 'number', 'recipientId', 'groups'])
    .where('tenant', '=', tenant)
    .where('number', '=', number)
    .executeTakeFirst();
}
