import type { Tx } from '../../kernel/use-case/index.ts';
import type { AccountKey } from './store/db.ts';

/** 账号的历史: every account has a chain of its own in the event log, under its own id. */
export function recordOn(
  tx: Tx,
  key: AccountKey,
  kind: `account.${string}`,
  payload: Readonly<Record<string, unknown>> = {},
): void {
  tx.record({
    tenant: key.tenant,
    matterId: key.accountId,
    kind,
    subject: 'account',
    subjectId: key.accountId,
    payload,
  });
}
