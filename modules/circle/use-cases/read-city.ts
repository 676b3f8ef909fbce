import { Refusal } from '../../../kernel/errors/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';
import {
  type Agency,
  childrenOf,
  type OpeningHours,
  type OpenPoint,
  type OpenSpan,
  openPoints,
  type Position,
  positionsPrint,
  type Region,
  type Register,
  regionPositions,
  servicePointKinds,
  shortNameOf,
  stationKinds,
} from '../../network/index.ts';
import type { CircleQuestion, CircleStation } from '../schema.ts';
import { peopleByRegion, peoplePrint, type RegionPeople } from '../store/people.ts';
import type { Network, Place } from '../travel/network.ts';
import type { Snap } from '../travel/snap.ts';
import { inWgs84 } from '../wgs84.ts';

/** A village with where it stands and who lives there. */
export interface CityVillage {
  readonly code: string;
  readonly name: string;
  readonly township: { readonly code: string; readonly name: string };
  readonly county: { readonly code: string; readonly name: string };
  /** WGS 84. */
  readonly position: Place;
  readonly schematic: boolean;
  readonly people: RegionPeople | undefined;
}

/** Villages as they were last read, with the print of what they were read from. */
const lastRead = new WeakMap<Register, { readonly print: string; readonly villages: readonly CityVillage[] }>();

/**
 * Villages of the register that have a position, in the order of their codes. They are read anew only when a position or a count of
 * people has changed: two thousand rows are most of the time of an answer, and they stand still for months.
 * @returns the same array as long as nothing has changed
 * @throws Refusal `circle.noPlaces`
 */
export async function readVillages(tx: Tx, register: Register): Promise<readonly CityVillage[]> {
  const print = [tx.today, await positionsPrint(tx), await peoplePrint(tx, tx.today)].join(' ');
  const known = lastRead.get(register);
  if (known?.print === print) return known.villages;
  const villages = await readAllVillages(tx, register);
  lastRead.set(register, { print, villages });
  return villages;
}

async function readAllVillages(tx: Tx, register: Register): Promise<readonly CityVillage[]> {
  const counties = register.regions.filter(({ level }) => level === 'county');
  const all = counties.flatMap((county) =>
    childrenOf(register, county.code, tx.today).flatMap((township) =>
      childrenOf(register, township.code, tx.today).map((village) => ({ village, township, county })),
    ),
  );
  const positions = await regionPositions(
    tx,
    all.map(({ village }) => village.code),
  );
  const people = await peopleByRegion(tx, tx.today);
  const placed = all.flatMap(({ village, township, county }): CityVillage[] => {
    const position = positions.get(village.code);
    if (position === undefined) return [];
    const short = (region: Region) => ({ code: region.code, name: shortNameOf(region) });
    return [
      {
        ...short(village),
        township: short(township),
        county: { code: county.code, name: county.name },
        position: inWgs84(position),
        schematic: position.kind === 'schematic',
        people: people.get(village.code),
      },
    ];
  });
  if (placed.length === 0) throw new Refusal('circle.noPlaces');
  return placed;
}

const knownDoors = new WeakMap<Network, WeakMap<readonly CityVillage[], readonly (Snap | undefined)[]>>();

/** Where each village meets the road; reckoned once for a network and the villages as they were read. */
export function doorsOf(network: Network, villages: readonly CityVillage[]): readonly (Snap | undefined)[] {
  const byVillages = knownDoors.get(network) ?? new WeakMap();
  knownDoors.set(network, byVillages);
  const known = byVillages.get(villages);
  if (known !== undefined) return known;
  const doors = villages.map(({ position }) => network.snap(position));
  byVillages.set(villages, doors);
  return doors;
}

/** A point with whether it counts for a question. */
export type CountedStation = CircleStation & { readonly counts: boolean };

/** The points that a question is about, as they are. */
export function readPoints(tx: Tx, { service, at, change }: CircleQuestion): Promise<readonly OpenPoint[]> {
  return openPoints(tx, {
    // Contact points in the villages advise on some mornings; they do not take applications.
    kinds: service === 'consultation' ? servicePointKinds : ['centre', ...stationKinds],
    ...(service !== undefined && { service }),
    ...(at !== undefined && { at: { day: at.slice(0, 10), time: at.slice(11) } }),
    weekly: new Map((change?.hours ?? []).map(({ id, days, span }) => [id, everyWeek(days, span)])),
  });
}

const everyWeek = (days: readonly number[], span: OpenSpan): OpeningHours['weekly'] =>
  Object.fromEntries(days.map((day) => [day, [span]]));

/** The points that count for a question, as they are or as they would be. @throws Refusal `circle.stationUnknown` */
export async function readStations(tx: Tx, question: CircleQuestion): Promise<readonly CountedStation[]> {
  return stationsAmong(await readPoints(tx, question), question);
}

/** The same of points that were read. @throws Refusal `circle.stationUnknown` */
export function stationsAmong(
  points: readonly OpenPoint[],
  { barrierFree, change }: Pick<CircleQuestion, 'barrierFree' | 'change'>,
): readonly CountedStation[] {
  const fit = points.filter(({ agency }) => !barrierFree || agency.barrierFree);
  const known = new Map(points.map(({ agency }) => [agency.id, agency]));
  for (const id of [
    ...(change?.close ?? []),
    ...[...(change?.move ?? []), ...(change?.hours ?? [])].map((one) => one.id),
  ])
    if (!known.has(id)) throw new Refusal('circle.stationUnknown', { id });
  const closed = new Set(change?.close ?? []);
  const moved = new Map((change?.move ?? []).map((one) => [one.id, one]));
  const otherHours = new Set((change?.hours ?? []).map(({ id }) => id));
  return [
    ...fit.map(({ agency, openThen, openIf }) => {
      const to = moved.get(agency.id);
      const gone = closed.has(agency.id);
      const others = otherHours.has(agency.id);
      return {
        ...stationOf(agency),
        ...(to !== undefined && { lon: to.lon, lat: to.lat }),
        change: changeOf(gone, to !== undefined, others),
        counts: (others ? (openIf ?? openThen) : openThen) && !gone,
      };
    }),
    ...(change?.open ?? []).map(({ name, lon, lat }, n) => ({
      id: `new-${n + 1}`,
      name,
      kind: 'new',
      lon,
      lat,
      schematic: true,
      change: 'new' as const,
      counts: true,
    })),
  ];
}

function changeOf(closed: boolean, moved: boolean, otherHours: boolean): CircleStation['change'] {
  if (closed) return 'closed';
  if (moved) return 'moved';
  return otherHours ? 'hours' : 'stays';
}

function stationOf({ id, tenant, name, kind, position }: Agency): Omit<CircleStation, 'change'> {
  const { lon, lat } = inWgs84(position as Position);
  return { id, tenant, name, kind, lon, lat, schematic: position?.kind === 'schematic' };
}
