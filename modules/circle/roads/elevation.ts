import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { refuse } from '../input/bad-input.ts';
import { e7 } from './geodesy.ts';
import type { Profile } from './profile.ts';

/** Metres above the sea at a place in degrees × 10^7; undefined where it is not known. */
export type HeightAt = (lonE7: number, latE7: number) => number | undefined;

interface Tile {
  readonly side: number;
  readonly heights: DataView;
}

/** SRTM's mark for a height that is not known. */
const noHeight = -32768;
/**
 * Heights from a folder of `.hgt` tiles (`N25E098.hgt`: one degree square, its south-west corner in the name, 16-bit big-endian
 * metres from the north-west, 1201 or 3601 to a side). Source: "SRTM Topography" (NASA/USGS), §2.1.
 * @throws BadInput where the folder has no tile, or a tile's size is neither
 */
export function heightsFrom(folder: string): HeightAt {
  const tiles = new Map<string, Tile | undefined>();
  let names: string[] = [];
  try {
    names = readdirSync(folder).filter((name) => /^[NS]\d{2}[EW]\d{3}\.hgt$/i.test(name));
  } catch {
    refuse('/dem', 'unreadable', `无法读取 ${folder}`, `cannot read ${folder}`);
  }
  if (names.length === 0) refuse('/dem', 'empty', `${folder} 中没有 .hgt 文件`, `${folder} holds no .hgt file`);
  const files = new Map(names.map((name) => [name.slice(0, 7).toUpperCase(), name]));
  const tileAt = (key: string): Tile | undefined => {
    if (tiles.has(key)) return tiles.get(key);
    const name = files.get(key);
    const tile = name === undefined ? undefined : readTile(folder, name);
    tiles.set(key, tile);
    return tile;
  };
  return (lonE7, latE7) => {
    const [lon, lat] = [lonE7 / e7, latE7 / e7];
    const [west, south] = [Math.floor(lon), Math.floor(lat)];
    const tile = tileAt(tileName(west, south));
    return tile && bilinear(tile, lon - west, lat - south);
  };
}

function tileName(west: number, south: number): string {
  const [ns, ew] = [south < 0 ? 'S' : 'N', west < 0 ? 'W' : 'E'];
  return `${ns}${String(Math.abs(south)).padStart(2, '0')}${ew}${String(Math.abs(west)).padStart(3, '0')}`;
}

function readTile(folder: string, name: string): Tile {
  const bytes = readFileSync(join(folder, name));
  const side = Math.sqrt(bytes.length / 2);
  if (side !== 1201 && side !== 3601)
    refuse(
      '/dem',
      'size',
      `${name} 有 ${bytes.length} 字节，不是 1201² 或 3601² 格`,
      `${name} has ${bytes.length} bytes: neither 1201² nor 3601² heights`,
    );
  return { side, heights: new DataView(bytes.buffer, bytes.byteOffset, bytes.length) };
}

/** @param x @param y shares of the tile from its south-west corner */
function bilinear({ side, heights }: Tile, x: number, y: number): number | undefined {
  const [column, row] = [x * (side - 1), (1 - y) * (side - 1)];
  const [c, r] = [Math.min(Math.floor(column), side - 2), Math.min(Math.floor(row), side - 2)];
  const [fc, fr] = [column - c, row - r];
  const at = (dr: number, dc: number) => heights.getInt16(2 * ((r + dr) * side + c + dc));
  const [nw, ne, sw, se] = [at(0, 0), at(0, 1), at(1, 0), at(1, 1)];
  if (nw === noHeight || ne === noHeight || sw === noHeight || se === noHeight) return undefined;
  return (nw * (1 - fc) + ne * fc) * (1 - fr) + (sw * (1 - fc) + se * fc) * fr;
}

/** Share of the speed kept at a slope (rise over run), from a table of (grade, share), straight between and level beyond. */
export function slopeFactor(table: Profile['slope'], grade: number): number {
  const [head = [0, 1]] = table;
  if (grade <= head[0]) return head[1];
  for (let n = 1; n < table.length; n += 1) {
    const [[g0, f0], [g1, f1]] = [table[n - 1] ?? head, table[n] ?? head];
    if (grade <= g1) return f0 + ((f1 - f0) * (grade - g0)) / (g1 - g0);
  }
  return table.at(-1)?.[1] ?? 1;
}
