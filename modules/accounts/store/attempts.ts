import { type LockState, lockOutRule, noFailures } from '../../../kernel/auth/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';
import { dbOf } from './db.ts';

/** A login name's failures, under the centre that keeps it, or under `nowhere`. */
export interface AttemptKey {
  readonly tenant: string;
  readonly nameIndex: string;
}

export function attemptKey(tx: Tx, tenant: string, userName: string): AttemptKey {
  return { tenant, nameIndex: tx.cipher.blindIndex('userName', userName) };
}

/** The failures of a name, locked until the transaction ends, so that guesses made at once are counted one by one. */
export async function lockAttempts(tx: Tx, key: AttemptKey): Promise<LockState> {
  await dbOf(tx)
    .insertInto('signInAttempt')
    .values({ ...key, failures: 0, lastFailureAt: tx.at })
    .onConflict((row) => row.columns(['tenant', 'nameIndex']).doNothing())
    .execute();
  const row = await dbOf(tx)
    .selectFrom('signInAttempt')
    .select(['failures', 'lastFailureAt'])
    .where('tenant', '=', key.tenant)
    .where('nameIndex', '=', key.nameIndex)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.failures === 0 ? noFailures : row;
}

export async function writeAttempts(tx: Tx, key: AttemptKey, state: LockState): Promise<void> {
  await dbOf(tx)
    .updateTable('signInAttempt')
    .set({ failures: state.failures, lastFailureAt: state.lastFailureAt ?? tx.at })
    .where('tenant', '=', key.tenant)
    .where('nameIndex', '=', key.nameIndex)
    .execute();
}

/** Take back one failure that was counted in advance and was none. */
export async function releaseAttempt(tx: Tx, key: AttemptKey): Promise<void> {
  await dbOf(tx)
    .updateTable('signInAttempt')
    .set((on) => ({ failures: on('failures', '-', 1) }))
    .where('tenant', '=', key.tenant)
    .where('nameIndex', '=', key.nameIndex)
    .where('failures', '>', 0)
    .execute();
}

export async function clearAttempts(tx: Tx, key: AttemptKey): Promise<void> {
  await dbOf(tx)
    .deleteFrom('signInAttempt')
    .where('tenant', '=', key.tenant)
    .where('nameIndex', '=', key.nameIndex)
    .execute();
}

/** Failures old enough to be forgotten; invented names would fill the table otherwise. */
export async function forgetOldAttempts(tx: Tx, tenant: string): Promise<void> {
  await dbOf(tx)
    .deleteFrom('signInAttempt')
    .where('tenant', '=', tenant)
    .where('lastFailureAt', '<', new Date(Date.parse(tx.at) - lockOutRule.forgetSeconds * 1000).toISOString())
    .execute();
}
