import type { ArcRows } from '../roads/graph/arcs.ts';

/** Cost of a node that no seed reaches. */
export const unreached = 0x7fffffff;

/** Where a search begins: a node, what it costs to be there (deciseconds), and whose search it is. */
export interface Seed {
  readonly node: number;
  readonly cost: number;
  readonly label: number;
}

/**
 * Of node n, at `[2n]` the cost of the cheapest way from a seed, deciseconds, {@link unreached} where there is none, and at
 * `[2n + 1]` the label of that seed, −1 where there is none. The two lie beside each other because they are wanted together.
 */
export type Found = Int32Array;

/** A search over one set of arcs that keeps its memory from run to run. Not for two runs at once. */
export interface Searcher {
  /**
   * @param limit costs above it are not looked for, deciseconds
   * @returns a view that the next run writes over
   */
  run(seeds: readonly Seed[], limit?: number): Found;
}

/**
 * Cheapest ways from all seeds at once, each node labelled by the seed it is nearest to. Of two seeds equally near the one given
 * first wins at a shared node.
 *
 * Costs are whole numbers, so the queue is an array of buckets that comes round again (Dial, "Algorithm 360: Shortest-path forest with
 * topological ordering", CACM 1969): entering and leaving take constant time. An entry that has been overtaken stays in its bucket
 * and is passed over. Entries that left are used again, so that the queue stays as small as the frontier and in the cache.
 * @param longestArc deciseconds
 */
export function createSearcher({ first, pairs }: ArcRows, longestArc: number): Searcher {
  const nodes = first.length - 1;
  const found = new Int32Array(2 * nodes);
  let buckets = emptyBuckets(longestArc);
  /** Of entry e its node at [2e] and the entry behind it at [2e + 1]. */
  let entries = new Int32Array(2048);
  let free = -1;
  let used = 0;

  const enter = (node: number, bucket: number): void => {
    let entry = free;
    if (entry >= 0) free = entries[2 * entry + 1] as number;
    else {
      if (2 * used === entries.length) {
        const more = new Int32Array(4 * used);
        more.set(entries);
        entries = more;
      }
      entry = used++;
    }
    entries[2 * entry] = node;
    entries[2 * entry + 1] = buckets[bucket] as number;
    buckets[bucket] = entry;
  };

  return {
    run(seeds, limit = unreached - 1) {
      for (let n = 0; n < 2 * nodes; n += 2) {
        found[n] = unreached;
        found[n + 1] = -1;
      }
      const kept = seeds.filter(({ cost }) => cost <= limit);
      const from = kept.reduce((least, { cost }) => Math.min(least, cost), unreached);
      const spread = kept.reduce((most, { cost }) => Math.max(most, cost - from), longestArc);
      if (spread >= buckets.length) buckets = emptyBuckets(spread);
      const mask = buckets.length - 1;
      free = -1;
      used = 0;
      let waiting = 0;
      for (const { node, cost, label } of kept) {
        if (cost >= (found[2 * node] as number)) continue;
        found[2 * node] = cost;
        found[2 * node + 1] = label;
        enter(node, cost & mask);
        waiting += 1;
      }
      for (let now = from; waiting > 0; ) {
        let entry = buckets[now & mask] as number;
        if (entry < 0) {
          now += 1;
          continue;
        }
        buckets[now & mask] = -1;
        while (entry >= 0) {
          const node = entries[2 * entry] as number;
          const behind = entries[2 * entry + 1] as number;
          entries[2 * entry + 1] = free;
          free = entry;
          entry = behind;
          waiting -= 1;
          if (found[2 * node] !== now) continue;
          const label = found[2 * node + 1] as number;
          const end = 2 * (first[node + 1] as number);
          for (let arc = 2 * (first[node] as number); arc < end; arc += 2) {
            const cost = now + (pairs[arc + 1] as number);
            const at = 2 * (pairs[arc] as number);
            if (cost >= (found[at] as number) || cost > limit) continue;
            found[at] = cost;
            found[at + 1] = label;
            enter(at >> 1, cost & mask);
            waiting += 1;
          }
        }
      }
      return found;
    },
  };
}

/** A power of two above the longest step, so that a bucket is found by its low bits; −1 is an empty one. */
function emptyBuckets(longest: number): Int32Array {
  return new Int32Array(2 ** Math.ceil(Math.log2(longest + 2))).fill(-1);
}
