import { alongEdge, leavesFrom, seedsTo } from './approach.ts';
import type { Network } from './network.ts';
import { type Seed, unreached } from './search.ts';
import type { Snap } from './snap.ts';

type Door = Snap | undefined;

/**
 * Times from each door to each site: a search from each of those of which there are fewer.
 * @returns deciseconds at `[site * from.length + door]`, {@link unreached} where there is no way
 */
export function travelMatrix(network: Network, from: readonly Door[], to: readonly Door[]): Int32Array {
  const { graph, copies } = network;
  const times = new Int32Array(from.length * to.length).fill(unreached);
  const leaving = from.map((door) => (door === undefined ? [] : leavesFrom(graph, door).map(seedAt)));
  const entering = to.map((site) => (site === undefined ? [] : seedsTo(graph, copies, site, 0)));
  const fromSites = to.length <= from.length;
  const [sources, ends] = fromSites ? [entering, leaving] : [leaving, entering];
  const { first, nodes, costs } = columnsOf(ends);
  network.searchMany(fromSites, sources.length).run(sources, nodes, (source, found) => {
    for (let end = 0; end < ends.length; end += 1) {
      let best = unreached;
      for (let n = first[end] as number; n < (first[end + 1] as number); n += 1) {
        const time = (found[n] as number) + (costs[n] as number);
        if (time < best) best = time;
      }
      if (best === unreached) continue;
      const [door, site] = fromSites ? [end, source] : [source, end];
      times[site * from.length + door] = best + (from[door] as Snap).walk;
    }
  });
  shortenOnOneRoad(network, from, to, times);
  return times;
}

function seedAt([node, cost]: readonly [number, number]): Seed {
  return { node, cost, label: 0 };
}

/** Nodes and costs of all, one after the other; those of the nth from `first[n]` on. */
function columnsOf(all: readonly (readonly Seed[])[]): {
  readonly first: Int32Array;
  readonly nodes: Int32Array;
  readonly costs: Int32Array;
} {
  const flat = all.flat();
  const first = new Int32Array(all.length + 1);
  for (const [n, { length }] of all.entries()) first[n + 1] = (first[n] as number) + length;
  return {
    first,
    nodes: Int32Array.from(flat, ({ node }) => node),
    costs: Int32Array.from(flat, ({ cost }) => cost),
  };
}

/** A door and a site on the same road may be nearer along it than by way of its ends. */
function shortenOnOneRoad({ graph }: Network, from: readonly Door[], to: readonly Door[], times: Int32Array): void {
  const sitesOn = new Map<number, number[]>();
  for (const [site, at] of to.entries())
    if (at !== undefined) sitesOn.set(at.edge, [...(sitesOn.get(at.edge) ?? []), site]);
  for (const [row, door] of from.entries()) {
    if (door === undefined) continue;
    for (const site of sitesOn.get(door.edge) ?? []) {
      const at = to[site] as Snap;
      const along = alongEdge(graph, door, at);
      const cell = site * from.length + row;
      if (along !== undefined) times[cell] = Math.min(times[cell] as number, along + at.walk + door.walk);
    }
  }
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
