import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Residence, StandardRow } from '../schema.ts';
import { inForce } from './spans.ts';

/** Hardship standards (经济困难标准), ready to be looked up. */
export interface StandardTable {
  /**
   * The standard for a region, residence and day. The longest matching prefix of the region wins; among rows of one prefix the one that
   * came into force last. The accepting centre's place decides, not the applicant's home (法律援助条例 art. 13).
   */
  find(region: string, residence: Residence, on: LocalDate): StandardRow | undefined;
}

/** A table over rows. Later rows of the same place replace earlier ones from their first day. */
export function standardTable(rows: readonly StandardRow[]): StandardTable {
  const byPlace = new Map<string, StandardRow[]>();
  for (const row of rows) {
    const place = `${row.region}${row.residence}`;
    const list = byPlace.get(place);
    if (list) list.push(row);
    else byPlace.set(place, [row]);
  }
  for (const list of byPlace.values()) list.sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1));
  const prefixes = [...new Set(rows.map((row) => row.region.length))].sort((a, b) => b - a);
  return {
    find(region, residence, on) {
      for (const length of prefixes) {
        const list = byPlace.get(region.slice(0, length) + residence);
        const row = list?.find((candidate) =>
          inForce({ from: candidate.effectiveFrom, to: candidate.effectiveTo }, on),
        );
        if (row) return row;
      }
      return undefined;
    },
  };
}
