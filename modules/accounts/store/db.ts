import type { Tx } from '../../../kernel/use-case/index.ts';
import type { AccountTables } from '../tables.ts';

/** The transaction's database with this module's tables beside the kernel's. */
export const dbOf = (tx: Tx) => tx.db.withTables<AccountTables>();

/** One account, wherever something is kept about it. */
export interface AccountKey {
  readonly tenant: string;
  readonly accountId: string;
}
