import { Refusal } from '../../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { checkProposal } from '../rules/decision.ts';
import type { Proposal, ProposeDecision } from '../schema.ts';
import { loadForMove, moveApplication } from './move.ts';

/** 审查意见: the reviewer's proposal; a second person decides. */
export async function proposeDecision(tx: Tx, actor: Actor, input: ProposeDecision): Promise<{ version: number }> {
  const row = await loadForMove(tx, actor, input, 'propose');
  const checked = checkProposal(input.outcome, input.grounds, row.assessment);
  if (!checked.ok) throw new Refusal(checked.fault, { missing: (row.assessment.missing ?? []).join('、') });
  const proposal: Proposal = {
    outcome: input.outcome,
    grounds: input.grounds,
    note: input.note,
    proposedBy: actor.id,
    proposedByName: actor.name,
    proposedAt: tx.at,
  };
  const updated = await moveApplication(
    tx,
    actor,
    row,
    'propose',
    { proposal, proposedBy: actor.id },
    { outcome: input.outcome },
  );
  return { version: updated.version };
}

/** 退回: the approver wants it looked at again, and says why. */
export async function returnProposal(
  tx: Tx,
  actor: Actor,
  input: { tenant: string; applicationId: string; version: number; reason: string },
): Promise<{ version: number }> {
  const row = await loadForMove(tx, actor, input, 'returnProposal');
  const updated = await moveApplication(
    tx,
    actor,
    row,
    'returnProposal',
    { proposal: null, proposedBy: null },
    { reason: input.reason },
  );
  return { version: updated.version };
}
