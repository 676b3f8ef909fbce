import type { Profile } from './profile.ts';

/** Key to value, as OpenStreetMap has them. */
export type Tags = ReadonlyMap<string, string>;

/** How a way may be used. */
export interface Verdict {
  readonly roadClass: string;
  /** km/h along and against the way; 0 where that direction is closed. */
  readonly forward: number;
  readonly backward: number;
  /** Seconds for the whole way, where it says so itself (a ferry's timetable). */
  readonly duration?: number;
  /** Seconds to wait before it begins. */
  readonly boarding: number;
  readonly name: string;
}

interface Directions {
  readonly along: boolean;
  readonly against: boolean;
}

/** Whether and how a way may be used; undefined when it may not. */
export function judgeWay(tags: Tags, profile: Profile): Verdict | undefined {
  const access = firstOf(tags, profile.access.keys);
  if (access !== undefined && profile.access.closed.includes(access)) return undefined;
  if (tags.get('area') === 'yes') return undefined;
  const name = tags.get('name') ?? tags.get('ref') ?? '';
  if (tags.get('route') === 'ferry') return judgeFerry(tags, profile, name);
  const roadClass = tags.get('highway');
  if (roadClass === undefined) return undefined;
  const opened = access !== undefined && profile.access.opens.includes(access);
  const free =
    ownValue(profile.speeds, roadClass) ??
    (opened && roadClass !== 'construction' && roadClass !== 'proposed' ? slowest(profile) : undefined);
  if (free === undefined) return undefined;
  const service = tags.get('service');
  if (service !== undefined && profile.access.closedServices.includes(service)) return undefined;
  const surface = ownValue(profile.surfaces, tags.get('surface') ?? '') ?? 1;
  const track = ownValue(profile.tracktypes, tags.get('tracktype') ?? '') ?? 1;
  const condition = Math.min(surface, track);
  const most = (direction: 'forward' | 'backward') =>
    profile.obeysMaxspeed
      ? (postedKmH(tags.get(`maxspeed:${direction}`)) ?? postedKmH(tags.get('maxspeed')) ?? free)
      : free;
  const { along, against } = directions(tags, profile, roadClass);
  return {
    roadClass,
    forward: along ? Math.min(free * condition, most('forward')) : 0,
    backward: against ? Math.min(free * condition, most('backward')) : 0,
    boarding: 0,
    name,
  };
}

function judgeFerry(tags: Tags, { ferry, speeds, oneway }: Profile, name: string): Verdict | undefined {
  const duration = secondsOf(tags.get('duration'));
  if (!ferry.open || Object.keys(speeds).length === 0) return undefined;
  const { along, against } =
    oneway.keys.length === 0 ? { along: true, against: true } : readOneway(firstOf(tags, oneway.keys), false);
  return {
    roadClass: 'ferry',
    forward: along ? ferry.kmH : 0,
    backward: against ? ferry.kmH : 0,
    ...(duration !== undefined && { duration }),
    boarding: ferry.boardingSeconds,
    name,
  };
}

function directions(tags: Tags, { oneway }: Profile, roadClass: string): Directions {
  const implied = oneway.impliedBy.includes(roadClass) || oneway.impliedBy.includes(tags.get('junction') ?? '');
  return readOneway(firstOf(tags, oneway.keys), implied);
}

function readOneway(value: string | undefined, implied: boolean): Directions {
  switch (value) {
    case 'yes':
    case 'true':
    case '1':
      return { along: true, against: false };
    case '-1':
    case 'reverse':
      return { along: false, against: true };
    // The direction changes by the hour, and nothing says when: nobody can count on it.
    case 'reversible':
      return { along: false, against: false };
    case undefined:
      return { along: true, against: !implied };
    default:
      return { along: true, against: true };
  }
}

/** Whether a node stops us. */
export function isBlocked(tags: Tags, { access, closedBarriers }: Profile): boolean {
  const barrier = tags.get('barrier');
  if (barrier === undefined) return false;
  const said = firstOf(tags, access.keys);
  return said === undefined ? closedBarriers.includes(barrier) : access.closed.includes(said);
}

/** `no` bans the turn, `only` bans every other one. Undefined where the relation does not bind us. */
export function judgeRestriction(tags: Tags, { turnRestrictions }: Profile): 'no' | 'only' | undefined {
  const value = firstOf(tags, turnRestrictions.keys);
  if (value === undefined) return undefined;
  const free = (tags.get('except') ?? '').split(';').some((one) => turnRestrictions.exempt.includes(one.trim()));
  if (free) return undefined;
  if (value.startsWith('no_')) return 'no';
  return value.startsWith('only_') ? 'only' : undefined;
}

/** `30`, `30 km/h`, `20 mph`, `walk`; undefined for what is no number (`signals`, `CN:urban`). */
function postedKmH(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (text === 'walk') return 6;
  const [, digits, unit] = /^(\d+(?:\.\d+)?)\s*(km\/h|kmh|mph|knots)?$/.exec(text.trim()) ?? [];
  if (digits === undefined || Number(digits) === 0) return undefined;
  return Number(digits) * (unit === 'mph' ? 1.609344 : unit === 'knots' ? 1.852 : 1);
}

/** `00:25`, `1:10:00`, `25` (minutes), `PT25M`. */
function secondsOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const [, h, m, s] = /^(\d{1,3}):([0-5]\d)(?::([0-5]\d))?$/.exec(text) ?? [];
  if (m !== undefined) return Number(h) * 3600 + Number(m) * 60 + Number(s ?? 0);
  const [, ph, pm] = /^PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(text) ?? [];
  if (ph !== undefined || pm !== undefined) return Number(ph ?? 0) * 3600 + Number(pm ?? 0) * 60;
  return /^\d+$/.test(text) ? Number(text) * 60 : undefined;
}

function firstOf(tags: Tags, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = tags.get(key);
    if (value !== undefined) return value;
  }
  return undefined;
}

function ownValue(table: Readonly<Record<string, number>>, key: string): number | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function slowest({ speeds }: Profile): number {
  return Math.min(...Object.values(speeds));
}
