import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../siting/random.ts';
import { type Arc, plainCosts, randomMaps, rowsOf } from '../testing/random-map.ts';
import { contract } from './contract.ts';
import { createSearcher, type Seed } from './search.ts';
import { contractedMany, type ManySearch, plainMany } from './search-many.ts';

const against = (arcs: readonly Arc[]): Arc[] => arcs.map(({ tail, head, time }) => ({ tail: head, head: tail, time }));

function costsOf(many: ManySearch, sources: readonly (readonly Seed[])[], wanted: readonly number[]): number[][] {
  const costs: number[][] = [];
  many.run(sources, Int32Array.from(wanted), (source, found) => {
    costs[source] = [...found];
  });
  return costs;
}

/** A street grid with some links missing, some oneway, and a few lanes that lead nowhere. */
function streets(side: number, seed: number): Arc[] {
  const random = seededRandom(seed);
  const arcs: Arc[] = [];
  const link = (a: number, b: number): void => {
    if (random() > 0.7) return;
    const time = Math.floor(random() * 600);
    arcs.push({ tail: a, head: b, time });
    if (random() > 0.1) arcs.push({ tail: b, head: a, time: random() > 0.2 ? time : Math.floor(random() * 600) });
  };
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      if (x + 1 < side) link(y * side + x, y * side + x + 1);
      if (y + 1 < side) link(y * side + x, (y + 1) * side + x);
    }
  return arcs;
}

describe('ways from many beginnings over a contracted graph', () => {
  it('cost what plain Dijkstra says, along the arcs and against them, run after run', () => {
    fc.assert(
      fc.property(randomMaps, ({ nodes, arcs, seeds }) => {
        const graph = contract(rowsOf(nodes, arcs));
        const sources = [seeds, seeds.slice(1), seeds.slice(0, 1), []];
        const wanted = Array.from({ length: nodes }, (_, n) => nodes - 1 - n);
        for (const [back, over] of [
          [false, arcs],
          [true, against(arcs)],
        ] as const) {
          const expected = sources.map((some) => plainCosts(nodes, over, some).reverse());
          const many = contractedMany(graph, back);
          expect(costsOf(many, sources, wanted)).toEqual(expected);
          expect(costsOf(many, sources, wanted)).toEqual(expected);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('cost the same on a town of 10,000 junctions, of which most were taken out', () => {
    const [side, arcs] = [100, streets(100, 3)];
    const rows = rowsOf(side * side, arcs);
    const graph = contract(rows);
    expect(graph.taken).toBeGreaterThan(0.8 * side * side);
    const random = seededRandom(4);
    const pick = (): number => Math.floor(random() * side * side);
    const sources = Array.from({ length: 12 }, () => [
      { node: pick(), cost: 7, label: 0 },
      { node: pick(), cost: 0, label: 0 },
    ]);
    const wanted = Array.from({ length: 300 }, pick);
    expect(costsOf(contractedMany(graph, false), sources, wanted)).toEqual(
      costsOf(plainMany(createSearcher(rows, rows.longest)), sources, wanted),
    );
    const back = rowsOf(side * side, against(arcs));
    expect(costsOf(contractedMany(graph, true), sources, wanted)).toEqual(
      costsOf(plainMany(createSearcher(back, back.longest)), sources, wanted),
    );
  });

  it('are few where nothing is wanted, and none where there are no roads', () => {
    expect(costsOf(contractedMany(contract(rowsOf(3, [])), false), [[{ node: 0, cost: 4, label: 0 }]], [])).toEqual([
      [],
    ]);
    expect(costsOf(contractedMany(contract(rowsOf(2, [])), true), [[{ node: 0, cost: 4, label: 0 }]], [0])).toEqual([
      [4],
    ]);
  });

  it('leaves a node in the core where an arc in its place would be longer than a day', () => {
    const arcs = [
      { tail: 0, head: 1, time: 800_000 },
      { tail: 1, head: 2, time: 800_000 },
    ];
    const graph = contract(rowsOf(3, arcs));
    expect(graph.longestArc).toBeLessThanOrEqual(800_000);
    expect(costsOf(contractedMany(graph, false), [[{ node: 0, cost: 0, label: 0 }]], [2])).toEqual([[1_600_000]]);
  });
});
