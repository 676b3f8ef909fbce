import type { Align, Content } from '../../forms/blocks.ts';
import { belongTogether, isHalvable, isMeasure, latinRun, markOf, piecePattern } from './punctuation.ts';

/** The faces of a font set by role; `spare0`, `spare1` … are the fall-backs. */
export type Face = 'text' | 'strong' | `spare${number}`;

/** Width of a text in em in the face it will be set in, and which face that is. */
export type Measure = (text: string, strong: boolean) => { readonly face: Face; readonly em: number };

/** What is put on a line: text in one face, a ruled blank, a box to tick, or the mark of an unverified figure. */
export interface Placed {
  readonly kind: 'text' | 'blank' | 'box' | 'mark';
  readonly text: string;
  readonly face: Face;
  readonly checked: boolean;
  /** From the left edge of the column, in points. */
  readonly x: number;
  readonly width: number;
  /** Extra space after each character, in points. */
  readonly tracking: number;
}

export interface Line {
  readonly placed: readonly Placed[];
  readonly last: boolean;
}

export interface Setting {
  readonly size: number;
  readonly width: number;
  readonly align: Align;
  /** First-line indent in em. */
  readonly indent: number;
  readonly strong: boolean;
}

interface Atom {
  readonly kind: Placed['kind'];
  readonly text: string;
  readonly face: Face;
  readonly checked: boolean;
  /** Room taken on the line. */
  readonly width: number;
  /** Width of the glyphs, more than `width` where a mark gave up half its square. */
  readonly advance: number;
  /** Shift of the drawing to the left: the empty half of an opening mark. */
  readonly shift: number;
  /** Half a square that may be given up where the mark ends a line. */
  readonly trim: number;
  readonly latin: boolean;
  readonly space: boolean;
  readonly breakAfter: boolean;
}

/** The share of an em put between Han and Latin or digits; below 0.1 em, so that readers of the file see no blank. */
const thinSpace = 0.08;
/** Beyond this share of an em between characters a flush line looks torn and is left ragged. */
const widestTracking = 0.3;

export const unverifiedText = '待核实';
export const unverifiedScale = 0.72;

/** Break running text into lines no wider than the column. Every character of the content stands on exactly one line. */
export function breakLines(content: Content, setting: Setting, measure: Measure): readonly Line[] {
  const atoms = compress(toAtoms(content, setting, measure), setting.size);
  const lines: Line[] = [];
  const queue = [...atoms];
  while (queue.length > 0) {
    const indent = lines.length === 0 ? setting.indent * setting.size : 0;
    const available = setting.width - indent;
    const count = countFitting(queue, available, setting);
    if (count === 0) {
      queue.splice(0, 1, ...splitWord(queue[0] as Atom, available, setting, measure));
      continue;
    }
    const taken = queue.splice(0, count);
    while (queue[0]?.space) queue.shift();
    lines.push(setLine(taken, indent, available, queue.length === 0, setting));
  }
  return lines.length > 0 ? lines : [{ placed: [], last: true }];
}

function toAtoms(content: Content, setting: Setting, measure: Measure): readonly Atom[] {
  const { size } = setting;
  const atoms: Atom[] = [];
  const base = { text: '', face: 'text', checked: false, shift: 0, trim: 0, latin: false, space: false } as const;
  for (const [i, inline] of content.entries()) {
    if (inline.kind === 'box') {
      atoms.push({ ...base, kind: 'box', checked: inline.checked, width: size, advance: size, breakAfter: false });
    } else if (inline.kind === 'unverified') {
      const width = size * (unverifiedScale * 3 + 0.5);
      const last = atoms.at(-1);
      if (last) atoms[atoms.length - 1] = { ...last, breakAfter: false };
      atoms.push({ ...base, kind: 'mark', text: unverifiedText, width, advance: width, breakAfter: true });
    } else if (inline.kind === 'slot' && inline.text === undefined) {
      const width = Math.min(inline.width * size, setting.width);
      atoms.push({ ...base, kind: 'blank', width, advance: width, breakAfter: true });
    } else {
      const strong = setting.strong || (inline.kind === 'text' && inline.bold === true);
      const choice = content[i - 1]?.kind === 'box' && (inline.text ?? '').length <= 14;
      atoms.push(...textAtoms(inline.text ?? '', strong, choice, size, measure));
    }
  }
  return glue(atoms);
}

function textAtoms(text: string, strong: boolean, whole: boolean, size: number, measure: Measure): readonly Atom[] {
  const found = text.match(piecePattern) ?? [];
  return found.map((piece): Atom => {
    const { face, em } = measure(piece, strong);
    const latin = latinRun.test(piece) && markOf(piece) === 'none';
    const space = piece === ' ';
    const full = em > 0.9 && isHalvable(piece);
    return {
      kind: 'text',
      text: piece,
      face,
      checked: false,
      width: em * size,
      advance: em * size,
      shift: 0,
      trim: piece === '\u3000' ? size : full && markOf(piece) === 'close' ? size / 2 : 0,
      latin,
      space,
      // A choice stays whole behind its box; the wide space after it is where the line may break.
      breakAfter: whole ? piece === '\u3000' : markOf(piece) !== 'open' && piece !== '\u00a0',
    };
  });
}

