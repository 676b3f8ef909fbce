import { describe, expect, test } from 'vitest';
import { doubtOf } from './sane-position.ts';

const box = { west: 98, south: 24, east: 100, north: 26 };
const near = [{ lon: 99.1, lat: 24.7 }];

describe('what speaks against a position', () => {
  test.each([
    ['beside the others', { lon: 99.12, lat: 24.71 }, near, undefined],
    ['degrees the other way round', { lon: 24.7, lat: 89 }, near, { doubt: 'outsideCity' }],
    ['swapped', { lon: 24.7, lat: 99.1 }, near, { doubt: 'swapped' }],
    ['in another province', { lon: 116.4, lat: 39.9 }, near, { doubt: 'outsideCity' }],
    ['on the edge of the city', { lon: 98, lat: 24 }, [], undefined],
    ['far from its township', { lon: 99.1, lat: 25.0 }, near, { doubt: 'farFromOthers', km: 33 }],
    ['the nearest of the others counts', { lon: 99.1, lat: 25.0 }, [...near, { lon: 99.1, lat: 24.9 }], undefined],
    ['nobody to compare with', { lon: 99.1, lat: 25.9 }, [], undefined],
  ] as const)('%s', (_, at, others, doubt) => expect(doubtOf(at, box, others)).toEqual(doubt));
});
