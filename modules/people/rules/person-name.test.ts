import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, nameSearchKeys } from './name-search.ts';
import { checkPartyName, checkPersonName, longestName } from './person-name.ts';
import { type PeopleCode, peopleRefusals } from './refusals.ts';

describe('a name is taken as it is', () => {
  test.each([
    ['an ordinary name', '李四'],
    ['a single character', '李'],
    ['traditional characters', '劉翊龍'],
    ['a compound surname', '欧阳文忠'],
    ['a long name of an ethnic group', '阿卜杜热合曼·买买提明·吐尔逊艾力'],
    ['a four-part name', '木合塔尔·沙地克·依布拉音·阿不力孜'],
    ['extension A', '㑇'],
    ['extension B, outside the basic plane', '𠮷田𡈽'],
    ['extension C', '𪜀'],
    ['extension D', '𫝀'],
    ['extension E', '𫠠'],
    ['extension F', '𬺰'],
    ['extension G', '\u{30000}'],
    ['extension H', '\u{31350}'],
    ['an extension newer than this program', '\u{323b0}'],
    ['〇', '李〇'],
    ['a repetition mark', '佐々木'],
    ['a Latin name', 'Mary-Jane O’Neil'],
    ['a name with a comma', 'Sánchez, José'],
    ['initials', 'J. R. R. Tolkien'],
    ['Vietnamese', 'Nguyễn Thị Hằng'],
    ['Burmese', 'အောင်ဆန်းစုကြည်'],
    ['Tibetan', 'བསྟན་འཛིན'],
    ['Dai (New Tai Lue)', 'ᦺᦑ'],
    ['Han and Latin', '李John'],
    ['a variant by a selector', '葛\u{e0100}城'],
  ])('%s', (_, name) => {
    expect(checkPersonName(name)).toEqual({ ok: true, normalised: name.normalize('NFC') });
  });
});

describe('a name is put right', () => {
  test.each([
    ['spaces around', '  李四\n', '李四'],
    ['a space padded between two characters', '李　四', '李四'],
    ['two spaces in a Latin name', 'John   Smith', 'John Smith'],
    ['a no-break space', 'John\u00a0Smith', 'John Smith'],
    ['•', '买买提•吐尔逊', '买买提·吐尔逊'],
    ['‧', '买买提‧吐尔逊', '买买提·吐尔逊'],
    ['・', '买买提・吐尔逊', '买买提·吐尔逊'],
    ['a full stop', '买买提.吐尔逊', '买买提·吐尔逊'],
    ['a full-width stop', '买买提．吐尔逊', '买买提·吐尔逊'],
    ['spaces around the dot', '买买提 · 吐尔逊', '买买提·吐尔逊'],
    ['two dots', '买买提··吐尔逊', '买买提·吐尔逊'],
    ['a dot beside a Latin letter', 'D.迪丽拜尔', 'D·迪丽拜尔'],
    ['full-width letters', 'Ｊｏｈｎ', 'John'],
    ['a Kangxi radical from a scanner', '⽅大⼒', '方大力'],
    ['a private character of an old system', '张\ue863', '张䶮'],
    ['another, of extension B', '\ue831', '\u{215d7}'],
    ['a letter and a mark', 'Nguye\u0302\u0303n', 'Nguyễn'],
    ['a compatibility form', '\uf92c', '郎'],
    ['invisible marks', '\ufeff李\u200b四', '李四'],
  ])('%s', (_, typed, normalised) => {
    expect(checkPersonName(typed)).toEqual({ ok: true, normalised });
  });

  test('but a full stop in a Latin name stays one', () => {
    expect(checkPersonName('John F. Smith')).toMatchObject({ normalised: 'John F. Smith' });
  });
});

