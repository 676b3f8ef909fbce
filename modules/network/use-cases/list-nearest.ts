import { z } from 'zod';
import { Refusal } from '../../../kernel/errors/index.ts';
import { addDays } from '../../../kernel/time/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';
import { ancestorsOf, type Register, regionOf } from '../register/register.ts';
import { isOpenAt, localTimeOf, type NextOpening, nextOpening, openSpansOn } from '../rules/opening.ts';
import { hostsBehindWalls } from '../rules/registration.ts';
import { distanceKm, roughTravel, type TravelEstimate } from '../rules/travel.ts';
import {
  type Agency,
  AgencyKind,
  AgencyService,
  type OpenSpan,
  type Position,
  RegionCode,
  servicePointKinds,
} from '../schema.ts';
import { type Box, openAgenciesInBox } from '../store/agencies.ts';
import { calendarKinds } from '../store/calendar.ts';
import { regionPositions } from '../store/regions.ts';

/** Where the person is: a place of the register, or a point in degrees; the point wins. */
export const ListNearest = z.strictObject({
  region: RegionCode.optional(),
  lon: z.coerce.number().min(-180).max(180).optional(),
  lat: z.coerce.number().min(-90).max(90).optional(),
  kinds: z.array(AgencyKind).max(9).optional(),
  service: AgencyService.optional(),
  limit: z.coerce.number().int().min(1).max(50).default(5),
});
export type ListNearest = z.input<typeof ListNearest>;

/** Times by road, where a road graph is on file. Travel is from the place to the points. */
export interface RoadTimes {
  /** Minutes from door to door to each of the points, in their order; undefined where there is no way. */
  minutes(from: Position, to: readonly Position[]): readonly (number | undefined)[];
  /** True where the roads themselves were invented. */
  readonly schematic: boolean;
}

export interface NearPlace {
  readonly agency: Agency;
  /** Time by road where a road graph is on file, otherwise estimated from the straight line and marked schematic. */
  readonly travel: TravelEstimate;
  readonly openNow: boolean;
  readonly today: readonly OpenSpan[];
  readonly next: NextOpening | null;
}

export interface Nearest {
  readonly from: Position;
  /** The unit whose position was used: the one asked for, or the unit above it when that one has none. */
  readonly fromRegion: string | null;
  readonly places: readonly NearPlace[];
}

/** Half-widths of the searched box in degrees of latitude: a town, a county, a prefecture, a province. */
const reaches = [0.1, 0.4, 1.6, 6.4];
const kmPerDegree = 111.195;

/** Of so many times as many points as are wanted, the nearest by straight line, the time by road is looked up. */
const lookedAt = 4;

/**
 * 最近的法援点: places open to the public, nearest first (by time on the road where roads are on file, otherwise by straight line), with
 * today's hours and the next opening. Everybody may ask.
 * @throws Refusal `network.placeMissing`, `network.regionUnknown`, `network.positionMissing`
 */
export async function listNearest(tx: Tx, register: Register, query: ListNearest, roads?: RoadTimes): Promise<Nearest> {
  const { kinds = servicePointKinds, service, limit, ...place } = ListNearest.parse(query);
  const { from, fromRegion } = await startingPoint(tx, register, place);
  const kindOf = await calendarKinds(tx, tx.today, addDays(tx.today, 61));
  const time = localTimeOf(tx.at);
  const found = await nearestAgencies(tx, from, kinds, service, roads === undefined ? limit : limit * lookedAt);
  const places = byTime(from, found, roads)
    .slice(0, limit)
    .map(({ agency, travel }): NearPlace => {
      const { hours } = agency;
      return {
        agency,
        travel,
        openNow: isOpenAt(hours, tx.today, time, kindOf),
        today: openSpansOn(hours, tx.today, kindOf),
        next: nextOpening(hours, tx.today, time, kindOf) ?? null,
      };
    });
  return { from, fromRegion, places };
}

/** With roads on file, the shortest time first; a point that no road reaches keeps its estimate and comes last. */
function byTime(
  from: Position,
  agencies: readonly Agency[],
  roads: RoadTimes | undefined,
): readonly { readonly agency: Agency; readonly travel: TravelEstimate }[] {
  const rough = agencies.map((agency) => ({ agency, travel: roughTravel(from, agency.position ?? from) }));
  if (roads === undefined) return rough;
  const minutes = roads.minutes(
    from,
    agencies.map(({ position }) => position ?? from),
  );
  return rough
    .map(({ agency, travel }, n) => {
      const time = minutes[n];
      const drawn = roads.schematic || from.kind === 'schematic' || agency.position?.kind !== 'surveyed';
      return time === undefined
        ? { agency, travel }
        : {
            agency,
            travel: { ...travel, roadKm: null, minutes: Math.ceil(time), by: 'road' as const, schematic: drawn },
          };
    })
    .sort(
      (a, b) => Number(a.travel.by !== 'road') - Number(b.travel.by !== 'road') || a.travel.minutes - b.travel.minutes,
    );
}

async function startingPoint(
  tx: Tx,
  register: Register,
  { region, lon, lat }: Pick<z.output<typeof ListNearest>, 'region' | 'lon' | 'lat'>,
) {
  if (lon !== undefined && lat !== undefined) {
    return {
      from: { kind: 'surveyed', lon, lat, referenceSystem: 'WGS84' } satisfies Position as Position,
      fromRegion: null,
    };
  }
  if (region === undefined) throw new Refusal('network.placeMissing');
  const unit = regionOf(register, region);
  if (unit === undefined) throw new Refusal('network.regionUnknown', { region });
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
  for (const reach of reaches) {
    const inBox = await openAgenciesInBox(tx, boxAround(from, reach), kinds);
    const sure = reach === reaches.at(-1) ? Number.POSITIVE_INFINITY : reach * kmPerDegree;
    const near = inBox
      .filter(({ host }) => host === null || !hostsBehindWalls.includes(host))
      .filter((agency) => service === undefined || agency.services.includes(service))
      .map((agency) => ({
        agency,
        km: agency.position === null ? Number.POSITIVE_INFINITY : distanceKm(from, agency.position),
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

function boxAround({ lon, lat }: Position, reach: number): Box {
  const across = reach / Math.max(0.1, Math.cos((lat * Math.PI) / 180));
  return { west: lon - across, east: lon + across, south: lat - reach, north: lat + reach };
}
