import { expect, test } from 'vitest';
import { daysOfSpan, spanPattern } from './span.ts';

test.each([
  ['2026', '2026-01-01', '2027-01-01'],
  ['2026-02', '2026-02-01', '2026-03-01'],
  ['2026-12', '2026-12-01', '2027-01-01'],
])('%s runs from %s to before %s', (span, first, after) => expect(daysOfSpan(span)).toEqual({ first, after }));

test.each(['', '26', '2026-', '2026-00', '2026-13', '2026-1', '2026-11-01', 'all'])('%s is no span', (text) =>
  expect(text).not.toMatch(spanPattern),
);
