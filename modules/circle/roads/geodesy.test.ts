import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { metresBetween, turnEast } from './geodesy.ts';
import { hilbert, hilbertOrder } from './hilbert.ts';
import { sortIds } from './pbf/sorted-ids.ts';

const lonE7 = fc.integer({ min: -180e7, max: 180e7 });
const latE7 = fc.integer({ min: -70e7, max: 70e7 });

describe('metres', () => {
  /** Along the great circle, by the haversine. */
  function greatCircle(lonA: number, latA: number, lonB: number, latB: number): number {
    const r = Math.PI / 180e7;
    const [dx, dy] = [((lonB - lonA) * r) / 2, ((latB - latA) * r) / 2];
    const h = Math.sin(dy) ** 2 + Math.cos(latA * r) * Math.cos(latB * r) * Math.sin(dx) ** 2;
    return 2 * 6_371_008.8 * Math.asin(Math.sqrt(h));
  }

  test('within ten kilometres they are those of the great circle, to one in a hundred thousand', () => {
    const step = fc.integer({ min: -5e5, max: 5e5 });
    fc.assert(
      fc.property(lonE7, latE7, step, step, (lon, lat, dx, dy) => {
        const [there, true_] = [metresBetween(lon, lat, lon + dx, lat + dy), greatCircle(lon, lat, lon + dx, lat + dy)];
        expect(Math.abs(there - true_)).toBeLessThanOrEqual(1e-5 * true_ + 1e-3);
      }),
    );
  });

  test('are the same there and back, and never negative', () => {
    fc.assert(
      fc.property(lonE7, latE7, lonE7, latE7, (a, b, c, d) => {
        expect(metresBetween(a, b, c, d)).toBeCloseTo(metresBetween(c, d, a, b), 6);
        expect(metresBetween(a, b, c, d)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('the turn east goes the short way round and ends at the other longitude', () => {
    fc.assert(
      fc.property(lonE7, lonE7, (from, to) => {
        const turn = turnEast(from, to);
        expect(Math.abs(turn)).toBeLessThanOrEqual(180e7);
        expect((((from + turn - to) % 360e7) + 360e7) % 360e7).toBe(0);
      }),
    );
  });
});

describe('Hilbert’s curve', () => {
  test('visits every cell of a corner once, and goes from neighbour to neighbour', () => {
    const side = 32;
    const cells: [number, number, number][] = [];
    for (let x = 0; x < side; x += 1) for (let y = 0; y < side; y += 1) cells.push([hilbert(x, y), x, y]);
    cells.sort((a, b) => a[0] - b[0]);
    expect(cells.map(([d]) => d)).toEqual(cells.map((_, n) => n));
    for (let n = 1; n < cells.length; n += 1) {
      const [[, x0, y0], [, x1, y1]] = [cells[n - 1] as [number, number, number], cells[n] as [number, number, number]];
      expect(Math.abs(x1 - x0) + Math.abs(y1 - y0)).toBe(1);
    }
  });

  test('the last place of the square still has a number of 32 bits', () => {
    for (const [x, y] of [
      [0xffff, 0],
      [0xffff, 0xffff],
      [0, 0xffff],
    ] as const) {
      expect(hilbert(x, y)).toBeLessThan(2 ** 32);
      expect(hilbert(x, y)).toBeGreaterThan(2 ** 29);
    }
  });

  test('the order holds every place once, ascending along the curve, those at one spot as they stood', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(lonE7, latE7), { maxLength: 60 }), (places) => {
        const twice = [...places, ...places];
        const order = hilbertOrder(
          Int32Array.from(twice, ([x]) => x),
          Int32Array.from(twice, ([, y]) => y),
        );
        expect([...order].sort((a, b) => a - b)).toEqual(twice.map((_, n) => n));
        const at = new Map([...order].map((place, n) => [place, n]));
        for (let n = 0; n < places.length; n += 1)
          expect(at.get(n) as number).toBeLessThan(at.get(n + places.length) as number);
      }),
    );
  });
});

test('every id is found at its place, and no other is', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -50, max: 2 ** 40 })),
      fc.array(fc.integer({ min: -60, max: 90 })),
      (ids, asked) => {
        const sorted = sortIds(Float64Array.from(ids));
        expect([...sorted.ids]).toEqual([...new Set(ids)].sort((a, b) => a - b));
        for (const id of [...ids, ...asked, ...ids.toReversed()]) expect(sorted.find(id)).toBe(sorted.ids.indexOf(id));
      },
    ),
  );
});
