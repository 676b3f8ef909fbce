import { expect, test } from 'vitest';
import { readCoverage } from './font-coverage.ts';
import { coverageOf, fontBytes, resolveFontSet } from './font-set.ts';
import { codePointName, coverageOfSet, findMissingGlyphs } from './missing-glyphs.ts';

const set = resolveFontSet('noto-serif-sc');
const has = (char: string) => coverageOf(set.text)(char.codePointAt(0) ?? 0);

test.each([...'援䶮㑇喆堃·〓□✓—“”（）A9'])('the packaged face has %s', (char) => {
  expect(has(char)).toBe(true);
});

test.each(['𠮷', '😀', '\u{10ffff}', '\u0378'])('and lacks %s', (char) => {
  expect(has(char)).toBe(false);
});

test('both faces cover the same text', () => {
  const strong = coverageOf(set.strong);
  for (let point = 0x4e00; point < 0x9fa6; point++) expect(strong(point)).toBe(coverageOf(set.text)(point));
});

test('what is missing is named once for each field', () => {
  const snapshot = { body: { name: '杨𠮷𠮷', 'a/b': ['𠮷'], plain: '杨吉\n二', joined: 'e\u200d️' } };
  expect(findMissingGlyphs(snapshot, coverageOfSet(set))).toEqual([
    { code: 'glyphMissing', char: '𠮷', codePoint: 'U+20BB7', pointer: '/body/name' },
    { code: 'glyphMissing', char: '𠮷', codePoint: 'U+20BB7', pointer: '/body/a~1b/0' },
  ]);
  expect(codePointName('一')).toBe('U+4E00');
});

test('a file that is no font, or lacks the face, is an error and not a box', () => {
  expect(() => readCoverage(new TextEncoder().encode('%PDF-1.7 not a font'))).toThrow('not a font file');
  expect(() => readCoverage(new Uint8Array(4))).toThrow('not a font file');
  expect(() => readCoverage(fontBytes(set.text), 'NoSuchFace')).toThrow('no face');
  expect(() =>
    resolveFontSet({ name: 'x', text: { path: '/nowhere.ttf' }, strong: { path: '/nowhere.ttf' }, spare: [] }),
  ).toThrow('/nowhere.ttf');
});
