import type { Insertable, Selectable, Updateable } from 'kysely';
import { Refusal } from '../../../kernel/errors/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';
import type { Role } from '../roles.ts';
import type { AccountGrantTable, AccountTable } from '../tables.ts';
import { type AccountKey, dbOf } from './db.ts';

export type AccountRow = Readonly<Selectable<AccountTable>>;
export type GrantRow = Readonly<Selectable<AccountGrantTable>>;

/** Which centre keeps the account of a name; in every scope's sight. */
export async function homeOf(tx: Tx, userName: string): Promise<AccountKey | undefined> {
  const row = await dbOf(tx).selectFrom('loginName').selectAll().where('userName', '=', userName).executeTakeFirst();
  return row && { tenant: row.homeTenant, accountId: row.accountId };
}

/** @throws Refusal `account.userNameTaken` */
export async function insertAccount(tx: Tx, row: Insertable<AccountTable>): Promise<void> {
  const taken = await dbOf(tx)
    .insertInto('loginName')
    .values({ userName: row.userName, homeTenant: row.tenant, accountId: row.id })
    .onConflict((name) => name.column('userName').doNothing())
    .returning('userName')
    .executeTakeFirst();
  if (taken === undefined) throw new Refusal('account.userNameTaken');
  await dbOf(tx).insertInto('account').values(row).execute();
}

export async function findAccount(tx: Tx, key: AccountKey): Promise<AccountRow | undefined> {
  return dbOf(tx)
    .selectFrom('account')
    .selectAll()
    .where('tenant', '=', key.tenant)
    .where('id', '=', key.accountId)
    .executeTakeFirst();
}

/** @throws Refusal `record.notFound`, and `record.stale` when a version is given that is no longer current */
export async function loadAccount(tx: Tx, key: AccountKey, version?: number): Promise<AccountRow> {
  const row = await findAccount(tx, key);
  if (row === undefined) throw new Refusal('record.notFound');
  if (version !== undefined && row.version !== version) throw new Refusal('record.stale', { current: row.version });
  return row;
}

/** @throws Refusal `record.stale` when somebody was faster */
export async function updateAccount(
  tx: Tx,
  row: AccountRow,
  changes: Updateable<AccountTable>,
): Promise<{ version: number }> {
  const updated = await dbOf(tx)
    .updateTable('account')
    .set({ ...changes, version: row.version + 1 })
    .where('tenant', '=', row.tenant)
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .returning('version')
    .executeTakeFirst();
  if (updated === undefined) {
    const current = await findAccount(tx, { tenant: row.tenant, accountId: row.id });
    throw new Refusal('record.stale', { current: current?.version ?? 0 });
  }
  return updated;
}

/** The same password under a newer cost: no change that a screen could be behind of. */
export async function replaceHash(tx: Tx, row: AccountRow, passwordHash: string): Promise<void> {
  await dbOf(tx)
    .updateTable('account')
    .set({ passwordHash })
    .where('tenant', '=', row.tenant)
    .where('id', '=', row.id)
    .where('passwordHash', '=', row.passwordHash)
    .execute();
}

export async function grantsOf(tx: Tx, tenant: string, accountIds: readonly string[]): Promise<readonly GrantRow[]> {
  if (accountIds.length === 0) return [];
  return dbOf(tx)
    .selectFrom('accountGrant')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('accountId', 'in', accountIds)
    .orderBy('grantedAt')
    .orderBy('id')
    .execute();
}

/** Regions above a county: grants held there may reach down to it. */
const above = (tenant: string): readonly string[] => [`${tenant.slice(0, 4)}00`, `${tenant.slice(0, 2)}0000`];

/**
 * Who is active and holds one of the roles at a centre, or at a place above it with everything below. Grants bound to one agency are for
 * that agency's own counter and left out.
 */
export async function accountsHolding(tx: Tx, tenant: string, roles: readonly Role[]): Promise<readonly string[]> {
  if (roles.length === 0) return [];
  const homes = [tenant, ...above(tenant)];
  const rows = await dbOf(tx)
    .selectFrom('accountGrant as g')
    .innerJoin('account as a', (join) => join.onRef('a.tenant', '=', 'g.tenant').onRef('a.id', '=', 'g.accountId'))
    .select('a.id')
    .distinct()
    .where('g.tenant', 'in', homes)
    .where('g.role', 'in', [...roles])
    .where('g.agency', 'is', null)
    .where('a.state', '=', 'active')
    .where((on) =>
      on.or([
        on('g.place', '=', tenant),
        on.and([on('g.place', 'in', [...above(tenant)]), on('g.subtree', '=', true)]),
      ]),
    )
    .execute();
  return rows.map(({ id }) => id);
}

export async function insertGrant(tx: Tx, row: Insertable<AccountGrantTable>): Promise<void> {
  await dbOf(tx).insertInto('accountGrant').values(row).execute();
}

export async function deleteGrant(tx: Tx, key: AccountKey, grantId: string): Promise<void> {
  await dbOf(tx)
    .deleteFrom('accountGrant')
    .where('tenant', '=', key.tenant)
    .where('accountId', '=', key.accountId)
    .where('id', '=', grantId)
    .execute();
}

export interface AccountFilter {
  readonly tenants: readonly string[] | '*';
  /** The beginning of a user name or of a name. */
  readonly text?: string | undefined;
  readonly after?: { readonly tenant: string; readonly userName: string } | undefined;
  readonly limit: number;
}

/** In order of home centre and user name; with whether one-time codes are on. */
export async function selectAccounts(
  tx: Tx,
  filter: AccountFilter,
): Promise<readonly (AccountRow & { readonly totpSince: string | null })[]> {
  let rows = dbOf(tx)
    .selectFrom('account as a')
    .leftJoin('totp as t', (join) => join.onRef('t.tenant', '=', 'a.tenant').onRef('t.accountId', '=', 'a.id'))
    .selectAll('a')
    .select('t.confirmedAt as totpSince')
    .orderBy('a.tenant')
    .orderBy('a.userName')
    .limit(filter.limit);
  const { tenants, after, text } = filter;
  if (tenants !== '*') rows = rows.where('a.tenant', 'in', tenants);
  if (after !== undefined) {
    rows = rows.where((on) => on(on.refTuple('a.tenant', 'a.userName'), '>', on.tuple(after.tenant, after.userName)));
  }
  if (text !== undefined && text !== '') {
    const beginning = `${text.replace(/[\\%_]/g, '\\$&')}%`;
    rows = rows.where((on) =>
      on.or([on('a.userName', 'like', beginning.toLowerCase()), on('a.displayName', 'like', beginning)]),
    );
  }
  return rows.execute();
}
