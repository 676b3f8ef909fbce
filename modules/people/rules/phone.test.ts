import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPhone, demonstrationPhone } from './phone.ts';
import { type PeopleCode, peopleRefusals } from './refusals.ts';

test.each([
  ['13800001234', '13800001234', 'mobile'],
  ['138 0000 1234', '13800001234', 'mobile'],
  ['138-0000-1234', '13800001234', 'mobile'],
  ['+86 138 0000 1234', '13800001234', 'mobile'],
  ['0086-13800001234', '13800001234', 'mobile'],
  ['8613800001234', '13800001234', 'mobile'],
  ['（+86）13800001234', '13800001234', 'mobile'],
  ['１３８００００１２３４', '13800001234', 'mobile'],
  ['\u202d13800001234\u202c', '13800001234', 'mobile'],
  ['19912345678', '19912345678', 'mobile'],
  ['08752123456', '0875-2123456', 'landline'],
  ['0875-2123456', '0875-2123456', 'landline'],
  ['0875－2123456', '0875-2123456', 'landline'],
  ['(0875) 212-3456', '0875-2123456', 'landline'],
  ['0875-2123-4567', '0875-21234567', 'landline'],
  ['010-8765-4321', '010-87654321', 'landline'],
  ['+86 10 8765 4321', '010-87654321', 'landline'],
  ['+86 875 2123456', '0875-2123456', 'landline'],
  ['+86 0875 2123456', '0875-2123456', 'landline'],
  ['0871-63123456-801', '0871-63123456-801', 'landline'],
  ['0875-2123456-8', '0875-2123456-8', 'landline'],
  ['0875-2123456转801', '0875-2123456-801', 'landline'],
  ['0875-2123456 ext. 801', '0875-2123456-801', 'landline'],
  ['400-800-1234', '4008001234', 'service'],
  ['+852 2345 6789', '+85223456789', 'international'],
  ['+95 9 450 012 345', '+959450012345', 'international'],
  ['0095 9450012345', '+959450012345', 'international'],
])('%s is taken as %s (%s)', (typed, normalised, kind) => {
  expect(checkPhone(typed)).toEqual({ ok: true, normalised, kind });
});

test.each<[string, PeopleCode]>([
  ['', 'phone.empty'],
  [' - ', 'phone.empty'],
  ['+', 'phone.characters'],
  ['没有', 'phone.characters'],
  ['1380000123O', 'phone.characters'],
  ['13800001234😀', 'phone.characters'],
  ['13800001234/13900001234', 'phone.characters'],
  ['138+0000+1234', 'phone.characters'],
  ['1380000123', 'phone.mobileLength'],
  ['138000012345', 'phone.mobileLength'],
  ['12345678901', 'phone.unknown'],
  ['10086', 'phone.mobileLength'],
  ['2123456', 'phone.areaCodeMissing'],
  ['21234567', 'phone.areaCodeMissing'],
  ['0875-1123456', 'phone.unknown'],
  ['0875-212345', 'phone.unknown'],
  ['0000-2123456', 'phone.unknown'],
  ['+852 123', 'phone.unknown'],
  ['+0123456789', 'phone.unknown'],
  ['+1234567890123456', 'phone.unknown'],
  ['9'.repeat(5000), 'phone.unknown'],
  ['15400001234', 'phone.demonstration'],
])('%s is refused: %s', (typed, code) => {
  const checked = checkPhone(typed);
  expect(checked).toMatchObject({ ok: false, code });
});

test('the number of places typed is told', () => {
  expect(checkPhone('1380000123')).toMatchObject({ details: { length: 10 } });
});

describe('demonstration numbers', () => {
  test('pass only where demonstration is allowed', () => {
    for (const serial of [0, 1, 1234, 9999]) {
      const number = demonstrationPhone(serial);
      expect(checkPhone(number, { allowDemonstration: true })).toEqual({
        ok: true,
        normalised: number,
        kind: 'demonstration',
      });
      expect(checkPhone(number)).toMatchObject({ code: 'phone.demonstration' });
    }
    expect(demonstrationPhone(7)).toBe('15400000007');
  });

  test.each([-1, 10_000, 1.5])('have no serial %s', (serial) => {
    expect(() => demonstrationPhone(serial)).toThrow(RangeError);
  });
});

test('any text gives an answer, and what is taken once is taken again unchanged', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^(\+86|0086|\+)?[- ]?0?[1-9]\d{1,3}[- ]?\d{3,8}(-\d{1,4})?$/),
  );
  fc.assert(
    fc.property(typed, (text) => {
      const checked = checkPhone(text);
      if (!checked.ok) expect(peopleRefusals).toHaveProperty([checked.code]);
      else expect(checkPhone(checked.normalised)).toEqual(checked);
    }),
    { numRuns: 3000 },
  );
});
