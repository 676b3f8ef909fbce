import type { Tx } from '../../../kernel/use-case/index.ts';
import { selectCounters } from '../store.ts';

/** Fewer than this are not told: a reader could guess whose matter it was. */
export const fewestPublished = 5;

/** 公布的办理情况 (Legal Aid Law art. 58), in the order of a matter's life. */
export const publishedCounts = [
  'applications.submitted',
  'applications.granted',
  'applications.refused',
  'cases.opened',
  'cases.closed',
  'duty.helps',
  'objections.raised',
  'objections.corrected',
  'complaints.received',
  'complaints.upheld',
] as const;
export type PublishedCount = (typeof publishedCounts)[number];

export interface PublishedWork {
  readonly tenant: string;
  readonly year: number;
  /** Null where there were some, but too few to tell. */
  readonly counts: Readonly<Record<PublishedCount, number | null>>;
}

/**
 * 公布案件办理情况: of each place, this year so far and the year before, from the counters; a year before of which nothing is on record is
 * left out, for it would read as if nothing had been done. Everybody may read them, so nobody's right is asked; the caller gives the places.
 */
export async function readPublishedWork(tx: Tx, tenants: readonly string[]): Promise<readonly PublishedWork[]> {
  if (tenants.length === 0) return [];
  const thisYear = Number(tx.today.slice(0, 4));
  const cells = await selectCounters(tx, tenants, `${thisYear - 1}-01`, tx.today.slice(0, 7));
  return tenants.flatMap((tenant) => {
    const before = cells.some((cell) => cell.tenant === tenant && cell.month.startsWith(`${thisYear - 1}-`));
    return (before ? [thisYear, thisYear - 1] : [thisYear]).map((year): PublishedWork => {
      const sum = (name: PublishedCount): number =>
        cells
          .filter(
            (cell) =>
              cell.tenant === tenant &&
              cell.name === name &&
              cell.dimension === 'all' &&
              cell.month.startsWith(`${year}-`),
          )
          .reduce((total, { n }) => total + n, 0);
      const told = (n: number): number | null => (n > 0 && n < fewestPublished ? null : n);
      return {
        tenant,
        year,
        counts: Object.fromEntries(publishedCounts.map((name) => [name, told(sum(name))])) as PublishedWork['counts'],
      };
    });
  });
}
