import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distanceKm, roughTravel } from './travel.ts';

const point = fc.record({
  lon: fc.double({ min: 97, max: 101, noNaN: true }),
  lat: fc.double({ min: 23, max: 27, noNaN: true }),
});

test('a degree of latitude is 111.2 km, a degree of longitude at 25° north 100.8', () => {
  expect(distanceKm({ lon: 99, lat: 25 }, { lon: 99, lat: 26 })).toBeCloseTo(111.195, 2);
  expect(distanceKm({ lon: 99, lat: 25 }, { lon: 100, lat: 25 })).toBeCloseTo(100.775, 2);
});

test('there and back is the same, a way round is never shorter', () => {
  fc.assert(
    fc.property(point, point, point, (a, b, c) => {
      expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 9);
      expect(distanceKm(a, c)).toBeLessThanOrEqual(distanceKm(a, b) + distanceKm(b, c) + 1e-9);
    }),
  );
});

test('an estimate winds, says that it is schematic, and grows with the terrain', () => {
  const [from, to] = [
    { lon: 99.17, lat: 25.11 },
    { lon: 98.49, lat: 25.02 },
  ];
  const hills = roughTravel(from, to);
  expect(hills).toMatchObject({ schematic: true, straightKm: 69.2, roadKm: 117.7, minutes: 236 });
  expect(roughTravel(from, to, 'plain').roadKm).toBeLessThan(hills.roadKm);
  expect(roughTravel(from, to, 'acrossRidge').roadKm).toBeGreaterThan(hills.roadKm);
  expect(roughTravel(from, from)).toMatchObject({ roadKm: 0, minutes: 0 });
});
