import { addDays, type LocalDate } from '../../../kernel/time/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';
import { isOpenAt } from '../rules/opening.ts';
import { hostsBehindWalls } from '../rules/registration.ts';
import type { Agency, AgencyKind, AgencyService, Position } from '../schema.ts';
import { openAgenciesInBox } from '../store/agencies.ts';
import { calendarKinds } from '../store/calendar.ts';

/** A point that the public can walk to. */
export interface OpenPoint {
  readonly agency: Agency & { readonly position: Position };
  /** Whether it is open at the moment asked about; true where none was. */
  readonly openThen: boolean;
}

export interface OpenPointsQuestion {
  readonly kinds: readonly AgencyKind[];
  readonly service?: AgencyService;
  /** Only hours at this moment count. */
  readonly at?: { readonly day: LocalDate; readonly time: string };
}

const everywhere = { west: -180, east: 180, south: -90, north: 90 };

/** Every point in operation that stands somewhere known and is not behind walls, in the order of their codes. Everybody may ask. */
export async function openPoints(tx: Tx, { kinds, service, at }: OpenPointsQuestion): Promise<readonly OpenPoint[]> {
  const agencies = await openAgenciesInBox(tx, everywhere, kinds);
  const kindOf = at === undefined ? undefined : await calendarKinds(tx, at.day, addDays(at.day, 1));
  return agencies
    .filter(({ host }) => host === null || !hostsBehindWalls.includes(host))
    .filter(({ services }) => service === undefined || services.includes(service))
    .flatMap((agency): OpenPoint[] => {
      const { position } = agency;
      if (position === null) return [];
      const openThen = at === undefined || kindOf === undefined || isOpenAt(agency.hours, at.day, at.time, kindOf);
      return [{ agency: { ...agency, position }, openThen }];
    })
    .sort((a, b) => (a.agency.code < b.agency.code ? -1 : 1));
}
