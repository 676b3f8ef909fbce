import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { fromRoot } from '../../../kernel/paths.ts';
import { BadInput, refuse } from '../input/bad-input.ts';

const kmH = z.number().positive().max(200);
const factor = z.number().positive().max(2);
const words = z.array(z.string().min(1));
/** How people travel, as data: which roads are open, and how fast. Files are under `profiles/`. */
export const Profile = z.strictObject({
  name: z.string().min(1),
  title: z.strictObject({ zh: z.string(), en: z.string() }),
  /** Where the figures are from. */
  source: z.string().min(1),
  /** False while nobody has compared the speeds with measured journeys. */
  verified: z.boolean(),
  /** Free speed by `highway` class, km/h. A class that is not here is closed. */
  speeds: z.record(z.string(), kmH),
  /** Words of a city's own road data for a class: 县道 → secondary. */
  classWords: z.record(z.string(), z.string()),
  /** Share of the free speed by `surface` and by `tracktype`; 1 where a road says neither. */
  surfaces: z.record(z.string(), factor),
  tracktypes: z.record(z.string(), factor),
  /** Whether a posted `maxspeed` slows us down. */
  obeysMaxspeed: z.boolean(),
  access: z.strictObject({
    /** Most particular key first: the first that a road has decides. */
    keys: words,
    /** Values that close a road. Any other leaves it open. */
    closed: words,
    /** Values that open a road whose class is closed (`foot=yes` on a cycleway). */
    opens: words,
    /** Kinds of `service` that lead nowhere for us. */
    closedServices: words,
  }),
  oneway: z.strictObject({
    /** Most particular key first; none: oneways do not bind us. */
    keys: words,
    /** Ways that are oneway without saying so: values of `highway` and of `junction`. */
    impliedBy: words,
  }),
  /** `barrier` values that stop us unless an access key lets us pass. */
  closedBarriers: words,
  ferry: z.strictObject({ open: z.boolean(), kmH, boardingSeconds: z.number().nonnegative() }),
  turnRestrictions: z.strictObject({
    /** Most particular key first; none: restrictions do not bind us. */
    keys: words,
    /** Values of `except` that free us. */
    exempt: words,
  }),
  /** Rise over run → share of the speed kept, ascending, straight lines between. Used where heights are given. */
  slope: z.array(z.tuple([z.number(), factor])).min(2),
  /** The way between a door and the road, on foot. */
  approach: z.strictObject({
    kmH,
    /** Length of a path over the straight line. */
    detour: z.number().min(1),
    /** Farther than this is said beside the result, metres. */
    farMetres: z.number().positive(),
    /** Farther than this is out of the graph, metres. */
    mostMetres: z.number().positive(),
    /** How far one walks from a scrap of road that joins nothing to one that does, metres. */
    leaveIslandMetres: z.number().nonnegative(),
    /** Classes that one joins and leaves at junctions only: nobody steps from a door onto a motorway or a ferry. */
    notFrom: words,
  }),
});

export type Profile = z.infer<typeof Profile>;

export const profileNames = ['drive', 'motorcycle', 'walk'] as const;
/**
 * A profile by its name, or from a file of the operator's.
 * @throws BadInput
 */
export function loadProfile(name: string): Profile {
  const own = profileNames.find((known) => known === name);
  if (own === undefined && !name.endsWith('.json')) {
    const known = profileNames.join(', ');
    refuse(
      '/profile',
      'unknown',
      `没有这个出行方式：${name}（有 ${known}）`,
      `no such profile: ${name}; one of ${known}, or a .json file`,
    );
  }
  const file = own === undefined ? name : fromRoot('modules', 'circle', 'roads', 'profiles', `${own}.json`);
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    refuse('/profile', 'unreadable', `无法读取 ${name}`, `cannot read ${name}, or it is not JSON`);
  }
  return checkProfile(data);
}

/** @throws BadInput with a line for each fault */
export function checkProfile(data: unknown): Profile {
  const parsed = Profile.safeParse(data);
  if (parsed.success) {
    if (parsed.data.slope.every(([grade], n, all) => n === 0 || grade > (all[n - 1]?.[0] ?? grade))) return parsed.data;
    refuse('/profile/slope', 'order', '坡度须从小到大', 'grades must ascend');
  }
  throw new BadInput(
    parsed.error.issues.map(({ path, message, code }) => ({
      pointer: ['/profile', ...path.map(String)].join('/'),
      code,
      text: { zh: '出行方式数据有误', en: message },
    })),
  );
}
