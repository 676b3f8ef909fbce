import { expect, test } from 'vitest';
import { readResidentNumber } from './resident-number.ts';

// 11010519491231002X is the worked example of GB 11643-1999 itself.
test('the number tells birth date and sex', () => {
  expect(readResidentNumber('11010519491231002X')).toEqual({ birthDate: '1949-12-31', sex: 'female' });
  expect(readResidentNumber('110105 19491231 002x')).toEqual({ birthDate: '1949-12-31', sex: 'female' });
});
test.each(['110105194912310021', '11010519491331002X', '1101051949123100', '', '1101051949123100２X'])(
  'nothing is read from %s',
  (typed) => expect(readResidentNumber(typed)).toBeUndefined(),
);
