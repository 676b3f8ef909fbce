import { closeSync, fstatSync, openSync } from 'node:fs';
import { refuse } from '../input/bad-input.ts';
import { e7 } from '../roads/geodesy.ts';
import { broken, listBlobs, malformedInside, readBlob } from '../roads/pbf/blobs.ts';
import { openBlock, readNodes } from '../roads/pbf/block.ts';
import { readExtractHeader } from '../roads/pbf/header.ts';

/** A named place of an OpenStreetMap extract: a node with `place`. */
export interface PlaceNode {
  readonly id: number;
  /** What it is called, and what else: other spellings, old and official names. */
  readonly names: readonly [string, ...string[]];
  /** `city`, `town`, `village`, `hamlet` … */
  readonly place: string;
  /** Degrees, WGS 84. */
  readonly lon: number;
  readonly lat: number;
}

const marks: ReadonlySet<string> = new Set(['place']);
const nameKeys = ['name', 'name:zh', 'name:zh-Hans', 'official_name', 'alt_name', 'old_name', 'short_name'];

/**
 * Named places of an `.osm.pbf`, one block in memory at a time.
 * @throws BadInput when the file is no extract, is cut short or broken (with the byte)
 */
export function readPlaceNodes(path: string): readonly PlaceNode[] {
  const file = open(path);
  try {
    const { size } = fstatSync(file);
    if (size === 0) broken(0);
    const places: PlaceNode[] = [];
    let headed = false;
    for (const blob of listBlobs(file, size)) {
      if (!headed && blob.type !== 'OSMHeader') broken(blob.offset);
      if (blob.type !== 'OSMHeader' && blob.type !== 'OSMData') continue;
      const bytes = readBlob(file, blob, size);
      malformedInside(blob, () => {
        if (blob.type === 'OSMHeader') {
          readExtractHeader(bytes);
          headed = true;
          return;
        }
        readNodes(openBlock(bytes), marks, (id, lon, lat, tags) => {
          const place = tags?.get('place');
          if (tags === undefined || place === undefined) return;
          const [name, ...others] = nameKeys.flatMap((key) => tags.get(key)?.split(';') ?? []).map((one) => one.trim());
          if (name !== undefined && name !== '')
            places.push({ id, names: [name, ...others], place, lon: lon / e7, lat: lat / e7 });
        });
      });
    }
    if (!headed) broken(0);
    return places;
  } finally {
    closeSync(file);
  }
}

function open(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    return refuse('/FILE', 'unreadable', `无法读取 ${path}（${why}）`, `cannot read ${path} (${why})`);
  }
}
