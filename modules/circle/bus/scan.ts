import type { Timetable } from './timetable.ts';

/** One bus from one stop to the next. Seconds after midnight of the day asked about; a day before or after it is 86,400 away. */
interface Connection {
  readonly trip: number;
  /** Of the trip's calls, the one it leaves from. */
  readonly call: number;
  readonly from: number;
  readonly to: number;
  readonly depart: number;
  readonly arrive: number;
}

export type Connections = readonly { readonly connection: Connection; readonly run: string }[];

/** A ride on one bus. */
export interface Ride {
  /** Number of the trip in the timetable, and of its calls where one gets on and off. */
  readonly trip: number;
  readonly on: number;
  readonly off: number;
  /** When the bus leaves and arrives there, seconds as above. */
  readonly depart: number;
  readonly arrive: number;
}

/** A way to a site for somebody who stands at a stop. */
export interface Onward {
  /** The latest moment to be at the stop. */
  readonly depart: number;
  readonly arrive: number;
  readonly site: number;
  readonly ride: Ride;
  /** After the ride: another one, or the walk to the site. */
  readonly next: Onward | undefined;
}

export interface ScanInput {
  /** How many stops there are. */
  readonly stops: number;
  readonly connections: Connections;
  /** Nobody sets out before this moment, seconds: what leaves earlier is not looked at. */
  readonly from: number;
  /** From which stops a stop is walked to, and how long, seconds. */
  readonly walksTo: readonly (readonly { readonly from: number; readonly seconds: number }[])[];
  /** Of each stop the walk to a site, where one is near. */
  readonly egress: readonly ({ readonly site: number; readonly seconds: number } | undefined)[];
  /** At least so long between two buses, seconds. */
  readonly change: number;
}

/** Of each stop, the ways onward with a bus that leaves from there that are worth it: the later one leaves, the later one arrives. */
export type Profiles = readonly (readonly Onward[])[];

/**
 * Connection scan for profiles (Dibbelt, Pajor, Strasser, Wagner, "Connection Scan Algorithm", ACM JEA 2018): all connections once, the
 * latest first; of each, the earliest arrival of somebody who takes it is the best of staying seated, walking from the next stop,
 * and changing there. Exact: there is no limit to the number of changes.
 */
export function scanProfiles({ stops, connections, from: first, walksTo, egress, change }: ScanInput): Profiles {
  const boarding: Onward[][] = Array.from({ length: stops }, () => []);
  /** The same for somebody who changes there and may walk to another stop. Who comes from a door has walked already. */
  const changing: Onward[][] = Array.from({ length: stops }, () => []);
  /** Best way for somebody who sits in a trip of a day. */
  const seated = new Map<
    string,
    {
      readonly arrive: number;
      readonly site: number;
      readonly off: number;
      readonly offAt: number;
      readonly next: Onward | undefined;
    }
  >();
  for (const { connection, run } of connections) {
    const { trip, call, from, to, depart, arrive } = connection;
    if (depart < first) break;
    let best = seated.get(run);
    const walk = egress[to];
    if (walk !== undefined && (best === undefined || arrive + walk.seconds < best.arrive))
      best = { arrive: arrive + walk.seconds, site: walk.site, off: call + 1, offAt: arrive, next: undefined };
    const onward = onwardAt(changing[to] as readonly Onward[], arrive + change);
    if (onward !== undefined && (best === undefined || onward.arrive < best.arrive))
      best = { arrive: onward.arrive, site: onward.site, off: call + 1, offAt: arrive, next: onward };
    if (best === undefined) continue;
    seated.set(run, best);
    const ride: Ride = { trip, on: call, off: best.off, depart, arrive: best.offAt };
    const way: Onward = { depart, arrive: best.arrive, site: best.site, ride, next: best.next };
    keep(boarding[from] as Onward[], way);
    keep(changing[from] as Onward[], way);
    for (const foot of walksTo[from] ?? [])
      keep(changing[foot.from] as Onward[], { ...way, depart: depart - foot.seconds });
  }
  return boarding;
}

/** The earliest arrival for somebody who is at the stop at a moment; undefined where nothing leaves any more. */
export function onwardAt(profile: readonly Onward[], at: number): Onward | undefined {
  // The latest departures stand first.
  let [low, high] = [0, profile.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((profile[middle] as Onward).depart >= at) low = middle + 1;
    else high = middle;
  }
  return profile[low - 1];
}

/** Put a way among those of a stop, unless one that leaves no earlier arrives no later; those that it makes useless go. */
function keep(profile: Onward[], way: Onward): void {
  let at = profile.length;
  while (at > 0 && (profile[at - 1] as Onward).depart < way.depart) at -= 1;
  const later = profile[at - 1];
  if (later !== undefined && later.arrive <= way.arrive) return;
  const from = later?.depart === way.depart ? at - 1 : at;
  let end = at;
  while (end < profile.length && (profile[end] as Onward).arrive >= way.arrive) end += 1;
  profile.splice(from, end - from, way);
}

/**
 * All connections of the day asked about, the one before and the one after it, the latest departure first; of one trip the later one first, so that staying
 * seated is known.
 * @param weekdayOf ISO weekday of a day by its distance from the day asked about: −1, 0 and 1
 */
export function connectionsOf({ trips }: Timetable, weekdayOf: (offset: number) => number): Connections {
  const connections: { readonly connection: Connection; readonly run: string }[] = [];
  for (const offset of [-1, 0, 1])
    for (const [trip, { days, calls }] of trips.entries()) {
      if (!days.has(weekdayOf(offset))) continue;
      for (let call = 0; call + 1 < calls.length; call += 1) {
        const [here, there] = [calls[call], calls[call + 1]];
        if (here === undefined || there === undefined) continue;
        const shift = offset * 86_400;
        connections.push({
          connection: {
            trip,
            call,
            from: here.stop,
            to: there.stop,
            depart: here.depart + shift,
            arrive: there.arrive + shift,
          },
          run: `${trip}/${offset}`,
        });
      }
    }
  return connections.sort(
    (a, b) =>
      b.connection.depart - a.connection.depart ||
      b.connection.arrive - a.connection.arrive ||
      b.connection.call - a.connection.call ||
      a.connection.trip - b.connection.trip,
  );
}
