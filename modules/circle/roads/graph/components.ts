import { take, upTo } from '../take.ts';
import type { ArcRows } from './arcs.ts';

/** Of each node its component, and of each component its size, the largest first. */
export interface Components {
  readonly of: Int32Array;
  readonly sizes: readonly number[];
}

/**
 * Strongly connected components, numbered by size: 0 is the core, from which every node of it can be reached and left again.
 * Source: Tarjan, "Depth-first search and linear graph algorithms" (1972), with a stack of our own in place of recursion.
 */
export function strongComponents({ first, pairs }: ArcRows): Components {
  const nodes = first.length - 1;
  const index = new Int32Array(nodes).fill(-1);
  const low = new Int32Array(nodes);
  const of = new Int32Array(nodes).fill(-1);
  const next = first.slice(0, nodes);
  const [path, open] = [new Int32Array(nodes), new Int32Array(nodes)];
  let [pathLength, openLength, visited] = [0, 0, 0];
  const sizes: number[] = [];
  for (let root = 0; root < nodes; root += 1) {
    if (index[root] !== -1) continue;
    path[pathLength++] = root;
    while (pathLength > 0) {
      const node = path[pathLength - 1] as number;
      if (index[node] === -1) {
        index[node] = low[node] = visited++;
        open[openLength++] = node;
      }
      const arc = next[node] as number;
      if (arc < (first[node + 1] as number)) {
        next[node] = arc + 1;
        const reached = pairs[2 * arc] as number;
        if (index[reached] === -1) path[pathLength++] = reached;
        else if (of[reached] === -1) low[node] = Math.min(low[node] as number, index[reached] as number);
        continue;
      }
      pathLength -= 1;
      const above = path[pathLength - 1];
      if (pathLength > 0 && above !== undefined) low[above] = Math.min(low[above] as number, low[node] as number);
      if (low[node] !== index[node]) continue;
      let size = 0;
      for (let member = -1; member !== node; size += 1) {
        member = open[--openLength] as number;
        of[member] = sizes.length;
      }
      sizes.push(size);
    }
  }
  return bySize(of, sizes);
}

/** Pieces that no road joins, whatever its direction, numbered by size. */
export function weakComponents(nodes: number, tail: Int32Array, head: Int32Array): Components {
  const parent = upTo(nodes);
  const root = (node: number): number => {
    let at = node;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  for (let arc = 0; arc < tail.length; arc += 1) parent[root(tail[arc] as number)] = root(head[arc] as number);
  const numbers = new Int32Array(nodes).fill(-1);
  const sizes: number[] = [];
  const of = new Int32Array(nodes);
  for (let node = 0; node < nodes; node += 1) {
    const r = root(node);
    if (numbers[r] === -1) numbers[r] = sizes.push(0) - 1;
    const number = numbers[r] as number;
    of[node] = number;
    sizes[number] = (sizes[number] as number) + 1;
  }
  return bySize(of, sizes);
}

function bySize(of: Int32Array, sizes: readonly number[]): Components {
  const order = sizes.map((_, n) => n).sort((a, b) => (sizes[b] as number) - (sizes[a] as number) || a - b);
  const rank = new Int32Array(sizes.length);
  for (const [r, component] of order.entries()) rank[component] = r;
  return {
    of: take(rank, of),
    sizes: order.map((component) => sizes[component] as number),
  };
}