/** No break before closing marks, inside dashes, or between a figure and its measure. */
function glue(atoms: readonly Atom[]): readonly Atom[] {
  return atoms.map((atom, i) => {
    const next = atoms[i + 1];
    if (!next || !atom.breakAfter) return atom;
    const kept =
      (next.kind === 'text' && ['close', 'cling'].includes(markOf(next.text)) && !atom.space) ||
      belongTogether(atom.text, next.text) ||
      (/\d$/.test(atom.text) && isMeasure(next.text)) ||
      (atom.text === '第' && /^\d{1,3}$/.test(next.text));
    return kept ? { ...atom, breakAfter: false } : atom;
  });
}

/** Adjacent marks give up the empty half between them. */
function compress(atoms: readonly Atom[], size: number): readonly Atom[] {
  return atoms.map((atom, i) => {
    if (atom.kind !== 'text' || !isHalvable(atom.text) || atom.width < 0.9 * size) return atom;
    const [before, after] = [atoms[i - 1], atoms[i + 1]];
    const half = size / 2;
    if (markOf(atom.text) === 'close' && after?.kind === 'text' && isHalvable(after.text))
      return { ...atom, width: atom.width - half, trim: 0 };
    if (markOf(atom.text) === 'open' && before?.kind === 'text' && markOf(before.text) === 'open')
      return { ...atom, width: atom.width - half, shift: half };
    return atom;
  });
}

function gapBetween(before: Atom | undefined, after: Atom, size: number): number {
  if (before?.kind !== 'text' || after.kind !== 'text') return 0;
  const isHan = (atom: Atom) => !atom.latin && !atom.space && markOf(atom.text) === 'none' && atom.text !== '\u3000';
  return (before.latin && isHan(after)) || (isHan(before) && after.latin) ? thinSpace * size : 0;
}

/** How many atoms go on the line; 0 when the first alone is too wide and can be split. */
function countFitting(atoms: readonly Atom[], available: number, { size }: Setting): number {
  let x = 0;
  let best = 0;
  let i = 0;
  for (; i < atoms.length; i++) {
    const atom = atoms[i] as Atom;
    x += atom.width + gapBetween(atoms[i - 1], atom, size);
    if (x - atom.trim > available + 0.01 && !atom.space) break;
    if (atom.breakAfter) best = i + 1;
  }
  if (i === atoms.length) return i;
  if (best > 0) return best;
  const first = atoms[0] as Atom;
  if (i === 0) return first.latin && first.text.length > 1 ? 0 : 1;
  return i;
}

/** A word wider than the column (an address, a long number) is broken where it must. */
function splitWord(atom: Atom, available: number, setting: Setting, measure: Measure): readonly Atom[] {
  const chars = [...atom.text];
  const strong = atom.face === 'strong';
  const width = (count: number) => measure(chars.slice(0, count).join(''), strong).em * setting.size;
  let count = 1;
  while (count < chars.length - 1 && width(count + 1) <= available) count++;
  const part = (text: string, breakAfter: boolean): Atom => ({
    ...atom,
    text,
    width: measure(text, strong).em * setting.size,
    advance: measure(text, strong).em * setting.size,
    breakAfter,
  });
  return [part(chars.slice(0, count).join(''), true), part(chars.slice(count).join(''), atom.breakAfter)];
}

function setLine(taken: readonly Atom[], indent: number, available: number, last: boolean, setting: Setting): Line {
  const atoms = [...taken];
  while (atoms.at(-1)?.space) atoms.pop();
  const { size } = setting;
  const natural = atoms.reduce((sum, atom, i) => sum + atom.width + gapBetween(atoms[i - 1], atom, size), 0);
  const trimmed = natural > available ? natural - (atoms.at(-1)?.trim ?? 0) : natural;
  const slack = available - trimmed;
  const stretchable = atoms.map((atom, i) => i < atoms.length - 1 && isStretchable(atom, atoms[i + 1] as Atom));
  const gaps = stretchable.filter(Boolean).length;
  const tracking =
    setting.align === 'justify' &&
    !last &&
    !atoms.some((atom) => atom.kind === 'box') &&
    gaps > 0 &&
    slack / gaps < widestTracking * size
      ? Math.max(0, slack / gaps)
      : 0;
  let x = indent;
  if (setting.align === 'center') x += slack / 2;
  if (setting.align === 'end') x += slack;
  const placed: Placed[] = [];
  for (const [i, atom] of atoms.entries()) {
    x += gapBetween(atoms[i - 1], atom, size);
    const { kind, text, face, checked, width, advance, shift } = atom;
    if (!atom.space) placed.push({ kind, text, face, checked, x: x - shift, width: advance, tracking: 0 });
    x += width + (stretchable[i] ? tracking : 0);
  }
  return { placed: joinRuns(placed), last };
}

function isStretchable(before: Atom, after: Atom): boolean {
  return !(before.latin && after.latin) && before.kind !== 'box' && !belongTogether(before.text, after.text);
}

/** Han that stand at even distances become one run, so that the file stays small and words can be searched for. */
function joinRuns(placed: readonly Placed[]): readonly Placed[] {
  const runs: Placed[] = [];
  for (const piece of placed) {
    const run = runs.at(-1);
    const single = piece.kind === 'text' && [...piece.text].length === 1;
    if (run && single && run.kind === 'text' && run.face === piece.face) {
      const count = [...run.text].length;
      const gap = piece.x - (run.x + run.width);
      const alone = count === 1;
      if ((alone && gap >= -0.001) || (!alone && run.tracking >= 0 && Math.abs(gap - run.tracking) < 0.001)) {
        runs[runs.length - 1] = {
          ...run,
          text: run.text + piece.text,
          tracking: alone ? gap : run.tracking,
          width: piece.x + piece.width - run.x,
        };
        continue;
      }
    }
    runs.push(piece);
  }
  return runs;
}
