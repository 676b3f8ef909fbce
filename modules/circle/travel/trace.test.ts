import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placeOf, randomGrids } from '../testing/random-grid.ts';
import { openNetwork } from './network.ts';
import type { Snap } from './snap.ts';
import { readWay, traceWay } from './trace.ts';

it('the road taken is in one piece, takes the time that was told, and is as long as its line', () => {
  fc.assert(
    fc.property(randomGrids(3), ({ graph, from: [from], to }) => {
      const network = openNetwork(graph);
      const door = network.snap(placeOf(from as [number, number]));
      const sites = to.map((one) => network.snap(placeOf(one)));
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
