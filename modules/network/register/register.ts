import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Region } from '../schema.ts';
import type { RegisterSource } from './from-division.ts';

/** The register of regions (区划名册), frozen, with the ways in that the rest of the house needs. */
export interface Register {
  readonly source: RegisterSource;
  readonly regions: readonly Region[];
  readonly byCode: ReadonlyMap<string, Region>;
  readonly childrenOf: ReadonlyMap<string, readonly Region[]>;
  /** For each region, what a search compares: short name, full name, initials, pinyin without spaces. */
  readonly searchKeys: ReadonlyMap<string, SearchKeys>;
}

export interface SearchKeys {
  readonly short: string;
  readonly initials: string;
  readonly pinyin: string;
}

/**
 * Check a list of regions and index it.
 * @throws when a code repeats or a unit names a parent that is not there
 */
export function makeRegister(regions: readonly Region[], source: RegisterSource): Register {
  const byCode = new Map<string, Region>();
  for (const region of regions) {
    if (byCode.has(region.code)) throw new Error(`${region.code} stands twice`);
    byCode.set(region.code, region);
  }
  const childrenOf = new Map<string, Region[]>();
  for (const region of regions) {
    if (region.parent === null) continue;
    if (!byCode.has(region.parent)) throw new Error(`${region.code}: parent ${region.parent} is not in the register`);
    const siblings = childrenOf.get(region.parent);
    if (siblings === undefined) childrenOf.set(region.parent, [region]);
    else siblings.push(region);
  }
  const searchKeys = new Map(regions.map((region) => [region.code, keysOf(region)]));
  return { source, regions, byCode, childrenOf, searchKeys };
}

/**
 * The register's own form of a code: `53` and `5305` become `530000` and `530500`, a padded township (`530521201000`)
 * its nine digits. Anything else is returned as it came.
 */
export function canonicalCode(code: string): string {
  if (/^\d{2}$|^\d{4}$/.test(code)) return code.padEnd(6, '0');
  if (/^\d{6}0{6}$/.test(code)) return code.slice(0, 6);
  if (/^\d{9}000$/.test(code)) return code.slice(0, 9);
  return code;
}

/** The unit with this code, in force on the day (any day when none is given). */
export function regionOf(register: Register, code: string, on?: LocalDate): Region | undefined {
  const region = register.byCode.get(canonicalCode(code));
  return region !== undefined && (on === undefined || inForce(region, on)) ? region : undefined;
}

/** True when the unit stood on that day. */
export function inForce(region: Region, on: LocalDate): boolean {
  return (region.validFrom === null || region.validFrom <= on) && (region.validTo === null || on <= region.validTo);
}

/** Units directly below, in order of code. */
export function childrenOf(register: Register, code: string, on?: LocalDate): readonly Region[] {
  const children = register.childrenOf.get(canonicalCode(code)) ?? [];
  return on === undefined ? children : children.filter((child) => inForce(child, on));
}

/** The unit's line of ancestors, nearest first; empty for a province or an unknown code. */
export function ancestorsOf(register: Register, code: string): readonly Region[] {
  const line: Region[] = [];
  let region = regionOf(register, code);
  while (region?.parent != null) {
    region = register.byCode.get(region.parent);
    if (region !== undefined) line.push(region);
  }
  return line;
}

/** The county (县、县级市、区) a place lies in, itself included; undefined for a city, a province or an unknown code. */
export function countyOf(register: Register, code: string): Region | undefined {
  const region = regionOf(register, code);
  if (region === undefined) return undefined;
  return [region, ...ancestorsOf(register, region.code)].find((unit) => unit.level === 'county');
}

/** The township (乡、镇、街道) a place lies in, itself included. */
export function townshipOf(register: Register, code: string): Region | undefined {
  const region = regionOf(register, code);
  if (region === undefined) return undefined;
  return [region, ...ancestorsOf(register, region.code)].find((unit) => unit.level === 'township');
}

/** True when `code` is `ancestor` or lies below it. */
export function isWithin(register: Register, code: string, ancestor: string): boolean {
  const target = canonicalCode(ancestor);
  return canonicalCode(code) === target || ancestorsOf(register, code).some((unit) => unit.code === target);
}

/** 板桥社区村民委员会 → 板桥社区, 大寨村民委员会 → 大寨村, 花园村村民委员会 → 花园村: how people say it. */
export function shortNameOf(region: Region): string {
  if (region.level !== 'village') return region.name;
  const stem = region.name.replace(/(村民|居民)委员会$/, '');
  if (stem === region.name || /(村|社区)$/.test(stem)) return stem;
  return region.name.endsWith('居民委员会') ? `${stem}社区` : `${stem}村`;
}

/** The full name from the county down: 施甸县太平镇大寨村. `from` chooses the highest level named. */
export function fullNameOf(register: Register, code: string, from: 'city' | 'county' | 'township' = 'county'): string {
  const region = regionOf(register, code);
  if (region === undefined) return '';
  const order = ['province', 'city', 'county', 'township', 'village'];
  const line = [region, ...ancestorsOf(register, region.code)].filter(
    (u) => u === region || order.indexOf(u.level) >= order.indexOf(from),
  );
  return line.reverse().map(shortNameOf).join('');
}

function keysOf(region: Region): SearchKeys {
  const short = shortNameOf(region);
  // The pinyin covers the full name, one syllable a character; the short name's own syllables come first.
  const syllables = region.pinyin.split(' ').slice(0, [...short].length);
  return { short, initials: syllables.map((s) => s[0] ?? '').join(''), pinyin: syllables.join('') };
}

/** The city that the register is of. @throws Error where it has none */
export function cityOf(register: Register): Region {
  const city = register.regions.find(({ level }) => level === 'city');
  if (city === undefined) throw new Error('the register has no city');
  return city;
}
