import { judgePassword, type PasswordHasher } from '../../../kernel/auth/index.ts';
import { Refusal } from '../../../kernel/errors/index.ts';
import { type Runner, runUseCase } from '../../../kernel/use-case/index.ts';
import { recordOn } from '../history.ts';
import type { Session } from '../session.ts';
import { loadAccount, updateAccount } from '../store/accounts.ts';
import { attemptKey, clearAttempts } from '../store/attempts.ts';
import { revokeSessions } from '../store/sessions.ts';
import { countTry } from './sign-in.ts';

/**
 * Judge and hash a new password. Before the transaction: hashing takes a core for 20 ms.
 * @param pointer where the password stands in the caller's input
 * @throws Refusal `input.invalid` with every fault of it
 */
export async function hashNewPassword(
  hasher: PasswordHasher,
  password: string,
  own: readonly string[],
  pointer = '/password',
): Promise<string> {
  const faults = judgePassword(password, own);
  if (faults.length > 0)
    throw new Refusal(
      'input.invalid',
      {},
      faults.map((fault) => ({ ...fault, pointer })),
    );
  return hasher.hash(password);
}

/**
 * 修改密码: by the holder, who shows the present one. All other sessions of the account end. Wrong present passwords
 * count like wrong passwords at sign-in.
 * @throws Refusal `input.invalid`, `auth.locked`, `auth.busy`
 */
export async function changePassword(
  runner: Runner,
  hasher: PasswordHasher,
  session: Session,
  input: { readonly current: string; readonly next: string },
): Promise<void> {
  const scope = { tenants: [session.tenant], agencies: [] };
  if (input.current === input.next) {
    throw new Refusal('input.invalid', {}, [{ pointer: '/next', code: 'password.unchanged' }]);
  }
  const passwordHash = await hashNewPassword(hasher, input.next, [session.userName], '/next');
  const account = await runUseCase(
    runner,
    session.actor,
    async (tx) => {
      await countTry(tx, session.tenant, session.userName);
      return loadAccount(tx, session);
    },
    { scope },
  );
  if (!(await hasher.verify(account.passwordHash, input.current))) {
    throw new Refusal('input.invalid', {}, [{ pointer: '/current', code: 'password.current' }]);
  }
  await runUseCase(
    runner,
    session.actor,
    async (tx) => {
      await updateAccount(tx, account, { passwordHash, passwordDue: false, passwordChangedAt: tx.at });
      await revokeSessions(tx, session, { except: session.tokenHash });
      await clearAttempts(tx, attemptKey(tx, session.tenant, session.userName));
      recordOn(tx, session, 'account.passwordChanged');
    },
    { scope },
  );
}
