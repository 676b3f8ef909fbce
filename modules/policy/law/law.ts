import { addDays, type LocalDate } from '../../../kernel/time/index.ts';
import type { StandardRow } from '../schema.ts';
import type { Pack } from './pack-schema.ts';
import { compileBook, type RuleBook } from './rule-book.ts';
import { type StandardTable, standardTable } from './standards.ts';

/** A body of law, compiled: asked by day and region, it answers with the rules that hold then and there. */
export interface Law {
  /** The packs in it, drafts left out unless they were asked for. */
  readonly packs: readonly Pack[];
  readonly standards: StandardTable;
  readonly standardRows: readonly StandardRow[];
  /** How many changes made by record it holds (`apply-changes.ts`); 0 is the law of the files alone. Stored with whatever is decided by it. */
  readonly revision: number;
  /** The rules in force, or undefined before the first national instrument. */
  bookFor(on: LocalDate, region: string): RuleBook | undefined;
}

/**
 * Compile packs into law. Rules change only on the days on which something starts or ends, so each stretch between two such days is compiled
 * once per region and kept. Drafts take part only when named, for what-if; a decision never names one.
 */
export function compileLaw(packs: readonly Pack[], drafts: readonly string[] = [], revision = 0): Law {
  const used = packs.filter((pack) => !pack.draft || drafts.includes(pack.key));
  const boundaries = [...new Set(used.flatMap(changesOf))].sort();
  const books = boundaries.map(() => new Map<string, RuleBook | undefined>());
  const standardRows = used.flatMap((pack) => pack.standards ?? []);
  return {
    packs: used,
    standardRows,
    revision,
    standards: standardTable(standardRows),
    bookFor(on, region) {
      const at = stretchOf(boundaries, on);
      const stretch = books[at];
      const from = boundaries[at];
      if (stretch === undefined || from === undefined) return undefined;
      const known = stretch.get(region);
      if (known !== undefined) return known;
      const book = compileBook(used, from, region);
      stretch.set(region, book);
      return book;
    },
  };
}

/** The days on which a pack, or a part of it, starts to hold or has ceased to. */
function changesOf(pack: Pack): LocalDate[] {
  const spans = [
    pack,
    ...(pack.rules ?? []),
    ...(pack.summaries ?? []),
    ...(pack.clocks ?? []),
    ...(pack.promises ?? []),
  ];
  return spans.flatMap(({ effectiveFrom, effectiveTo }) => [
    ...(effectiveFrom === undefined ? [] : [effectiveFrom]),
    ...(effectiveTo === undefined ? [] : [addDays(effectiveTo, 1)]),
  ]);
}

/** Index of the last boundary on or before the day; -1 before the first. */
function stretchOf(boundaries: readonly LocalDate[], on: LocalDate): number {
  let low = 0;
  let high = boundaries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((boundaries[middle] ?? '') <= on) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
