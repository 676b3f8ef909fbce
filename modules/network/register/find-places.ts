import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Region } from '../schema.ts';
import { ancestorsOf, fullNameOf, inForce, isWithin, type Register, shortNameOf } from './register.ts';
import { searchRegions } from './search.ts';

/** A place that somebody may have meant. */
export interface PlaceFound {
  readonly region: Region;
  readonly fullName: string;
  /** Stood under this name or code once and no longer does: told with its last day (`region.validTo`). */
  readonly former: boolean;
}

const levels = ['county', 'township', 'village'] as const;

/**
 * Places for what a person types: a name or part of one, pinyin, or a whole address (`施甸县太平镇大寨村三组12号`), out of which the units of
 * the register are read. Units that stand no longer are found by their old names too, after those that stand.
 */
export function findPlaces(
  register: Register,
  text: string,
  { on, within, limit = 12 }: { readonly on: LocalDate; readonly within?: string; readonly limit?: number },
): readonly PlaceFound[] {
  const named = searchRegions(register, text, {
    levels,
    limit: 3 * limit,
    ...(within === undefined ? {} : { within }),
  }).map(({ region }) => region);
  const found = named.length > 0 ? named : inAddress(register, text, within);
  const places = found.map((region) => ({
    region,
    fullName: fullNameOf(register, region.code),
    former: !inForce(region, on),
  }));
  // A unit that has not begun yet is nobody's address.
  const begun = places.filter(({ region }) => region.validFrom === null || region.validFrom <= on);
  return [...begun.filter(({ former }) => !former), ...begun.filter(({ former }) => former)].slice(0, limit);
}

/** Units that an address names; those that it names together with the units above them come alone. */
function inAddress(register: Register, text: string, within: string | undefined): readonly Region[] {
  const address = text.normalize('NFKC').replace(/\s+/g, '');
  if (!/\p{Script=Han}{2}/u.test(address)) return [];
  const scored = register.regions.flatMap((region) => {
    if (!(levels as readonly string[]).includes(region.level)) return [];
    if (!namesOf(region).some((name) => address.includes(name))) return [];
    if (within !== undefined && !isWithin(register, region.code, within)) return [];
    const line = [...ancestorsOf(register, region.code)].reverse();
    const score = readAlong(address, [...line, region]);
    return score === undefined ? [] : [{ region, score }];
  });
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return scored.filter(({ score }) => score === best).map(({ region }) => region);
}

/**
 * How fully an address names the last of a line of units, those above it first: each name is read once, so that 太平镇 is not taken for
 * 太平社区 in it. Undefined where the last one is not named.
 */
function readAlong(address: string, [unit, ...below]: readonly Region[]): number | undefined {
  if (unit === undefined) return 0;
  const read = (name: string, worth: number): number | undefined => {
    const at = address.indexOf(name);
    const rest = at < 0 ? undefined : readAlong(address.slice(at + name.length), below);
    return rest === undefined ? undefined : rest + worth * [...name].length;
  };
  const [short = '', stem] = namesOf(unit);
  const ways = [
    read(short, 2),
    stem === undefined ? undefined : read(stem, 1),
    below.length > 0 ? readAlong(address, below) : undefined,
  ];
  const known = ways.filter((score) => score !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

/** 太平镇 as it is called, and 太平 where that is still a name. */
function namesOf(unit: Region): readonly string[] {
  const short = shortNameOf(unit);
  const stem = short.replace(/(街道|社区|[市县区镇乡村])$/u, '');
  return stem !== short && [...stem].length >= 2 ? [short, stem] : [short];
}
