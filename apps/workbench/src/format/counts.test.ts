import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CountCell } from '../api/statistics.ts';
import { countsBy, monthsBetween, shareReaching, totalOf } from './counts.ts';

const cell = (
  tenant: string,
  month: string,
  dimension: string,
  value: string,
  n: number,
  name = 'applications.submitted',
): CountCell => ({ tenant, name, month, dimension, value, n });
const cells: readonly CountCell[] = [
  cell('530502', '2026-01', 'all', '', 3),
  cell('530502', '2026-02', 'all', '', 2),
  cell('530521', '2026-02', 'all', '', 4),
  cell('530502', '2026-01', 'group', 'woman', 2),
  cell('530502', '2026-01', 'group', 'migrantWorker', 2),
  cell('530521', '2026-02', 'group', 'woman', 1),
  cell('530502', '2026-01', 'all', '', 9, 'consultations'),
];

test('a total counts each record once, whatever groups it belongs to', () =>
  expect(totalOf(cells, 'applications.submitted')).toBe(9));
test('along the months, in their order', () =>
  expect(countsBy(cells, 'applications.submitted', 'month')).toEqual([
    { value: '2026-01', n: 3 },
    { value: '2026-02', n: 6 },
  ]));
test('along the counties, the largest first', () =>
  expect(countsBy(cells, 'applications.submitted', 'tenant')).toEqual([
    { value: '530502', n: 5 },
    { value: '530521', n: 4 },
  ]));
test('along the groups, side by side', () =>
  expect(countsBy(cells, 'applications.submitted', 'group')).toEqual([
    { value: 'woman', n: 3 },
    { value: 'migrantWorker', n: 2 },
  ]));
test('months run over the end of a year', () =>
  expect(monthsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']));

const order = ['excellent', 'good', 'pass', 'fail'];
test.each([
  ['excellent', 25],
  ['good', 58],
  ['pass', 91],
  ['fail', 100],
])('of twelve grades so many reach %s: %i', (grade, percent) => {
  const counts = Object.entries({ good: 4, pass: 4, excellent: 3, fail: 1 }).map(([value, n]) => ({ value, n }));
  expect(shareReaching(counts, order, grade)).toBe(percent);
});
test('where nothing was counted nothing is reached', () => expect(shareReaching([], order, 'pass')).toBe(0));
test('a share never shrinks towards the lower grades, and all are reached at the last only if there are any', () =>
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { minLength: 4, maxLength: 4 }), (ns) => {
      const counts = order.map((value, i) => ({ value, n: ns[i] ?? 0 }));
      const shares = order.map((value) => shareReaching(counts, order, value));
      expect(shares).toEqual(shares.toSorted((a, b) => a - b));
      expect(shares.at(-1)).toBe(ns.some((n) => n > 0) ? 100 : 0);
    }),
  ));
