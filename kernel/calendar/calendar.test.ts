import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, isLocalDate } from '../time/index.ts';
import { buildCalendar, epochDayOf, isWeekend, localDateOfEpochDay, seedCalendar, seedOverrides } from './index.ts';

describe('the seed', () => {
  const calendar = seedCalendar();

  test('knows the years 2004 to 2026 and says so', () => {
    expect([calendar.firstKnownYear, calendar.lastKnownYear]).toEqual([2004, 2026]);
    expect(calendar.isKnown('2003-12-31')).toBe(false);
    expect(calendar.isKnown('2004-01-01')).toBe(true);
    expect(calendar.isKnown('2026-12-31')).toBe(true);
    expect(calendar.isKnown('2027-01-01')).toBe(false);
  });

  test('rows come in order of date, each a real day, each day once', () => {
    const dates = seedOverrides().map((row) => row.date);
    expect(dates.every(isLocalDate)).toBe(true);
    expect(dates).toEqual([...new Set(dates)].sort());
    expect(dates.length).toBeGreaterThan(700);
  });

  test.each([
    ['2026-01-01', false, '元旦'],
    ['2026-02-14', true, '春节'], // a Saturday made up for the Spring Festival
    ['2026-02-16', false, '春节'],
    ['2026-02-28', true, '春节'],
    ['2026-10-07', false, '国庆节'],
    ['2026-10-08', true, undefined],
    ['2026-10-10', true, '国庆节'], // a Saturday
    ['2026-11-24', true, undefined], // a plain Tuesday
    ['2026-11-28', false, undefined], // a plain Saturday
    ['2017-10-08', false, '国庆节'],
    ['2017-09-30', true, '国庆节'], // a Saturday
  ])('%s: working day %s', (day, works, name) => {
    expect(calendar.isWorkday(day)).toBe(works);
    expect(calendar.nameOf(day)?.slice(0, 2)).toBe(name?.slice(0, 2));
  });

  test('a weekend day that a holiday swallows is not worked, a working Sunday is', () => {
    expect(calendar.nextWorkday('2026-10-01')).toBe('2026-10-08');
    expect(calendar.nextWorkday('2026-01-02')).toBe('2026-01-04'); // Sunday, made up
  });
});

describe('a calendar from a table', () => {
  test('one row ahead of the notice does not make its year known', () => {
    const calendar = buildCalendar([...seedOverrides(), { date: '2027-01-01', kind: 'holiday', name: '元旦' }]);
    expect(calendar.lastKnownYear).toBe(2026);
    expect(calendar.isWorkday('2027-01-01')).toBe(false);
  });

  test('a year entered by an administrator becomes known; a year beyond a gap does not', () => {
    const year = (y: number) => [
      { date: `${y}-02-06`, kind: 'holiday' as const, name: '春节' },
      { date: `${y}-10-01`, kind: 'holiday' as const, name: '国庆节' },
    ];
    expect(buildCalendar([...seedOverrides(), ...year(2027)]).lastKnownYear).toBe(2027);
    expect(buildCalendar([...seedOverrides(), ...year(2028)]).lastKnownYear).toBe(2026);
  });

  test('two rows that disagree about a day are refused', () => {
    const rows = [
      { date: '2027-05-01', kind: 'holiday' as const, name: '劳动节' },
      { date: '2027-05-01', kind: 'workday' as const, name: '劳动节' },
    ];
    expect(() => buildCalendar(rows)).toThrow(RangeError);
  });

  test('an empty table knows the plain week and no year', () => {
    const calendar = buildCalendar([]);
    expect(calendar.isWorkday('2026-10-01')).toBe(true);
    expect(calendar.isKnown('2026-10-01')).toBe(false);
  });

  test('another table is another edition; another order of rows is not', () => {
    const rows = seedOverrides();
    expect(buildCalendar([...rows].reverse()).edition).toBe(buildCalendar(rows).edition);
    expect(buildCalendar(rows.slice(1)).edition).not.toBe(buildCalendar(rows).edition);
  });
});

describe('day numbers', () => {
  const someDay = fc.integer({ min: epochDayOf('1850-01-01'), max: epochDayOf('9999-12-31') });

  test('agree with Date for every day, both ways', () => {
    fc.assert(
      fc.property(someDay, (n) => {
        const text = new Date(n * 86_400_000).toISOString().slice(0, 10);
        expect(localDateOfEpochDay(n)).toBe(text);
        expect(epochDayOf(text)).toBe(n);
        expect(isWeekend(n)).toBe([0, 6].includes(new Date(n * 86_400_000).getUTCDay()));
      }),
    );
  });

  test('the next working day is never earlier, and at most twelve days on', () => {
    const calendar = seedCalendar();
    fc.assert(
      fc.property(fc.integer({ min: epochDayOf('2003-09-01'), max: epochDayOf('2030-12-31') }), (n) => {
        const day = localDateOfEpochDay(n);
        const next = calendar.nextWorkday(day);
        expect(next >= day && next <= addDays(day, 12)).toBe(true);
        expect(calendar.isWorkday(next)).toBe(true);
      }),
    );
  });
});
