import type { Region, RegionLevel } from '../schema.ts';
import { fullNameOf, isWithin, type Register } from './register.ts';

export interface RegionHit {
  readonly region: Region;
  /** 太平镇大寨村: always with its parents, because names repeat across townships. */
  readonly fullName: string;
}

export interface SearchOptions {
  readonly within?: string;
  readonly levels?: readonly RegionLevel[];
  readonly limit?: number;
}

/**
 * Find places by what a person types: part of the name, `ltz` (pinyin initials), `longtang` (pinyin), or a code.
 * Exact names first, then names that begin with it, then the rest; higher units before lower ones.
 */
export function searchRegions(register: Register, query: string, options: SearchOptions = {}): readonly RegionHit[] {
  const { within, levels, limit = 20 } = options;
  const wanted = query.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
  if (wanted === '') return [];
  const hits: { region: Region; rank: number }[] = [];
  for (const region of register.regions) {
    if (levels !== undefined && !levels.includes(region.level)) continue;
    const rank = rankOf(register, region, wanted);
    if (rank === undefined) continue;
    if (within !== undefined && !isWithin(register, region.code, within)) continue;
    hits.push({ region, rank });
  }
  return hits
    .sort(
      (a, b) =>
        a.rank - b.rank || a.region.code.length - b.region.code.length || (a.region.code < b.region.code ? -1 : 1),
    )
    .slice(0, limit)
    .map(({ region }) => ({ region, fullName: fullNameOf(register, region.code) }));
}

/** 0 exact, 1 begins with, 2 contains; undefined when it does not match. Latin input is read as pinyin or initials. */
function rankOf(register: Register, region: Region, wanted: string): number | undefined {
  const keys = register.searchKeys.get(region.code);
  if (keys === undefined) return undefined;
  if (/^[a-z]+$/.test(wanted)) {
    if (keys.initials === wanted || keys.pinyin === wanted) return 0;
    if (keys.initials.startsWith(wanted) || keys.pinyin.startsWith(wanted)) return 1;
    return wanted.length >= 3 && keys.pinyin.includes(wanted) ? 2 : undefined;
  }
  if (region.name === wanted || keys.short === wanted || region.code === wanted) return 0;
  if (region.name.startsWith(wanted) || region.code.startsWith(wanted)) return 1;
  if (region.name.includes(wanted)) return 2;
  return splitMatch(register, region, wanted);
}

/** 太平镇大寨 or 施甸大寨: the last part names the place, what stands before it names a parent. */
function splitMatch(register: Register, region: Region, wanted: string): number | undefined {
  const full = fullNameOf(register, region.code, 'city');
  const keys = register.searchKeys.get(region.code);
  for (let cut = wanted.length - 1; cut > 1; cut--) {
    const tail = wanted.slice(cut);
    if (tail.length >= 2 && keys?.short.startsWith(tail) && full.includes(wanted.slice(0, cut))) return 1;
  }
  return undefined;
}
