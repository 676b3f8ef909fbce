import {
  type AgencyHost,
  fullNameOf,
  type NewAgency,
  type OpeningHours,
  type Position,
  type Register,
} from '../../modules/network/index.ts';
import type { Random } from './random.ts';
import type { Tenant } from './tenants.ts';

/** What a plan says of an agency; the rest follows from its code, its place and its kind. */
export interface AgencySketch {
  readonly tenant: Tenant;
  /** The part of its code after the tenant. */
  readonly suffix: string;
  readonly kind: NewAgency['kind'];
  readonly region: string;
  readonly name: string;
  readonly shortName: string;
  readonly host?: AgencyHost;
  readonly services?: NewAgency['services'];
  readonly hours?: OpeningHours;
  /** Code of the agency above; the tenant's centre when none is named. */
  readonly reportsTo?: string;
}

export type Make = (sketch: AgencySketch) => NewAgency;

/** The city's weekdays: what offices keep when their plan says nothing. */
const officeHours = weekdaysOnly([
  { from: '08:30', to: '11:30' },
  { from: '14:30', to: '17:30' },
]);

/** Makes agencies: the same code always gets the same address, position and equipment. */
export function agencyMaker(register: Register, ground: ReadonlyMap<string, Position>, random: Random): Make {
  let lines = 0;
  return ({ tenant, suffix, kind, region, name, shortName, host, services, hours, reportsTo }) => {
    const code = `${tenant}-${suffix}`;
    const draw = random.fork(code);
    const at = ground.get(region);
    const head = kind === 'centre' || kind === 'justiceBureau';
    lines += 1;
    return {
      tenant,
      code,
      kind,
      host: host ?? null,
      name,
      shortName,
      reportsTo: head ? null : (reportsTo ?? `${tenant}-C`),
      region,
      address: `${fullNameOf(register, region)}示范路${draw.int(1, 180)}号`,
      // Local numbers never begin with 0: nobody is rung up by mistake.
      phone: `0875-0${String(lines).padStart(6, '0')}`,
      position: at === undefined ? null : nudge(draw, at),
      // The centres' halls stand at street level and are barrier-free, every one of them; of the rest most.
      barrierFree: kind === 'centre' || draw.chance(0.7),
      streetLevel: head || kind === 'townshipStation' || draw.chance(0.8),
      services: services ?? ['consultation', 'acceptance'],
      hours: hours ?? officeHours,
      openedOn: `${draw.int(2010, 2017)}-${String(draw.int(1, 12)).padStart(2, '0')}-01`,
      demonstration: true,
    };
  };
}

/** Open on the five weekdays, closed on public holidays. */
export function weekdaysOnly(spans: readonly { readonly from: string; readonly to: string }[]): OpeningHours {
  return onDays(['1', '2', '3', '4', '5'], spans);
}

/** Open on the named weekdays only, closed on public holidays. */
export function onDays(
  days: readonly string[],
  spans: readonly { readonly from: string; readonly to: string }[],
): OpeningHours {
  return {
    weekly: Object.fromEntries(days.map((day) => [day, spans.map((span) => ({ ...span }))])),
    onHolidays: 'closed',
    exceptions: [],
  };
}

/** A few hundred metres from the middle of its place, so that the marks of one town do not lie on each other. */
function nudge(random: Random, { lon, lat }: Position): Position {
  const moved = (degrees: number): number => Math.round((degrees + (random.real() - 0.5) * 0.006) * 1e5) / 1e5;
  return { kind: 'schematic', lon: moved(lon), lat: moved(lat) };
}
