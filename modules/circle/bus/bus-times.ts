import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Place } from '../travel/network.ts';
import { type Connections, connectionsOf, type Onward, onwardAt, scanProfiles } from './scan.ts';
import type { Timetable } from './timetable.ts';
import type { Walking } from './walking.ts';

/** A ride as one reads it. Seconds after midnight of the day asked about. */
export interface RideRead {
  readonly line: string;
  readonly from: string;
  readonly depart: number;
  readonly to: string;
  readonly arrive: number;
}

/** From a door by bus to a site. */
export interface BusJourney {
  readonly site: number;
  /** From the moment asked about to the site's door, waiting counted, seconds. */
  readonly seconds: number;
  /** The latest moment to leave the door for the same arrival, seconds after midnight. */
  readonly leave: number;
  readonly arrive: number;
  readonly rides: readonly RideRead[];
}

export interface BusTimes {
  /** From each door, leaving it at that moment or later; undefined where no bus leads to a site. */
  from(doors: readonly Place[]): readonly (BusJourney | undefined)[];
}

/** Time to change from one bus to another, seconds. */
const change = 120;

/** Buses that run, and who can walk to them. Made once for a timetable. */
export function openBuses(timetable: Timetable, walking: Walking) {
  const stops = timetable.stops.map(({ place }) => place);
  const walksTo = stops.map((stop, to) =>
    walking(stops, stop).flatMap((seconds, from) => (seconds === undefined || from === to ? [] : [{ from, seconds }])),
  );
  /** A day's buses depend on its weekday alone. */
  const byWeekday = new Map<number, Connections>();
  const connectionsOn = (day: LocalDate): Connections => {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    const known = byWeekday.get(weekday) ?? connectionsOf(timetable, (offset) => ((weekday + offset + 6) % 7) + 1);
    byWeekday.set(weekday, known);
    return known;
  };
  return {
    /** Ways to the nearest in time of the sites, for whoever leaves at a moment (seconds after midnight of a day), on it or on the day after. */
    to(sites: readonly Place[], day: LocalDate, at: number): BusTimes {
      const egress: ({ site: number; seconds: number } | undefined)[] = stops.map(() => undefined);
      for (const [site, place] of sites.entries())
        for (const [stop, seconds] of walking(stops, place).entries())
          if (seconds !== undefined && seconds < (egress[stop]?.seconds ?? Number.POSITIVE_INFINITY))
            egress[stop] = { site, seconds };
      const profiles = scanProfiles({
        stops: stops.length,
        connections: connectionsOn(day),
        from: at,
        walksTo,
        egress,
        change,
      });
      return {
        from(doors) {
          const best: (BusJourney | undefined)[] = doors.map(() => undefined);
          for (const [stop, place] of stops.entries()) {
            const profile = profiles[stop] as readonly Onward[];
            if (profile.length === 0) continue;
            for (const [door, walk] of walking(doors, place).entries()) {
              const onward = walk === undefined ? undefined : onwardAt(profile, at + walk);
              if (walk === undefined || onward === undefined) continue;
              const known = best[door];
              const leave = onward.depart - walk;
              if (
                known !== undefined &&
                (known.arrive < onward.arrive || (known.arrive === onward.arrive && known.leave >= leave))
              )
                continue;
              best[door] = {
                site: onward.site,
                seconds: onward.arrive - at,
                leave,
                arrive: onward.arrive,
                rides: ridesOf(timetable, onward),
              };
            }
          }
          return best;
        },
      };
    },
  };
}
export type Buses = ReturnType<typeof openBuses>;

function ridesOf({ stops, trips }: Timetable, first: Onward): readonly RideRead[] {
  const rides: RideRead[] = [];
  for (let way: Onward | undefined = first; way !== undefined; way = way.next) {
    const { trip, on, off, depart, arrive } = way.ride;
    const { line, calls } = trips[trip] as (typeof trips)[number];
    const nameAt = (call: number): string => stops[calls[call]?.stop ?? -1]?.name ?? '';
    rides.push({ line, from: nameAt(on), depart, to: nameAt(off), arrive });
  }
  return rides;
}

/** `08:10`; of the next day `+1 08:10`. */
export function clockText(seconds: number): string {
  const day = Math.floor(seconds / 86_400);
  const minutes = Math.floor((seconds - day * 86_400) / 60);
  const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return day === 0 ? time : `${day > 0 ? '+' : ''}${day} ${time}`;
}
