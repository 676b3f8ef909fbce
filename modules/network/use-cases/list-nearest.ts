import { z } from 'zod';
import { Refusal } from '../../../kernel/errors/index.ts';
import { addDays } from '../../../kernel/time/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';
import { ancestorsOf, type Register, regionOf } from '../register/register.ts';
import {
  closingTime,
  type DayHours,
  hoursOfDays,
  isOpenAt,
  localTimeOf,
  type NextOpening,
  nextOpening,
} from '../rules/opening.ts';
import { hostsBehindWalls } from '../rules/registration.ts';
import { distanceKm, roughTravel, type TravelEstimate } from '../rules/travel.ts';
import { inWgs84 } from '../rules/wgs84.ts';
import {
  type Agency,
  AgencyKind,
  AgencyService,
  type OpenSpan,
  type Position,
  RegionCode,
  servicePointKinds,
  TravelMode,
} from '../schema.ts';
import { agencyByCode, type Box, openAgenciesInBox } from '../store/agencies.ts';
import { calendarOf, type DaysOnFile } from '../store/calendar.ts';
import { regionPositions } from '../store/regions.ts';
import type { BusWay, RoadTimes } from './road-times.ts';

/** A point by the tenant's code and its own number there: `530521/S-530521105`. */
export const PointCode = z.string().regex(/^\d{6}\/[A-Za-z0-9][A-Za-z0-9-]{1,39}$/);

/** Where the person is: a place of the register, a point of the network, or a place in degrees (WGS 84); the degrees win, then the point. */
const place = {
  region: RegionCode.optional(),
  at: PointCode.optional(),
  lon: z.coerce.number().min(-180).max(180).optional(),
  lat: z.coerce.number().min(-90).max(90).optional(),
  by: TravelMode.default('drive'),
};
export const StartingPlace = z.strictObject(place);

export const ListNearest = z.strictObject({
  ...place,
  kinds: z.array(AgencyKind).max(9).optional(),
  service: AgencyService.optional(),
  limit: z.coerce.number().int().min(1).max(50).default(5),
});
export type ListNearest = z.input<typeof ListNearest>;

/** When a point is open: now, this week, and next. */
export interface PointHours {
  readonly openNow: boolean;
  /** When it closes; null when it is closed. */
  readonly closes: string | null;
  readonly today: readonly OpenSpan[];
  readonly next: NextOpening | null;
  /** Today and the six days after it. */
  readonly week: readonly DayHours[];
}

export interface NearPlace extends PointHours {
  readonly agency: Agency;
  /** Time by road where a road graph is on file, otherwise estimated from the straight line and marked schematic. */
  readonly travel: TravelEstimate;
  /** The next way there by bus; null where no timetable is on file or no bus leads there today or tomorrow. */
  readonly bus: BusWay | null;
}

export interface Nearest {
  readonly from: Position;
  /** The unit whose position was used: the one asked for, or the unit above it when that one has none. */
  readonly fromRegion: string | null;
  readonly places: readonly NearPlace[];
}

/** Of so many of the nearest the next bus is looked up: each costs a scan of the timetable. */
const withBus = 3;

/** Half-widths of the searched box in degrees of latitude: a town, a county, a prefecture, a province. */
const reaches = [0.1, 0.4, 1.6, 6.4];
const kmPerDegree = 111.195;

/** Of so many times as many points as are wanted, the nearest by straight line, the time by road is looked up. */
const lookedAt = 4;

/**
 * 最近的法援点: places open to the public, nearest first (by time on the road where roads are on file, otherwise by straight line), with
 * today's hours, the week's, and the next opening. Everybody may ask.
 * @throws Refusal `network.placeMissing`, `network.regionUnknown`, `network.positionMissing`, `network.agencyUnknown`
 */
export async function listNearest(
  tx: Tx,
  register: Register,
  query: ListNearest,
  roads: RoadTimes | undefined = tx.handed.roads?.(),
): Promise<Nearest> {
  const { kinds = servicePointKinds, service, limit, by, ...start } = ListNearest.parse(query);
  const { from, fromRegion } = await startingPoint(tx, register, start);
  const days = await weekOnFile(tx);
  const found = await nearestAgencies(tx, from, kinds, service, roads === undefined ? limit : limit * lookedAt);
  const nearest = byTime(from, found, by, roads).slice(0, limit);
  const buses = byBus(
    tx,
    from,
    nearest.slice(0, withBus).map(({ agency }) => agency.position ?? from),
    roads,
  );
  const places = nearest.map(
    ({ agency, travel }, n): NearPlace => ({ agency, travel, bus: buses[n] ?? null, ...pointHours(tx, agency, days) }),
  );
  return { from, fromRegion, places };
}

/** The next way by bus to each of some points, for somebody who sets out now. */
export function byBus(
  tx: Tx,
  from: Position,
  to: readonly Position[],
  roads: RoadTimes | undefined,
): readonly (BusWay | undefined)[] {
  const [hours = 0, minutes = 0] = localTimeOf(tx.at).split(':').map(Number);
  return roads?.bus?.(from, to, tx.today, hours * 3600 + minutes * 60) ?? [];
}

/** The calendar as far ahead as a next opening is looked for. */
export function weekOnFile(tx: Tx): Promise<DaysOnFile> {
  return calendarOf(tx, tx.today, addDays(tx.today, 61));
}

