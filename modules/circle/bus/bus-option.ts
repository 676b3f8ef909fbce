import { isLocalDate } from '../../../kernel/time/index.ts';
import { refuse } from '../input/bad-input.ts';
import type { Points } from '../input/points.ts';
import type { Network, Place, Reach } from '../travel/network.ts';
import { unreached } from '../travel/search.ts';
import { networkAt, textOf } from '../travel/travel-input.ts';
import { type BusJourney, clockText, openBuses } from './bus-times.ts';
import { clockSeconds, readTimetable } from './timetable.ts';
import { walkingOn, walkingStraight } from './walking.ts';

/** Options of the commands that reckon with buses. */
export const busOptions = {
  timetable: { type: 'string' },
  at: { type: 'string' },
  walk: { type: 'string' },
} as const;

export const busHelp = `--timetable T.csv  班车时刻表 bus timetable：line,trip,stop,time[,depart][,lon,lat][,days]；取道路与班车（走到站、等车、乘车、换车、走到门口）里快的
                 the sooner of the road and of the bus: walk, wait, ride, change, walk
--at 2026-11-24T08:00  什么时候出门，有时刻表时必填 · when one leaves; needed with a timetable
--walk GRAPH     走到站按步行路网算；不给就按直线乘绕行系数，最多走 30 分钟 · walks along these roads; otherwise straight, as winding as the profile says; 30 minutes at most`;

export interface BusOptions {
  readonly timetable?: string | undefined;
  readonly at?: string | undefined;
  readonly walk?: string | undefined;
}

/** From each door by bus to the sites that are open; undefined where no timetable was given. @throws BadInput */
export async function readBusOption(
  { timetable: file, at, walk }: BusOptions,
  network: Network,
  places: readonly Points[],
): Promise<
  ((doors: Points, sites: Points, open: readonly boolean[]) => readonly (BusJourney | undefined)[]) | undefined
> {
  if (file === undefined) {
    if (at !== undefined) refuse('/at', 'timetable', '--at 要和 --timetable 一起用', '--at goes with --timetable');
    if (walk !== undefined)
      refuse('/walk', 'timetable', '--walk 要和 --timetable 一起用', '--walk goes with --timetable');
    return undefined;
  }
  const [day = '', time = ''] = (at ?? '').split('T');
  const leave = clockSeconds(time);
  if (!isLocalDate(day) || leave === undefined || leave >= 86_400)
    return refuse(
      '/at',
      'at',
      `须为日期和时刻，如 2026-11-24T08:00：${at ?? ''}`,
      `must be a day and time, such as 2026-11-24T08:00: ${at ?? ''}`,
    );
  const timetable = readTimetable(await textOf(file, 'timetable'), '/timetable', placesById(places));
  const isWalk = network.graph.facts.profile.name === 'walk';
  const walking =
    walk !== undefined
      ? walkingOn(networkAt(walk))
      : isWalk
        ? walkingOn(network)
        : walkingStraight(network.graph.facts.profile);
  const buses = openBuses(timetable, walking);
  return (doors, sites, open) => {
    const numbers = sites.ids.flatMap((_, n) => (open[n] ? [n] : []));
    const found = buses
      .to(
        numbers.map((n) => placeOf(sites, n)),
        day,
        leave,
      )
      .from(doors.ids.map((_, n) => placeOf(doors, n)));
    return found.map((journey) => journey && { ...journey, site: numbers[journey.site] as number });
  };
}

const placeOf = ({ lon, lat }: Points, n: number): Place => ({ lon: lon[n] as number, lat: lat[n] as number });

/** A stop may be called by the id of a place in the other files. */
function placesById(places: readonly Points[]): (stop: string) => Place | undefined {
  const byId = new Map(places.flatMap((points) => points.ids.map((id, n) => [id, placeOf(points, n)] as const)));
  return (stop) => byId.get(stop);
}

/** A way to a site, by the road or by bus, whichever is there sooner; the road where they are equal. */
export interface SoonerReach extends Reach {
  readonly bus?: BusJourney;
}

/** @returns a time by bus counts as on foot in whole: no change of speed on the road changes it */
export function sooner(reach: Reach, bus: BusJourney | undefined): SoonerReach {
  if (bus === undefined || (reach.deciseconds !== unreached && reach.deciseconds <= bus.seconds * 10)) return reach;
  return { site: bus.site, deciseconds: bus.seconds * 10, onFoot: bus.seconds * 10, bus };
}

/** A journey as the commands print it. */
export function journeyText({ leave, arrive, rides }: BusJourney) {
  return {
    leave: clockText(leave),
    arrive: clockText(arrive),
    rides: rides.map((ride) => ({ ...ride, depart: clockText(ride.depart), arrive: clockText(ride.arrive) })),
  };
}
