import type { OpenQuestions, Question, RuleBook } from '../law/rule-book.ts';
import type { Facts, Reason } from '../schema.ts';
import type { Features } from './features.ts';

/**
 * One case while it is being decided: the law that holds, the facts, and the reasons gathered so far, in the order the law asks. No list of
 * reasons: the outcome alone is asked for.
 */
export interface Hearing {
  readonly book: RuleBook;
  readonly open: OpenQuestions;
  readonly facts: Facts;
  readonly features: Features;
  readonly reasons: Reason[] | undefined;
}

/** Ask all rules of one kind and note the reasons: those met, or else why none was. True when one is met. */
export function ask({ features, reasons }: Hearing, { rules, summaries }: Question): boolean {
  let met = false;
  for (const rule of rules) {
    if (rule.test(features)) {
      if (reasons === undefined) return true;
      met = true;
      reasons.push(rule.met);
    }
  }
  if (met || reasons === undefined) return met;
  for (const rule of rules) if (rule.notMet !== undefined && rule.near?.(features)) reasons.push(rule.notMet);
  for (const summary of summaries) if (summary.test(features)) reasons.push(summary.reason);
  return false;
}
