import type { Actor } from '../../../kernel/use-case/index.ts';

/** What somebody does at a centre or for it; whoever does any of it there has no say over objections to it. */
const centreWork = [
  'clerk',
  'hotlineAgent',
  'liaison',
  'reviewer',
  'approver',
  'designator',
  'handler',
  'firmHead',
  'archivist',
  'finance',
  'quality',
  'manager',
  'policyAdmin',
] as const;

/**
 * 回避: the objection is decided by the bureau, never by the centre (art. 49). Accounts already keep the two roles apart;
 * this stands for itself, should a grant ever slip through.
 */
export function isIndependent(actor: Actor, tenant: string, hands: readonly string[]): boolean {
  if (hands.includes(actor.id)) return false;
  return actor.kind === 'system' || !actor.holds(centreWork, { tenant });
}
