import type { ArcRows } from '../roads/graph/arcs.ts';
import { growing } from '../roads/grow.ts';
import type { Contracted } from './contract.ts';
import { createSearcher, type Searcher, type Seed, unreached } from './search.ts';

/** Cheapest ways from many beginnings, each for itself, to the same nodes. */
export interface ManySearch {
  /**
   * @param sources seeds of each beginning
   * @param wanted nodes
   * @param tell gets what each wanted node costs from a beginning, {@link unreached} where there is no way; written over for the next
   */
  run(
    sources: readonly (readonly Seed[])[],
    wanted: Int32Array,
    tell: (source: number, costs: Int32Array) => void,
  ): void;
}

/** A search of the whole graph for each beginning. */
export function plainMany(searcher: Searcher): ManySearch {
  return {
    run(sources, wanted, tell) {
      const costs = new Int32Array(wanted.length);
      for (const [source, seeds] of sources.entries()) {
        const found = searcher.run(seeds);
        for (let n = 0; n < wanted.length; n += 1) costs[n] = found[2 * (wanted[n] as number)] as number;
        tell(source, costs);
      }
    },
  };
}

/**
 * The same over a contracted graph: up from the seeds, a plain search of the core, and down to the wanted nodes over those that are on
 * the way to them, in one sweep. Ways up and down are short and the core is small.
 * Source: restricted PHAST, Delling, Goldberg & Werneck, "Faster Batched Shortest Paths in Road Networks" (ATMOS 2011).
 * @param against true for ways against the arcs
 */
export function contractedMany(graph: Contracted, against: boolean): ManySearch {
  const { placeOf, taken, longestArc } = graph;
  const core = createSearcher(against ? graph.coreAgainst : graph.core, longestArc);
  const up = against ? graph.entering : graph.leaving;
  const down = against ? graph.leaving : graph.entering;
  // Cost of places below the core; all are unreached between two runs.
  const known = new Int32Array(taken).fill(unreached);
  const above = closure(up, taken);
  const below = closure(down, taken);
  return {
    run(sources, wanted, tell) {
      const places = Int32Array.from(wanted, (node) => placeOf[node] as number);
      const sweep = below(places).slice().reverse();
      const costs = new Int32Array(wanted.length);
      for (const [source, seeds] of sources.entries()) {
        const climbed = above(seeds.map(({ node }) => placeOf[node] as number));
        const found = core.run(climb(seeds, climbed));
        descend(sweep, found);
        for (let n = 0; n < places.length; n += 1) {
          const place = places[n] as number;
          costs[n] = (place < taken ? known[place] : found[2 * (place - taken)]) as number;
        }
        for (const place of climbed) known[place] = unreached;
        for (const place of sweep) known[place] = unreached;
        tell(source, costs);
      }
    },
  };

  /** Carry the seeds' costs up. @returns what enters the core */
  function climb(seeds: readonly Seed[], climbed: Int32Array): Seed[] {
    const entering: Seed[] = [];
    const reach = (place: number, cost: number): void => {
      if (place >= taken) entering.push({ node: place - taken, cost, label: 0 });
      else if (cost < (known[place] as number)) known[place] = cost;
    };
    for (const { node, cost } of seeds) reach(placeOf[node] as number, cost);
    for (const place of climbed) {
      const cost = known[place] as number;
      for (let arc = up.first[place] as number; arc < (up.first[place + 1] as number); arc += 1)
        reach(up.pairs[2 * arc] as number, cost + (up.pairs[2 * arc + 1] as number));
    }
    return entering;
  }

  /** Carry costs down, from the places taken out last. */
  function descend(sweep: Int32Array, found: Int32Array): void {
    const { first, pairs } = down;
    for (let n = 0; n < sweep.length; n += 1) {
      const place = sweep[n] as number;
      let best = known[place] as number;
      for (let arc = 2 * (first[place] as number); arc < 2 * (first[place + 1] as number); arc += 2) {
        const from = pairs[arc] as number;
        const there = (from < taken ? known[from] : found[2 * (from - taken)]) as number;
        const cost = there + (pairs[arc + 1] as number);
        if (cost < best) best = cost;
      }
      known[place] = best;
    }
  }
}

/** Places below the core that can be reached over `rows` from some places, in ascending order. */
function closure({ first, pairs }: ArcRows, taken: number): (places: Iterable<number>) => Int32Array {
  const marked = new Uint8Array(taken);
  return (places) => {
    const found = growing(Int32Array, 64);
    const mark = (place: number): void => {
      if (place >= taken || marked[place] === 1) return;
      marked[place] = 1;
      found.push(place);
    };
    for (const place of places) mark(place);
    for (let n = 0; n < found.length; n += 1) {
      const place = found.view()[n] as number;
      for (let arc = first[place] as number; arc < (first[place + 1] as number); arc += 1)
        mark(pairs[2 * arc] as number);
    }
    const all = found.view();
    for (const place of all) marked[place] = 0;
    return all.sort();
  };
}
