import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusal } from '../testing/tiny-extract.ts';
import type { Place } from '../travel/network.ts';
import { clockText, openBuses } from './bus-times.ts';
import { clockSeconds, readTimetable, type Timetable } from './timetable.ts';
import { type Walking, walkingStraight } from './walking.ts';

const head = 'line,trip,stop,time,depart,lon,lat,days';
const read = (...rows: string[]) => readTimetable(`${head}\n${rows.join('\n')}\n`, '/timetable');
const clock = (text: string): number => clockSeconds(text) as number;

describe('a timetable', () => {
  it('is read with its stops, trips and days', () => {
    const { stops, trips } = read(
      '3路,1,村口,08:10,,99.1,24.7,12345',
      '3路,1,镇上,08:40,08:45,99.2,24.7,12345',
      '3路,1,县城,9:20,,99.3,24.7,12345',
      '3路,2,村口,23:50,,,,',
      '3路,2,镇上,24:20,,,,',
    );
    expect(stops.map(({ name }) => name)).toEqual(['村口', '镇上', '县城']);
    expect(trips.map(({ days, calls }) => [[...days].join(''), calls.map(({ depart }) => depart / 60)])).toEqual([
      ['12345', [490, 525, 560]],
      ['1234567', [1430, 1460]],
    ]);
  });

  it('knows a stop without degrees by the name of a place', () => {
    const { stops } = readTimetable(
      'line,trip,stop,time\na,1,530521101001,8:00\na,1,530521101002,8:10',
      '/t',
      (name) => (name.startsWith('5305') ? { lon: 99, lat: 24 } : undefined),
    );
    expect(stops).toHaveLength(2);
  });

  it.each([
    ['a time that is none', ['a,1,x,8.10,,1,1,', 'a,1,y,8:20,,1,2,'], '/timetable/0/time: 第 2 行 time'],
    ['an hour after two days', ['a,1,x,48:00,,1,1,', 'a,1,y,48:20,,1,2,'], '/timetable/0/time: 第 2 行 time'],
    [
      'a bus that goes back in time',
      ['a,1,x,8:10,,1,1,', 'a,1,y,8:05,,1,2,'],
      '/timetable/1/time: 第 3 行 time：早于上一站',
    ],
    ['leaving before arriving', ['a,1,x,8:10,8:05,1,1,', 'a,1,y,8:20,,1,2,'], '/timetable/0/depart: 第 2 行 depart'],
    [
      'a stop nobody can place',
      ['a,1,x,8:10,,,,', 'a,1,y,8:20,,1,2,'],
      '/timetable/0/lon: 第 2 行 lon：不知道 x 在哪里',
    ],
    ['a stop at two places', ['a,1,x,8:10,,1,1,', 'a,1,x,8:20,,1,2,'], '/timetable/1/lon: 第 3 行 lon：x 前面'],
    ['degrees swapped', ['a,1,x,8:10,,24.7,99.1,', 'a,1,y,8:20,,1,2,'], '/timetable/0/lat: 第 2 行 lat'],
    ['days that are none', ['a,1,x,8:10,,1,1,08', 'a,1,y,8:20,,1,2,08'], '/timetable/0/days: 第 2 行 days'],
    ['two values of days in one trip', ['a,1,x,8:10,,1,1,1', 'a,1,y,8:20,,1,2,2'], '/timetable/1/days: 第 3 行 days'],
    ['a trip of one stop', ['a,1,x,8:10,,1,1,'], '/timetable/0/trip: 第 2 行 trip'],
    ['no line', [',1,x,8:10,,1,1,', ',1,y,8:20,,1,2,'], '/timetable/0/line: 第 2 行 line'],
  ])('%s is refused by line and column', (_what, rows, said) => {
    expect(refusal(() => read(...rows))).toContain(said);
  });

  it('tells a missing and an unknown column', () => {
    expect(refusal(() => readTimetable('line,trip,stop\na,1,x', '/timetable'))).toContain('/timetable/time: 缺少列');
    expect(refusal(() => readTimetable('line,trip,stop,time,colour\na,1,x,8:00,red', '/timetable'))).toContain(
      '/timetable/colour',
    );
  });

  it('tells every fault at once, each on its line', () => {
    expect(refusal(() => read('a,1,x,8,,1,1,', 'a,1,y,9,,1,2,')).split('\n')).toHaveLength(2);
  });
});

