import { fault, ok, type Result } from '../../../kernel/errors/index.ts';
import type { Assessment } from '../../policy/index.ts';
import type { Proposal } from '../schema.ts';

export type DecisionFault =
  | 'application.sameHand'
  | 'application.groundsMissing'
  | 'application.reasonMissing'
  | 'application.assessmentOpen';

/**
 * Why this proposal may not be made: nothing may be decided on missing facts, a refusal needs its grounds (art. 43), and
 * so does a grant that departs from the assessment.
 */
export function checkProposal(
  outcome: Proposal['outcome'],
  grounds: Proposal['grounds'],
  assessment: Assessment,
): Result<true, DecisionFault> {
  if (assessment.outcome === 'needsInformation') return fault('application.assessmentOpen');
  if (grounds.length > 0) return ok(true);
  if (outcome === 'refuse') return fault('application.groundsMissing');
  if (assessment.outcome === 'ineligible' || assessment.outcome === 'outOfScope')
    return fault('application.reasonMissing');
  return ok(true);
}

/** 审批: who proposed may not approve (separation of duties). */
export function checkApproval(proposal: Proposal, approverId: string): Result<true, DecisionFault> {
  return proposal.proposedBy === approverId ? fault('application.sameHand') : ok(true);
}

/** The unmet conditions of an assessment, as grounds that a refusal can start from. */
export function groundsFrom(assessment: Assessment): Proposal['grounds'] {
  return assessment.reasons.filter((r) => !r.met).map((r) => ({ text: r.text.zh, citation: r.citation }));
}
