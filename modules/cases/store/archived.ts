import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';
import type { AidCase } from './cases.ts';
import { dbOf } from './db.ts';

/** What drawing cases for assessment needs to know of one; nothing of its people but who handled it. */
export type ArchivedCase = Pick<
  AidCase,
  'id' | 'matterId' | 'number' | 'class' | 'handlerId' | 'handlerName' | 'handlerUnit'
>;

/** Cases archived from one day to another, both included, by id. */
export async function archivedBetween(
  tx: Tx,
  about: {
    readonly tenant: string;
    readonly firstDay: LocalDate;
    readonly lastDay: LocalDate;
    readonly classes: readonly AidCase['class'][];
  },
): Promise<readonly ArchivedCase[]> {
  return dbOf(tx)
    .selectFrom('aidCase')
    .select(['id', 'matterId', 'number', 'class', 'handlerId', 'handlerName', 'handlerUnit'])
    .where('tenant', '=', about.tenant)
    .where('state', '=', 'ARCHIVED')
    .where('archivedOn', '>=', about.firstDay)
    .where('archivedOn', '<=', about.lastDay)
    .where('class', 'in', [...about.classes])
    .orderBy('id')
    .execute();
}
