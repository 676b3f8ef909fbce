import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ArcColumns } from './arcs.ts';
import { splitTurns, type TurnRule } from './split-turns.ts';

/** A little network: `edges` both ways, each a way of its own, each so many deciseconds long. */
const network = fc
  .record({
    nodes: fc.integer({ min: 3, max: 7 }),
    edges: fc.array(fc.tuple(fc.nat(99), fc.nat(99), fc.integer({ min: 1, max: 20 }), fc.boolean()), {
      minLength: 3,
      maxLength: 14,
    }),
    rules: fc.array(fc.tuple(fc.boolean(), fc.nat(99), fc.nat(99), fc.nat(99)), { maxLength: 8 }),
  })
  .map(({ nodes, edges, rules }) => {
    const tail: number[] = [];
    const head: number[] = [];
    const deciseconds: number[] = [];
    const edge: number[] = [];
    for (const [e, [a, b, time, oneway]] of edges.entries()) {
      tail.push(a % nodes);
      head.push(b % nodes);
      deciseconds.push(time);
      edge.push(2 * e);
      if (oneway) continue;
      tail.push(b % nodes);
      head.push(a % nodes);
      deciseconds.push(time);
      edge.push(2 * e + 1);
    }
    const arcs: ArcColumns = {
      tail: Int32Array.from(tail),
      head: Int32Array.from(head),
      deciseconds: Int32Array.from(deciseconds),
      edge: Int32Array.from(edge),
    };
    const asRules: TurnRule[] = rules.map(([no, from, to, node]) => ({
      kind: no ? 'no' : 'only',
      from: from % edges.length,
      to: to % edges.length,
      node: node % nodes,
    }));
    return { nodes, arcs, rules: asRules, wayOf: Int32Array.from(edges, (_, e) => e) };
  });

/** Least time from a node to each, arc by arc, with the rules looked up at every turn. */
function byArcs(nodes: number, arcs: ArcColumns, rules: readonly TurnRule[], from: number): number[] {
  const count = arcs.tail.length;
  const wayOf = (arc: number) => (arcs.edge[arc] as number) >> 1;
  const leaves = (node: number, way: number) => arcs.tail.some((tail, arc) => tail === node && wayOf(arc) === way);
  const mayFollow = (a: number, b: number): boolean => {
    const node = arcs.head[a] as number;
    const mine = rules.filter((rule) => rule.node === node && rule.from === wayOf(a) && leaves(node, rule.to));
    const only = mine.filter(({ kind }) => kind === 'only');
    if (only.length > 0 && !only.some(({ to }) => to === wayOf(b))) return false;
    return !mine.some(
      ({ kind, from: f, to }) => kind === 'no' && to === wayOf(b) && (f !== to || wayOf(a) === wayOf(b)),
    );
  };
  const time = new Array<number>(count).fill(Number.POSITIVE_INFINITY);
  for (let arc = 0; arc < count; arc += 1) if (arcs.tail[arc] === from) time[arc] = arcs.deciseconds[arc] as number;
  for (let round = 0; round < count; round += 1)
    for (let a = 0; a < count; a += 1)
      for (let b = 0; b < count; b += 1)
        if (arcs.head[a] === arcs.tail[b] && mayFollow(a, b))
          time[b] = Math.min(time[b] as number, (time[a] as number) + (arcs.deciseconds[b] as number));
  const best = new Array<number>(nodes).fill(Number.POSITIVE_INFINITY);
  best[from] = 0;
  for (let arc = 0; arc < count; arc += 1) {
    const to = arcs.head[arc] as number;
    best[to] = Math.min(best[to] as number, time[arc] as number);
  }
  return best;
}

/** The same over the split nodes, by Bellman and Ford. */
function bySplit(nodes: number, arcs: ArcColumns, copies: Int32Array, from: number): number[] {
  const time = new Array<number>(nodes + copies.length).fill(Number.POSITIVE_INFINITY);
  time[from] = 0;
  for (let round = 0; round < time.length; round += 1)
    for (let arc = 0; arc < arcs.tail.length; arc += 1) {
      const there = (time[arcs.tail[arc] as number] as number) + (arcs.deciseconds[arc] as number);
      const head = arcs.head[arc] as number;
      time[head] = Math.min(time[head] as number, there);
    }
  return Array.from({ length: nodes }, (_, node) =>
    Math.min(
      time[node] as number,
      ...Array.from(copies, (of, c) => (of === node ? (time[nodes + c] as number) : Infinity)),
    ),
  );
}

test('splitting junctions finds what looking up every turn finds', () => {
  fc.assert(
    fc.property(network, ({ nodes, arcs, rules, wayOf }) => {
      const split = splitTurns(arcs, nodes, rules, wayOf);
      for (let from = 0; from < nodes; from += 1)
        expect(bySplit(nodes, split.arcs, split.copies, from)).toEqual(byArcs(nodes, arcs, rules, from));
    }),
    { numRuns: 400 },
  );
});

test('without rules nothing is copied', () => {
  fc.assert(
    fc.property(network, ({ nodes, arcs, wayOf }) => {
      expect(splitTurns(arcs, nodes, [], wayOf)).toEqual({ arcs, copies: new Int32Array(0) });
    }),
    { numRuns: 20 },
  );
});
