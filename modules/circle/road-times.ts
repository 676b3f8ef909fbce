import type { RoadTimes } from '../network/index.ts';
import type { RoadsHolder } from './roads-on-file.ts';
import { travelMatrix } from './travel/matrix.ts';
import { unreached } from './travel/search.ts';
import { inWgs84 } from './wgs84.ts';

/** Times by road for whoever looks for the nearest point; undefined where no roads are on file. */
export function roadTimes(roads: RoadsHolder): RoadTimes | undefined {
  const network = roads.network();
  if (network === undefined) return undefined;
  return {
    schematic: network.graph.facts.schematic,
    minutes(from, to) {
      const door = network.snap(inWgs84(from));
      const times = travelMatrix(
        network,
        [door],
        to.map((point) => network.snap(inWgs84(point))),
      );
      return Array.from(times, (time) => (time === unreached ? undefined : time / 600));
    },
  };
}