export function pointHours(tx: Tx, { hours }: Agency, { kindOf, nameOf }: DaysOnFile): PointHours {
  const time = localTimeOf(tx.at);
  const week = hoursOfDays(hours, tx.today, 7, kindOf, nameOf);
  const today = week[0]?.spans ?? [];
  return {
    openNow: isOpenAt(hours, tx.today, time, kindOf),
    closes: closingTime(today, time) ?? null,
    today,
    next: nextOpening(hours, tx.today, time, kindOf) ?? null,
    week,
  };
}

/** With roads on file, the shortest time first; a point that no road reaches keeps its estimate and comes last. */
function byTime(
  from: Position,
  agencies: readonly Agency[],
  by: TravelMode,
  roads: RoadTimes | undefined,
): readonly { readonly agency: Agency; readonly travel: TravelEstimate }[] {
  const start = inWgs84(from);
  const rough = agencies.map((agency) => ({
    agency,
    travel: roughTravel(start, inWgs84(agency.position ?? from), 'hills', by),
  }));
  if (roads === undefined || !roads.modes.includes(by)) return rough;
  const minutes = roads.minutes(
    from,
    agencies.map(({ position }) => position ?? from),
    by,
  );
  return rough
    .map(({ agency, travel }, n) => {
      const time = minutes[n];
      return time === undefined
        ? { agency, travel }
        : { agency, travel: byRoad(travel, time, from, agency, roads.schematic(by)) };
    })
    .sort(
      (a, b) => Number(a.travel.by !== 'road') - Number(b.travel.by !== 'road') || a.travel.minutes - b.travel.minutes,
    );
}

/** An estimate made better by the road; schematic where the roads, the start or the point were drawn and not measured. */
export function byRoad(
  travel: TravelEstimate,
  minutes: number,
  from: Position,
  agency: Agency,
  schematicRoads: boolean,
): TravelEstimate {
  const schematic = schematicRoads || from.kind === 'schematic' || agency.position?.kind !== 'surveyed';
  return { ...travel, roadKm: null, minutes: Math.ceil(minutes), by: 'road', schematic };
}

/** Where somebody starts. A unit without a position takes that of the unit above it. */
export async function startingPoint(
  tx: Tx,
  register: Register,
  { region, at, lon, lat }: Pick<z.output<typeof ListNearest>, 'region' | 'at' | 'lon' | 'lat'>,
): Promise<{ readonly from: Position; readonly fromRegion: string | null }> {
  if (lon !== undefined && lat !== undefined)
    return { from: { kind: 'surveyed', lon, lat, referenceSystem: 'WGS84' }, fromRegion: null };
  if (at !== undefined) {
    const [tenant = '', code = ''] = at.split('/');
    const from = (await agencyByCode(tx, tenant, code))?.position;
    if (from == null) throw new Refusal('network.agencyUnknown', { code: at });
    return { from, fromRegion: null };
  }
  if (region === undefined) throw new Refusal('network.placeMissing');
  // A unit that stands no longer is still where somebody lives; its position, or that of the unit above it, still holds.
  const unit = regionOf(register, region);
  if (unit === undefined || (unit.validFrom !== null && unit.validFrom > tx.today))
    throw new Refusal('network.regionUnknown', { region });
  const line = [unit, ...ancestorsOf(register, unit.code)].map((u) => u.code);
  const positions = await regionPositions(tx, line);
  const placed = line.find((code) => positions.has(code));
  const from = placed === undefined ? undefined : positions.get(placed);
  if (placed === undefined || from === undefined) throw new Refusal('network.positionMissing');
  return { from, fromRegion: placed };
}

async function nearestAgencies(
  tx: Tx,
  from: Position,
  kinds: readonly AgencyKind[],
  service: AgencyService | undefined,
  limit: number,
): Promise<readonly Agency[]> {
  const start = inWgs84(from);
  for (const reach of reaches) {
    const inBox = await openAgenciesInBox(tx, boxAround(start, reach), kinds);
    const sure = reach === reaches.at(-1) ? Number.POSITIVE_INFINITY : reach * kmPerDegree;
    const near = inBox
      .filter(({ host }) => host === null || !hostsBehindWalls.includes(host))
      .filter((agency) => service === undefined || agency.services.includes(service))
      .map((agency) => ({
        agency,
        km: agency.position === null ? Number.POSITIVE_INFINITY : distanceKm(start, inWgs84(agency.position)),
      }))
      // Beyond the box's half-width a nearer place might stand outside it.
      .filter(({ km }) => km <= sure)
      .sort((a, b) => a.km - b.km || (a.agency.code < b.agency.code ? -1 : 1))
      .slice(0, limit)
      .map(({ agency }) => agency);
    if (near.length >= limit || sure === Number.POSITIVE_INFINITY) return near;
  }
  return [];
}

/** A little wider than the reach: a point kept in GCJ-02 stands up to 0.01° from where it is kept. */
function boxAround({ lon, lat }: { readonly lon: number; readonly lat: number }, reach: number): Box {
  const up = reach + 0.01;
  const across = up / Math.max(0.1, Math.cos((lat * Math.PI) / 180));
  return { west: lon - across, east: lon + across, south: lat - up, north: lat + up };
}
