import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Arc, plainCosts, randomMaps, rowsOf } from '../testing/random-map.ts';
import { createSearcher, type Seed, unreached } from './search.ts';

function searcherOver(nodes: number, arcs: readonly Arc[]) {
  const rows = rowsOf(nodes, arcs);
  return createSearcher(rows, rows.longest);
}

describe('a search from several seeds', () => {
  it('finds the same costs as plain Dijkstra, run after run', () => {
    fc.assert(
      fc.property(randomMaps, ({ nodes, arcs, seeds }) => {
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
      fc.property(randomMaps, ({ nodes, arcs, seeds }) => {
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
      fc.property(randomMaps, fc.integer({ min: 0, max: 300_000 }), ({ nodes, arcs, seeds }, limit) => {
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
