import { type ArcRows, groupArcs } from '../roads/graph/arcs.ts';
import { growing } from '../roads/grow.ts';
import { upTo } from '../roads/take.ts';
import { type ArcLists, arcLists } from './arc-lists.ts';

/**
 * A graph from which nodes with few neighbours were taken out, one after the other, with an arc put in place of every way through each
 * of them. Between the nodes that are left (the core) everything costs what it did. To and from one that was taken out a cheapest way
 * goes up to nodes taken out later, through the core, and down again.
 * Source: contraction of nodes, Geisberger, Sanders, Schultes & Delling, "Contraction Hierarchies" (WEA 2008), stopped at a core, and
 * without the search for ways that would make an arc needless, as in Dibbelt, Strasser & Wagner, "Customizable Contraction
 * Hierarchies" (2016): taking out has no need of costs, so it takes little time.
 */
export interface Contracted {
  /** Of each node its place: those taken out first, in their order, then the core. */
  readonly placeOf: Int32Array;
  /** Places below it were taken out. */
  readonly taken: number;
  /** Of each place taken out, the arcs that leave it to later places, by their other end's place. */
  readonly leaving: ArcRows;
  /** Of each place taken out, the arcs that enter it from later places, by their other end's place. */
  readonly entering: ArcRows;
  /** Arcs between the nodes of the core, numbered from 0, along and against their direction. */
  readonly core: ArcRows;
  readonly coreAgainst: ArcRows;
  /** Longest arc of the core, deciseconds. */
  readonly longestArc: number;
}

/** Arcs at a node, in and out, up to which it is taken out. Beyond, the core gains arcs faster than it loses nodes. */
const mostArcs = 16;
/** A round that takes out fewer than one node in so many of those left gives way to nodes with more arcs. */
const slowRound = 50;

/** @param rows arcs by the node they leave */
export function contract({ first, pairs }: ArcRows): Contracted {
  const nodes = first.length - 1;
  const lists = arcLists(nodes, pairs.length / 2, mostArcs);
  for (let node = 0; node < nodes; node += 1)
    for (let arc = first[node] as number; arc < (first[node + 1] as number); arc += 1)
      lists.put(node, pairs[2 * arc] as number, pairs[2 * arc + 1] as number);
  const { placeOf, taken } = takeOut(nodes, lists);
  return { placeOf, taken, ...arcsByPlace(lists, placeOf, taken) };
}

/** Take nodes out, those with the fewest arcs first and no two neighbours in one round: ways up stay short. */
function takeOut(nodes: number, lists: ArcLists): { readonly placeOf: Int32Array; readonly taken: number } {
  const placeOf = new Int32Array(nodes).fill(-1);
  const left = upTo(nodes);
  let [place, count] = [0, nodes];
  for (let most = 2; most <= mostArcs; most += 2)
    for (let before = Number.POSITIVE_INFINITY; before - count >= count / slowRound && count > 0; ) {
      before = count;
      count = 0;
      lists.newRound();
      for (let n = 0; n < before; n += 1) {
        const node = left[n] as number;
        if (lists.takeOut(node, most)) placeOf[node] = place++;
        else left[count++] = node;
      }
    }
  for (let n = 0; n < count; n += 1) placeOf[left[n] as number] = place + n;
  return { placeOf, taken: place };
}

/** Each arc that was ever put belongs to that of its ends which was taken out first, or to the core. */
function arcsByPlace({ slots, slotWidth }: ArcLists, placeOf: Int32Array, taken: number) {
  const columns = () => ({ near: growing(Int32Array), far: growing(Int32Array), cost: growing(Int32Array) });
  const [leaving, entering, core] = [columns(), columns(), columns()];
  const arcs = slots();
  let longestArc = 0;
  for (let at = 0; at < arcs.length; at += slotWidth) {
    const tail = placeOf[arcs[at] as number] as number;
    const head = placeOf[arcs[at + 1] as number] as number;
    const cost = arcs[at + 2] as number;
    const inCore = tail >= taken && head >= taken;
    if (inCore) longestArc = Math.max(longestArc, cost);
    const into = inCore ? core : tail < head ? leaving : entering;
    into.near.push(into === entering ? head : inCore ? tail - taken : tail);
    into.far.push(into === entering ? tail : inCore ? head - taken : head);
    into.cost.push(cost);
  }
  const rows = (count: number, { near, far, cost }: ReturnType<typeof columns>): ArcRows =>
    groupArcs(count, near.view(), far.view(), cost.view());
  const nodes = placeOf.length;
  return {
    leaving: rows(taken, leaving),
    entering: rows(taken, entering),
    core: rows(nodes - taken, core),
    coreAgainst: rows(nodes - taken, { near: core.far, far: core.near, cost: core.cost }),
    longestArc,
  };
}
