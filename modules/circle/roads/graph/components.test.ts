import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupArcs } from './arcs.ts';
import { strongComponents, weakComponents } from './components.ts';

const digraph = fc.integer({ min: 1, max: 12 }).chain((nodes) =>
  fc.record({
    nodes: fc.constant(nodes),
    arcs: fc.array(fc.tuple(fc.nat(nodes - 1), fc.nat(nodes - 1)), { maxLength: 24 }),
  }),
);

/** Which nodes reach which, by Warshall. */
function reaches(nodes: number, arcs: readonly (readonly [number, number])[]): boolean[][] {
  const found = Array.from({ length: nodes }, (_, a) => Array.from({ length: nodes }, (_, b) => a === b));
  const row = (n: number) => found[n] as boolean[];
  for (const [a, b] of arcs) row(a)[b] = true;
  for (let k = 0; k < nodes; k += 1)
    for (let a = 0; a < nodes; a += 1) for (let b = 0; b < nodes; b += 1) if (row(a)[k] && row(k)[b]) row(a)[b] = true;
  return found;
}

function columns(arcs: readonly (readonly [number, number])[]) {
  return { tail: Int32Array.from(arcs, ([a]) => a), head: Int32Array.from(arcs, ([, b]) => b) };
}

test('two nodes are in one strong component when each reaches the other', () => {
  fc.assert(
    fc.property(digraph, ({ nodes, arcs }) => {
      const { tail, head } = columns(arcs);
      const { of, sizes } = strongComponents(groupArcs(nodes, tail, head, new Int32Array(arcs.length)));
      const known = reaches(nodes, arcs);
      for (let a = 0; a < nodes; a += 1)
        for (let b = 0; b < nodes; b += 1)
          expect(of[a] === of[b]).toBe(known[a]?.[b] === true && known[b]?.[a] === true);
      expectBySize(of, sizes);
    }),
  );
});

test('two nodes are in one piece when arcs join them, whatever their direction', () => {
  fc.assert(
    fc.property(digraph, ({ nodes, arcs }) => {
      const { tail, head } = columns(arcs);
      const { of, sizes } = weakComponents(nodes, tail, head);
      const known = reaches(nodes, [...arcs, ...arcs.map(([a, b]) => [b, a] as const)]);
      for (let a = 0; a < nodes; a += 1) for (let b = 0; b < nodes; b += 1) expect(of[a] === of[b]).toBe(known[a]?.[b]);
      expectBySize(of, sizes);
    }),
  );
});

test('a chain of a hundred thousand does not end the stack', () => {
  const nodes = 100_000;
  const tail = Int32Array.from({ length: nodes - 1 }, (_, n) => n);
  const head = Int32Array.from({ length: nodes - 1 }, (_, n) => n + 1);
  const { sizes } = strongComponents(groupArcs(nodes, tail, head, new Int32Array(nodes - 1)));
  expect(sizes).toHaveLength(nodes);
});

function expectBySize(of: Int32Array, sizes: readonly number[]): void {
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  expect(sizes).toEqual(sizes.map((_, n) => of.filter((component) => component === n).length));
}
