import type { Network } from './network.ts';
import { unreached } from './search.ts';
import type { Snap } from './snap.ts';

/**
 * Times from each door to each site, by one search for each site.
 * @returns deciseconds at `[site * from.length + door]`, {@link unreached} where there is no way
 */
export function travelMatrix(
  network: Network,
  from: readonly (Snap | undefined)[],
  to: readonly (Snap | undefined)[],
): Int32Array {
  const times = new Int32Array(from.length * to.length).fill(unreached);
  for (const [column, site] of to.entries()) {
    if (site === undefined) continue;
    const reach = network.timesTo([site]);
    for (let row = 0; row < from.length; row += 1)
      times[column * from.length + row] = reach.from(from[row]).deciseconds;
  }
  return times;
}

/** The `k` nearest sites of a door, nearest first. @param row its number in the matrix */
export function nearestFew(
  times: Int32Array,
  doors: number,
  row: number,
  k: number,
): readonly { readonly site: number; readonly deciseconds: number }[] {
  const all: { site: number; deciseconds: number }[] = [];
  for (let site = 0; site * doors < times.length; site += 1) {
    const deciseconds = times[site * doors + row] as number;
    if (deciseconds < unreached) all.push({ site, deciseconds });
  }
  return all.sort((a, b) => a.deciseconds - b.deciseconds || a.site - b.site).slice(0, k);
}
