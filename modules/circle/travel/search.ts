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
 * and is passed over.
 * @param longestArc deciseconds
 */
export function createSearcher({ first, pairs }: ArcRows, longestArc: number): Searcher {
  const nodes = first.length - 1;
  const found = new Int32Array(2 * nodes);
  let buckets = emptyBuckets(longestArc);
  let blocks: Int32Array = new Int32Array(64 * blockWidth);
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
      if (blocks.length < blockWidth * kept.length) blocks = new Int32Array(2 * blockWidth * kept.length);
      let entered = 0;
      for (const { node, cost, label } of kept) {
        if (cost >= (found[2 * node] as number)) continue;
        found[2 * node] = cost;
        found[2 * node + 1] = label;
        // A block for each: there are few seeds.
        const block = blockWidth * entered;
        const bucket = cost & (buckets.length - 1);
        blocks[block] = buckets[bucket] as number;
        blocks[block + 1] = node;
        buckets[bucket] = block + 1;
        entered += 1;
      }
      blocks = settle(first, pairs, found, { buckets, blocks, entered, from }, limit);
      return found;
    },
  };
}

/** A power of two: whole numbers that fill a line of the cache. */
const blockWidth = 16;

interface Queue {
  /** By the low bits of a cost, where its latest entry stands in `blocks`; −1 where the bucket is empty. */
  readonly buckets: Int32Array;
  /** Blocks of entries, which are nodes; at the head of each the latest entry of the block before it in its bucket, −1 for none. */
  readonly blocks: Int32Array;
  /** Seeds in it, each in a block of its own. */
  readonly entered: number;
  /** Least cost. */
  readonly from: number;
}

/**
 * Take entries out in the order of their costs until there are none. The entries of a bucket stand in blocks rather than in a list, so
 * that the next node is known before the one in hand is done, and memory can be asked for it meanwhile: with many seeds the frontier
 * outgrows the cache, and waiting for memory is most of the time. Blocks that were emptied are used again. All that changes is in
 * variables of one function, where it is quickest.
 * @returns the blocks, which may have had to grow
 */
function settle(first: Int32Array, pairs: Int32Array, found: Found, queue: Queue, limit: number): Int32Array {
  const { buckets, entered, from } = queue;
  const mask = buckets.length - 1;
  let blocks = queue.blocks;
  let used = blockWidth * entered;
  let free = -1;
  let waiting = entered;
  for (let now = from; waiting > 0; ) {
    let last = buckets[now & mask] as number;
    if (last < 0) {
      now += 1;
      continue;
    }
    buckets[now & mask] = -1;
    while (last >= 0) {
      const block = last & -blockWidth;
      waiting -= last - block;
      for (let entry = block + 1; entry <= last; entry += 1) {
        const node = blocks[entry] as number;
        if (found[2 * node] !== now) continue;
        const label = found[2 * node + 1] as number;
        const end = 2 * (first[node + 1] as number);
        for (let arc = 2 * (first[node] as number); arc < end; arc += 2) {
          const cost = now + (pairs[arc + 1] as number);
          const at = 2 * (pairs[arc] as number);
          if (cost >= (found[at] as number) || cost > limit) continue;
          found[at] = cost;
          found[at + 1] = label;
          let place = buckets[cost & mask] as number;
          if (place < 0 || (place & (blockWidth - 1)) === blockWidth - 1) {
            let fresh = free;
            if (fresh >= 0) free = blocks[fresh] as number;
            else {
              if (used === blocks.length) blocks = twiceAsLong(blocks);
              fresh = used;
              used += blockWidth;
            }
            blocks[fresh] = place;
            place = fresh;
          }
          place += 1;
          blocks[place] = at >> 1;
          buckets[cost & mask] = place;
          waiting += 1;
        }
      }
      last = blocks[block] as number;
      blocks[block] = free;
      free = block;
    }
  }
  return blocks;
}

function twiceAsLong(numbers: Int32Array): Int32Array {
  const more = new Int32Array(2 * numbers.length);
  more.set(numbers);
  return more;
}

/** A power of two above the longest step, so that a bucket is found by its low bits; −1 is an empty one. */
function emptyBuckets(longest: number): Int32Array {
  return new Int32Array(2 ** Math.ceil(Math.log2(longest + 2))).fill(-1);
}
