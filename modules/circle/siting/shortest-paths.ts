/**
 * Shortest paths between all pairs of nodes of an undirected graph with whole lengths, by one bucket queue (Dial 1969) from
 * each node: for the sparse graphs of test files far quicker than Floyd's cube.
 * @param lengths by `from * nodes + to`, from ≤ to, counted from 0
 * @returns at `[from * nodes + to]`; Infinity where there is no way
 */
export function allShortestPaths(nodes: number, lengths: ReadonlyMap<number, number>): Float64Array {
  const start = new Int32Array(nodes + 1);
  for (const key of lengths.keys()) {
    for (const end of [Math.floor(key / nodes), key % nodes]) start[end + 1] = (start[end + 1] as number) + 1;
  }
  for (let n = 0; n < nodes; n += 1) start[n + 1] = (start[n + 1] as number) + (start[n] as number);
  const at = start.slice(0, nodes);
  const head = new Int32Array(start[nodes] as number);
  const length = new Float64Array(start[nodes] as number);
  let longest = 0;
  const link = (from: number, to: number, l: number): void => {
    const k = at[from] as number;
    head[k] = to;
    length[k] = l;
    at[from] = k + 1;
  };
  for (const [key, l] of lengths) {
    link(Math.floor(key / nodes), key % nodes, l);
    link(key % nodes, Math.floor(key / nodes), l);
    longest = Math.max(longest, l);
  }
  const out = new Float64Array(nodes * nodes).fill(Number.POSITIVE_INFINITY);
  const search = longest <= 100_000 ? fromBuckets : fromScan;
  for (let from = 0; from < nodes; from += 1)
    search({ start, head, length, longest }, from, out.subarray(from * nodes, (from + 1) * nodes));
  return out;
}

interface Graph {
  readonly start: Int32Array;
  readonly head: Int32Array;
  readonly length: Float64Array;
  readonly longest: number;
}

/** Open labels lie within `longest` of each other, so a ring of longest + 1 buckets holds them. */
function fromBuckets({ start, head, length, longest }: Graph, from: number, dist: Float64Array): void {
  const ring: number[][] = Array.from({ length: longest + 1 }, () => []);
  dist[from] = 0;
  ring[0]?.push(from);
  let open = 1;
  for (let d = 0; open > 0; d += 1) {
    const bucket = ring[d % (longest + 1)] as number[];
    for (let n = bucket.pop(); n !== undefined; n = bucket.pop()) {
      open -= 1;
      if (dist[n] !== d) continue;
      for (let k = start[n] as number; k < (start[n + 1] as number); k += 1) {
        const to = head[k] as number;
        const reached = d + (length[k] as number);
        if (reached >= (dist[to] as number)) continue;
        dist[to] = reached;
        ring[reached % (longest + 1)]?.push(to);
        open += 1;
      }
    }
  }
}

/** For lengths too long for buckets: the nearest open node by looking at all. */
function fromScan({ start, head, length }: Graph, from: number, dist: Float64Array): void {
  const done = new Uint8Array(dist.length);
  dist[from] = 0;
  for (;;) {
    let n = -1;
    for (let i = 0; i < dist.length; i += 1)
      if (done[i] === 0 && (dist[i] as number) < (n < 0 ? Number.POSITIVE_INFINITY : (dist[n] as number))) n = i;
    if (n < 0) return;
    done[n] = 1;
    for (let k = start[n] as number; k < (start[n + 1] as number); k += 1)
      dist[head[k] as number] = Math.min(
        dist[head[k] as number] as number,
        (dist[n] as number) + (length[k] as number),
      );
  }
}
