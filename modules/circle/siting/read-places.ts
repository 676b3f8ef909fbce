import { type CsvTable, countColumn, idColumn, readCsv, textColumn } from '../input/csv-table.ts';
import type { Read } from '../input/read.ts';
import type { Candidates, Demand } from './problem.ts';

/** Columns of a demand file that are no group. */
const ownColumns = new Set(['id', 'name', 'lon', 'lat', 'weight', 'county', 'township']);

/** Candidates from CSV: `id`, and where they are wanted `county` and `price` (fen). */
export function readCandidates(text: string): Read<Candidates> {
  const table = readCsv(text, '/candidates');
  if (!table.ok) return table;
  const ids = idColumn(table.value, '/candidates');
  const counties = optional(table.value, 'county', textColumn);
  const prices = optional(table.value, 'price', countColumn);
  if (!ids.ok) return ids;
  if (!counties.ok) return counties;
  if (!prices.ok) return prices;
  return {
    ok: true,
    value: {
      ids: ids.value,
      ...(counties.value && { counties: counties.value }),
      ...(prices.value && { prices: prices.value }),
    },
  };
}

/** Demand from CSV: `id`, `weight`; every other column of numbers is a group. */
export function readDemand(text: string): Read<Demand> {
  const table = readCsv(text, '/demand');
  if (!table.ok) return table;
  const ids = idColumn(table.value, '/demand');
  if (!ids.ok) return ids;
  const weights = countColumn(table.value, 'weight', '/demand');
  if (!weights.ok) return weights;
  const groups: Record<string, readonly number[]> = {};
  for (const name of table.value.columns) {
    if (ownColumns.has(name)) continue;
    const counts = countColumn(table.value, name, '/demand');
    if (!counts.ok) return counts;
    groups[name] = counts.value;
  }
  return { ok: true, value: { ids: ids.value, weights: weights.value, groups } };
}

function optional<T>(
  table: CsvTable,
  name: string,
  read: (table: CsvTable, name: string, pointer: string) => Read<readonly T[]>,
): Read<readonly T[] | undefined> {
  return table.columns.includes(name) ? read(table, name, '/candidates') : { ok: true, value: undefined };
}
