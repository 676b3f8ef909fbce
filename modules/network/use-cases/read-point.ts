import type { z } from 'zod';
import { Refusal } from '../../../kernel/errors/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';
import type { Register } from '../register/register.ts';
import { hostsBehindWalls } from '../rules/registration.ts';
import { roughTravel, type TravelEstimate } from '../rules/travel.ts';
import { inWgs84 } from '../rules/wgs84.ts';
import { type Agency, type Position, servicePointKinds } from '../schema.ts';
import { agencyByCode, openAgenciesNamed } from '../store/agencies.ts';
import { photoOf } from '../store/photos.ts';
import {
  byBus,
  byRoad,
  type PointHours,
  pointHours,
  type StartingPlace,
  startingPoint,
  weekOnFile,
} from './list-nearest.ts';
import type { BusWay, RoadTimes, RoadWay } from './road-times.ts';

/** A point that the public can go to, and the way to it from where somebody is. */
export interface PointView extends PointHours {
  readonly agency: Agency;
  /** Null where no start was given. */
  readonly from: Position | null;
  readonly travel: TravelEstimate | null;
  /** The road taken; null where no start was given, no roads are on file, or none leads there. */
  readonly way: RoadWay | null;
  readonly bus: BusWay | null;
  /** Mark of the photograph on file; null where there is none. */
  readonly photo: string | null;
}

export interface ReadPoint {
  readonly tenant: string;
  readonly code: string;
  readonly start?: z.output<typeof StartingPlace>;
}

/**
 * One point of the network with its hours, and how to get there. Everybody may ask.
 * @throws Refusal `record.notFound`; what `listNearest` says of a start
 */
export async function readPoint(
  tx: Tx,
  register: Register,
  { tenant, code, start }: ReadPoint,
  roads: RoadTimes | undefined = tx.handed.roads?.(),
): Promise<PointView> {
  const agency = await agencyByCode(tx, tenant, code);
  if (agency === undefined || agency.status !== 'open' || !isPublic(agency)) throw new Refusal('record.notFound');
  const hours = pointHours(tx, agency, await weekOnFile(tx));
  const photo = (await photoOf(tx, tenant, agency.id))?.fileHash.slice(0, 12) ?? null;
  const to = agency.position;
  if (start === undefined || to === null)
    return { agency, ...hours, photo, from: null, travel: null, way: null, bus: null };
  const { from } = await startingPoint(tx, register, start);
  const rough = roughTravel(inWgs84(from), inWgs84(to), 'hills', start.by);
  const way = roads?.modes.includes(start.by) ? roads.way(from, to, start.by) : undefined;
  const travel =
    way === undefined || roads === undefined
      ? rough
      : byRoad(rough, way.minutes, from, agency, roads.schematic(start.by));
  const [bus] = byBus(tx, from, [to], roads);
  return { agency, ...hours, photo, from, travel, way: way ?? null, bus: bus ?? null };
}

/** Points whose name or address holds what somebody typed, with their hours; the shortest name first. Everybody may ask. */
export async function findPoints(
  tx: Tx,
  text: string,
  limit: number,
): Promise<readonly (PointHours & { readonly agency: Agency })[]> {
  const wanted = text.normalize('NFKC').replace(/\s+/g, '');
  if ([...wanted].length < 2) return [];
  const days = await weekOnFile(tx);
  const agencies = await openAgenciesNamed(tx, wanted, servicePointKinds);
  return agencies
    .filter(isPublic)
    .sort((a, b) => a.name.length - b.name.length || (a.code < b.code ? -1 : 1))
    .slice(0, limit)
    .map((agency) => ({ agency, ...pointHours(tx, agency, days) }));
}

function isPublic({ kind, host }: Agency): boolean {
  const walkIn: readonly string[] = servicePointKinds;
  return walkIn.includes(kind) && (host === null || !hostsBehindWalls.includes(host));
}
