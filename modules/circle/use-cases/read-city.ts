import { Refusal } from '../../../kernel/errors/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';
import {
  type Agency,
  childrenOf,
  openPoints,
  type Position,
  type Region,
  type Register,
  regionPositions,
  servicePointKinds,
  shortNameOf,
  stationKinds,
} from '../../network/index.ts';
import type { CircleQuestion, CircleStation } from '../schema.ts';
import { peopleByRegion, type RegionPeople } from '../store/people.ts';
import type { Place } from '../travel/network.ts';
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

/** Villages of the register that have a position, in the order of their codes. @throws Refusal `circle.noPlaces` */
export async function readVillages(tx: Tx, register: Register): Promise<readonly CityVillage[]> {
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

/** The points that count for a question, as they are or as they would be. */
export async function readStations(
  tx: Tx,
  { service, barrierFree, at, change }: CircleQuestion,
): Promise<readonly (CircleStation & { readonly counts: boolean })[]> {
  const points = await openPoints(tx, {
    // Contact points in the villages advise on some mornings; they do not take applications.
    kinds: service === 'consultation' ? servicePointKinds : ['centre', ...stationKinds],
    ...(service !== undefined && { service }),
    ...(at !== undefined && { at: { day: at.slice(0, 10), time: at.slice(11) } }),
  });
  const fit = points.filter(({ agency }) => !barrierFree || agency.barrierFree);
  const known = new Map(points.map(({ agency }) => [agency.id, agency]));
  for (const id of [...(change?.close ?? []), ...(change?.move ?? []).map((one) => one.id)])
    if (!known.has(id)) throw new Refusal('circle.stationUnknown', { id });
  const closed = new Set(change?.close ?? []);
  const moved = new Map((change?.move ?? []).map((one) => [one.id, one]));
  return [
    ...fit.map(({ agency, openThen }) => {
      const to = moved.get(agency.id);
      const gone = closed.has(agency.id);
      return {
        ...stationOf(agency),
        ...(to !== undefined && { lon: to.lon, lat: to.lat }),
        change: gone ? ('closed' as const) : to === undefined ? ('stays' as const) : ('moved' as const),
        counts: openThen && !gone,
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

function stationOf({ id, name, kind, position }: Agency): Omit<CircleStation, 'change'> {
  const { lon, lat } = inWgs84(position as Position);
  return { id, name, kind, lon, lat, schematic: position?.kind === 'schematic' };
}
