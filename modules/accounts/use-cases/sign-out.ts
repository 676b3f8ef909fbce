import type { Tx } from '../../../kernel/use-case/index.ts';
import { recordOn } from '../history.ts';
import type { Session } from '../session.ts';
import { revokeSessions } from '../store/sessions.ts';

/** 退出: this session opens nothing from now on. */
export async function signOut(tx: Tx, session: Session): Promise<void> {
  await revokeSessions(tx, session, { only: session.tokenHash });
  recordOn(tx, session, 'account.signedOut');
}
