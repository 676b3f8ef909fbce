/**
 * A number as people type or paste it, reduced to what counts: full-width forms become ordinary ones; spaces, hyphens of any
 * kind and the invisible marks that phones add when copying are dropped.
 */
export function compactNumber(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s\p{Pd}\u2212\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '');
}
