import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buildCalendar,
  epochDayOf,
  localDateOfEpochDay,
  seedCalendar,
  seedOverrides,
} from '../../../kernel/calendar/index.ts';
import { steps } from '../schema.ts';
import { deadline, promisedDeadline } from './deadline.ts';

const day = fc.integer({ min: epochDayOf('2004-01-01'), max: epochDayOf('2026-10-31') }).map(localDateOfEpochDay);
const pause = fc
  .tuple(day, fc.integer({ min: 0, max: 40 }))
  .map(([from, days]) => ({ from, to: localDateOfEpochDay(epochDayOf(from) + days) }));
const step = fc.constantFrom(...steps);
const calendar = seedCalendar();

function due(question: Parameters<typeof deadline>[0]): string | undefined {
  const answer = deadline(question, calendar);
  return answer.ok ? answer.value.due : undefined;
}

describe('for any step and day', () => {
  test('a limit in days ends on a working day, later than it starts, and says what it moved from', () => {
    fc.assert(
      fc.property(step, day, fc.array(pause, { maxLength: 3 }), (s, from, paused) => {
        const answer = deadline({ step: s, from, paused }, calendar);
        if (!answer.ok || answer.value.unit === 'hour' || answer.value.counted === 'before') return;
        const limit = answer.value;
        expect(calendar.isWorkday(limit.due)).toBe(true);
        expect(limit.due > from).toBe(true);
        if (limit.rolledFrom !== undefined) {
          expect(limit.unit).toBe('day');
          expect(calendar.isWorkday(limit.rolledFrom)).toBe(false);
          expect(limit.rolledFrom < limit.due).toBe(true);
        }
        for (const { from: first, to } of paused) expect(limit.due < first || limit.due > to).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('a later start never ends earlier under the same law', () => {
    fc.assert(
      fc.property(step, day, fc.constantFrom('2017-12-18', '2026-03-02'), (s, from, on) => {
        const next = localDateOfEpochDay(epochDayOf(from) + 1);
        const [first, second] = [due({ step: s, from, on }), due({ step: s, from: next, on })];
        if (first !== undefined && second !== undefined) expect(second >= first).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('a pause never shortens a limit, and the same days paused twice count once', () => {
    fc.assert(
      fc.property(step, day, pause, (s, from, one) => {
        const plain = deadline({ step: s, from }, calendar);
        if (!plain.ok || plain.value.unit === 'hour' || plain.value.counted === 'before') return;
        const once = due({ step: s, from, paused: [one] }) ?? '';
        expect(once >= plain.value.due).toBe(true);
        expect(due({ step: s, from, paused: [one, one] })).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });

  test('the days counted are the amount, neither the first day nor a paused one among them', () => {
    fc.assert(
      fc.property(day, fc.array(pause, { maxLength: 2 }), (from, paused) => {
        const answer = deadline({ step: 'decide', from, on: '2026-03-02', paused }, calendar);
        if (!answer.ok) throw new Error('no limit');
        const end = answer.value.rolledFrom ?? answer.value.due;
        let counted = 0;
        for (let n = epochDayOf(from) + 1; n <= epochDayOf(end); n += 1) {
          const text = localDateOfEpochDay(n);
          if (!paused.some((p) => p.from <= text && text <= p.to)) counted += 1;
        }
        expect(counted).toBe(7);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the calendar is a table', () => {
  test('a holiday that an administrator adds moves the limit', () => {
    const extended = buildCalendar([...seedOverrides(), { date: '2026-12-01', kind: 'holiday', name: '地震停工' }]);
    const answer = deadline({ step: 'decide', from: '2026-11-24' }, extended);
    expect(answer.ok && answer.value).toMatchObject({ due: '2026-12-02', rolledFrom: '2026-12-01' });
  });

  test('a year entered makes its days known', () => {
    const extended = buildCalendar([
      ...seedOverrides(),
      { date: '2027-01-01', kind: 'holiday', name: '元旦' },
      { date: '2027-02-06', kind: 'holiday', name: '春节' },
      { date: '2027-10-01', kind: 'holiday', name: '国庆节' },
    ]);
    const answer = deadline({ step: 'decide', from: '2026-12-25' }, extended);
    expect(answer.ok && answer.value).toEqual(expect.objectContaining({ due: '2027-01-04', rolledFrom: '2027-01-01' }));
    expect(answer.ok && 'calendarKnown' in answer.value).toBe(false);
    const unknown = deadline({ step: 'decide', from: '2026-12-25' });
    expect(unknown.ok && unknown.value.calendarKnown).toBe(false);
  });
});

describe('the bureau promises', () => {
  test('to be quicker in Baoshan since 2022, marked as unverified', () => {
    expect(promisedDeadline({ step: 'decide', from: '2026-11-24', region: '530521' })).toMatchObject({
      due: '2026-11-30',
      unit: 'workday',
      amount: 4,
      verified: false,
    });
  });

  test('nothing elsewhere, earlier, or for a step it did not name', () => {
    expect(promisedDeadline({ step: 'decide', from: '2026-11-24', region: '530102' })).toBeUndefined();
    expect(promisedDeadline({ step: 'decide', from: '2017-12-18', region: '530521' })).toBeUndefined();
    expect(promisedDeadline({ step: 'submitFile', from: '2026-11-24', region: '530521' })).toBeUndefined();
  });
});
