import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { recordOn } from '../history.ts';
import { updateAccount } from '../store/accounts.ts';
import { attemptKey, clearAttempts } from '../store/attempts.ts';
import { revokeSessions } from '../store/sessions.ts';
import { deleteTotp } from '../store/totp.ts';
import { type ChangeRole, loadForKeeping } from './change-roles.ts';

/*
 * What a keeper of accounts does to an account of somebody else. All throw `auth.forbidden`, `account.own`,
 * `record.notFound`, `record.stale`.
 */

type KeepAccount = ChangeRole;

/** 停用: signs in no more; whoever is signed in is out with the next request. */
export async function disableAccount(tx: Tx, actor: Actor, input: KeepAccount): Promise<{ version: number }> {
  const account = await loadForKeeping(tx, actor, input);
  if (account.state === 'disabled') return { version: account.version };
  await revokeSessions(tx, input, 'all');
  recordOn(tx, input, 'account.disabled');
  return updateAccount(tx, account, { state: 'disabled' });
}

/** 启用, with the roles it had. */
export async function enableAccount(tx: Tx, actor: Actor, input: KeepAccount): Promise<{ version: number }> {
  const account = await loadForKeeping(tx, actor, input);
  if (account.state === 'active') return { version: account.version };
  recordOn(tx, input, 'account.enabled');
  return updateAccount(tx, account, { state: 'active' });
}

/**
 * 重置密码: for somebody who has forgotten theirs. All sessions end; the holder chooses a password of their own next.
 * @param input.passwordHash from `hashNewPassword`, before the transaction
 */
export async function resetPassword(
  tx: Tx,
  actor: Actor,
  input: KeepAccount & { readonly passwordHash: string },
): Promise<{ version: number }> {
  const account = await loadForKeeping(tx, actor, input);
  await revokeSessions(tx, input, 'all');
  await clearAttempts(tx, attemptKey(tx, input.tenant, account.userName));
  recordOn(tx, input, 'account.passwordReset');
  return updateAccount(tx, account, { passwordHash: input.passwordHash, passwordDue: true, passwordChangedAt: tx.at });
}

/** 重置动态口令: the phone is lost and so are the recovery codes. All sessions end. */
export async function resetTotp(tx: Tx, actor: Actor, input: KeepAccount): Promise<{ version: number }> {
  const account = await loadForKeeping(tx, actor, input);
  await deleteTotp(tx, input);
  await revokeSessions(tx, input, 'all');
  recordOn(tx, input, 'account.totpRemoved', { by: 'keeper' });
  return updateAccount(tx, account, {});
}

/** 解锁: wrong passwords are forgotten before their time. */
export async function unlockAccount(tx: Tx, actor: Actor, input: KeepAccount): Promise<{ version: number }> {
  const account = await loadForKeeping(tx, actor, input);
  await clearAttempts(tx, attemptKey(tx, input.tenant, account.userName));
  recordOn(tx, input, 'account.unlocked');
  return { version: account.version };
}