/** 45 m east of the equator is 45 × 1.3 m of walking. */
const straight = walkingStraight({ approach: { kmH: 4.5, detour: 1.3 } } as Parameters<typeof walkingStraight>[0]);
const east = (metres: number): Place => ({ lon: metres / 111_195.08, lat: 0 });

describe('from door to door by bus', () => {
  const lonOf = (metres: number): string => String(east(metres).lon);
  const twoLines = read(
    `3路,1,村口,08:10,,${lonOf(0)},0,12345`,
    `3路,1,镇上,08:40,,${lonOf(20000)},0,12345`,
    `3路,2,村口,14:00,,,,1234567`,
    `3路,2,镇上,14:30,,,,1234567`,
    `5路,1,镇西,08:45,,${lonOf(20090)},0,12345`,
    `5路,1,县城,09:30,,${lonOf(50000)},0,12345`,
    `5路,2,镇西,15:00,,,,1234567`,
    `5路,2,县城,15:45,,,,1234567`,
  );
  // Ninety metres of straight line are 117 m on the path: 94 s.
  const office = east(50090);
  const door = east(-90);
  const buses = openBuses(twoLines, straight);
  const journey = (day: string, at: string) => buses.to([office], day, clock(at)).from([door])[0];

  it('waits, rides, changes on foot, and walks to the door', () => {
    expect(journey('2026-11-24', '07:00')).toEqual({
      site: 0,
      seconds: 2.5 * 3600 + 94,
      leave: clock('08:10') - 94,
      arrive: clock('09:30') + 94,
      rides: [
        { line: '3路', from: '村口', depart: clock('08:10'), to: '镇上', arrive: clock('08:40') },
        { line: '5路', from: '镇西', depart: clock('08:45'), to: '县城', arrive: clock('09:30') },
      ],
    });
  });

  it('misses the bus by a minute and takes the next', () =>
    expect(journey('2026-11-24', '08:09')?.rides[0]?.depart).toBe(clock('14:00')));

  it('takes at weekends only what runs at weekends', () =>
    expect(journey('2026-11-28', '07:00')?.rides[0]?.depart).toBe(clock('14:00')));

  it('goes on the day after when none runs any more', () => {
    expect(clockText(journey('2026-11-24', '20:00')?.rides[0]?.depart ?? 0)).toBe('+1 08:10');
    // Friday evening: the next morning is Saturday.
    expect(clockText(journey('2026-11-27', '20:00')?.rides[0]?.depart ?? 0)).toBe('+1 14:00');
  });

  it('finds no bus from a door too far from any stop', () =>
    expect(buses.to([office], '2026-11-24', clock('07:00')).from([east(9000)])).toEqual([undefined]));

  it('rides a bus that set out before midnight', () => {
    const night = openBuses(
      read(`夜,1,甲,23:50,,${lonOf(0)},0,2`, `夜,1,乙,24:20,,${lonOf(5000)},0,2`, `夜,1,丙,24:50,,${lonOf(9000)},0,2`),
      straight,
    );
    const from = (day: string) => night.to([east(9000)], day, clock('00:10')).from([east(5000)])[0];
    expect(from('2026-11-25')?.arrive).toBe(clock('00:50'));
    expect(from('2026-11-24')?.arrive).toBe(clock('24:50'));
    expect(from('2026-11-26')).toBeUndefined();
  });

  it('needs two minutes to change', () => {
    const change = (second: string) =>
      openBuses(
        read(
          `a,1,甲,08:00,,${lonOf(0)},0,`,
          `a,1,乙,08:30,,${lonOf(9000)},0,`,
          `b,1,乙,${second},,,,`,
          `b,1,丙,09:00,,${lonOf(18000)},0,`,
        ),
        straight,
      )
        .to([east(18000)], '2026-11-24', clock('07:00'))
        .from([east(0)])[0]?.arrive;
    expect(change('08:32')).toBe(clock('09:00'));
    expect(change('08:31')).toBe(clock('33:00'));
  });
});

