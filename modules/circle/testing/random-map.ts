import fc from 'fast-check';
import { type ArcRows, groupArcs } from '../roads/graph/arcs.ts';
import { type Seed, unreached } from '../travel/search.ts';

export interface Arc {
  readonly tail: number;
  readonly head: number;
  readonly time: number;
}

/** Little graphs of any shape with seeds in them. Zero lengths, duplicates, loops and arcs longer than a number of 16 bits are among them. */
export const randomMaps = fc.integer({ min: 1, max: 30 }).chain((nodes) => {
  const node = fc.integer({ min: 0, max: nodes - 1 });
  const time = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 60_000, max: 200_000 }));
  return fc.record({
    nodes: fc.constant(nodes),
    arcs: fc.array(fc.record({ tail: node, head: node, time }), { maxLength: 90 }),
    seeds: fc.array(fc.record({ node, cost: fc.integer({ min: 0, max: 500_000 }), label: fc.nat(9) }), {
      maxLength: 6,
    }),
  });
});

/** Arcs by the node they leave. */
export function rowsOf(nodes: number, arcs: readonly Arc[]): ArcRows & { readonly longest: number } {
  const column = (key: keyof Arc) => Int32Array.from(arcs, (arc) => arc[key]);
  const longest = arcs.reduce((most, { time }) => Math.max(most, time), 0);
  return { ...groupArcs(nodes, column('tail'), column('head'), column('time')), longest };
}

/** Plain Dijkstra: take the cheapest node not yet done, over and over. */
export function plainCosts(nodes: number, arcs: readonly Arc[], seeds: readonly Seed[]): number[] {
  const cost = new Array<number>(nodes).fill(unreached);
  for (const seed of seeds) cost[seed.node] = Math.min(cost[seed.node] as number, seed.cost);
  const open = new Set(cost.keys());
  while (open.size > 0) {
    const node = [...open].reduce((a, b) => ((cost[a] as number) <= (cost[b] as number) ? a : b));
    open.delete(node);
    if (cost[node] === unreached) break;
    for (const { tail, head, time } of arcs)
      if (tail === node) cost[head] = Math.min(cost[head] as number, (cost[node] as number) + time);
  }
  return cost;
}
