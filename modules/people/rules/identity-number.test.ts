import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../kernel/time/index.ts';
import { checkIdentityDocument, type identityDocuments } from './identity-document.ts';
import {
  checkIdentityNumber,
  demonstrationIdentityNumber,
  identityCheckDigit,
  normaliseIdentityNumber,
  type Sex,
} from './identity-number.ts';
import { type PeopleCode, peopleRefusals } from './refusals.ts';

const today = '2026-11-24';
const check = (typed: string) => checkIdentityNumber(typed, { today });
const codeOf = (typed: string) => {
  const checked = check(typed);
  return checked.ok ? undefined : checked.code;
};
/** Seventeen digits of the caller and the digit that makes them valid. */
const valid = (seventeen: string) => seventeen + identityCheckDigit(seventeen);

describe('a number is taken', () => {
  test('as GB 11643-1999 prints it: Chaoyang, Beijing, 31 December 1949, a woman', () => {
    expect(check('11010519491231002X')).toEqual({
      ok: true,
      normalised: '11010519491231002X',
      kind: 'resident',
      birthDate: '1949-12-31',
      sex: 'female',
    });
  });

  test('the second example of the standard (born 1880) has its check digit, though nobody lives that long', () => {
    expect(identityCheckDigit('44052418800101001')).toBe('4');
    expect(codeOf('440524188001010014')).toBe('identity.birthTooLongAgo');
    expect(checkIdentityNumber('440524188001010014', { today: '1999-07-01' })).toMatchObject({ ok: true, sex: 'male' });
  });

  test.each([
    ['810000199408230021', 'hongKong', '1994-08-23'],
    ['830000199201300022', 'taiwan', '1992-01-30'],
    [valid('82000019800229001'), 'macau', '1980-02-29'],
    ['911124198108030024', 'permanentResidentForeigner', '1981-08-03'],
  ])('%s, a %s number', (number, kind, birthDate) => {
    expect(check(number)).toMatchObject({ ok: true, kind, birthDate });
  });

  test.each([
    ['small x', '11010519491231002x'],
    ['full-width digits', '１１０１０５１９４９１２３１００２Ｘ'],
    ['spaces', ' 110105 19491231 002X '],
    ['hyphens', '110105-19491231-002X'],
    ['an ideographic space', '110105　19491231002X'],
    ['the sign ×', '11010519491231002×'],
    ['a Cyrillic letter', '11010519491231002Х'],
    ['invisible marks from a phone', '\u202d11010519491231002X\u202c'],
    ['a line feed at the end', '11010519491231002X\r\n'],
  ])('with %s, and kept in one spelling', (_, typed) => {
    expect(check(typed)).toMatchObject({ ok: true, normalised: '11010519491231002X' });
    expect(normaliseIdentityNumber(typed)).toBe('11010519491231002X');
  });

  test('of a child born today, but not of one born tomorrow', () => {
    const born = (day: string) => check(valid(`530521${day.replaceAll('-', '')}001`));
    expect(born(today)).toMatchObject({ ok: true, birthDate: today });
    expect(born(addDays(today, 1))).toMatchObject({ ok: false, code: 'identity.birthInFuture' });
  });
});

describe('a number is refused', () => {
  test.each<[string, string, PeopleCode]>([
    ['nothing', '', 'identity.empty'],
    ['white space', ' \u3000\t', 'identity.empty'],
    ['15 digits', '110105491231002', 'identity.fifteenDigits'],
    ['15 digits with spaces', '110105 491231 002', 'identity.fifteenDigits'],
    ['17 digits', '11010519491231002', 'identity.length'],
    ['19 digits', '1101051949123100200', 'identity.length'],
    ['an X in the middle', '1101051949X231002X', 'identity.characters'],
    ['letters', '11010519491231OO2X', 'identity.characters'],
    ['Han', '身份证号', 'identity.characters'],
    ['digits of another script', '١١٠١٠٥١٩٤٩١٢٣١٠٠٢X', 'identity.characters'],
    ['an emoji', '11010519491231002😀', 'identity.characters'],
    ['a region that does not exist', valid('16010519491231002'), 'identity.region'],
    ['a zero in front', valid('01010519491231002'), 'identity.region'],
    ['a foreigner of no province', valid('99912419810803002'), 'identity.region'],
    ['a foreigner of no country', valid('91100019810803002'), 'identity.region'],
    ['the 30th of February', valid('11010519490230002'), 'identity.birthDate'],
    ['the 29th of February 2023', valid('11010520230229002'), 'identity.birthDate'],
    ['month 13', valid('11010519491331002'), 'identity.birthDate'],
    ['day 0', valid('11010519491200002'), 'identity.birthDate'],
    ['a wrong check digit', '110105194912310021', 'identity.checkDigit'],
  ])('%s', (_, typed, code) => {
    expect(codeOf(typed)).toBe(code);
  });

  test('with the number of places typed, so that the person finds the slip', () => {
    expect(check('11010519491231002')).toMatchObject({ details: { length: 17 } });
  });

  test('at any single wrong digit and any swap of two neighbours', () => {
    const number = '11010519491231002X';
    for (let i = 0; i < 18; i++) {
      for (const digit of '0123456789') {
        if (number[i] !== digit) expect(check(number.slice(0, i) + digit + number.slice(i + 1)).ok).toBe(false);
      }
      const [a = '', b = ''] = [number[i], number[i + 1]];
      if (i < 17 && a !== b) expect(check(number.slice(0, i) + b + a + number.slice(i + 2)).ok).toBe(false);
    }
  });

  test('and the reason holds none of it', () => {
    for (const typed of ['110105194912310021', '1101051949123100', '16010519491231002X']) {
      expect(JSON.stringify(check(typed))).not.toContain('1949');
    }
  });
});

