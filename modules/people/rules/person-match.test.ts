import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchPersons, oneApart, type PersonTraits } from './person-match.ts';

const li: PersonTraits = {
  folded: '李国强',
  pinyin: 'liguoqiang',
  sex: 'male',
  birthDate: '1980-03-12',
  documentIndex: 'd1',
  phoneIndex: 'p1',
  region: '530502001',
};
const bare: PersonTraits = { ...li, sex: null, birthDate: null, documentIndex: null, phoneIndex: null, region: null };
const told = (a: PersonTraits, b: PersonTraits) => {
  const match = matchPersons(a, b);
  return match && [match.grade, match.score, match.reasons.map((r) => r.code).join(' ')];
};

describe('the same person found again', () => {
  test.each<[string, PersonTraits, PersonTraits, ReturnType<typeof told>]>([
    [
      'the document decides, whatever else was written',
      li,
      { ...li, folded: '李国祥', pinyin: 'liguoxiang', birthDate: '1999-01-01', phoneIndex: 'p2', region: null },
      ['sure', 100, 'sameDocument oneCharacterOff otherBirth'],
    ],
    [
      'name, birth and telephone',
      { ...li, documentIndex: null },
      li,
      ['likely', 100, 'sameName sameBirth samePhone sameCounty'],
    ],
    ['name and birth', { ...bare, birthDate: li.birthDate }, li, ['likely', 75, 'sameName sameBirth']],
    ['name and telephone', { ...bare, phoneIndex: 'p1' }, li, ['likely', 70, 'sameName samePhone']],
    ['a name alone is half a town’s', bare, li, undefined],
    [
      'name and county are not enough to call it likely',
      { ...bare, region: '530502' },
      li,
      ['possible', 45, 'sameName sameCounty'],
    ],
    [
      'a name written by its sound, and the birth date',
      { ...bare, folded: '李国墙', birthDate: li.birthDate },
      li,
      ['possible', 63, 'sameSound sameBirth'],
    ],
    [
      'one character off, and the birth date',
      { ...bare, folded: '李囯强', pinyin: 'x', birthDate: li.birthDate },
      li,
      ['possible', 57, 'oneCharacterOff sameBirth'],
    ],
    [
      'month and day the other way about',
      { ...bare, birthDate: '1980-12-03' },
      li,
      ['possible', 62, 'sameName birthSwapped'],
    ],
    [
      'another document number speaks against it',
      { ...li, documentIndex: 'd2' },
      li,
      ['possible', 50, 'otherDocument sameName sameBirth samePhone sameCounty'],
    ],
    [
      'father and son share name and telephone, not the birth date',
      { ...li, documentIndex: null, birthDate: '2006-05-01', region: null },
      li,
      ['possible', 50, 'sameName otherBirth samePhone'],
    ],
    ['a telephone alone is a family’s', { ...bare, folded: '王丽', pinyin: 'wangli', phoneIndex: 'p1' }, li, undefined],
  ])('%s', (_, a, b, expected) => expect(told(a, b)).toEqual(expected));

  test.each([
    ['李国强', '李国祥', true],
    ['李国强', '李国', true],
    ['李国强', '李国强', true],
    ['李国强', '国李强', false],
    ['阿木呷尔古', '阿木呷古', true],
    ['李国强', '李', false],
  ])('%s and %s are one character apart: %s', (a, b, expected) => expect(oneApart(a, b)).toBe(expected));

  const traits = fc.record({
    folded: fc.constantFrom('李国强', '李国祥', '张伟', '章伟', '阿木呷尔古'),
    pinyin: fc.constantFrom('liguoqiang', 'zhangwei', 'amugaergu'),
    sex: fc.constantFrom(null, 'male', 'female'),
    birthDate: fc.constantFrom(null, '1980-03-12', '1980-12-03', '1981-03-12'),
    documentIndex: fc.constantFrom(null, 'd1', 'd2'),
    phoneIndex: fc.constantFrom(null, 'p1', 'p2'),
    region: fc.constantFrom(null, '530502001', '530521'),
  }) as fc.Arbitrary<PersonTraits>;

  test('who is asked about makes no difference; sure is the document’s alone; the score is what its reasons say', () => {
    fc.assert(
      fc.property(traits, traits, (a, b) => {
        const match = matchPersons(a, b);
        expect(matchPersons(b, a)).toEqual(match);
        const same = a.documentIndex !== null && a.documentIndex === b.documentIndex;
        expect(match?.grade === 'sure').toBe(same);
        if (match === undefined) return;
        const sum = match.reasons.reduce((s, r) => s + r.points, 0);
        if (!same) expect(match.score).toBe(Math.min(100, Math.max(0, sum)));
        expect(match.score).toBeGreaterThanOrEqual(45);
      }),
      { numRuns: 2000 },
    );
  });
});
