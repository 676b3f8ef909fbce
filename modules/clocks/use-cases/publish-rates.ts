import type { Tx } from '../../../kernel/use-case/index.ts';
import { lastMonths } from '../rules/months.ts';
import { isPublished, publishMonths } from '../store.ts';

/** 公布按期办理率: with the first day of a month the month before is counted and published, once; what was never counted before, with it. */
export async function publishRates(tx: Tx): Promise<boolean> {
  const months = lastMonths(tx.today, 12);
  if (await isPublished(tx, months.to)) return false;
  await publishMonths(tx, months);
  return true;
}
