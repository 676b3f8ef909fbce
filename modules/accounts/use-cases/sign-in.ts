import {
  afterAttempt,
  checkTotp,
  findRecoveryCode,
  mayTry,
  newSessionToken,
  type PasswordHasher,
} from '../../../kernel/auth/index.ts';
import { Refusal } from '../../../kernel/errors/index.ts';
import { type Runner, runUseCase, staffActor, systemActor, type Tx } from '../../../kernel/use-case/index.ts';
import { recordOn } from '../history.ts';
import { expiryOf } from '../rules/session.ts';
import { foldUserName, isUserName } from '../rules/user-name.ts';
import { openSecret } from '../sealed.ts';
import { type AccountRow, findAccount, grantsOf, homeOf, loadAccount, replaceHash } from '../store/accounts.ts';
import {
  attemptKey,
  clearAttempts,
  forgetOldAttempts,
  lockAttempts,
  releaseAttempt,
  writeAttempts,
} from '../store/attempts.ts';
import type { AccountKey } from '../store/db.ts';
import { forgetOldSessions, insertSession } from '../store/sessions.ts';
import { lockTotp, noteTotpStep, unusedRecoveryHashes, useRecoveryCode } from '../store/totp.ts';
import { nowhere } from '../tables.ts';

export interface SignIn {
  readonly userName: string;
  readonly password: string;
  /** The one-time code, when the account has them on. */
  readonly code?: string | undefined;
  /** One of the codes written down for the day the phone is lost; in place of the one-time code. */
  readonly recoveryCode?: string | undefined;
}

export interface SignedIn extends AccountKey {
  /** What the browser keeps. It names the home centre, so that the session is looked for there only. */
  readonly cookie: string;
}

/**
 * 登录. Three transactions with the slow hashing between them, so that no connection waits for it: the try is counted as
 * failed before the password is looked at, and the count taken back when it was right. Guesses made at once are therefore
 * counted one by one, and a process killed in between has given nothing away. A name that nobody has is counted, locked and
 * answered like any other, in the same time.
 * @throws Refusal `auth.credentials`, `auth.locked`, `auth.codeRequired`, `auth.oneTimeCode`, `auth.oneTimeCodeUsed`,
 *   `auth.recoveryCode`, `auth.busy`
 */
export async function signIn(runner: Runner, hasher: PasswordHasher, input: SignIn): Promise<SignedIn> {
  const userName = foldUserName(input.userName);
  // What cannot be a name is nobody's, and never reaches the register.
  const found = isUserName(userName) ? await runAt(runner, undefined, (tx) => homeOf(tx, userName)) : undefined;
  const home = found?.tenant ?? nowhere;
  const account = await runAt(runner, home, async (tx) => {
    await countTry(tx, home, userName);
    const row = found && (await findAccount(tx, found));
    return row?.state === 'active' ? row : undefined;
  });
  const matches = await hasher.verify(account?.passwordHash, input.password);
  if (!matches || account === undefined) {
    await runAt(runner, home, async (tx) => {
      if (found === undefined) await forgetOldAttempts(tx, home);
      else recordOn(tx, found, 'account.signInRefused', { reason: 'credentials' });
    });
    throw new Refusal('auth.credentials');
  }
  const freshHash = hasher.isOutdated(account.passwordHash) ? await hasher.hash(input.password) : undefined;
  const opened = await openSession(runner, account, input, freshHash);
  if (opened instanceof Refusal) throw opened;
  return opened;
}

/**
 * Count a try at an account's password before it is made. Also for changing the password from within: a session left open
 * must not become a place for guessing.
 * @throws Refusal `auth.locked`
 */
export async function countTry(tx: Tx, tenant: string, userName: string): Promise<void> {
  const key = attemptKey(tx, tenant, userName);
  const state = await lockAttempts(tx, key);
  const answer = mayTry(state, tx.at);
  if (!answer.allowed) throw new Refusal('auth.locked', { seconds: answer.retryAfterSeconds });
  await writeAttempts(tx, key, afterAttempt(state, false, tx.at));
}

/** The password was right. A refusal is an answer here, not a throw: what it leaves behind is to be committed. */
async function openSession(
  runner: Runner,
  account: AccountRow,
  input: SignIn,
  freshHash: string | undefined,
): Promise<SignedIn | Refusal> {
  const key = { tenant: account.tenant, accountId: account.id };
  const holder = staffActor(account.id, account.displayName, [], []);
  return runUseCase(
    runner,
    holder,
    async (tx) => {
      const current = await loadAccount(tx, key);
      // Disabled, or the password changed, while it was being checked.
      if (current.state !== 'active' || current.passwordHash !== account.passwordHash) {
        return new Refusal('auth.credentials');
      }
      const tried = attemptKey(tx, key.tenant, account.userName);
      const second = await secondFactor(tx, key, input);
      if (second.refusal !== undefined) {
        if (second.refusal === 'auth.codeRequired') await releaseAttempt(tx, tried);
        else recordOn(tx, key, 'account.signInRefused', { reason: second.factor });
        return new Refusal(second.refusal);
      }
      await clearAttempts(tx, tried);
      if (freshHash !== undefined) await replaceHash(tx, current, freshHash);
      await forgetOldSessions(tx, key);
      const { token, hash } = newSessionToken((n) => tx.random(n));
      await insertSession(tx, {
        ...key,
        tokenHash: hash,
        id: tx.newId(),
        createdAt: tx.at,
        lastSeenAt: tx.at,
        expiresAt: expiryOf(tx.at),
        revokedAt: null,
      });
      const roles = new Set((await grantsOf(tx, key.tenant, [key.accountId])).map((grant) => grant.role));
      recordOn(tx, key, 'account.signedIn', { factor: second.factor, roles: [...roles].sort() });
      return { ...key, cookie: `${key.tenant}.${token}` };
    },
    { scope: { tenants: [key.tenant], agencies: [] } },
  );
}

type SecondFactor =
  | { readonly factor: 'none' | 'oneTimeCode' | 'recoveryCode'; readonly refusal?: undefined }
  | {
      readonly factor: 'oneTimeCode' | 'recoveryCode';
      readonly refusal: 'auth.codeRequired' | 'auth.oneTimeCode' | 'auth.oneTimeCodeUsed' | 'auth.recoveryCode';
    };

async function secondFactor(tx: Tx, key: AccountKey, input: SignIn): Promise<SecondFactor> {
  const totp = await lockTotp(tx, key);
  if (totp?.confirmedAt == null) return { factor: 'none' };
  if (input.recoveryCode !== undefined) {
    const factor = 'recoveryCode';
    const hash = findRecoveryCode(input.recoveryCode, await unusedRecoveryHashes(tx, key));
    const used = hash !== undefined && (await useRecoveryCode(tx, key, hash));
    return used ? { factor } : { factor, refusal: 'auth.recoveryCode' };
  }
  const factor = 'oneTimeCode';
  if (input.code === undefined) return { factor, refusal: 'auth.codeRequired' };
  const secret = openSecret(tx, key.tenant, key.accountId, totp.secretSealed);
  const checked = checkTotp(secret, input.code, tx.at, totp.lastStep);
  if (!checked.ok) return { factor, refusal: checked.code };
  await noteTotpStep(tx, totp, checked.step);
  return { factor };
}

/** At one centre, or where nothing but shared registers is in sight. */
function runAt<T>(runner: Runner, tenant: string | undefined, work: (tx: Tx) => Promise<T>): Promise<T> {
  return runUseCase(runner, systemActor, work, {
    scope: { tenants: tenant === undefined ? [] : [tenant], agencies: [] },
  });
}
