import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chineseDate, onAuthorityOf, yuan, yuanInWords } from './wording.ts';

test.each([
  [0, '零元整'],
  [5, '伍分'],
  [50, '伍角整'],
  [105, '壹元零伍分'],
  [110, '壹元壹角整'],
  [100_000, '壹仟元整'],
  [100_100, '壹仟零壹元整'],
  [123_456, '壹仟贰佰叁拾肆元伍角陆分'],
  [1_000_000, '壹万元整'],
  [1_000_500, '壹万零伍元整'],
  [1_050_000, '壹万零伍佰元整'],
  [10_100_000, '壹拾万壹仟元整'],
  [10_010_000, '壹拾万零壹佰元整'],
  [10_000_000_000, '壹亿元整'],
  [10_000_000_100, '壹亿零壹元整'],
  [10_001_000_000, '壹亿零壹万元整'],
  [100_010_001_000, '壹拾亿零壹拾万零壹拾元整'],
])('%d fen is %s in accounting numerals', (fen, words) => {
  expect(yuanInWords(fen)).toBe(words);
});

test('accounting numerals read back to the amount they were written from', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (fen) => {
      expect(readBack(yuanInWords(fen))).toBe(fen);
    }),
    { numRuns: 2000 },
  );
});

/** A second way round, written apart from the first: reads accounting numerals as a person would. */
function readBack(words: string): number {
  const digit = (char: string) => '零壹贰叁肆伍陆柒捌玖'.indexOf(char);
  const place: Record<string, number> = { 拾: 10, 佰: 100, 仟: 1000 };
  let yuanPart = 0;
  let group = 0;
  let current = 0;
  let cents = 0;
  for (const char of words) {
    if (digit(char) >= 0) current = digit(char);
    else if (place[char]) [group, current] = [group + current * (place[char] ?? 1), 0];
    else if (char === '万') [yuanPart, group, current] = [yuanPart + (group + current) * 10_000, 0, 0];
    else if (char === '亿') [yuanPart, group, current] = [(yuanPart + group + current) * 100_000_000, 0, 0];
    else if (char === '元') [yuanPart, group, current] = [yuanPart + group + current, 0, 0];
    else if (char === '角') [cents, current] = [cents + current * 10, 0];
    else if (char === '分') [cents, current] = [cents + current, 0];
  }
  return yuanPart * 100 + cents;
}

test.each([
  [0, '0.00'],
  [1, '0.01'],
  [123_456_789, '1,234,567.89'],
  [100_000, '1,000.00'],
])('%d fen is written %s', (fen, text) => {
  expect(yuan(fen)).toBe(text);
});

test('dates carry no leading zeros', () => {
  expect(chineseDate('2026-03-02')).toBe('2026年3月2日');
  expect(chineseDate(undefined)).toBeUndefined();
});

test.each([
  ['《法律援助法》第四十九条', '（依据：《法律援助法》第四十九条）'],
  ['《法律援助投诉处理办法》（司法部令第149号）', '（依据：《法律援助投诉处理办法》〔司法部令第149号〕）'],
])('the rule %s stands in brackets that hold none of their kind', (citation, words) => {
  expect(onAuthorityOf(citation)).toBe(words);
});
