import { type Insertable, sql } from 'kysely';
import type { Instant } from '../../../kernel/time/index.ts';
import type { Grant, Tx } from '../../../kernel/use-case/index.ts';
import type { SessionTimes } from '../rules/session.ts';
import type { SessionTable } from '../tables.ts';
import { type AccountKey, dbOf } from './db.ts';

/** A session with the account behind it and everything that decides what it may do, read in one go. */
export interface SessionRow extends SessionTimes, AccountKey {
  readonly tokenHash: string;
  readonly createdAt: Instant;
  readonly userName: string;
  readonly displayName: string;
  readonly accountState: 'active' | 'disabled';
  readonly passwordDue: boolean;
  readonly totpOn: boolean;
  readonly demonstration: boolean;
  readonly grants: readonly Grant[];
}

type Found = Omit<SessionRow, 'grants'> & { readonly grants: readonly (Grant & { readonly agency: string | null })[] };

export async function findSession(db: Tx['db'], tenant: string, tokenHash: string): Promise<SessionRow | undefined> {
  const { rows } = await sql<Found>`
SELECT s.tenant, s.token_hash, s.account_id, s.created_at, s.last_seen_at, s.expires_at, s.revoked_at,
  a.user_name, a.display_name, a.state AS account_state, a.password_due, a.demonstration,
  coalesce((SELECT t.confirmed_at IS NOT NULL FROM totp t WHERE t.tenant = s.tenant AND t.account_id = s.account_id), false) AS totp_on,
  coalesce((SELECT jsonb_agg(jsonb_build_object('role', g.role, 'tenant', g.place, 'subtree', g.subtree, 'agency', g.agency) ORDER BY g.granted_at, g.id)
    FROM account_grant g WHERE g.tenant = s.tenant AND g.account_id = s.account_id), '[]'::jsonb) AS grants
FROM session s JOIN account a ON a.tenant = s.tenant AND a.id = s.account_id
WHERE s.tenant = ${tenant} AND s.token_hash = ${tokenHash}`.execute(db);
  const [row] = rows;
  return row && { ...row, grants: row.grants.map(withoutNull) };
}

function withoutNull({ agency, ...grant }: Found['grants'][number]): Grant {
  return agency === null ? grant : { ...grant, agency };
}

export async function insertSession(tx: Tx, row: Insertable<SessionTable>): Promise<void> {
  await dbOf(tx).insertInto('session').values(row).execute();
}

export async function touchSession(tx: Tx, session: SessionRow): Promise<void> {
  await dbOf(tx)
    .updateTable('session')
    .set({ lastSeenAt: tx.at })
    .where('tenant', '=', session.tenant)
    .where('tokenHash', '=', session.tokenHash)
    .where('revokedAt', 'is', null)
    .execute();
}

/** End the account's sessions: one, all, or all but one. From the next request on they open nothing, in any process. */
export async function revokeSessions(
  tx: Tx,
  key: AccountKey,
  which: { readonly only: string } | { readonly except: string } | 'all',
): Promise<void> {
  let update = dbOf(tx)
    .updateTable('session')
    .set({ revokedAt: tx.at })
    .where('tenant', '=', key.tenant)
    .where('accountId', '=', key.accountId)
    .where('revokedAt', 'is', null);
  if (which !== 'all') {
    update =
      'only' in which ? update.where('tokenHash', '=', which.only) : update.where('tokenHash', '<>', which.except);
  }
  await update.execute();
}

/** The account's sessions that can never be used again; that they were is kept in the history. */
export async function forgetOldSessions(tx: Tx, key: AccountKey): Promise<void> {
  await dbOf(tx)
    .deleteFrom('session')
    .where('tenant', '=', key.tenant)
    .where('accountId', '=', key.accountId)
    .where('expiresAt', '<', tx.at)
    .execute();
}
