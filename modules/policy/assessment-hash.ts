import { canonicalJson, sm3 } from '../../kernel/crypto/index.ts';
import type { Assessment, Facts } from './schema.ts';

/** SM3 over facts, rule set and answer in canonical form: two assessments are the same if and only if these agree. */
export function assessmentHash(facts: Facts, assessment: Assessment): string {
  return sm3(canonicalJson({ facts, ruleSet: assessment.ruleSet, layers: assessment.layers, assessment }));
}
