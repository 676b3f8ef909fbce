import type { Degrees } from '../../../../kernel/geo/index.ts';
import { type CsvTable, readCsv, textColumn } from '../../input/csv-table.ts';
import { accept } from '../../input/read.ts';
import type { Profile } from '../profile.ts';
import type { FaultList, OwnRoad, OwnRoads } from './own-road.ts';
import { tagsOf } from './own-words.ts';

const places = ['from_lon', 'from_lat', 'to_lon', 'to_lat'] as const;
/** Roads of a CSV file: `from_lon,from_lat,to_lon,to_lat,class` and what else a road says; a straight line each. @throws BadInput */
export function readEdges(text: string, profile: Profile, faults: FaultList): OwnRoads {
  const table = accept(readCsv(text, '/FILE'));
  for (const name of places) accept(textColumn(table, name, '/FILE'));
  const roads: OwnRoad[] = [];
  const strangeSurfaces = new Map<string, number>();
  const seen = { faults, strangeSurfaces, strangeClasses: new Set<string>() };
  for (let row = 0; row < table.rows.length; row += 1) {
    const pointer = `/FILE/${row}`;
    const properties = rowOf(table, row);
    const tags = tagsOf(properties, profile, pointer, seen);
    const [fromLon, fromLat, toLon, toLat] = places.map((name) => {
      const cell = properties[name] as string;
      const degrees = cell === '' ? Number.NaN : Number(cell);
      if (!Number.isFinite(degrees))
        faults.add(`${pointer}/${name}`, 'degrees', `须为度数：${cell}`, `must be degrees: "${cell}"`);
      return degrees;
    }) as [number, number, number, number];
    if (tags === undefined || !Number.isFinite(fromLon + fromLat + toLon + toLat)) continue;
    const points: readonly Degrees[] = [
      [fromLon, fromLat],
      [toLon, toLat],
    ];
    roads.push({ pointer, points, tags, pointerOf: (n) => `${pointer}/${n === 0 ? 'from_lon' : 'to_lon'}` });
  }
  return { roads, notLines: 0, strangeSurfaces };
}

function rowOf({ columns, rows }: CsvTable, row: number): Readonly<Record<string, string>> {
  return Object.fromEntries(columns.map((name, c) => [name, rows[row]?.[c] ?? '']));
}
