import { addDays, type LocalDate } from '../../../kernel/time/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';
import { isOpenAt } from '../rules/opening.ts';
import { hostsBehindWalls } from '../rules/registration.ts';
import type { Agency, AgencyKind, AgencyService, OpeningHours, Position } from '../schema.ts';
import { openAgenciesInBox, openAgenciesPrint } from '../store/agencies.ts';
import { calendarKinds } from '../store/calendar.ts';

/** A point that the public can walk to. */
export interface OpenPoint {
  readonly agency: Agency & { readonly position: Position };
  /** Whether it is open at the moment asked about; true where none was. */
  readonly openThen: boolean;
  /** The same under the weekly hours that the question gives this point; absent where it gives none. */
  readonly openIf?: boolean;
}

export interface OpenPointsQuestion {
  readonly kinds: readonly AgencyKind[];
  readonly service?: AgencyService;
  /** Only hours at this moment count. */
  readonly at?: { readonly day: LocalDate; readonly time: string };
  /** Other weekly hours for some points, by id. */
  readonly weekly?: ReadonlyMap<string, OpeningHours['weekly']>;
}

type Placed = OpenPoint['agency'];

/** Points as they were last read, by their kinds, with the print of what they were read from. */
const lastRead = new Map<string, { readonly print: string; readonly points: readonly Placed[] }>();

/** Points that the public can walk to, in the order of their codes; read anew only when something about one of them has changed. */
async function pointsOf(tx: Tx, kinds: readonly AgencyKind[]): Promise<readonly Placed[]> {
  const key = kinds.join();
  const print = await openAgenciesPrint(tx, kinds);
  const known = lastRead.get(key);
  if (known?.print === print) return known.points;
  const points = (await openAgenciesInBox(tx, everywhere, kinds))
    .filter(({ host }) => host === null || !hostsBehindWalls.includes(host))
    .flatMap((agency) => (agency.position === null ? [] : [{ ...agency, position: agency.position }]))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  lastRead.set(key, { print, points });
  return points;
}

const everywhere = { west: -180, east: 180, south: -90, north: 90 };

/** Every point in operation that stands somewhere known and is not behind walls, in the order of their codes. Everybody may ask. */
export async function openPoints(
  tx: Tx,
  { kinds, service, at, weekly }: OpenPointsQuestion,
): Promise<readonly OpenPoint[]> {
  const points = await pointsOf(tx, kinds);
  const kindOf = at === undefined ? undefined : await calendarKinds(tx, at.day, addDays(at.day, 1));
  const isOpen = (hours: OpeningHours): boolean =>
    at === undefined || kindOf === undefined || isOpenAt(hours, at.day, at.time, kindOf);
  return points
    .filter(({ services }) => service === undefined || services.includes(service))
    .map((agency) => {
      const other = weekly?.get(agency.id);
      return {
        agency,
        openThen: isOpen(agency.hours),
        ...(other !== undefined && { openIf: isOpen({ ...agency.hours, weekly: other }) }),
      };
    });
}
