import type { Tx } from '../../../kernel/use-case/index.ts';
import type { CaseTables } from '../tables.ts';

/** The transaction's database with this module's tables beside the kernel's. */
export const dbOf = (tx: Tx) => tx.db.withTables<CaseTables>();
