import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOf, randomGrids } from '../testing/random-grid.ts';
import { travelMatrix } from './matrix.ts';
import { openNetwork } from './network.ts';

describe('a table of times', () => {
  // Few sites are searched for one by one, many on a contracted graph; of doors and sites the fewer are searched from.
  it.each([3, 40])('says what a search to each site says, for up to %i doors and sites', (most) => {
    fc.assert(
      fc.property(randomGrids(most), ({ graph, from, to }) => {
        const network = openNetwork(graph);
        // One door and one site without a road near them.
        const doors = [...from.map((one) => network.snap(placeOf(one))), undefined];
        const sites = [undefined, ...to.map((one) => network.snap(placeOf(one)))];
        const expected = sites.flatMap((site) => {
          const times = network.timesTo([site]);
          return doors.map((door) => times.from(door).deciseconds);
        });
        expect([...travelMatrix(network, doors, sites)]).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  it('leaves what an earlier search to the nearest site found as it is', () => {
    fc.assert(
      fc.property(randomGrids(3), ({ graph, from, to }) => {
        const network = openNetwork(graph);
        const sites = to.map((one) => network.snap(placeOf(one)));
        const doors = from.map((one) => network.snap(placeOf(one)));
        const times = network.timesTo(sites);
        const before = doors.map((door) => times.from(door));
        travelMatrix(network, doors, sites);
        expect(doors.map((door) => times.from(door))).toEqual(before);
      }),
      { numRuns: 50 },
    );
  });
});
