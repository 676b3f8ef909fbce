import fc from 'fast-check';
import { expect, it } from 'vitest';
import { eastMetres as m, tinyGraph } from '../testing/tiny-graph.ts';
import { openNetwork } from './network.ts';
import type { Snap } from './snap.ts';
import { readWay, traceWay } from './trace.ts';

/** Nine points in a square, roads between some of them, some oneway, some turns banned. */
const grids = fc.record({
  roads: fc.array(
    fc.record({ a: fc.nat(8), b: fc.nat(8), oneway: fc.boolean(), kmH: fc.integer({ min: 5, max: 90 }) }),
    { minLength: 3, maxLength: 20 },
  ),
  turns: fc.array(fc.record({ from: fc.nat(19), to: fc.nat(19), via: fc.nat(8) }), { maxLength: 4 }),
  from: fc.tuple(fc.integer({ min: -300, max: 2300 }), fc.integer({ min: -300, max: 2300 })),
  to: fc.array(fc.tuple(fc.integer({ min: -300, max: 2300 }), fc.integer({ min: -300, max: 2300 })), {
    minLength: 1,
    maxLength: 3,
  }),
});

it('the road taken is in one piece, takes the time that was told, and is as long as its line', () => {
  fc.assert(
    fc.property(grids, ({ roads, turns, from, to }) => {
      const kept = roads.filter(({ a, b }) => a !== b);
      fc.pre(kept.length > 0);
      const name = (n: number): string => `p${n}`;
      const graph = tinyGraph({
        points: Object.fromEntries(
          Array.from({ length: 9 }, (_, n) => [name(n), [m(1000 * (n % 3)), m(1000 * Math.floor(n / 3))] as const]),
        ),
        roads: kept.map(({ a, b, oneway, kmH }, n) => ({ points: [name(a), name(b)], oneway, kmH, name: `r${n}` })),
        turns: turns
          .filter((turn) => turn.from < kept.length && turn.to < kept.length)
          .map((turn) => ({ kind: 'no' as const, from: turn.from, to: turn.to, via: name(turn.via) })),
      });
      const network = openNetwork(graph);
      const place = ([x, y]: readonly [number, number]) => ({ lon: m(x), lat: m(y) });
      const door = network.snap(place(from));
      const sites = to.map((one) => network.snap(place(one)));
      const times = network.timesTo(sites);
      const reach = times.from(door);
      if (door === undefined || reach.site === undefined) return;
      const site = sites[reach.site] as Snap;
      const legs = traceWay(graph, times.found, door, site, reach.site) ?? [];
      const told = reach.deciseconds - reach.onFoot;
      expect(legs.reduce((sum, leg) => sum + leg.deciseconds, 0)).toBe(told);
      for (const [n, leg] of legs.entries()) {
        const next = legs[n + 1];
        if (next === undefined) continue;
        const end = leg.to === 1 ? graph.edgeTo[leg.edge] : graph.edgeFrom[leg.edge];
        expect(next.from === 0 ? graph.edgeFrom[next.edge] : graph.edgeTo[next.edge]).toBe(end);
      }
      const { line, kilometres } = readWay(graph, legs);
      const drawn = line.slice(1).reduce((sum, [x, y], n) => {
        const [px, py] = line[n] as readonly [number, number];
        return sum + Math.hypot(x - px, y - py) * 111.19508;
      }, 0);
      expect(drawn).toBeCloseTo(kilometres, 2);
    }),
    { numRuns: 400 },
  );
});
