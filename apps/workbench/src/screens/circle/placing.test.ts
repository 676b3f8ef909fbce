import { describe, expect, test } from 'vitest';
import { degreesOf, placeables } from './placing.ts';

describe('degrees as they are typed', () => {
  test.each([
    ['99.1', '24.7', { lon: 99.1, lat: 24.7 }],
    ['９９.１', '24.7°', { lon: 99.1, lat: 24.7 }],
    ['-0', '0', { lon: -0, lat: 0 }],
    ['', '24.7', undefined],
    ['99.1', '91', undefined],
    ['24.7', '99.1', undefined],
    ['九十九', '24', undefined],
  ])('%s, %s', (lon, lat, place) => expect(degreesOf({ lon, lat })).toEqual(place));
});

test('what a what-if opens or moves is nothing that stands in the register', () => {
  const station = { name: '甲站', kind: 'centre', lon: 99, lat: 25, schematic: true };
  const found = placeables(
    {
      villages: [],
      stations: [
        { ...station, id: 'a', tenant: '530521', change: 'stays' },
        { ...station, id: 'b', tenant: '530521', change: 'moved' },
        { ...station, id: 'new-1', change: 'new' },
      ],
    },
    [{ code: '530521101001', name: '施甸县甸阳镇甸阳社区' }],
  );
  expect(found.map(({ key, at }) => [key, at])).toEqual([
    ['530521101001', null],
    ['a', { lon: 99, lat: 25 }],
  ]);
});
