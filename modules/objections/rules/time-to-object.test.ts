import { expect, test } from 'vitest';
import { seedCalendar } from '../../../kernel/calendar/index.ts';
import { timeToObject } from './time-to-object.ts';

test.each([
  ['fifteen days from receipt', '2026-11-24', '2026-12-09'],
  ['a last day that is no working day moves on', '2026-11-27', '2026-12-14'],
])('%s', (_what, served, until) => {
  expect(timeToObject(served, seedCalendar())).toMatchObject({ until, verified: false });
});

test.each(['2021-09-27', '2022-06-01', '2023-08-31'])('the law of %s names no days', (served) => {
  expect(timeToObject(served, seedCalendar())).toBeUndefined();
});
