import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { refusal, scratch } from '../testing/tiny-extract.ts';
import { heightsFrom } from './elevation.ts';

/** A tile of 1201² heights: a metre up for each step east and two for each step north, with one height unknown. */
function tile(): Buffer {
  const side = 1201;
  const heights = Buffer.alloc(2 * side * side);
  for (let row = 0; row < side; row += 1)
    for (let column = 0; column < side; column += 1)
      heights.writeInt16BE(column + 2 * (side - 1 - row), 2 * (row * side + column));
  heights.writeInt16BE(-32768, 2 * (600 * side + 600));
  return heights;
}

function folderWith(files: Readonly<Record<string, Buffer>>): string {
  const folder = scratch('dem');
  mkdirSync(folder);
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  return folder;
}

describe('heights of .hgt tiles', () => {
  const heightAt = heightsFrom(folderWith({ 'N25E099.hgt': tile(), 'readme.txt': Buffer.from('x') }));
  test.each([
    ['the south-west corner', 99, 25, 0],
    ['the north-east corner, just inside', 99.9999999, 25.9999999, 3600],
    ['half way east', 99.25, 25, 300],
    ['between four heights', 99 + 10.5 / 1200, 25 + 20.25 / 1200, 10.5 + 40.5],
  ])('%s', (_, lon, lat, metres) => {
    expect(heightAt(Math.round(lon * 1e7), Math.round(lat * 1e7))).toBeCloseTo(metres, 2);
  });

  test('beside an unknown height, and outside the tiles, nothing is known', () => {
    expect(heightAt(99.5e7, 25.5e7)).toBeUndefined();
    expect(heightAt(98.5e7, 25.5e7)).toBeUndefined();
  });

  test('south and west of the origin a tile is named for its south-west corner', () => {
    const south = heightsFrom(folderWith({ 's01w001.hgt': tile() }));
    expect(south(-1e7, -1e7)).toBe(0);
    expect(south(-0.75e7, -1e7)).toBeCloseTo(300, 6);
  });

  test.each([
    ['no folder', '/nowhere/dem', /cannot read/],
    ['no tile', folderWith({}), /holds no .hgt file/],
  ])('%s', (_, folder, line) => expect(refusal(() => heightsFrom(folder))).toMatch(line));

  test('a tile of another size is refused by name', () => {
    const small = heightsFrom(folderWith({ 'N25E099.hgt': Buffer.alloc(1000) }));
    expect(refusal(() => small(99.5e7, 25.5e7))).toMatch(/^\/dem: .*N25E099.hgt has 1000 bytes/);
  });
});
