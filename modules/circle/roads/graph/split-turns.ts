import { growing } from '../grow.ts';

import type { ArcColumns } from './arcs.ts';

/** A turn banned, or the only one allowed, at a node, between ways. */
export interface TurnRule {
  readonly kind: 'no' | 'only';
  readonly from: number;
  readonly node: number;
  readonly to: number;
}

/**
 * Honour turn rules by splitting nodes: an arc after which turns are banned enters a copy of its junction, and the copy has only
 * the arcs that may follow. A search then needs no turn tables, and its answers are exact for rules over one node.
 * Source: node-based modelling of turns, as in Geisberger & Vetter, "Efficient Routing in Road Networks with Turn Costs" (SEA 2011).
 * @param wayOf the way of an edge
 * @returns the arcs with those of the copies behind them, and of each copy (numbered from `nodes`) the junction it copies
 */
export function splitTurns(
  arcs: ArcColumns,
  nodes: number,
  rules: readonly TurnRule[],
  wayOf: Int32Array,
): { readonly arcs: ArcColumns; readonly copies: Int32Array } {
  const bans = bannedTurns(arcs, rules, wayOf);
  if (bans.size === 0) return { arcs, copies: new Int32Array(0) };
  const leaving = arcsAt(arcs.tail, rules);
  const head = arcs.head.slice();
  const copies: number[] = [];
  for (const arc of bans.keys()) {
    head[arc] = nodes + copies.length;
    copies.push(arcs.head[arc] as number);
  }
  const added = {
    tail: growing(Int32Array),
    head: growing(Int32Array),
    deciseconds: growing(Int32Array),
    edge: growing(Int32Array),
  };
  let copy = nodes;
  for (const [arc, banned] of bans) {
    for (const out of leaving.get(arcs.head[arc] as number) ?? []) {
      if (banned.has(out)) continue;
      added.tail.push(copy);
      // The arc that follows may itself enter a copy: all heads are redirected before any copy takes one over.
      added.head.push(head[out] as number);
      added.deciseconds.push(arcs.deciseconds[out] as number);
      added.edge.push(arcs.edge[out] as number);
    }
    copy += 1;
  }
  return {
    arcs: {
      tail: joined(arcs.tail, added.tail.view()),
      head: joined(head, added.head.view()),
      deciseconds: joined(arcs.deciseconds, added.deciseconds.view()),
      edge: joined(arcs.edge, added.edge.view()),
    },
    copies: Int32Array.from(copies),
  };
}

/** For each arc that ends in rules, the arcs that may not follow it. Several "only" over one arc allow any of theirs. */
function bannedTurns(arcs: ArcColumns, rules: readonly TurnRule[], wayOf: Int32Array): Map<number, Set<number>> {
  const [leaving, entering] = [arcsAt(arcs.tail, rules), arcsAt(arcs.head, rules)];
  const edgeOf = (arc: number) => (arcs.edge[arc] as number) >> 1;
  const bans = new Map<number, Set<number>>();
  const allowed = new Map<number, Set<number>>();
  const into = (sets: Map<number, Set<number>>, arc: number, members: readonly number[]): void => {
    const known = sets.get(arc) ?? new Set<number>();
    sets.set(arc, known);
    for (const one of members) known.add(one);
  };
  for (const { kind, from, node, to } of rules) {
    const named = (leaving.get(node) ?? []).filter((arc) => wayOf[edgeOf(arc)] === to);
    // A rule that would leave nothing but a closed road is about other vehicles.
    if (named.length === 0) continue;
    for (const arc of entering.get(node) ?? []) {
      if (wayOf[edgeOf(arc)] !== from) continue;
      if (kind === 'only') into(allowed, arc, named);
      // From a way onto itself is turning round: going on along it stays open.
      else into(bans, arc, from === to ? named.filter((out) => edgeOf(out) === edgeOf(arc)) : named);
    }
  }
  for (const [arc, open] of allowed)
    into(
      bans,
      arc,
      (leaving.get(arcs.head[arc] as number) ?? []).filter((out) => !open.has(out)),
    );
  for (const [arc, banned] of bans) if (banned.size === 0) bans.delete(arc);
  return bans;
}

/** Arcs by one of their ends, at the nodes of the rules only. */
function arcsAt(key: Int32Array, rules: readonly TurnRule[]): Map<number, number[]> {
  const found = new Map<number, number[]>(rules.map(({ node }) => [node, []]));
  for (let arc = 0; arc < key.length; arc += 1) found.get(key[arc] as number)?.push(arc);
  return found;
}

function joined(a: Int32Array, b: Int32Array): Int32Array {
  const both = new Int32Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
