import { checkTotp, newRecoveryCodes, newTotpSecret, otpauthUri } from '../../../kernel/auth/index.ts';
import { Refusal } from '../../../kernel/errors/index.ts';
import { type Runner, runUseCase, type Tx } from '../../../kernel/use-case/index.ts';
import { recordOn } from '../history.ts';
import { openSecret, sealSecret } from '../sealed.ts';
import { mustUseTotp, type Session } from '../session.ts';
import { attemptKey, clearAttempts } from '../store/attempts.ts';
import { revokeSessions } from '../store/sessions.ts';
import { deleteTotp, lockTotp, noteTotpStep, replaceRecoveryCodes, startTotp, type TotpRow } from '../store/totp.ts';
import { countTry } from './sign-in.ts';

const issuer = '法援圈';

export interface StartedTotp {
  /** Base32, for typing in where the picture cannot be scanned. */
  readonly secret: string;
  /** `otpauth://…`, for the picture. */
  readonly uri: string;
}

/**
 * 绑定动态口令, first half: a secret for the phone. Nothing changes for signing in until a code has shown that the phone
 * has it.
 * @throws Refusal `totp.alreadyOn`
 */
export async function enrolTotp(tx: Tx, session: Session): Promise<StartedTotp> {
  const totp = await lockTotp(tx, session);
  if (totp?.confirmedAt != null) throw new Refusal('totp.alreadyOn');
  const secret = newTotpSecret((n) => tx.random(n));
  const { tenant, accountId } = session;
  await startTotp(tx, { tenant, accountId }, sealSecret(tx, tenant, accountId, secret));
  return { secret, uri: otpauthUri(issuer, session.userName, secret) };
}

/**
 * 绑定动态口令, second half: from now on signing in needs a code. Other sessions, opened without one, end.
 * @returns codes for the day the phone is lost, shown this once
 * @throws Refusal `totp.notStarted`, `totp.alreadyOn`, `auth.oneTimeCode`
 */
export async function confirmTotp(
  tx: Tx,
  session: Session,
  code: string,
): Promise<{ recoveryCodes: readonly string[] }> {
  const totp = await lockTotp(tx, session);
  if (totp === undefined) throw new Refusal('totp.notStarted');
  if (totp.confirmedAt !== null) throw new Refusal('totp.alreadyOn');
  await acceptCode(tx, totp, code);
  const { tenant, accountId } = session;
  const codes = newRecoveryCodes((n) => tx.random(n));
  await replaceRecoveryCodes(tx, { tenant, accountId }, codes);
  await revokeSessions(tx, session, { except: session.tokenHash });
  recordOn(tx, session, 'account.totpEnrolled');
  return { recoveryCodes: codes.map(({ code: shown }) => shown) };
}

/**
 * 停用动态口令: by the holder, who still has the phone; not where a role requires it. Wrong codes count like wrong
 * passwords, each before it is looked at.
 * @throws Refusal `totp.required`, `totp.notStarted`, `input.invalid`, `auth.locked`
 */
export async function removeTotp(
  runner: Runner,
  session: Session,
  code: string,
  totpRoles: readonly string[],
): Promise<void> {
  if (mustUseTotp(session, totpRoles)) throw new Refusal('totp.required');
  const scope = { tenants: [session.tenant], agencies: [] };
  await runUseCase(runner, session.actor, (tx) => countTry(tx, session.tenant, session.userName), { scope });
  await runUseCase(
    runner,
    session.actor,
    async (tx) => {
      const totp = await lockTotp(tx, session);
      if (totp === undefined) throw new Refusal('totp.notStarted');
      await acceptCode(tx, totp, code);
      await deleteTotp(tx, session);
      await clearAttempts(tx, attemptKey(tx, session.tenant, session.userName));
      recordOn(tx, session, 'account.totpRemoved', { by: 'holder' });
    },
    { scope },
  );
}

async function acceptCode(tx: Tx, totp: TotpRow, code: string): Promise<void> {
  const secret = openSecret(tx, totp.tenant, totp.accountId, totp.secretSealed);
  const checked = checkTotp(secret, code, tx.at, totp.lastStep);
  if (!checked.ok) throw new Refusal('input.invalid', {}, [{ pointer: '/code', code: checked.code }]);
  await noteTotpStep(tx, totp, checked.step);
}