describe('against a search of every bus', () => {
  const stopCount = 5;
  const minute = fc.integer({ min: 0, max: 300 });
  const tripArb = fc.record({
    days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
    calls: fc.array(
      fc.record({
        stop: fc.nat(stopCount - 1),
        ride: fc.integer({ min: 0, max: 40 }),
        wait: fc.integer({ min: 0, max: 3 }),
      }),
      { minLength: 2, maxLength: 5 },
    ),
    start: minute,
  });
  const walkArb = fc.array(fc.option(fc.integer({ min: 1, max: 25 }), { nil: undefined }), {
    minLength: (stopCount + 2) ** 2,
    maxLength: (stopCount + 2) ** 2,
  });

  it('finds the same earliest arrival, however many changes it takes', () => {
    fc.assert(
      fc.property(
        fc.array(tripArb, { minLength: 1, maxLength: 8 }),
        walkArb,
        minute,
        fc.nat(6),
        (trips, walks, at, day) => {
          // Places are numbers here: the stops, then the door, then the site. Walks are whole minutes of a table.
          const place = (n: number): Place => ({ lon: n, lat: 0 });
          const minutesOn = (from: number, to: number) => walks[from * (stopCount + 2) + to];
          const walking: Walking = (from, to) =>
            from.map(({ lon }) => {
              const minutes = minutesOn(lon, to.lon);
              return minutes === undefined ? undefined : minutes * 60;
            });
          const timetable: Timetable = {
            stops: Array.from({ length: stopCount }, (_, n) => ({ name: String(n), place: place(n) })),
            trips: trips.map(({ days, calls, start }, n) => {
              let now = start;
              return {
                line: String(n),
                trip: '1',
                days: new Set(days),
                calls: calls.map(({ stop, ride, wait }) => {
                  const arrive = now + ride;
                  now = arrive + wait;
                  return { stop, arrive: arrive * 60, depart: now * 60 };
                }),
              };
            }),
          };
          const date = `2026-11-${23 + day}`;
          const [door, site] = [stopCount, stopCount + 1];
          const found = openBuses(timetable, walking)
            .to([place(site)], date, at * 60)
            .from([place(door)])[0];
          expect(found?.arrive).toBe(everyBus(timetable, minutesOn, door, site, at * 60, day + 1));
          if (found !== undefined) {
            expect(found.leave).toBeGreaterThanOrEqual(at * 60);
            // Setting out at the latest moment it tells leads there no later.
            const again = openBuses(timetable, walking)
              .to([place(site)], date, found.leave)
              .from([place(door)])[0];
            expect(again?.arrive).toBe(found.arrive);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  /** Label by label, the earliest first: from each stop every bus of three days, off at each of its later stops. */
  function everyBus(
    { trips }: Timetable,
    minutesOn: (from: number, to: number) => number | undefined,
    door: number,
    site: number,
    at: number,
    weekday: number,
  ): number | undefined {
    const ready = new Map<number, number>();
    for (let stop = 0; stop < stopCount; stop += 1) {
      const walk = minutesOn(door, stop);
      if (walk !== undefined) ready.set(stop, at + walk * 60);
    }
    const done = new Set<number>();
    let best: number | undefined;
    for (;;) {
      const next = [...ready].filter(([stop]) => !done.has(stop)).sort((a, b) => a[1] - b[1])[0];
      if (next === undefined) return best;
      const [stop, from] = next;
      done.add(stop);
      for (const offset of [-1, 0, 1])
        for (const { days, calls } of trips) {
          if (!days.has(((weekday - 1 + offset + 7) % 7) + 1)) continue;
          for (const [n, call] of calls.entries()) {
            if (call.stop !== stop || call.depart + offset * 86_400 < from) continue;
            for (const later of calls.slice(n + 1)) {
              const arrive = later.arrive + offset * 86_400;
              const out = minutesOn(later.stop, site);
              if (out !== undefined) best = Math.min(best ?? Number.POSITIVE_INFINITY, arrive + out * 60);
              for (let on = 0; on < stopCount; on += 1) {
                const walk = on === later.stop ? 0 : minutesOn(later.stop, on);
                if (walk === undefined) continue;
                const then = arrive + 120 + walk * 60;
                if (then < (ready.get(on) ?? Number.POSITIVE_INFINITY)) ready.set(on, then);
              }
            }
          }
        }
    }
  }
});
