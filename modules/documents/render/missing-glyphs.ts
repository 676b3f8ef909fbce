import type { Coverage } from './font-coverage.ts';
import { coverageOf, type FontSet } from './font-set.ts';

/** A character of the snapshot that no face of the set can print. */
export interface MissingGlyph {
  readonly code: 'glyphMissing';
  readonly char: string;
  /** `U+20BB7` */
  readonly codePoint: string;
  /** RFC 6901 pointer into the snapshot: `/body/applicant/name`. */
  readonly pointer: string;
}

/** 〓, the printer's mark for a character that is not in the case. */
export const getaMark = '\u3013';

// Selectors and joiners have no shape of their own.
const shapeless = /[\p{Cf}\p{Zl}\p{Zp}\p{Variation_Selector}\s]/u;

export function coverageOfSet(set: FontSet): Coverage {
  const faces = [set.text, ...set.spare].map(coverageOf);
  return (codePoint) => faces.some((has) => has(codePoint));
}

export function printable(char: string, has: Coverage): boolean {
  return shapeless.test(char) || has(char.codePointAt(0) ?? 0);
}

/** Every character of the snapshot that cannot be printed, once for each field it stands in. */
export function findMissingGlyphs(snapshot: unknown, has: Coverage): readonly MissingGlyph[] {
  return textsOf(snapshot, '').flatMap(({ text, pointer }) =>
    [...new Set(text)]
      .filter((char) => !printable(char, has))
      .map((char) => ({ code: 'glyphMissing' as const, char, codePoint: codePointName(char), pointer })),
  );
}

export function codePointName(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function textsOf(value: unknown, pointer: string): readonly { readonly text: string; readonly pointer: string }[] {
  if (typeof value === 'string') return [{ text: value, pointer }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    textsOf(part, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
}
