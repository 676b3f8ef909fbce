import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupArcs } from '../roads/graph/arcs.ts';
import { createSearcher, type Seed, unreached } from './search.ts';

interface Arc {
  readonly tail: number;
  readonly head: number;
  readonly time: number;
}

/** Plain Dijkstra: take the cheapest node not yet done, over and over. */
function plainCosts(nodes: number, arcs: readonly Arc[], seeds: readonly Seed[]): number[] {
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

function searcherOver(nodes: number, arcs: readonly Arc[]) {
  const column = (key: keyof Arc) => Int32Array.from(arcs, (arc) => arc[key]);
  const longest = arcs.reduce((most, { time }) => Math.max(most, time), 0);
  return createSearcher(groupArcs(nodes, column('tail'), column('head'), column('time')), longest);
}

const maps = fc.integer({ min: 1, max: 30 }).chain((nodes) => {
  const node = fc.integer({ min: 0, max: nodes - 1 });
  // Zero lengths, duplicates and arcs longer than a number of 16 bits are among them.
  const time = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 60_000, max: 200_000 }));
  return fc.record({
    nodes: fc.constant(nodes),
    arcs: fc.array(fc.record({ tail: node, head: node, time }), { maxLength: 90 }),
    seeds: fc.array(fc.record({ node, cost: fc.integer({ min: 0, max: 500_000 }), label: fc.nat(9) }), {
      maxLength: 6,
    }),
  });
});

describe('a search from several seeds', () => {
  it('finds the same costs as plain Dijkstra, run after run', () => {
    fc.assert(
      fc.property(maps, ({ nodes, arcs, seeds }) => {
        const searcher = searcherOver(nodes, arcs);
        for (const some of [seeds, seeds.slice(1), seeds]) {
          const found = searcher.run(some);
          const costs = Array.from({ length: nodes }, (_, n) => found[2 * n]);
          expect(costs).toEqual(plainCosts(nodes, arcs, some));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('labels each node with a seed that has that cost', () => {
    fc.assert(
      fc.property(maps, ({ nodes, arcs, seeds }) => {
        const unique = seeds.map((seed, label) => ({ ...seed, label }));
        const found = searcherOver(nodes, arcs).run(unique);
        for (let n = 0; n < nodes; n += 1) {
          const label = found[2 * n + 1] as number;
          if (found[2 * n] === unreached) expect(label).toBe(-1);
          else expect(plainCosts(nodes, arcs, [unique[label] as Seed])[n]).toBe(found[2 * n]);
        }
      }),
    );
  });

  it('goes no farther than its limit', () => {
    fc.assert(
      fc.property(maps, fc.integer({ min: 0, max: 300_000 }), ({ nodes, arcs, seeds }, limit) => {
        const found = searcherOver(nodes, arcs).run(seeds, limit);
        const all = plainCosts(nodes, arcs, seeds);
        const within = all.map((cost) => (cost <= limit ? cost : unreached));
        expect(Array.from({ length: nodes }, (_, n) => found[2 * n])).toEqual(within);
      }),
    );
  });

  it('reaches nothing from no seeds', () => {
    const found = searcherOver(2, [{ tail: 0, head: 1, time: 5 }]).run([]);
    expect([...found]).toEqual([unreached, -1, unreached, -1]);
  });

  it('gives a node that two seeds share to the one named first', () => {
    const seeds = [7, 3].map((label) => ({ node: 0, cost: 4, label }));
    expect(searcherOver(1, []).run(seeds)[1]).toBe(7);
  });
});
