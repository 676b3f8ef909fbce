import {
  type ArcRows,
  contract,
  contractedMany,
  createSearcher,
  groupArcs,
  hilbertOrder,
  seededRandom,
  unreached,
} from '../../modules/circle/index.ts';
import { median } from './median.ts';
import { tableByPgRouting } from './pgrouting.ts';

/** The search of the road graph, beside what the memory allows and beside another engine. */
export interface TravelFigures {
  readonly nodes: number;
  readonly arcs: number;
  /** Milliseconds, medians. */
  readonly single: number;
  readonly nearest: number;
  /** One plain pass over all arcs in random order: what no search of them can be much faster than. */
  readonly pass: number;
  readonly table: TableFigures;
}

/** Times between 133 sites and 957 places on a city's graph, milliseconds. */
export interface TableFigures {
  readonly nodes: number;
  readonly arcs: number;
  /** The graph contracted anew, and the table. */
  readonly cold: number;
  /** The table on a graph that was contracted before. */
  readonly warm: number;
  /** By a search of the whole graph for each site. */
  readonly plain: number;
  /** The same table by pgRouting, same costs; undefined where it is not installed. */
  readonly pgRouting?: number;
}

const sites = 133;
const places = 957;
const rounds = 5;

/**
 * Links of a square grid, kept by chance so that there are about as many arcs as on roads; lengths 5 s to 60 s. Numbered along
 * Hilbert's curve as `circle build` numbers every graph.
 */
function gridOf(side: number, random: () => number): ArcRows {
  const nodes = side * side;
  const column = Int32Array.from({ length: nodes }, (_, n) => n % side);
  const row = Int32Array.from({ length: nodes }, (_, n) => Math.floor(n / side));
  const number = new Int32Array(nodes);
  for (const [n, node] of hilbertOrder(column, row).entries()) number[node] = n;
  const [tail, head, time]: [number[], number[], number[]] = [[], [], []];
  const link = (a: number, b: number): void => {
    if (random() > 0.626) return;
    const deciseconds = 50 + Math.floor(random() * 550);
    tail.push(number[a] as number, number[b] as number);
    head.push(number[b] as number, number[a] as number);
    time.push(deciseconds, deciseconds);
  };
  for (let node = 0; node < nodes; node += 1) {
    if ((column[node] as number) + 1 < side) link(node, node + 1);
    if ((row[node] as number) + 1 < side) link(node, node + side);
  }
  return groupArcs(nodes, Int32Array.from(tail), Int32Array.from(head), Int32Array.from(time));
}

/** @param databaseUrl an empty database for pgRouting */
export async function benchTravel(databaseUrl: string): Promise<TravelFigures> {
  const random = seededRandom(7);
  const rows = gridOf(1000, random);
  const [nodes, arcs] = [rows.first.length - 1, rows.pairs.length / 2];
  const searcher = createSearcher(rows, 600);
  const seeds = Array.from({ length: sites }, (_, label) => ({ node: Math.floor(random() * nodes), cost: 0, label }));
  const middle = [{ node: seeds[0]?.node ?? 0, cost: 0, label: 0 }];
  const pass = passOver(rows, random);
  const timed = { single: [] as number[], nearest: [] as number[], pass: [] as number[] };
  // The first round warms the compiler up.
  for (let round = 0; round <= rounds; round += 1) {
    const single = clocked(() => searcher.run(middle));
    const nearest = clocked(() => searcher.run(seeds));
    const bound = clocked(pass);
    if (round === 0) continue;
    timed.single.push(single);
    timed.nearest.push(nearest);
    timed.pass.push(bound);
  }
  return {
    nodes,
    arcs,
    single: median(timed.single),
    nearest: median(timed.nearest),
    pass: median(timed.pass),
    table: await benchTable(gridOf(260, random), random, databaseUrl),
  };
}

/** Three ways to the same table. @throws Error when they do not agree */
async function benchTable(city: ArcRows, random: () => number, databaseUrl: string): Promise<TableFigures> {
  const nodes = city.first.length - 1;
  const chosen = new Set<number>();
  while (chosen.size < places) chosen.add(Math.floor(random() * nodes));
  const wanted = Int32Array.from(chosen);
  const seeds = Array.from(wanted.subarray(0, sites), (node) => [{ node, cost: 0, label: 0 }]);
  const plainSearch = createSearcher(city, 600);
  const plain = (): number[] =>
    seeds.map((of) => {
      const found = plainSearch.run(of);
      return reachedIn(wanted.map((node) => found[2 * node] as number));
    });
  const kept = contractedMany(contract(city), false);
  const table = (search: typeof kept): number[] => {
    const sums: number[] = [];
    search.run(seeds, wanted, (_, costs) => sums.push(reachedIn(costs)));
    return sums;
  };
  const agreed = String(plain());
  if (String(table(kept)) !== agreed) throw new Error('the contracted graph has other times than the graph');
  const repeated = (work: () => unknown): number => median(Array.from({ length: rounds }, () => clocked(work)));
  const pgRouting = await tableByPgRouting(databaseUrl, city, [...wanted.subarray(0, sites)], [...wanted]);
  if (pgRouting !== undefined && pgRouting.total !== table(kept).reduce((sum, one) => sum + one, 0))
    throw new Error('pgRouting has other times than we');
  return {
    nodes,
    arcs: city.pairs.length / 2,
    plain: repeated(plain),
    cold: repeated(() => table(contractedMany(contract(city), false))),
    warm: repeated(() => table(kept)),
    ...(pgRouting !== undefined && { pgRouting: pgRouting.milliseconds }),
  };
}

/** Sum of the costs of what can be reached. */
function reachedIn(costs: Int32Array): number {
  return costs.reduce((sum, cost) => sum + (cost === unreached ? 0 : cost), 0);
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
