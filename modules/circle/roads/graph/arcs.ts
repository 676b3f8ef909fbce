/** Arcs by node (compressed rows): those of node n are `first[n]` to `first[n + 1]`; arc k has its other end at `pairs[2k]` and takes `pairs[2k + 1]` deciseconds. */
export interface ArcRows {
  readonly first: Int32Array;
  readonly pairs: Int32Array;
}

/** Arcs as columns. `edge` is twice the edge, and one more where the arc runs against it. */
export interface ArcColumns {
  readonly tail: Int32Array;
  readonly head: Int32Array;
  readonly deciseconds: Int32Array;
  readonly edge: Int32Array;
}

/** Group arcs by `key`, keeping their order within a row: a counting sort, O(nodes + arcs). */
export function groupArcs(
  nodes: number,
  key: Int32Array,
  other: Int32Array,
  deciseconds: Int32Array,
): ArcRows & { readonly order: Int32Array } {
  const first = new Int32Array(nodes + 1);
  for (const node of key) first[node + 1] = (first[node + 1] as number) + 1;
  for (let n = 0; n < nodes; n += 1) first[n + 1] = (first[n + 1] as number) + (first[n] as number);
  const next = first.slice();
  const pairs = new Int32Array(2 * key.length);
  const order = new Int32Array(key.length);
  for (let arc = 0; arc < key.length; arc += 1) {
    const node = key[arc] as number;
    const at = next[node] as number;
    next[node] = at + 1;
    pairs[2 * at] = other[arc] as number;
    pairs[2 * at + 1] = deciseconds[arc] as number;
    order[at] = arc;
  }
  return { first, pairs, order };
}
