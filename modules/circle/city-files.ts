import { fromGcj02 } from '../../kernel/geo/index.ts';
import type { LocalDate } from '../../kernel/time/index.ts';
import { type Position, type Register, regionOf } from '../network/index.ts';
import { BadInput, refuse } from './input/bad-input.ts';
import { type CsvTable, countColumn, readCsv, textColumn } from './input/csv-table.ts';
import { type Box, readPointTable } from './input/points.ts';
import { accept } from './input/read.ts';
import type { RegionPeople } from './store/people.ts';

/** Columns of a file of people that are no group. */
const ownColumns = new Set(['id', 'name', 'people']);

/**
 * How many people live in each place, from CSV: `id` (code of the register), `people`, and every other column a group. A place whose
 * cell is empty is left out: not counted is not nobody.
 * @throws BadInput
 */
export function readPeopleFile(
  text: string,
  register: Register,
  { asOf, source, verified }: { readonly asOf: LocalDate; readonly source: string; readonly verified: boolean },
): readonly RegionPeople[] {
  const table = accept(readCsv(text, '/FILE'));
  const codes = knownCodes(table, register);
  const cells = accept(textColumn(table, 'people', '/FILE'));
  const people = wholeCounts(table, 'people');
  const groups = table.columns.filter((name) => !ownColumns.has(name));
  const counts = new Map(groups.map((name) => [name, wholeCounts(table, name)]));
  const filled = (name: string, row: number): boolean => table.rows[row]?.[table.columns.indexOf(name)] !== '';
  return codes.flatMap((region, row) =>
    cells[row] === ''
      ? []
      : [
          {
            region,
            asOf,
            people: people[row] as number,
            groups: Object.fromEntries(
              groups.filter((name) => filled(name, row)).map((name) => [name, counts.get(name)?.[row] as number]),
            ),
            source,
            verified,
          },
        ],
  );
}

/**
 * Where places stand, from CSV: `id` (code of the register), `lon`, `lat`, in the system that is named. GCJ-02 is converted.
 * Where the file has a column `take`, only the rows that say 1.
 * @param box a place outside it is refused, and one whose degrees are swapped is told so
 * @throws BadInput
 */
export function readPlacesFile(
  text: string,
  register: Register,
  crs: 'wgs84' | 'cgcs2000' | 'gcj02',
  box: Box,
): readonly { readonly code: string; readonly position: Position }[] {
  const table = accept(readCsv(text, '/FILE'));
  const rows = takenRows(table);
  const taken = { ...table, rows: rows.map((row) => table.rows[row] as readonly string[]) };
  return atRows(rows, () => {
    const codes = knownCodes(taken, register);
    const { lon, lat } = readPointTable(taken, '/FILE', box);
    return codes.map((code, row) => {
      const given = [lon[row] as number, lat[row] as number] as const;
      const [x, y] = crs === 'gcj02' ? fromGcj02(given) : given;
      if (x < box.west || x > box.east || y < box.south || y > box.north)
        refuse(
          `/FILE/${row}/lon`,
          'outside',
          `${code} 在范围之外：${given.join(', ')}`,
          `${code} lies outside the box: ${given.join(', ')}`,
        );
      const referenceSystem = crs === 'cgcs2000' ? 'CGCS2000' : 'WGS84';
      return { code, position: { kind: 'surveyed', lon: x, lat: y, referenceSystem } };
    });
  });
}

const takenWords = new Set(['1', 'true', 'yes', '是']);
const leftWords = new Set(['', '0', 'false', 'no', '否']);

/** Numbers of the rows that are to be taken: all, unless a column `take` chooses (the table of `match-places`). */
function takenRows(table: CsvTable): readonly number[] {
  const all = table.rows.map((_, row) => row);
  if (!table.columns.includes('take')) return all;
  const take = accept(textColumn(table, 'take', '/FILE')).map((cell, row) => {
    const word = cell.toLowerCase();
    if (takenWords.has(word)) return true;
    if (leftWords.has(word)) return false;
    return refuse(`/FILE/${row}/take`, 'take', `须为 1 或空：${cell}`, `must be 1 or empty: "${cell}"`);
  });
  const rows = all.filter((row) => take[row]);
  return rows.length > 0 ? rows : refuse('/FILE/take', 'empty', '没有一行的 take 是 1', 'no row has take 1');
}

/** Faults of the rows taken, told by their numbers in the file. */
function atRows<T>(rows: readonly number[], read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    throw new BadInput(
      error.faults.map((fault) => ({
        ...fault,
        pointer: fault.pointer.replace(
          /^\/FILE\/(\d+)(?=\/|$)/,
          (_, row: string) => `/FILE/${rows[Number(row)] ?? row}`,
        ),
      })),
    );
  }
}

function knownCodes(table: CsvTable, register: Register): readonly string[] {
  const seen = new Set<string>();
  return accept(textColumn(table, 'id', '/FILE')).map((id, row) => {
    const code = regionOf(register, id)?.code;
    if (code === undefined)
      return refuse(`/FILE/${row}/id`, 'unknown', `名册里没有这个代码：${id}`, `no such code in the register: ${id}`);
    if (seen.has(code)) refuse(`/FILE/${row}/id`, 'twice', `代码重复：${id}`, `code given twice: ${id}`);
    seen.add(code);
    return code;
  });
}

/** Whole numbers; an empty cell reads as 0 and is for the caller to leave out. */
function wholeCounts(table: CsvTable, name: string): readonly number[] {
  const filled = { ...table, rows: table.rows.map((row) => row.map((cell) => (cell === '' ? '0' : cell))) };
  return accept(countColumn(filled, name, '/FILE')).map((count, row) =>
    Number.isInteger(count)
      ? count
      : refuse(`/FILE/${row}/${name}`, 'whole', `须为整数：${count}`, `must be a whole number: ${count}`),
  );
}
