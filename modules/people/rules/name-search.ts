import { pinyin } from 'pinyin-pro';
import { normaliseName } from './person-name.ts';

/*
 * Keys under which a name is found. On the server only: the dictionary behind it weighs 300 kB.
 */

export interface NameSearchKeys {
  /** The name without spaces, dots or marks, in small letters: `阿卜杜拉买买提`, `johnsmith`. */
  readonly folded: string;
  /** Full pinyin without tones or gaps, the surname read as a surname, ü as v: `shanxiongxin`, `lvbu`. */
  readonly pinyin: string;
  /** First letters: `sxx`. */
  readonly initials: string;
}

/** A character without a known reading stands for itself in both pinyin keys. */
export function nameSearchKeys(name: string): NameSearchKeys {
  const normal = normaliseName(name);
  const syllables = normal
    .split(/[^\p{L}\p{M}\p{N}'’\u3007\u{20000}-\u{3fffd}]+/u)
    .filter((part) => part !== '')
    .flatMap((part, i) => syllablesOf(part, i === 0));
  return {
    folded: fold(normal),
    pinyin: syllables.join(''),
    initials: syllables.map((syllable) => [...syllable][0] ?? '').join(''),
  };
}

/** How what is typed into a search box is folded before it is compared with any of the keys. */
export function fold(text: string): string {
  return normaliseName(text.slice(0, 400))
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}\u3007\u{20000}-\u{3fffd}]/gu, '')
    .normalize('NFC')
    .toLowerCase();
}

function syllablesOf(part: string, isFirst: boolean): string[] {
  const runs = part.match(/[\p{Script=Han}\u{20000}-\u{3fffd}]+|[^\p{Script=Han}\u{20000}-\u{3fffd}]+/gu) ?? [];
  return runs.flatMap((run, i) => {
    if (!/^[\p{Script=Han}\u{20000}-\u{3fffd}]/u.test(run)) return [fold(run)];
    return pinyin(run, { surname: isFirst && i === 0 ? 'head' : 'off', toneType: 'none', type: 'array', v: true });
  });
}
