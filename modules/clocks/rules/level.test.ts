import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seedCalendar } from '../../../kernel/calendar/index.ts';
import { addDays } from '../../../kernel/time/index.ts';
import { levels } from '../schema.ts';
import { climbedBefore, levelOf } from './level.ts';

const calendar = seedCalendar();
const limit = { warnOn: '2026-11-26', dueOn: '2026-11-27', promise: false };
const on = (today: string, change: object = {}) =>
  levelOf({ ...limit, ...change }, today, climbedBefore(today, calendar));

describe('how far a limit has gone', () => {
  test.each<[string, string, object, string | undefined]>([
    ['two days before', '2026-11-25', {}, undefined],
    ['on the day of warning', '2026-11-26', {}, 'soon'],
    ['on its last day, which is the keeper’s', '2026-11-27', {}, 'soon'],
    ['the day after, a Saturday', '2026-11-28', {}, 'overdue'],
    ['two working days after', '2026-12-01', {}, 'overdue'],
    ['three working days after', '2026-12-02', {}, 'overdue'],
    ['on the fourth', '2026-12-03', {}, 'climbed'],
    ['a promise stays in the house', '2026-12-30', { promise: true }, 'overdue'],
  ])('%s', (_when, today, change, expected) => {
    expect(on(today, change)).toBe(expected);
  });

  test('the holiday of October does not count', () => {
    // 1 to 7 October 2026 are off and Saturday the 10th is worked: the three working days after 30 September are the 8th, 9th and 10th.
    expect(climbedBefore('2026-10-09', calendar)).toBe('2026-09-29');
    expect(on('2026-10-09', { warnOn: '2026-09-28', dueOn: '2026-09-30' })).toBe('overdue');
    expect(on('2026-10-10', { warnOn: '2026-09-28', dueOn: '2026-09-30' })).toBe('overdue');
    expect(on('2026-10-12', { warnOn: '2026-09-28', dueOn: '2026-09-30' })).toBe('climbed');
  });

  test('it never goes back while the days go on', () => {
    const rank = (level: string | undefined): number => (levels as readonly (string | undefined)[]).indexOf(level);
    fc.assert(
      fc.property(fc.nat(300), fc.nat(5), fc.boolean(), (offset, warning, promise) => {
        const dueOn = addDays('2026-01-10', offset);
        const steps = Array.from({ length: 30 }, (_, n) =>
          rank(on(addDays(dueOn, n - 10), { dueOn, warnOn: addDays(dueOn, -warning), promise })),
        );
        expect([...steps].sort((a, b) => a - b)).toEqual(steps);
      }),
    );
  });
});