describe('demonstration numbers', () => {
  const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1917-01-01', days));
  const anySex = fc.constantFrom<Sex>('female', 'male');

  test('are well made, and pass only where demonstration is allowed', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 499 }), anySex, (birthDate, serial, sex) => {
        const number = demonstrationIdentityNumber(birthDate, serial, sex);
        expect(number).toMatch(/^000000\d{11}[\dX]$/);
        expect(checkIdentityNumber(number, { today, allowDemonstration: true })).toEqual({
          ok: true,
          normalised: number,
          kind: 'demonstration',
          birthDate,
          sex,
        });
        expect(check(number)).toMatchObject({ ok: false, code: 'identity.demonstration' });
      }),
    );
  });

  test('of one birthday are all different', () => {
    const numbers = (['female', 'male'] as const).flatMap((sex) =>
      Array.from({ length: 500 }, (_, serial) => demonstrationIdentityNumber('1990-01-01', serial, sex)),
    );
    expect(new Set(numbers).size).toBe(1000);
  });

  test.each([-1, 500, 0.5, Number.NaN])('have no serial %s', (serial) => {
    expect(() => demonstrationIdentityNumber('1990-01-01', serial, 'male')).toThrow(RangeError);
  });

  test('have no birthday that does not exist', () => {
    expect(() => demonstrationIdentityNumber('1990-02-30', 1, 'male')).toThrow(RangeError);
  });

  test('being allowed lets no other fault pass', () => {
    const number = demonstrationIdentityNumber('1990-01-01', 7, 'male');
    const altered = number.slice(0, 17) + (number[17] === '1' ? '2' : '1');
    expect(checkIdentityNumber(altered, { today, allowDemonstration: true })).toMatchObject({
      code: 'identity.checkDigit',
    });
  });
});

test('any text at all gives an answer, and what is taken is taken again unchanged', () => {
  const typed = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^\d{6}(19|20)\d{6}\d{3}[\dXx]$/));
  fc.assert(
    fc.property(typed, (text) => {
      const checked = check(text);
      if (!checked.ok) expect(peopleRefusals).toHaveProperty([checked.code]);
      else expect(check(checked.normalised)).toEqual(checked);
    }),
    { numRuns: 2000 },
  );
});

describe('other documents', () => {
  const document = (kind: keyof typeof identityDocuments, typed: string) =>
    checkIdentityDocument(kind, typed, { today });

  test.each<[keyof typeof identityDocuments, string, string]>([
    ['residentCard', '11010519491231002x', '11010519491231002X'],
    ['householdRegister', '11010519491231002X', '11010519491231002X'],
    ['residencePermit', '810000199408230021', '810000199408230021'],
    ['foreignerResidenceCard', '911124198108030024', '911124198108030024'],
    ['foreignerResidenceCard', 'can110081080302', 'CAN110081080302'],
    ['passport', ' e1234 5678', 'E12345678'],
    ['passport', 'MB123456', 'MB123456'],
    ['hongKongMacauTravelPermit', 'h12345678', 'H12345678'],
    ['taiwanTravelPermit', '01234567', '01234567'],
    ['militaryCard', '南字第1234567号', '南字第1234567号'],
    ['birthCertificate', 'P530123456', 'P530123456'],
    ['other', '边民证（2024）00012', '边民证(2024)00012'],
  ])('%s %s', (kind, typed, normalised) => {
    expect(document(kind, typed)).toMatchObject({ ok: true, normalised });
  });

  test.each<[keyof typeof identityDocuments, string, PeopleCode]>([
    ['residentCard', '810000199408230021', 'identity.documentFormat'],
    ['residencePermit', '11010519491231002X', 'identity.documentFormat'],
    ['residentCard', '110105491231002', 'identity.fifteenDigits'],
    ['residentCard', 'E12345678', 'identity.characters'],
    ['passport', '护照', 'identity.documentFormat'],
    ['passport', 'PASSPORT', 'identity.documentFormat'],
    ['passport', '', 'identity.empty'],
    ['passport', '<script>', 'identity.documentFormat'],
    ['hongKongMacauTravelPermit', 'A12345678', 'identity.documentFormat'],
    ['birthCertificate', '1234567890', 'identity.documentFormat'],
    ['other', 'x', 'identity.documentFormat'],
  ])('%s is not %s', (kind, typed, code) => {
    expect(document(kind, typed)).toMatchObject({ ok: false, code });
  });
});

test('every refusal has words in both languages, and every slot is filled by the rules', () => {
  for (const [code, { zh, en }] of Object.entries(peopleRefusals)) {
    expect(zh, code).toMatch(/\p{Script=Han}/u);
    expect(en, code).toMatch(/[a-z]/);
    const slots = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();
    expect(slots(zh), code).toEqual(slots(en));
  }
});
