import type { LocalDate } from '../../../kernel/time/index.ts';

/** The first day of 法律援助投诉处理办法 (司法部令第149号). */
const measuresOf2025 = '2025-06-15';

export type ComplaintRuleSet = 'complaint-2013' | 'complaint-2025';

/** The measures in force on the day a complaint came in: it keeps them to its end. */
export function ruleSetOn(receivedOn: LocalDate): ComplaintRuleSet {
  return receivedOn < measuresOf2025 ? 'complaint-2013' : 'complaint-2025';
}
