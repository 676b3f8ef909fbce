import { withRealHan } from './legacy-han.ts';
import { no, type PeopleFault } from './refusals.ts';

/** In code points: a rare character outside the basic plane counts as one. */
export const longestName = 100;

export interface CheckedName {
  readonly ok: true;
  readonly normalised: string;
}

/** Letters of any script, with marks and the Tibetan point between syllables; Han to the last extension, some of which the runtime's Unicode may not know yet. */
const letter = String.raw`\p{L}\p{M}\u0f0b\u3007\u{20000}-\u{3fffd}`;
const han = String.raw`\p{Script=Han}\u{20000}-\u{3fffd}`;

/** · and what keyboards, input methods and other systems put in its place. */
const dots = '·•‧∙⋅・･᛫.．';

const emoji =
  /[\p{Extended_Pictographic}\p{Emoji_Presentation}\p{Regional_Indicator}\p{Emoji_Modifier}]|\u20e3|\ufe0f/u;
const control = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u{fff9}-\u{ffff}]/u;
const betweenHan = new RegExp(
  `(?<=[${han}]) *[${dots}]+ *(?=[${letter}])|(?<=[${letter}]) *[${dots}]+ *(?=[${han}])`,
  'gu',
);
const misplaced = new RegExp(`^[·.,-]|[·,-]$|··|[${han}]\\.$`, 'u');
const spaceBetweenHan = new RegExp(`(?<=[${han}]) +(?=[${han}])`, 'gu');

/**
 * The name of a person (姓名) as it is kept: Han names of any length and rarity, names of the ethnic groups with · between their
 * parts, names in Latin or another script. What other keyboards put for · is put right, spaces padded between two characters
 * are dropped, full-width letters and Kangxi radicals become ordinary characters.
 */
export function checkPersonName(typed: string): CheckedName | PeopleFault {
  // A comma beside Han is a list of people, and each has a line of their own.
  return check(typed, new RegExp(`[^${letter} ·.'’,-]|(?<=[${han}]) ?,|,(?= ?[${han}])`, 'u'));
}

/** The name of a party that may be a company, a contractor or a unit (单位): digits, brackets and signs are ordinary there. */
export function checkPartyName(typed: string): CheckedName | PeopleFault {
  return check(typed, new RegExp(String.raw`[^${letter}\p{N}\p{P}\p{Sm}\p{Sc}° ]`, 'u'));
}

function check(typed: string, forbidden: RegExp): CheckedName | PeopleFault {
  if (typed.length > 40 * longestName) return no('name.tooLong', { max: longestName });
  const name = normaliseName(typed);
  if (name === '') return no('name.empty');
  if (emoji.test(name)) return no('name.emoji');
  if (control.test(name)) return no('name.controlCharacters');
  const privateCharacter = /\p{Co}/u.exec(name)?.[0];
  if (privateCharacter !== undefined) return no('name.privateCharacter', { character: codePoint(privateCharacter) });
  if ([...name].length > longestName) return no('name.tooLong', { max: longestName });
  const stranger = forbidden.exec(name)?.[0] ?? /\p{M}{4,}|^\p{M}/u.exec(name)?.[0];
  if (stranger !== undefined) return no('name.characters', { character: codePoint(stranger) });
  if (misplaced.test(name)) return no('name.dots');
  if (!new RegExp(`[${letter}]`, 'u').test(name)) return no('name.lettersMissing');
  return { ok: true, normalised: name };
}

/** The one spelling of a name, for keeping and for comparing; says nothing about whether it is acceptable. */
export function normaliseName(typed: string): string {
  return withRealHan(typed)
    .replace(/[\u2f00-\u2fd5\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (character) => character.normalize('NFKC'))
    .normalize('NFC')
    .replace(/[\u200b\u200e\u200f\u2060\u00ad\ufeff]/g, '')
    .trim()
    .replace(/\p{Zs}+/gu, ' ')
    .replace(spaceBetweenHan, '')
    .replace(betweenHan, '·');
}

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
