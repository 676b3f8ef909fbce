import { type SitingProblem, seededRandom, shortestPathsBetweenAll, solveSiting } from '../../modules/circle/index.ts';

/** Forty p-median graphs of the sizes of OR-Library's (Beasley 1990), generated the same way, each within the time limit. */
export interface SitingFigures {
  readonly graphs: number;
  readonly seconds: number;
  readonly proven: number;
  /** Proven among those of at most 400 nodes, and how many there are. */
  readonly smallProven: number;
  readonly small: number;
  /** Mean gap of all, share of the objective. */
  readonly meanGap: number;
}

/** Nodes and sites of the forty. */
const sizes: readonly (readonly [number, readonly number[]])[] = [
  [100, [5, 10, 10, 20, 33]],
  [200, [5, 10, 20, 40, 67]],
  [300, [5, 10, 30, 60, 100]],
  [400, [5, 10, 40, 80, 133]],
  [500, [5, 10, 50, 100, 167]],
  [600, [5, 10, 60, 120, 200]],
  [700, [5, 10, 70, 140]],
  [800, [5, 10, 80]],
  [900, [5, 10, 90]],
];

/** @param limit seconds a graph may take */
export async function benchSiting(limit: number): Promise<SitingFigures> {
  const random = seededRandom(40);
  let [graphs, proven, small, smallProven, gaps] = [0, 0, 0, 0, 0];
  const began = performance.now();
  for (const [nodes, counts] of sizes)
    for (const sites of counts) {
      const outcome = await solveSiting({ ...graph(nodes, random), sites, seconds: limit });
      if (!outcome.ok) throw new Error(outcome.code);
      const isProven = outcome.plan.status === 'optimal' ? 1 : 0;
      graphs += 1;
      proven += isProven;
      gaps += outcome.plan.gap;
      if (nodes > 400) continue;
      small += 1;
      smallProven += isProven;
    }
  return { graphs, seconds: (performance.now() - began) / 1000, proven, small, smallProven, meanGap: gaps / graphs };
}

/** A connected random graph of nodes² / 50 edges with lengths 1 to 100; every node is a client and a candidate. */
function graph(nodes: number, random: () => number): SitingProblem {
  const lengths = new Map<number, number>();
  const link = (a: number, b: number): void =>
    void lengths.set(Math.min(a, b) * nodes + Math.max(a, b), 1 + Math.floor(random() * 100));
  for (let n = 1; n < nodes; n += 1) link(Math.floor(random() * n), n);
  while (lengths.size < (nodes * nodes) / 50) {
    const [a, b] = [Math.floor(random() * nodes), Math.floor(random() * nodes)];
    if (a !== b) link(a, b);
  }
  const ids = Array.from({ length: nodes }, (_, k) => String(k + 1));
  return {
    model: 'pmedian',
    candidates: { ids },
    demand: { ids, weights: ids.map(() => 1) },
    travel: shortestPathsBetweenAll(nodes, lengths),
  };
}
