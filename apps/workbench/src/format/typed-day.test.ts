import { expect, test } from 'vitest';
import { dayOfTyped } from './typed-day.ts';

test.each([
  ['2026-03-12', '2026-03-12'],
  ['20260312', '2026-03-12'],
  ['2026.3.12', '2026-03-12'],
  ['2026年3月12日', '2026-03-12'],
  ['２０２６／３／１２', '2026-03-12'],
  ['0312', '2026-03-12'],
  ['3-12', '2026-03-12'],
  ['2024-02-29', '2024-02-29'],
  ['2026-02-29', undefined],
  ['2026-13-01', undefined],
  ['20261', undefined],
  ['昨天', undefined],
  ['', undefined],
])('"%s" typed is %s', (typed, day) => expect(dayOfTyped(typed, '2026-11-24')).toBe(day));
