/** Arcs in lists at both of their ends, so that nodes can be taken out and arcs put in their place. */
export interface ArcLists {
  /** Put an arc in, or make cheaper the one that is there. An arc from a node to itself is none. */
  put(tail: number, head: number, cost: number): void;
  newRound(): void;
  /**
   * Take a node out and put arcs in place of the ways through it.
   * @returns false where it has more arcs than `most`, where a neighbour was taken out in this round, or where an arc would be too long
   */
  takeOut(node: number, most: number): boolean;
  /** All arcs that were ever put: of arc a at `[slotWidth * a]` tail, head and cost. */
  slots(): Int32Array;
  readonly slotWidth: number;
}

/** Tail, head, cost, the next arc that leaves the tail, the next that enters the head. */
const slotWidth = 5;
/** Longest arc put in place of two, deciseconds (29 h): the buckets of a search are as many as the longest arc is long. */
const longestPut = 1 << 20;

/** @param expected arcs there will be at first @param mostArcs at a node that is taken out */
export function arcLists(nodes: number, expected: number, mostArcs: number): ArcLists {
  let arcs = new Int32Array(slotWidth * (2 * expected + 1024));
  let used = 0;
  const leaves = new Int32Array(nodes).fill(-1);
  const enters = new Int32Array(nodes).fill(-1);
  const degree = new Int32Array(nodes);
  const gone = new Uint8Array(nodes);
  /** Cost of the arc from each node to the one that arcs are being put to; −1 where there is none. */
  const toHead = new Int32Array(nodes).fill(-1);
  /** The last round in which a neighbour was taken out. */
  const touched = new Int32Array(nodes);
  let round = 0;
  const [ins, outs] = [neighbours(mostArcs), neighbours(mostArcs)];

  const put = (tail: number, head: number, cost: number): void => {
    if (tail === head) return;
    let before = -1;
    for (let at = leaves[tail] as number; at >= 0; ) {
      const next = arcs[at + 3] as number;
      const there = arcs[at + 1] as number;
      const across = arcs[at + 2] as number;
      if (there === head) {
        if (cost < across) arcs[at + 2] = cost;
        return;
      }
      // A way over another neighbour that costs no more makes the arc needless.
      const rest = toHead[there] as number;
      if (rest >= 0 && across + rest <= cost && gone[there] === 0) return;
      // Whoever is gone leaves the list as it is passed.
      if (gone[there] === 0) before = at;
      else if (before < 0) leaves[tail] = next;
      else arcs[before + 3] = next;
      at = next;
    }
    if (used === arcs.length) {
      const more = new Int32Array(2 * used);
      more.set(arcs);
      arcs = more;
    }
    arcs[used] = tail;
    arcs[used + 1] = head;
    arcs[used + 2] = cost;
    arcs[used + 3] = leaves[tail] as number;
    arcs[used + 4] = enters[head] as number;
    leaves[tail] = used;
    enters[head] = used;
    used += slotWidth;
    degree[tail] = (degree[tail] as number) + 1;
    degree[head] = (degree[head] as number) + 1;
  };

  /** Neighbours that are there yet, by one of the lists: `link` 3 with `end` 1 those it leads to, 4 with 0 those it comes from. */
  const gather = (from: number, link: 3 | 4, end: 0 | 1, into: Neighbours): void => {
    into.count = into.longest = 0;
    for (let at = from; at >= 0; at = arcs[at + link] as number) {
      const other = arcs[at + end] as number;
      if (gone[other] === 1) continue;
      const cost = arcs[at + 2] as number;
      into.node[into.count] = other;
      into.cost[into.count] = cost;
      into.count += 1;
      if (cost > into.longest) into.longest = cost;
    }
  };
  const markWaysTo = (head: number): void => {
    let before = -1;
    for (let at = enters[head] as number; at >= 0; ) {
      const next = arcs[at + 4] as number;
      const tail = arcs[at] as number;
      if (gone[tail] === 0) {
        toHead[tail] = arcs[at + 2] as number;
        before = at;
      } else if (before < 0) enters[head] = next;
      else arcs[before + 4] = next;
      at = next;
    }
  };
  const forgetWaysTo = (head: number): void => {
    for (let at = enters[head] as number; at >= 0; at = arcs[at + 4] as number) toHead[arcs[at] as number] = -1;
  };
  const leave = ({ node, count }: Neighbours): void => {
    for (let n = 0; n < count; n += 1) {
      const other = node[n] as number;
      degree[other] = (degree[other] as number) - 1;
      touched[other] = round;
    }
  };

  return {
    put,
    newRound() {
      round += 1;
    },
    takeOut(node, most) {
      if (touched[node] === round || (degree[node] as number) > most) return false;
      gather(enters[node] as number, 4, 0, ins);
      gather(leaves[node] as number, 3, 1, outs);
      if (ins.count > 0 && outs.count > 0 && ins.longest + outs.longest > longestPut) return false;
      gone[node] = 1;
      leave(ins);
      leave(outs);
      for (let o = 0; o < outs.count; o += 1) {
        const head = outs.node[o] as number;
        markWaysTo(head);
        for (let i = 0; i < ins.count; i += 1)
          put(ins.node[i] as number, head, (ins.cost[i] as number) + (outs.cost[o] as number));
        forgetWaysTo(head);
      }
      return true;
    },
    slots: () => arcs.subarray(0, used),
    slotWidth,
  };
}

interface Neighbours {
  readonly node: Int32Array;
  readonly cost: Int32Array;
  count: number;
  longest: number;
}

function neighbours(most: number): Neighbours {
  return { node: new Int32Array(most), cost: new Int32Array(most), count: 0, longest: 0 };
}
