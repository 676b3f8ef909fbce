import { type ArcRows, createSearcher, groupArcs, seededRandom } from '../../modules/circle/index.ts';
import { median } from './median.ts';

/** The search of the road graph, beside what the memory allows. */
export interface TravelFigures {
  readonly nodes: number;
  readonly arcs: number;
  /** Milliseconds, medians. */
  readonly single: number;
  readonly nearest: number;
  /** One plain pass over all arcs in random order: what no search of them can be much faster than. */
  readonly pass: number;
  readonly cityNodes: number;
  /** 133 sites and 957 places on a city's graph, a search for each site, milliseconds. */
  readonly matrix: number;
}

const sites = 133;
const rounds = 5;

/** Links of a square grid, kept by chance so that there are about as many arcs as on roads; lengths 5 s to 60 s. */
function gridOf(side: number, random: () => number): ArcRows {
  const [tail, head, time]: [number[], number[], number[]] = [[], [], []];
  const link = (a: number, b: number): void => {
    if (random() > 0.626) return;
    const deciseconds = 50 + Math.floor(random() * 550);
    tail.push(a, b);
    head.push(b, a);
    time.push(deciseconds, deciseconds);
  };
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      const node = y * side + x;
      if (x + 1 < side) link(node, node + 1);
      if (y + 1 < side) link(node, node + side);
    }
  return groupArcs(side * side, Int32Array.from(tail), Int32Array.from(head), Int32Array.from(time));
}

export function benchTravel(): TravelFigures {
  const random = seededRandom(7);
  const rows = gridOf(1000, random);
  const [nodes, arcs] = [rows.first.length - 1, rows.pairs.length / 2];
  const pick = (from: number): number => Math.floor(random() * from);
  const searcher = createSearcher(rows, 600);
  const seeds = Array.from({ length: sites }, (_, label) => ({ node: pick(nodes), cost: 0, label }));
  const pass = passOver(rows, random);
  const timed = { single: [] as number[], nearest: [] as number[], pass: [] as number[] };
  // The first round warms the compiler up.
  for (let round = 0; round <= rounds; round += 1) {
    const single = clocked(() => searcher.run([{ node: nodes / 2, cost: 0, label: 0 }]));
    const nearest = clocked(() => searcher.run(seeds));
    const bound = clocked(pass);
    if (round === 0) continue;
    timed.single.push(single);
    timed.nearest.push(nearest);
    timed.pass.push(bound);
  }
  const city = gridOf(260, random);
  const cityNodes = city.first.length - 1;
  const cityArcs = createSearcher(city, 600);
  const places = Int32Array.from({ length: 957 }, () => pick(cityNodes));
  const matrix = median(
    Array.from({ length: rounds }, () =>
      clocked(() => {
        const table = new Int32Array(sites * places.length);
        for (let site = 0; site < sites; site += 1) {
          const found = cityArcs.run([{ node: places[site] as number, cost: 0, label: 0 }]);
          for (let n = 0; n < places.length; n += 1)
            table[site * places.length + n] = found[2 * (places[n] as number)] as number;
        }
      }),
    ),
  );
  return {
    nodes,
    arcs,
    single: median(timed.single),
    nearest: median(timed.nearest),
    pass: median(timed.pass),
    cityNodes,
    matrix,
  };
}

function clocked(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

/** A relaxation of each arc once, in random order, of costs that lie where the search keeps them. */
function passOver({ first, pairs }: ArcRows, random: () => number): () => number {
  const arcs = pairs.length / 2;
  const order = Int32Array.from({ length: arcs }, (_, arc) => arc);
  for (let n = arcs - 1; n > 0; n -= 1) {
    const other = Math.floor(random() * (n + 1));
    const kept = order[n] as number;
    order[n] = order[other] as number;
    order[other] = kept;
  }
  const tails = new Int32Array(arcs);
  for (let node = 0; node + 1 < first.length; node += 1) tails.fill(node, first[node], first[node + 1]);
  const costs = new Int32Array(2 * (first.length - 1));
  return () => {
    let better = 0;
    for (let n = 0; n < arcs; n += 1) {
      const arc = order[n] as number;
      const there = (costs[2 * (tails[arc] as number)] as number) + (pairs[2 * arc + 1] as number);
      if (there < (costs[2 * (pairs[2 * arc] as number)] as number)) better += 1;
    }
    return better;
  };
}
