import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countedFrom, type FiledMatter, retentionOf, retentionSchedules, scheduleOn } from './retention.ts';

const wages: FiledMatter = {
  class: 'civil',
  cause: 'labourPay',
  stage: null,
  lifeOrDeathPossible: false,
  recipientMinor: false,
  groups: ['migrantWorker'],
};

describe('how long a file is kept', () => {
  test.each([
    ['unpaid wages', {}, 'ordinary', 'tenYears', '2037-01-01'],
    [
      'theft, at trial',
      { class: 'criminal', cause: null, stage: 'firstInstance' },
      'criminal',
      'thirtyYears',
      '2057-01-01',
    ],
    [
      'a possible death penalty',
      { class: 'criminal', cause: null, stage: 'investigation', lifeOrDeathPossible: true },
      'lifeOrDeath',
      'permanent',
      null,
    ],
    [
      'death-penalty review',
      { class: 'criminal', cause: null, stage: 'deathPenaltyReview' },
      'deathPenaltyReview',
      'permanent',
      null,
    ],
    ['maintenance of a child', { cause: 'maintenance', recipientMinor: true }, 'minor', 'thirtyYears', '2057-01-01'],
    ['a forest right', { cause: 'forestRights' }, 'land', 'permanent', null],
    [
      'state compensation',
      { class: 'stateCompensation', cause: 'stateCompensation' },
      'publicPower',
      'thirtyYears',
      '2057-01-01',
    ],
    ['wages of a foreigner', { groups: ['foreigner'] }, 'foreign', 'thirtyYears', '2057-01-01'],
  ] as const)('%s', (_what, change, rule, term, dueOn) => {
    const kept = retentionOf({ ...wages, ...change }, '2026-11-24');
    expect(kept).toMatchObject({ rule, term, dueOn, countsFrom: '2027-01-01', verified: false });
    expect(kept.citation).not.toBe('');
  });

  test('counts whole years from the first of January after archiving, on the last day of a year and on the first', () => {
    expect(countedFrom('2026-12-31', 'tenYears').dueOn).toBe('2037-01-01');
    expect(countedFrom('2027-01-01', 'tenYears').dueOn).toBe('2038-01-01');
  });

  test('every matter has its term, and never a shorter one for a graver matter', () => {
    const rank = { permanent: 3, thirtyYears: 2, tenYears: 1 };
    const matter = fc.record({
      class: fc.constantFrom('civil', 'administrative', 'criminal', 'stateCompensation'),
      cause: fc.constantFrom(null, 'labourPay', 'landContract', 'other'),
      stage: fc.constantFrom(null, 'investigation', 'firstInstance', 'deathPenaltyReview'),
      lifeOrDeathPossible: fc.boolean(),
      recipientMinor: fc.boolean(),
      groups: fc.subarray(['woman', 'foreigner', 'farmer']),
    });
    fc.assert(
      fc.property(matter, (m) => {
        const { term } = retentionOf(m, '2026-03-01');
        expect(rank[retentionOf({ ...m, lifeOrDeathPossible: true }, '2026-03-01').term]).toBeGreaterThanOrEqual(
          rank[term],
        );
        expect(rank[retentionOf({ ...m, recipientMinor: true }, '2026-03-01').term]).toBeGreaterThanOrEqual(rank[term]);
      }),
    );
  });

  test('a day before any schedule is an error; schedules follow each other by day', () => {
    expect(() => scheduleOn('2003-08-31')).toThrow(RangeError);
    expect(scheduleOn('2003-09-01').key).toBe('retention-2003');
    const days = retentionSchedules.map(({ effectiveFrom }) => effectiveFrom);
    expect(days).toEqual([...new Set(days)].sort());
    for (const { rules } of retentionSchedules) expect(rules.at(-1)?.when).toEqual({});
  });
});
