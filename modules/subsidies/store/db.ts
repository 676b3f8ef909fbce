import type { Tx } from '../../../kernel/use-case/index.ts';
import type { SubsidyTables } from '../tables.ts';

/** The transaction's database with this module's tables beside the kernel's. */
export const dbOf = (tx: Pick<Tx, 'db'>) => tx.db.withTables<SubsidyTables>();
