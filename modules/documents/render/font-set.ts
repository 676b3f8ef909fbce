import { existsSync, readFileSync } from 'node:fs';
import { fromRoot } from '../../../kernel/paths.ts';
import { type Coverage, readCoverage } from './font-coverage.ts';

/** A font file and, inside a collection (.ttc), the PostScript name of the face. */
export interface FontFile {
  readonly path: string;
  readonly face?: string;
}

/** The faces a paper is printed in. `spare` faces are tried in order for characters that `text` lacks. */
export interface FontSet {
  readonly name: string;
  readonly text: FontFile;
  readonly strong: FontFile;
  readonly spare: readonly FontFile[];
}

const debian = '/usr/share/fonts/opentype/noto';
const serifCjk = { path: `${debian}/NotoSerifCJK-Regular.ttc`, face: 'NotoSerifCJKsc-Regular' };
const serifCjkBold = { path: `${debian}/NotoSerifCJK-Bold.ttc`, face: 'NotoSerifCJKsc-Bold' };
const sansCjk = { path: `${debian}/NotoSansCJK-Regular.ttc`, face: 'NotoSansCJKsc-Regular' };

/**
 * Known sets in order of preference. `noto` sets papers in the packaged TrueType face, whose subsets are a tenth of the size
 * of those cut from a collection, and takes rare characters (𠮷) from the same design in Debian's fonts-noto-cjk.
 */
export const knownFontSets = [
  { name: 'noto', text: packaged('400Regular'), strong: packaged('700Bold'), spare: [serifCjk, sansCjk] },
  { name: 'noto-serif-sc', text: packaged('400Regular'), strong: packaged('700Bold'), spare: [] },
  { name: 'noto-cjk', text: serifCjk, strong: serifCjkBold, spare: [sansCjk] },
] as const satisfies readonly FontSet[];

function packaged(weight: string): FontFile {
  return { path: fromRoot('node_modules', '@expo-google-fonts', 'noto-serif-sc', weight, `NotoSerifSC_${weight}.ttf`) };
}

export type FontChoice = 'auto' | (typeof knownFontSets)[number]['name'] | FontSet;

/**
 * The set that papers are printed in: `auto` takes the first known set whose files are all there, a name or an own set
 * takes exactly that one. Errors: an Error naming the file that is missing.
 */
export function resolveFontSet(choice: FontChoice = 'auto'): FontSet {
  if (choice === 'auto') {
    const found = knownFontSets.find((set) => missingFile(set) === undefined);
    if (found) return found;
  }
  const set = typeof choice === 'object' ? choice : knownFontSets.find((known) => known.name === choice);
  if (!set) throw new Error(`no font set ${choice} on this machine`);
  const missing = missingFile(set);
  if (missing) throw new Error(`font file not found: ${missing}`);
  return set;
}

function missingFile(set: FontSet): string | undefined {
  return [set.text, set.strong, ...set.spare].map((file) => file.path).find((path) => !existsSync(path));
}

// Font files never change while the program runs: read once, 15 to 26 MB each.
const files = new Map<string, Uint8Array>();
const coverages = new Map<string, Coverage>();

export function fontBytes(file: FontFile): Uint8Array {
  const known = files.get(file.path);
  if (known) return known;
  const bytes = readFileSync(file.path);
  files.set(file.path, bytes);
  return bytes;
}

export function coverageOf(file: FontFile): Coverage {
  const key = `${file.path}#${file.face ?? ''}`;
  const known = coverages.get(key);
  if (known) return known;
  const coverage = readCoverage(fontBytes(file), file.face);
  coverages.set(key, coverage);
  return coverage;
}