describe('a name is refused', () => {
  test.each<[string, string, PeopleCode]>([
    ['empty', '', 'name.empty'],
    ['only spaces', ' \u3000 ', 'name.empty'],
    ['only invisible marks', '\u200b\ufeff', 'name.empty'],
    ['a tab inside', '李\t四', 'name.controlCharacters'],
    ['a line feed inside', '李\n四', 'name.controlCharacters'],
    ['NUL', '李\u0000四', 'name.controlCharacters'],
    ['an escape', '\u001b[31m李', 'name.controlCharacters'],
    ['a turn of direction', '李\u202e四', 'name.controlCharacters'],
    ['a line separator', '李\u2028四', 'name.controlCharacters'],
    ['half a character', '李\ud842', 'name.controlCharacters'],
    ['a replacement sign', '李\ufffd', 'name.controlCharacters'],
    ['an emoji', '李四😀', 'name.emoji'],
    ['an emoji of several', '👨‍👩‍👧', 'name.emoji'],
    ['a flag', '🇨🇳', 'name.emoji'],
    ['a heart', '李❤️', 'name.emoji'],
    ['a keycap', '李1️⃣', 'name.emoji'],
    ['a private character that nobody knows', '李\ue000', 'name.privateCharacter'],
    ['101 characters', '李'.repeat(101), 'name.tooLong'],
    ['101 characters outside the basic plane', '𠮷'.repeat(101), 'name.tooLong'],
    ['megabytes', '李'.repeat(1_000_000), 'name.tooLong'],
    ['digits', '李四2', 'name.characters'],
    ['a box for a missing character', '李□', 'name.characters'],
    ['a star for a missing character', '李*', 'name.characters'],
    ['a description of a missing character', '⿰氵', 'name.characters'],
    ['markup', '<b>李四</b>', 'name.characters'],
    ['brackets', '李四（小名）', 'name.characters'],
    ['a slash', 'ZHANG/SAN', 'name.characters'],
    ['two people', '李四、王五', 'name.characters'],
    ['two people with a comma', '李四,王五', 'name.characters'],
    ['a tower of marks', 'a\u0316\u0317\u0318\u0319', 'name.characters'],
    ['a mark alone', '\u0316a', 'name.characters'],
    ['a dot in front', '·买买提', 'name.dots'],
    ['a dot behind', '买买提·', 'name.dots'],
    ['a stop behind', '买买提.', 'name.dots'],
    ['a hyphen', '-', 'name.dots'],
    ['no letter', "''", 'name.lettersMissing'],
  ])('%s', (_, typed, code) => {
    expect(checkPersonName(typed)).toMatchObject({ ok: false, code });
  });

  test('exactly a hundred characters are fine, whatever their plane', () => {
    expect(checkPersonName('𠮷'.repeat(longestName)).ok).toBe(true);
  });
});

test('a party may be a company or a unit', () => {
  for (const name of [
    '云南保山某某建筑工程有限公司（第3项目部）',
    'A&B贸易公司',
    '3M公司',
    '施甸县甸阳镇二〇一小组',
    '包工头“老王”',
  ]) {
    expect(checkPartyName(name)).toEqual({ ok: true, normalised: name });
  }
  expect(checkPartyName('某公司😀')).toMatchObject({ code: 'name.emoji' });
  expect(checkPartyName('123')).toMatchObject({ code: 'name.lettersMissing' });
  expect(checkPartyName('某□公司')).toMatchObject({ code: 'name.characters' });
});

test('any text gives an answer, and what is taken once is taken again unchanged', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom('李', '𠮷', '·', '.', ' ', 'a', '•', '\u0301', ',', '　', '-', '々') }),
  );
  fc.assert(
    fc.property(typed, (text) => {
      for (const check of [checkPersonName, checkPartyName]) {
        const checked = check(text);
        if (!checked.ok) expect(peopleRefusals).toHaveProperty([checked.code]);
        else {
          expect(check(checked.normalised)).toEqual(checked);
          expect([...checked.normalised].length).toBeLessThanOrEqual(longestName);
        }
      }
    }),
    { numRuns: 3000 },
  );
});

describe('search keys', () => {
  test.each([
    ['李四', '李四', 'lisi', 'ls'],
    ['单雄信', '单雄信', 'shanxiongxin', 'sxx'],
    ['曾国藩', '曾国藩', 'zengguofan', 'zgf'],
    ['尉迟恭', '尉迟恭', 'yuchigong', 'ycg'],
    ['欧阳修', '欧阳修', 'ouyangxiu', 'oyx'],
    ['解晓东', '解晓东', 'xiexiaodong', 'xxd'],
    ['吕布', '吕布', 'lvbu', 'lb'],
    ['劉翊龍', '劉翊龍', 'liuyilong', 'lyl'],
    ['阿卜杜拉•买买提', '阿卜杜拉买买提', 'abudulamaimaiti', 'abdlmmt'],
    ['John O’Neil', 'johnoneil', 'johnoneil', 'jo'],
    ['Sánchez, José', 'sanchezjose', 'sanchezjose', 'sj'],
    ['李John', '李john', 'lijohn', 'lj'],
    ['𠮷田', '𠮷田', '𠮷tian', '𠮷t'],
  ])('%s', (name, folded, pinyin, initials) => {
    expect(nameSearchKeys(name)).toEqual({ folded, pinyin, initials });
  });

  test('what is typed into the box is folded the same way', () => {
    expect(fold(' 买买提 ・ 吐尔逊')).toBe(nameSearchKeys('买买提·吐尔逊').folded);
    expect(fold('LI Si')).toBe('lisi');
  });
});
