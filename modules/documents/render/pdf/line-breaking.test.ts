import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choices, slot, t } from '../../forms/blocks.ts';
import { breakLines, type Line, type Measure, type Setting } from './line-breaking.ts';
import { markOf } from './punctuation.ts';

/** A face in which Han and their marks are one em wide, all else half an em. */
const measure: Measure = (text, strong) => ({
  face: strong ? 'strong' : 'text',
  em: [...text].reduce(
    (sum, char) => sum + (/[\u2000-\u206f\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]/.test(char) ? 1 : 0.5),
    0,
  ),
});
const setting = (change: Partial<Setting> = {}): Setting => ({
  size: 10,
  width: 100,
  align: 'start',
  indent: 0,
  strong: false,
  ...change,
});
const words = (lines: readonly Line[]) => lines.map((line) => line.placed.map((piece) => piece.text).join(''));
const set = (text: string, change: Partial<Setting> = {}) => breakLines(t`${text}`, setting(change), measure);

const ends = (line: Line) => Math.max(0, ...line.placed.map((piece) => piece.x + piece.width));

describe('lines of Chinese', () => {
  test.each([
    ['一二三四五六七八九十甲', ['一二三四五六七八九十', '甲']],
    // A stop never begins a line: at the edge it gives up its empty half, else it takes its character along.
    ['一二三四五六七八九十，甲', ['一二三四五六七八九', '十，甲']],
    ['一二三四五六七八九，甲', ['一二三四五六七八九，', '甲']],
    // An opening bracket never ends one.
    ['一二三四五六七八九（甲）', ['一二三四五六七八九', '（甲）']],
    // A figure keeps its measure, a dash its other half.
    ['一二三四五六七八15日内', ['一二三四五六七八', '15日内']],
    ['一二三四五六七八九——甲', ['一二三四五六七八九', '——甲']],
    // A word is not parted while it fits a line; the blank before it goes.
    ['一二三四五六 abcdefghij 甲', ['一二三四五六', 'abcdefghij甲']],
    // One that fits no line is parted where it must.
    ['abcdefghijklmnopqrstuvwxyz', ['abcdefghijklmnopqrst', 'uvwxyz']],
  ])('%s', (text, expected) => {
    expect(words(set(text))).toEqual(expected);
  });

  test('neighbouring marks share a square', () => {
    const [line] = set('（《甲》）。');
    // Six squares less four halves: the second opening mark gives up its first half, 》 and ） their last.
    expect(line && ends(line)).toBeCloseTo(45);
  });

  test('the first line stands in by two Han', () => {
    expect(words(set('一二三四五六七八九十', { indent: 2 }))).toEqual(['一二三四五六七八', '九十']);
  });

  test('full lines end flush; the last does not', () => {
    const lines = set('一二三四五六七八15日内甲乙丙丁', { align: 'justify' });
    expect(lines.map((line) => Math.round(ends(line)))).toEqual([100, 71]);
  });

  test('right and centre', () => {
    expect(set('甲乙', { align: 'end' })[0]?.placed[0]?.x).toBe(80);
    expect(set('甲乙', { align: 'center' })[0]?.placed[0]?.x).toBe(40);
  });

  test('a blank keeps its width and never leaves the column', () => {
    const [first, second] = breakLines(t`一二三四五${slot(undefined, 8)}`, setting(), measure);
    expect(first?.placed).toHaveLength(1);
    expect(second?.placed[0]).toMatchObject({ kind: 'blank', width: 80 });
    expect(breakLines(t`${slot(undefined, 50)}`, setting(), measure)[0]?.placed[0]?.width).toBe(100);
  });

  test('a choice stays with its box', () => {
    const lines = breakLines(
      choices<string>({ a: '未成年人', b: '老年人', c: '残疾人' }, ['b']),
      setting({ width: 90 }),
      measure,
    );
    expect(
      lines.map((line) =>
        line.placed
          .map((piece) => (piece.kind === 'box' ? (piece.checked ? '☑' : '□') : piece.text))
          .join('')
          .trim(),
      ),
    ).toEqual(['□未成年人', '☑老年人　□残疾人']);
  });
});

const piece = fc.constantFrom(
  ...'法律援助一二三，。；：（）《》“”—…·',
  '2026',
  '年',
  'ABC-12/3',
  '36,420.00',
  '元',
  ' ',
  '　',
  'https://example.org/a?b=c',
  '𠮷',
  'é',
);
const anyText = fc.array(piece, { maxLength: 60 }).map((parts) => parts.join(''));
const anySetting = fc.record({
  width: fc.integer({ min: 12, max: 300 }),
  align: fc.constantFrom('start', 'center', 'end', 'justify' as const),
  indent: fc.constantFrom(0, 2),
});

describe('any text in any column', () => {
  test('stands on its lines once, in order', () => {
    fc.assert(
      fc.property(anyText, anySetting, (text, change) => {
        const printed = words(set(text, { ...change, indent: 0 })).join('');
        expect(printed.replace(/ /g, '')).toBe(text.replace(/ /g, ''));
      }),
    );
  });

  test('stays in the column, but for the empty half of a closing mark', () => {
    fc.assert(
      fc.property(anyText, anySetting, (text, change) => {
        for (const line of set(text, { ...change, width: change.width + 30 })) {
          expect(ends(line)).toBeLessThanOrEqual(
            change.width + 30 + 5.01 + (line.placed.at(-1)?.text.endsWith('　') ? 10 : 0),
          );
          expect(Math.min(0, ...line.placed.map((part) => part.x))).toBeGreaterThanOrEqual(-5.01);
        }
      }),
    );
  });

  test('begins no line with a closing mark where there was room to avoid it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'法律援助，法律（法律）法律。法律、'), { maxLength: 80 }), (chars) => {
        const text = chars.join('').replace(/([，。、）（])[，。、）（]+/g, '$1');
        for (const line of words(set(text)).slice(1))
          expect(['close', 'cling']).not.toContain(markOf([...line][0] ?? '法'));
      }),
    );
  });
});
