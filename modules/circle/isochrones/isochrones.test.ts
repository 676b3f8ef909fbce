import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tinyGraph } from '../testing/tiny-graph.ts';
import { openNetwork } from '../travel/network.ts';
import { type Isochrone, isochrones } from './isochrones.ts';

/* The ground within a time: a ring road keeps the hole in its middle, a road's ground has few corners, and nothing is left in slivers. */

const kmEast = (km: number): number => 99 + km / (111.195 * Math.cos((25 * Math.PI) / 180));
const kmNorth = (km: number): number => 25 + km / 111.195;
const at = (x: number, y: number): readonly [number, number] => [kmEast(x), kmNorth(y)];

function within(
  minutes: readonly number[],
  points: Readonly<Record<string, readonly [number, number]>>,
  roads: readonly { readonly points: readonly string[]; readonly kmH?: number }[],
): readonly Isochrone[] {
  const network = openNetwork(tinyGraph({ points, roads }));
  const [lon, lat] = Object.values(points)[0] as readonly [number, number];
  return isochrones(network, network.timesTo([network.snap({ lon, lat })]), minutes);
}

type Ring = Isochrone['polygons'][number][number];

/** Square kilometres, positive where the ring runs counter-clockwise. */
function areaOf(ring: Ring): number {
  const km = ring.map(([lon, lat]) => [
    (lon - 99) * 111.195 * Math.cos((25 * Math.PI) / 180),
    (lat - 25) * 111.195,
  ]) as readonly (readonly [number, number])[];
  return km.slice(1).reduce((sum, [x, y], n) => {
    const [px, py] = km[n] as readonly [number, number];
    return sum + (px * y - x * py) / 2;
  }, 0);
}

function holds(polygon: readonly Ring[], [x, y]: readonly [number, number]): boolean {
  let inside = false;
  for (const ring of polygon)
    for (const [n, [bx, by]] of ring.slice(1).entries()) {
      const [ax, ay] = ring[n] as readonly [number, number];
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
    }
  return inside;
}

const square = { a: at(0, 0), b: at(16, 0), c: at(16, 16), d: at(0, 16) } as const;
const ringRoad = [{ points: ['a', 'b', 'c', 'd', 'a'], kmH: 60 }];

describe('a ring road', () => {
  const [whole] = within([60], square, ringRoad) as [Isochrone];

  test('keeps the hole in its middle', () => {
    expect(whole.polygons).toHaveLength(1);
    const [outer, hole] = whole.polygons[0] as readonly [Ring, Ring];
    expect(whole.polygons[0]).toHaveLength(2);
    expect(areaOf(outer)).toBeGreaterThan(16 * 16);
    expect(areaOf(hole)).toBeLessThan(-4 * 4);
    expect(whole.squareKm).toBeCloseTo(areaOf(outer) + areaOf(hole), 0);
    expect(holds(whole.polygons[0] as readonly Ring[], at(8, 8))).toBe(false);
    for (const corner of Object.values(square)) expect(holds(whole.polygons[0] as readonly Ring[], corner)).toBe(true);
  });

  test('half of it within half of the time has no hole yet', () => {
    const [half] = within([10], square, ringRoad) as [Isochrone];
    expect(half.polygons.map((rings) => rings.length)).toEqual([1]);
    expect(holds(half.polygons[0] as readonly Ring[], square.c)).toBe(false);
  });
});

test('the ground along a straight road of forty kilometres has a few dozen corners, not one for each cell', () => {
  const [long] = within([60], { a: at(0, 0), b: at(40, 0) }, [{ points: ['a', 'b'], kmH: 60 }]) as [Isochrone];
  expect(long.polygons).toHaveLength(1);
  expect((long.polygons[0] as readonly Ring[])[0]?.length).toBeLessThan(60);
});

test('a minute’s walk around a lane of twenty metres is less than a sliver: nothing is drawn', () => {
  const lane = [{ points: ['a', 'b'], kmH: 20 }];
  expect(within([1], { a: at(0, 0), b: at(0.02, 0) }, lane)[0]).toMatchObject({ polygons: [], squareKm: 0 });
  expect(within([15], { a: at(0, 0), b: at(0.02, 0) }, lane)[0]?.polygons).toHaveLength(1);
});

test('any roads: closed rings, the outer ones counter-clockwise and holes clockwise, none a sliver, each band within the next', () => {
  const spot = fc.tuple(fc.integer({ min: -12, max: 12 }), fc.integer({ min: -12, max: 12 }));
  fc.assert(
    fc.property(fc.array(spot, { minLength: 3, maxLength: 9 }), fc.integer({ min: 15, max: 80 }), (spots, kmH) => {
      const points = Object.fromEntries(spots.map(([x, y], n) => [`p${n}`, at(x + n / 1000, y)]));
      const names = Object.keys(points);
      const roads = [
        { points: names, kmH },
        { points: [names[0] as string, names.at(-1) as string], kmH },
      ];
      const bands = within([5, 15, 40], points, roads);
      const cell = 0.25 * 0.25;
      for (const { polygons } of bands)
        for (const [outer, ...holes] of polygons) {
          expect(areaOf(outer as Ring)).toBeGreaterThan(3.5 * cell);
          for (const hole of holes) expect(areaOf(hole)).toBeLessThan(-3.5 * cell);
          for (const ring of [outer as Ring, ...holes]) {
            expect(ring.length).toBeGreaterThanOrEqual(4);
            expect(ring[0]).toEqual(ring.at(-1));
          }
        }
      const [near, middle, far] = bands.map(({ squareKm }) => squareKm) as [number, number, number];
      expect(near).toBeLessThanOrEqual(middle + 2 * cell);
      expect(middle).toBeLessThanOrEqual(far + 2 * cell);
    }),
    { numRuns: 60 },
  );
});
