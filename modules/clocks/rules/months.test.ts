import { expect, test } from 'vitest';
import { lastMonths } from './months.ts';

test.each([
  ['2026-11-24', 12, { from: '2025-11', to: '2026-10' }],
  ['2026-01-01', 1, { from: '2025-12', to: '2025-12' }],
  ['2026-12-31', 12, { from: '2025-12', to: '2026-11' }],
] as const)('%s, %i months', (today, count, expected) => expect(lastMonths(today, count)).toEqual(expected));
