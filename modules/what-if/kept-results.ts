import type { WhatIfResult } from './use-cases/run-what-if.ts';

/** How long a result is kept, how many, and how many lines together. */
const keptFor = 10 * 60_000;
const mostResults = 16;
const mostLines = 200_000;

/**
 * Results of a short while, so that turning the pages of a list does not run the trial again. Nothing rests on them: a process that does not
 * hold a result runs it anew from the same question. Keyed by who asked and what, so that nobody is shown another's.
 */
export interface KeptResults {
  get(key: string): WhatIfResult | undefined;
  keep(key: string, result: WhatIfResult): void;
}

export function keptResults(now: () => number): KeptResults {
  const kept = new Map<string, { readonly result: WhatIfResult; readonly until: number }>();
  const tidy = (): void => {
    const at = now();
    for (const [key, { until }] of kept) if (until <= at) kept.delete(key);
    let lines = [...kept.values()].reduce((sum, { result }) => sum + result.changed.length, 0);
    // The oldest first: a map keeps the order in which its entries came.
    for (const [key, { result }] of kept) {
      if (kept.size <= mostResults && lines <= mostLines) break;
      kept.delete(key);
      lines -= result.changed.length;
    }
  };
  return {
    get(key) {
      const found = kept.get(key);
      return found === undefined || found.until <= now() ? undefined : found.result;
    },
    keep(key, result) {
      kept.delete(key);
      kept.set(key, { result, until: now() + keptFor });
      tidy();
    },
  };
}
