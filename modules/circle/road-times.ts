import { Refusal } from '../../kernel/errors/index.ts';
import { type LonLat, type Position, type RoadTimes, type RoadWay, TravelMode } from '../network/index.ts';
import type { Buses } from './bus/bus-times.ts';
import type { BusesHolder } from './bus/buses-on-file.ts';
import { BadInput } from './input/bad-input.ts';
import { roadsAround } from './road-lines.ts';
import type { RoadsHolder } from './roads-on-file.ts';
import { travelMatrix } from './travel/matrix.ts';
import type { Network } from './travel/network.ts';
import { unreached } from './travel/search.ts';
import type { Snap } from './travel/snap.ts';
import { readWay, traceWay } from './travel/trace.ts';
import { inWgs84 } from './wgs84.ts';

/** Times by road for whoever looks for the nearest point or designates; undefined where no roads are on file. */
export function roadTimes(roads: RoadsHolder, timetable?: BusesHolder): RoadTimes | undefined {
  const networks = new Map<TravelMode, Network>();
  for (const mode of TravelMode.options) {
    const network = unlessBroken(() => roads.network(mode));
    if (network !== undefined) networks.set(mode, network);
  }
  const buses = timetable?.buses();
  if (networks.size === 0 && buses === undefined) return undefined;
  const snapAll = (network: Network, places: readonly Position[]): readonly (Snap | undefined)[] =>
    places.map((place) => network.snap(inWgs84(place)));
  return {
    modes: [...networks.keys()],
    schematic: (mode) => networks.get(mode)?.graph.facts.schematic ?? true,
    minutes(from, to, mode) {
      const network = networks.get(mode);
      if (network === undefined) return to.map(() => undefined);
      const times = travelMatrix(network, snapAll(network, [from]), snapAll(network, to));
      return Array.from(times, minutesOf);
    },
    minutesTo(to, from, mode) {
      const network = networks.get(mode);
      if (network === undefined) return from.map(() => undefined);
      const times = network.timesTo(snapAll(network, [to]));
      return snapAll(network, from).map((door) => minutesOf(times.from(door).deciseconds));
    },
    way(from, to, mode) {
      const network = networks.get(mode);
      return network && wayBetween(network, inWgs84(from), inWgs84(to));
    },
    ...(buses !== undefined && { bus: busWays(buses) }),
  };
}

/** One scan for each point: who asks wants the bus to this one, not to whichever is soonest. */
function busWays(buses: Buses): NonNullable<RoadTimes['bus']> {
  return (from, to, day, at) =>
    to.map((point) => {
      const [journey] = buses.to([inWgs84(point)], day, at).from([inWgs84(from)]);
      return journey && { leave: journey.leave, arrive: journey.arrive, rides: journey.rides };
    });
}

function wayBetween(
  network: Network,
  from: { readonly lon: number; readonly lat: number },
  to: { readonly lon: number; readonly lat: number },
): RoadWay | undefined {
  const [door, site] = [network.snap(from), network.snap(to)];
  if (door === undefined || site === undefined) return undefined;
  const times = network.timesTo([site]);
  const { deciseconds, onFoot } = times.from(door);
  const legs = deciseconds === unreached ? undefined : traceWay(network.graph, times.found, door, site, 0);
  if (legs === undefined) return undefined;
  const { line, kilometres, roads } = readWay(network.graph, legs);
  const whole: readonly LonLat[] = [[from.lon, from.lat], ...line, [to.lon, to.lat]];
  return {
    minutes: deciseconds / 600,
    onFoot: onFoot / 600,
    kilometres,
    roads,
    line: whole,
    around: roadsAround(network.graph, whole),
  };
}

function minutesOf(deciseconds: number): number | undefined {
  return deciseconds === unreached ? undefined : deciseconds / 600;
}

/** People are answered without a graph rather than not at all; the page of the circle says what is wrong with the file. */
function unlessBroken<T>(open: () => T | undefined): T | undefined {
  try {
    return open();
  } catch (error) {
    if (error instanceof BadInput || error instanceof Refusal) return undefined;
    throw error;
  }
}
