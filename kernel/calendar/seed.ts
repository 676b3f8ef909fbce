import { createRequire } from 'node:module';
import { buildCalendar, type Calendar, type CalendarOverride } from './calendar.ts';

/** `"New Year's Day,元旦,1"`: English name, Chinese name, number of days in lieu. */
type SeedFile = { readonly holidays: Record<string, string>; readonly workdays: Record<string, string> };

/**
 * The rows that the calendar table is first filled with, in order of date. Source: the npm package chinese-days (MIT), which follows the
 * State Council's yearly notices. It knows 2004 to 2026: nothing of 2003, nothing after 2026. An administrator enters later years.
 */
export function seedOverrides(): readonly CalendarOverride[] {
  // The package's own file of dates, not its code: read in one go, without building its lunar tables at start.
  const seed = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json') as SeedFile;
  const rows = [
    ...Object.entries(seed.holidays).map(([date, names]) => ({ date, kind: 'holiday' as const, name: nameIn(names) })),
    ...Object.entries(seed.workdays).map(([date, names]) => ({ date, kind: 'workday' as const, name: nameIn(names) })),
  ];
  return rows.sort((a, b) => (a.date < b.date ? -1 : 1));
}

let built: Calendar | undefined;

/** The calendar of the seed rows alone, built once: for tests, the command line and whatever runs without a database. */
export function seedCalendar(): Calendar {
  built ??= buildCalendar(seedOverrides());
  return built;
}

function nameIn(names: string): string {
  return names.split(',')[1] ?? names;
}
