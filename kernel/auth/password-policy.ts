import { commonWords } from './common-passwords.ts';
import type { AuthCode } from './refusals.ts';

export interface PasswordFault {
  readonly code: AuthCode;
  readonly details: Readonly<Record<string, number>>;
}

/** In characters. Longer ones are refused rather than cut: a cut password is another password. */
export const longestPassword = 128;

const classes = [/\p{Ll}|\p{Lo}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u];

/**
 * Everything that is wrong with a password for this account, at once; empty when it will do.
 * @param own what must not be in it: user name, staff number, mail address
 */
export function judgePassword(password: string, own: readonly string[]): readonly PasswordFault[] {
  const faults: PasswordFault[] = [];
  const complain = (code: AuthCode, details: PasswordFault['details'] = {}): void =>
    void faults.push({ code, details });
  const text = password.normalize('NFKC');
  const length = [...text].length;
  if (length > longestPassword) return [{ code: 'password.tooLong', details: { max: longestPassword } }];
  const kinds = classes.filter((kind) => kind.test(text)).length;
  if (length < 8 || (length < 12 && kinds < 3)) complain('password.tooShort');
  if (/[\p{Cc}\p{Cs}]/u.test(text)) complain('password.controlCharacters');
  const folded = text.toLowerCase();
  if (own.some((name) => name.length >= 3 && folded.includes(name.normalize('NFKC').toLowerCase()))) {
    complain('password.containsUserName');
  }
  if (isCommon(folded)) complain('password.common');
  if (isMonotonous(folded)) complain('password.monotonous');
  return faults;
}

const lookAlikes: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '0': 'o',
  '1': 'i',
  '!': 'i',
  '3': 'e',
  $: 's',
  '5': 's',
  '7': 't',
};

/** True when nothing is left once digits and signs around a common word are taken away. */
function isCommon(folded: string): boolean {
  const asLetters = (text: string): string => text.replace(/[@401!3$57]/g, (sign) => lookAlikes[sign] ?? sign);
  const core = folded.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const cores = [
    core,
    asLetters(core),
    core.replace(/[^\p{L}]/gu, ''),
    asLetters(folded).replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''),
  ];
  return cores.some((word) => commonWords.has(word)) || /^\P{L}{0,16}$/u.test(folded);
}

/** True when most characters repeat or follow their neighbour (aaaa, 1234, dcba), or the whole repeats a short piece. */
function isMonotonous(folded: string): boolean {
  const points = [...folded].map((character) => character.codePointAt(0) ?? 0);
  if (points.length < 4) return false;
  const plain = points.slice(1).filter((point, i) => Math.abs(point - (points[i] ?? 0)) <= 1).length;
  return plain > (points.length - 1) * 0.6 || new Set(points).size < 5 || /^(.{1,4})\1{2,}$/u.test(folded);
}
