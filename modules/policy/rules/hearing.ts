import type { Effect } from '../law/pack-schema.ts';
import type { RuleBook, RulesByEffect } from '../law/rule-book.ts';
import type { Facts, Reason } from '../schema.ts';
import type { Features } from './features.ts';

/** One case while it is being decided: the law that holds, the facts, and the reasons gathered so far, in the order the law asks. */
export interface Hearing {
  readonly book: RuleBook;
  readonly rules: RulesByEffect;
  readonly facts: Facts;
  readonly features: Features;
  readonly reasons: Reason[];
}

/** Ask all rules of one kind and note the reasons: those met, or else why none was. True when one is met. */
export function ask({ book, rules, features, reasons }: Hearing, effect: Effect): boolean {
  let met = false;
  const asked = rules[effect];
  for (const rule of asked) {
    if (rule.test(features)) {
      met = true;
      reasons.push(rule.met);
    }
  }
  if (met) return true;
  for (const rule of asked) if (rule.notMet !== undefined && rule.near?.(features)) reasons.push(rule.notMet);
  for (const summary of book.summaries[effect]) if (summary.test(features)) reasons.push(summary.reason);
  return false;
}
