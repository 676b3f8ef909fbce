import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatComplaintNumber, parseComplaintNumber } from './number.ts';

test('a number typed by hand is found again', () => {
  for (const typed of [
    'TS530521-2026-00012',
    'ts530521 2026 00012',
    'ＴＳ530521－2026－00012',
    'TS53052120260 0012',
    '530521-2026-00012',
    '530521202600012',
  ])
    expect(parseComplaintNumber(typed)).toEqual({ tenant: '530521', number: 'TS530521-2026-00012' });
  for (const typed of [
    '',
    'TS',
    '530521 2611 000042 7',
    'TS530521-2026-1',
    'TS530521-1999-00012',
    '530521 2026 0001234',
  ])
    expect(parseComplaintNumber(typed)).toBeUndefined();
});

test('every number that is given out can be read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2013, max: 2099 }), fc.integer({ min: 1, max: 9_999_999 }), (year, serial) => {
      const number = formatComplaintNumber('530521', year, serial);
      expect(parseComplaintNumber(number)).toEqual({ tenant: '530521', number });
    }),
  );
});
