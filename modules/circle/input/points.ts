import { refuse } from './bad-input.ts';
import { type CsvTable, countColumn, idColumn, readCsv, textColumn } from './csv-table.ts';
import { accept } from './read.ts';

/** Places of a file, a column each; degrees, WGS 84. */
export interface Points {
  readonly ids: readonly string[];
  readonly lon: readonly number[];
  readonly lat: readonly number[];
}

/** Points that help is given at. */
export interface SitePoints extends Points {
  /** False where the file says that a point is closed. */
  readonly open: readonly boolean[];
}

/** Places where people live. */
export interface DemandPoints extends Points {
  /** People; undefined where nobody has counted them: unknown is not none. */
  readonly weights: readonly (number | undefined)[];
  /** People of each group, by the name of its column. */
  readonly groups: Readonly<Record<string, readonly (number | undefined)[]>>;
  /** Names of areas, by the column's name: `county`, `township`. */
  readonly areas: Readonly<Record<string, readonly string[]>>;
}

/** A box in degrees; west beyond east where it holds the antimeridian. */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

const areaColumns = ['county', 'township'];
const placeColumns = new Set(['id', 'name', 'lon', 'lat', 'weight', 'open', ...areaColumns]);
const openWords = new Set(['', '1', 'true', 'yes', 'open', '是', '开', '开放']);
const closedWords = new Set(['0', 'false', 'no', 'closed', '否', '关', '关闭']);

/** @param box the graph's, where one is given: a place outside it whose swapped degrees lie inside is refused */
export function readSites(text: string, pointer: string, box?: Box): SitePoints {
  const table = accept(readCsv(text, pointer));
  const points = readPointTable(table, pointer, box);
  if (!table.columns.includes('open')) return { ...points, open: points.ids.map(() => true) };
  const open = accept(textColumn(table, 'open', pointer)).map((cell, n) => {
    const word = cell.toLowerCase();
    if (openWords.has(word)) return true;
    if (closedWords.has(word)) return false;
    const where = `${pointer}/${n}/open`;
    return refuse(where, 'open', `须为 1 或 0：${cell}`, `must be 1 or 0: "${cell}"`);
  });
  return { ...points, open };
}

/** Columns `id,lon,lat,weight`, the areas `county` and `township` where they are given, and every other column a group. */
export function readDemandPoints(text: string, pointer: string, box?: Box): DemandPoints {
  const table = accept(readCsv(text, pointer));
  const points = readPointTable(table, pointer, box);
  const weights = counts(table, 'weight', pointer);
  const groups: Record<string, readonly (number | undefined)[]> = {};
  const areas: Record<string, readonly string[]> = {};
  for (const name of table.columns) {
    if (areaColumns.includes(name)) areas[name] = accept(textColumn(table, name, pointer));
    else if (!placeColumns.has(name)) groups[name] = counts(table, name, pointer);
  }
  return { ...points, weights, groups, areas };
}

export function readPlainPoints(text: string, pointer: string, box?: Box): Points {
  return readPointTable(accept(readCsv(text, pointer)), pointer, box);
}

/** Numbers of 0 or more; an empty cell is not known. */
function counts(table: CsvTable, name: string, pointer: string): readonly (number | undefined)[] {
  const known = accept(textColumn(table, name, pointer)).map((cell) => cell !== '');
  const filled = { ...table, rows: table.rows.map((row) => row.map((cell) => (cell === '' ? '0' : cell))) };
  return accept(countColumn(filled, name, pointer)).map((n, row) => (known[row] ? n : undefined));
}

export function readPointTable(table: CsvTable, pointer: string, box: Box | undefined): Points {
  const ids = accept(idColumn(table, pointer));
  const lon = degrees(table, 'lon', 180, pointer);
  const lat = degrees(table, 'lat', 90, pointer);
  if (box)
    for (const [n, id] of ids.entries()) {
      const [x, y] = [lon[n] as number, lat[n] as number];
      if (!inside(box, x, y) && inside(box, y, x))
        refuse(
          `${pointer}/${n}/lon`,
          'swapped',
          `${id} 的经度和纬度对调了：${x}, ${y}`,
          `longitude and latitude of ${id} are swapped: ${x}, ${y}`,
        );
    }
  return { ids, lon, lat };
}

/** A column of degrees. A latitude beyond 90° that would do as a longitude is named for what it is: a swap. */
function degrees(table: CsvTable, name: 'lon' | 'lat', most: number, pointer: string): readonly number[] {
  return accept(textColumn(table, name, pointer)).map((cell, n) => {
    const value = cell === '' ? Number.NaN : Number(cell);
    if (Math.abs(value) <= most) return value;
    const where = `${pointer}/${n}/${name}`;
    if (name === 'lat' && Math.abs(value) <= 180)
      refuse(where, 'swapped', `纬度 ${cell} 超过 90°，经纬度可能对调了`, `a latitude of ${cell}: swapped with lon?`);
    return refuse(where, 'degrees', `须为不超过 ${most}° 的度数：${cell}`, `must be degrees up to ${most}: "${cell}"`);
  });
}

function inside({ west, south, east, north }: Box, lon: number, lat: number): boolean {
  if (lat < south || lat > north) return false;
  return west <= east ? lon >= west && lon <= east : lon >= west || lon <= east;
}
