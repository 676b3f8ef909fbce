import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NetworkChange } from '../../api/circle.ts';
import { type ChangeStep, changed, changeFromAddress, changeToAddress, isEmpty, noChange } from './change.ts';

const a = '00000000-0000-7000-8000-00000000000a';
const b = '00000000-0000-7000-8000-00000000000b';
const taken = (...steps: readonly ChangeStep[]): NetworkChange => steps.reduce(changed, noChange);

describe('a what-if, step by step', () => {
  test('a station that is closed twice is closed once', () =>
    expect(taken({ step: 'close', id: a }, { step: 'close', id: a })).toEqual({ ...noChange, close: [a] }));
  test('moving a closed station opens it at its new place', () =>
    expect(taken({ step: 'close', id: a }, { step: 'move', id: a, to: { lon: 99.123_456_7, lat: 25 } })).toEqual({
      ...noChange,
      move: [{ id: a, lon: 99.123_46, lat: 25 }],
    }));
  test('closing a moved station forgets where it was moved to', () =>
    expect(taken({ step: 'move', id: a, to: { lon: 99, lat: 25 } }, { step: 'close', id: a })).toEqual({
      ...noChange,
      close: [a],
    }));
  test('a closed station that opens on two afternoons is closed no more, and moved no more', () => {
    const hours = { id: a, days: [4, 2], span: { from: '14:30', to: '17:30' } };
    expect(taken({ step: 'close', id: a }, { step: 'hours', ...hours })).toEqual({
      ...noChange,
      hours: [{ ...hours, days: [2, 4] }],
    });
    expect(taken({ step: 'hours', ...hours }, { step: 'move', id: a, to: { lon: 99, lat: 25 } }).hours).toEqual([]);
  });
  test('restoring leaves the others alone', () =>
    expect(taken({ step: 'close', id: a }, { step: 'close', id: b }, { step: 'restore', id: a }).close).toEqual([b]));
  test('a new station of the same name takes the place of the first', () =>
    expect(
      taken(
        { step: 'open', name: '芒宽站', at: { lon: 98.9, lat: 25.4 } },
        { step: 'open', name: '芒宽站', at: { lon: 98.8, lat: 25.3 } },
      ).open,
    ).toEqual([{ name: '芒宽站', lon: 98.8, lat: 25.3 }]));
  test('clearing leaves nothing', () =>
    expect(
      isEmpty(taken({ step: 'close', id: a }, { step: 'open', name: 'x', at: { lon: 1, lat: 1 } }, { step: 'clear' })),
    ).toBe(true));
});

const place = fc.record({
  lon: fc.integer({ min: -18_000_000, max: 18_000_000 }).map((n) => n / 1e5),
  lat: fc.integer({ min: -9_000_000, max: 9_000_000 }).map((n) => n / 1e5),
});
const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((n) => String(n).padStart(2, '0')).join(':'));
const anyStep: fc.Arbitrary<ChangeStep> = fc.oneof(
  fc.record({
    step: fc.constant('hours' as const),
    id: fc.uuid(),
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    span: fc
      .tuple(clock, clock)
      .map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }))
      .filter(({ from, to }) => from !== to),
  }),
  fc.record({ step: fc.constantFrom('close' as const, 'restore' as const), id: fc.uuid() }),
  fc.record({ step: fc.constant('move' as const), id: fc.uuid(), to: place }),
  fc.record({
    step: fc.constant('open' as const),
    name: fc
      .string({ minLength: 1, maxLength: 60, unit: 'grapheme' })
      .map((name) => name.trim())
      .filter((name) => name !== '' && name.length <= 60),
    at: place,
  }),
);

describe('a what-if in an address', () => {
  test('comes back as it went, whatever the stations are called', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 12 }), (steps) => {
        const change = taken(...steps);
        expect(changeFromAddress(changeToAddress(change))).toEqual(change);
      }),
    );
  });
  test.each([
    '',
    'x',
    '-x',
    `~${a}@28,14:30,17:30`,
    `~${a}@22,14:30,17:30`,
    `~${a}@2,17:30,14:30`,
    '~x@2,14:30,17:30',
    '@1,2',
    '+@1,2',
    `${a}@200,1`,
    `${a}@1`,
    '+%E0%A4%A@1,2',
    '+a@NaN,1',
  ])('%j says nothing', (text) => expect(isEmpty(changeFromAddress(text))).toBe(true));
});
