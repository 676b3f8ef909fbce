import { expect, test } from 'vitest';
import { rateOf } from './rate.ts';

test.each([
  [{ inTime: 4, late: 0 }, null],
  [{ inTime: 5, late: 0 }, 100],
  [{ inTime: 999, late: 1 }, 99],
  [{ inTime: 0, late: 5 }, 0],
  [{ inTime: 2, late: 3 }, 40],
])('%j', (kept, expected) => expect(rateOf(kept)).toBe(expected));
