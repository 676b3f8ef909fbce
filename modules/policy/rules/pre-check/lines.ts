import type { CompiledMultiplier, RuleBook } from '../../law/rule-book.ts';
import type { StandardTable } from '../../law/standards.ts';
import { type Residence, residences, type StandardRow } from '../../schema.ts';
import { type CountedIncome, isWithin } from '../means.ts';

/** A hardship line that may apply: a standard and the fraction of it. */
export interface Line {
  readonly region: string;
  readonly residence: Residence;
  readonly row: StandardRow;
  readonly multiplier: CompiledMultiplier;
}

/** Every line that may apply in these places, before it is known which multiplier's condition holds; the most local multiplier first. */
export function linesFor(books: ReadonlyMap<string, RuleBook>, standards: StandardTable, on: string): readonly Line[] {
  return [...books].flatMap(([region, book]) =>
    residences.flatMap((residence) => {
      const row = standards.find(region, residence, on);
      if (row === undefined) return [];
      const fitting = book.multipliers.filter(({ basis }) => basis === row.basis);
      return fitting.map((multiplier): Line => ({ region, residence, row, multiplier }));
    }),
  );
}

/** The lines by height, each height once: an income is told by how many of them it lies above. */
export function heightsOf(lines: readonly Line[]): readonly Line[] {
  const sorted = [...lines].sort((a, b) => (isHigher(a, b) ? 1 : isHigher(b, a) ? -1 : 0));
  return sorted.filter((line, at) => {
    const lower = sorted[at - 1];
    return lower === undefined || isHigher(line, lower);
  });
}

/** Place of a line among the heights. */
export function heightOf(heights: readonly Line[], line: Line): number {
  return heights.findIndex((height) => !isHigher(height, line) && !isHigher(line, height));
}

/** How many of the heights an income lies above. */
export function linesBelow(heights: readonly Line[], income: CountedIncome): number {
  return heights.filter(({ row, multiplier }) => !isWithin(income, row.perCapitaAnnual, multiplier.fraction)).length;
}

/** Compared without dividing, as the means test compares. */
function isHigher(a: Line, b: Line): boolean {
  const [aUp, aDown] = a.multiplier.fraction;
  const [bUp, bDown] = b.multiplier.fraction;
  return (
    BigInt(a.row.perCapitaAnnual) * BigInt(aUp) * BigInt(bDown) >
    BigInt(b.row.perCapitaAnnual) * BigInt(bUp) * BigInt(aDown)
  );
}
