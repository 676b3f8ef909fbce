import { z } from 'zod';
import { Refusal } from '../../../kernel/errors/index.ts';
import { addDays, type LocalDate } from '../../../kernel/time/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';
import { ancestorsOf, type Register, regionOf } from '../register/register.ts';
import { type DayKindOf, isOpenAt, localTimeOf, type NextOpening, nextOpening, openSpansOn } from '../rules/opening.ts';
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
import { calendarDays, regionPositions } from '../store/regions.ts';

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

export interface NearPlace {
  readonly agency: Agency;
  /** Straight line and an estimate of the road: schematic until a road graph is on file. */
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

/**
 * 最近的法援点: places open to the public, nearest first by straight line, with today's hours and the next opening.
 * Everybody may ask.
 * @throws Refusal `network.placeMissing`, `network.regionUnknown`, `network.positionMissing`
 */
export async function listNearest(tx: Tx, register: Register, query: ListNearest): Promise<Nearest> {
  const { kinds = servicePointKinds, service, limit, ...place } = ListNearest.parse(query);
  const { from, fromRegion } = await startingPoint(tx, register, place);
  const kindOf = await calendarFrom(tx, tx.today);
  const time = localTimeOf(tx.at);
  const found = await nearestAgencies(tx, from, kinds, service, limit);
  const places = found.map((agency): NearPlace => {
    const { hours, position } = agency;
    return {
      agency,
      travel: roughTravel(from, position ?? from),
      openNow: isOpenAt(hours, tx.today, time, kindOf),
      today: openSpansOn(hours, tx.today, kindOf),
      next: nextOpening(hours, tx.today, time, kindOf) ?? null,
    };
  });
  return { from, fromRegion, places };
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

/** What the calendar says of the next two months, from the days on file. */
async function calendarFrom(tx: Tx, today: LocalDate): Promise<DayKindOf> {
  const days = await calendarDays(tx, today, addDays(today, 61));
  const kinds = new Map(
    days.map(({ date, kind }) => [date, kind === 'holiday' ? ('holiday' as const) : ('makeUpWorkday' as const)]),
  );
  return (day) => kinds.get(day) ?? 'ordinary';
}
