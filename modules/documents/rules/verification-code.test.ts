import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeVerificationCode, readVerificationCode } from './verification-code.ts';

const tenant = fc.integer({ min: 0, max: 999_999 }).map((n) => String(n).padStart(6, '0'));
const random = fc.uint8Array({ minLength: 8, maxLength: 8 });

test('a code reads back to its tenant, however it is typed', () => {
  fc.assert(
    fc.property(tenant, random, (place, bytes) => {
      const code = makeVerificationCode(place, bytes);
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
      for (const typed of [
        code,
        code.toLowerCase(),
        code.replaceAll('-', ''),
        ` ${code.replaceAll('-', ' ')} `,
        code.replaceAll('0', 'O').replaceAll('1', 'l'),
      ])
        expect(readVerificationCode(typed)).toEqual({ tenant: place, code });
    }),
  );
});

test('different random bits give different codes', () => {
  fc.assert(
    fc.property(random, random, (a, b) => {
      const bits = (bytes: Uint8Array) => Buffer.from(bytes).readBigUInt64BE() >> 4n;
      fc.pre(bits(a) !== bits(b));
      expect(makeVerificationCode('530521', a)).not.toBe(makeVerificationCode('530521', b));
    }),
  );
});

test.each(['', 'K7QM', 'K7QM-3F8X-2PWD-00U0', 'ZZZZ-0000-0000-0000', '保山市-0000-0000-0000', '0'.repeat(17)])(
  '%s is no code',
  (typed) => {
    expect(readVerificationCode(typed)).toBeUndefined();
  },
);
