import { addDays, type LocalDate } from '../../../kernel/time/index.ts';
import { inForce } from './spans.ts';

/** What of a change says when it holds. */
interface Dated {
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo?: LocalDate | undefined;
  readonly revision?: number | undefined;
}

/** A run of days with one figure: the changed one, or the file's own where `change` is undefined. Both ends included. */
export interface Stretch<C> {
  readonly from: LocalDate;
  readonly to: LocalDate | undefined;
  readonly change: C | undefined;
}

/**
 * The days of a figure on file, cut by the changes made to it. On each day the change that came into force last holds, and of two with one
 * first day the one approved later; where none holds, the file does. The order in which the changes are listed plays no part.
 */
export function stretchesOf<C extends Dated>(
  span: { readonly from: LocalDate; readonly to: LocalDate | undefined },
  changes: readonly C[],
): readonly Stretch<C>[] {
  const starts = new Set([span.from]);
  for (const { effectiveFrom, effectiveTo } of changes) {
    for (const day of [effectiveFrom, ...(effectiveTo === undefined ? [] : [addDays(effectiveTo, 1)])]) {
      if (day > span.from && (span.to === undefined || day <= span.to)) starts.add(day);
    }
  }
  const stretches: Stretch<C>[] = [];
  const days = [...starts].sort();
  days.forEach((from, index) => {
    const next = days[index + 1];
    const to = next === undefined ? span.to : addDays(next, -1);
    const change = holding(changes, from);
    const last = stretches.at(-1);
    if (last !== undefined && last.change === change) stretches.splice(-1, 1, { ...last, to });
    else stretches.push({ from, to, change });
  });
  return stretches;
}

function holding<C extends Dated>(changes: readonly C[], on: LocalDate): C | undefined {
  let best: C | undefined;
  for (const change of changes) {
    if (!inForce({ from: change.effectiveFrom, to: change.effectiveTo }, on)) continue;
    if (best === undefined || comesAfter(change, best)) best = change;
  }
  return best;
}

function comesAfter(a: Dated, b: Dated): boolean {
  if (a.effectiveFrom !== b.effectiveFrom) return a.effectiveFrom > b.effectiveFrom;
  return (a.revision ?? 0) > (b.revision ?? 0);
}
