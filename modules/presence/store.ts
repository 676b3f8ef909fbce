import type { Instant } from '../../kernel/time/index.ts';
import type { Tx } from '../../kernel/use-case/index.ts';
import type { PresenceTable, PresenceTables } from './tables.ts';

const open = (tx: Tx) => tx.db.withTables<PresenceTables>();

type Seat = Pick<PresenceTable, 'tenant' | 'matterId' | 'accountId'>;

/** Here, and since when: somebody who was away for longer than `gone` has come anew. */
export async function upsertPresence(
  tx: Tx,
  row: Omit<PresenceTable, 'since' | 'seenAt'>,
  gone: Instant,
): Promise<void> {
  await open(tx)
    .insertInto('presence')
    .values({ ...row, since: tx.at, seenAt: tx.at })
    .onConflict((conflict) =>
      conflict.columns(['tenant', 'matterId', 'accountId']).doUpdateSet((eb) => ({
        name: row.name,
        doing: row.doing,
        seenAt: tx.at,
        since: eb.case().when('presence.seenAt', '<', gone).then(tx.at).else(eb.ref('presence.since')).end(),
      })),
    )
    .execute();
}

/** Who else has been seen in the matter since `gone`, the first to come first. */
export async function othersIn(
  tx: Tx,
  { tenant, matterId, accountId }: Seat,
  gone: Instant,
): Promise<readonly Pick<PresenceTable, 'name' | 'doing' | 'since'>[]> {
  return open(tx)
    .selectFrom('presence')
    .select(['name', 'doing', 'since'])
    .where('tenant', '=', tenant)
    .where('matterId', '=', matterId)
    .where('accountId', '<>', accountId)
    .where('seenAt', '>=', gone)
    .orderBy('since')
    .execute();
}

export async function deletePresence(tx: Tx, { tenant, matterId, accountId }: Seat): Promise<void> {
  await open(tx)
    .deleteFrom('presence')
    .where('tenant', '=', tenant)
    .where('matterId', '=', matterId)
    .where('accountId', '=', accountId)
    .execute();
}

export async function deleteOldPresence(tx: Tx, before: Instant): Promise<void> {
  await open(tx).deleteFrom('presence').where('seenAt', '<', before).execute();
}
