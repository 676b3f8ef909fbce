import { canonicalJson, sm3 } from '../../kernel/crypto/index.ts';
import type { Assessment, Facts } from './schema.ts';

/**
 * SM3 over facts, rule set, layers and answer in canonical form: two assessments are the same if and only if these agree. Stored with each
 * decision and derived again on replay. Groups and impairments are sets, so their order and repeats do not count. The running limits are left
 * out: they are counted on the calendar table, which grows by a year each year, and are kept with the clocks.
 */
export function assessmentHash(facts: Facts, assessment: Assessment): string {
  const { deadlines: _, ...answer } = assessment;
  return sm3(canonicalJson({ facts: withSets(facts), answer }));
}

function withSets(facts: Facts): Facts {
  const { groups, impairments } = facts.applicant;
  return {
    ...facts,
    applicant: {
      ...facts.applicant,
      ...(groups && { groups: [...new Set(groups)].sort() }),
      ...(impairments && { impairments: [...new Set(impairments)].sort() }),
    },
  };
}
