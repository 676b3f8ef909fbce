import { lawOnFile } from '../law/on-file.ts';
import type { Facts } from '../schema.ts';
import type { AssessOptions } from './assess.ts';
import { codeBits, featuresOf } from './features.ts';

/** Whether one rule's condition holds for a case, asked or not. */
export interface TracedRule {
  readonly rule: string;
  readonly met: boolean;
}

/** Every rule in force for a case and whether its condition holds, also those that the order of asking never reached. For study and tests. */
export function traceRules(facts: Facts, options: AssessOptions = {}): readonly TracedRule[] {
  const book = (options.law ?? lawOnFile()).bookFor(facts.receivedOn, facts.region);
  if (book === undefined) return [];
  const features = featuresOf(facts);
  const traced: TracedRule[] = [];
  for (const { key, rule, test } of book.rules.derivesGroup) {
    const met = test(features);
    const bit = rule.group === undefined ? 0 : codeBits.groups[rule.group];
    if (met) features.groups |= bit;
    else if (rule.decides) features.groups &= ~bit;
    traced.push({ rule: key, met });
  }
  for (const [effect, rules] of Object.entries(book.rules)) {
    if (effect !== 'derivesGroup') for (const { key, test } of rules) traced.push({ rule: key, met: test(features) });
  }
  return traced;
}
