import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OpeningHours } from '../schema.ts';
import {
  closingTime,
  type DayKind,
  hoursOfDays,
  isOpenAt,
  isoWeekday,
  localTimeOf,
  nextOpening,
  openSpansOn,
} from './opening.ts';

const office = [
  { from: '08:30', to: '12:00' },
  { from: '14:30', to: '18:00' },
];
const centre: OpeningHours = {
  weekly: { 1: office, 2: office, 3: office, 4: office, 5: office },
  onHolidays: 'closed',
  exceptions: [{ date: '2026-11-26', spans: [{ from: '09:00', to: '10:00' }], note: '停电' }],
};
const point: OpeningHours = { weekly: { 2: [{ from: '09:00', to: '11:30' }] }, onHolidays: 'closed', exceptions: [] };
const calendar = (days: Record<string, DayKind>) => (day: string) => days[day] ?? 'ordinary';
const plain = calendar({});

describe('when a place is open', () => {
  test.each([
    ['2026-11-24', '08:29', false],
    ['2026-11-24', '08:30', true],
    ['2026-11-24', '11:59', true],
    ['2026-11-24', '12:00', false],
    ['2026-11-24', '14:30', true],
    ['2026-11-24', '18:00', false],
    ['2026-11-28', '09:00', false],
  ])('on %s at %s: %s', (day, time, open) => expect(isOpenAt(centre, day, time, plain)).toBe(open));

  test('a public holiday closes it', () => {
    expect(openSpansOn(centre, '2026-10-01', calendar({ '2026-10-01': 'holiday' }))).toEqual([]);
  });

  test('a place that works through holidays keeps its hours', () => {
    expect(
      openSpansOn({ ...centre, onHolidays: 'asUsual' }, '2026-10-01', calendar({ '2026-10-01': 'holiday' })),
    ).toEqual(office);
  });

  test('a Saturday made a working day has Monday’s hours at an office, and none at a point open on Tuesdays', () => {
    const made = calendar({ '2026-10-10': 'makeUpWorkday' });
    expect(isoWeekday('2026-10-10')).toBe('6');
    expect(openSpansOn(centre, '2026-10-10', made)).toEqual(office);
    expect(openSpansOn(point, '2026-10-10', made)).toEqual([]);
  });

  test('an exception wins over the week', () => {
    expect(openSpansOn(centre, '2026-11-26', plain)).toEqual([{ from: '09:00', to: '10:00' }]);
  });
});

describe('when it opens next', () => {
  test.each([
    ['at lunch, the afternoon', centre, '2026-11-24', '12:30', { day: '2026-11-24', from: '14:30' }],
    ['while open, now', centre, '2026-11-24', '09:10', { day: '2026-11-24', from: '09:10' }],
    ['in the evening, tomorrow', centre, '2026-11-24', '20:00', { day: '2026-11-25', from: '08:30' }],
    ['on Friday evening, Monday', centre, '2026-11-27', '18:00', { day: '2026-11-30', from: '08:30' }],
    ['a weekly point, its next day', point, '2026-11-24', '11:30', { day: '2026-12-01', from: '09:00' }],
  ] as const)('%s', (_, hours, day, time, next) => expect(nextOpening(hours, day, time, plain)).toEqual(next));

  test('a place that never opens has none', () => {
    expect(
      nextOpening({ weekly: {}, onHolidays: 'closed', exceptions: [] }, '2026-11-24', '09:00', plain),
    ).toBeUndefined();
  });

  test('at the moment it names, the place is open', () => {
    const minute = fc
      .integer({ min: 0, max: 1439 })
      .map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`);
    const day = fc
      .integer({ min: 0, max: 364 })
      .map((d) => new Date(Date.UTC(2026, 0, 1 + d)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, minute, fc.constantFrom(centre, point), (on, time, hours) => {
        const next = nextOpening(hours, on, time, plain);
        if (next === undefined) throw new Error('never opens');
        expect(isOpenAt(hours, next.day, next.from, plain)).toBe(true);
        expect(next.day > on || next.from >= time).toBe(true);
      }),
    );
  });
});

test('the clock on the wall is Shanghai’s', () => {
  expect(localTimeOf('2026-11-24T01:30:00.000Z')).toBe('09:30');
  expect(localTimeOf('2026-11-24T16:05:00.000Z')).toBe('00:05');
});

describe('the hours of a week', () => {
  const golden = calendar({ '2026-10-01': 'holiday', '2026-10-02': 'holiday', '2026-10-10': 'makeUpWorkday' });
  const name = (day: string) => (day.startsWith('2026-10') ? '国庆节' : undefined);

  test('a holiday that closes the place is named; a weekend that is closed anyway is not', () => {
    expect(hoursOfDays(centre, '2026-09-30', 4, golden, name)).toEqual([
      { day: '2026-09-30', spans: office },
      { day: '2026-10-01', spans: [], because: { kind: 'holiday', name: '国庆节' } },
      { day: '2026-10-02', spans: [], because: { kind: 'holiday', name: '国庆节' } },
      { day: '2026-10-03', spans: [] },
    ]);
  });

  test('a made-up working day is named where it opens the place', () => {
    expect(hoursOfDays(centre, '2026-10-10', 1, golden, name)).toEqual([
      { day: '2026-10-10', spans: office, because: { kind: 'makeUpWorkday', name: '国庆节' } },
    ]);
    expect(hoursOfDays(point, '2026-10-10', 1, golden, name)).toEqual([{ day: '2026-10-10', spans: [] }]);
  });

  test('the place’s own exception carries its note', () => {
    expect(hoursOfDays(centre, '2026-11-26', 1, plain)).toEqual([
      { day: '2026-11-26', spans: [{ from: '09:00', to: '10:00' }], because: { kind: 'exception', name: '停电' } },
    ]);
  });

  test.each([
    ['08:29', undefined],
    ['08:30', '12:00'],
    ['12:00', undefined],
    ['17:59', '18:00'],
    ['18:00', undefined],
  ])('at %s it closes at %s', (time, closes) => expect(closingTime(office, time)).toBe(closes));

  test('spans that follow without a gap are one', () => {
    const through = [
      { from: '12:00', to: '18:00' },
      { from: '08:00', to: '12:00' },
    ];
    expect(closingTime(through, '09:00')).toBe('18:00');
  });

  test('each day says what openSpansOn says of it, whatever the calendar', () => {
    const kinds = fc.array(fc.constantFrom<DayKind>('ordinary', 'holiday', 'makeUpWorkday'), {
      minLength: 14,
      maxLength: 14,
    });
    fc.assert(
      fc.property(kinds, fc.constantFrom(centre, point), (list, hours) => {
        const kindOf = (day: string) => list[Number(day.slice(8)) % 14] ?? 'ordinary';
        for (const { day, spans } of hoursOfDays(hours, '2026-11-20', 9, kindOf))
          expect(spans).toEqual(openSpansOn(hours, day, kindOf));
      }),
    );
  });
});
