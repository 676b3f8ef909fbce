import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crowKm, fitted, placeOf, roundKm, scaleAt, worldOf } from './projection.ts';

const place = fc.record({
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
  lat: fc.double({ min: -85, max: 85, noNaN: true }),
});

describe('the ground of the drawn map', () => {
  test('a place comes back from where it is drawn', () => {
    fc.assert(
      fc.property(place, (there) => {
        const back = placeOf(worldOf(there));
        expect(back.lon).toBeCloseTo(there.lon, 9);
        expect(back.lat).toBeCloseTo(there.lat, 9);
      }),
    );
  });
  test('a fitted box is in sight, and touches the margin', () => {
    const box = { west: 98.1, south: 24.1, east: 100, north: 25.8 };
    const { centre, zoom } = fitted(box, { width: 700, height: 500 }, 20);
    const at = (lon: number, lat: number) => {
      const { x, y } = worldOf({ lon, lat });
      return [(x - centre.x) * scaleAt(zoom) + 350, (y - centre.y) * scaleAt(zoom) + 250] as const;
    };
    const [left, top] = at(box.west, box.north);
    const [right, bottom] = at(box.east, box.south);
    expect(top).toBeCloseTo(20, 6);
    expect(bottom).toBeCloseTo(480, 6);
    expect(left).toBeGreaterThan(20);
    expect(right).toBeLessThan(680);
  });
  test('a box of one place is shown without going through the ground', () =>
    expect(fitted({ west: 99, south: 25, east: 99, north: 25 }, { width: 300, height: 300 }, 20).zoom).toBe(17));
});

describe('lengths', () => {
  test('a degree along the equator, and one of latitude', () => {
    expect(crowKm({ lon: 0, lat: 0 }, { lon: 1, lat: 0 })).toBeCloseTo(111.195, 3);
    expect(crowKm({ lon: 99, lat: 24.5 }, { lon: 99, lat: 25.5 })).toBeCloseTo(111.195, 3);
  });
  test('across the date line the short way', () =>
    expect(crowKm({ lon: 179.5, lat: 0 }, { lon: -179.5, lat: 0 })).toBeCloseTo(111.195, 3));
  test.each([
    [0.7, 0.5],
    [1, 1],
    [1.99, 1],
    [2, 2],
    [49, 20],
    [50, 50],
    [0.013, 0.01],
  ])('a bar of %d km is cut to %d', (km, round) => expect(roundKm(km)).toBeCloseTo(round, 9));
});
