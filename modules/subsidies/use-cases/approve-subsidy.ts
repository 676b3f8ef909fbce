import { Refusal } from '../../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { handlerByAccount } from '../../network/index.ts';
import { issueSubsidySheet } from '../papers.ts';
import { mayReadOwnSubsidies, mayReadSubsidies } from '../permissions.ts';
import type { ApproveSubsidy, ReadSubsidy, ReturnProposal } from '../schema.ts';
import { loadSubsidy, type Subsidy } from '../store/subsidies.ts';
import { actionsOf } from './list-subsidies.ts';
import { loadForMove, moveSubsidy } from './move.ts';

/** 审批补贴: by a second person, never by who proposed. An amount of nothing ends here; anything else waits for a batch. */
export async function approveSubsidy(
  tx: Tx,
  actor: Actor,
  input: ApproveSubsidy,
): Promise<{ version: number; documentId: string }> {
  const seen = await loadForMove(tx, actor, input, 'approve');
  if (seen.proposedBy === actor.id) throw new Refusal('subsidy.sameHand');
  const moved = await moveSubsidy(
    tx,
    seen,
    seen.amount === 0 ? 'closeWithoutPayment' : 'approve',
    { approvedBy: actor.id, approvedOn: tx.today },
    { amount: seen.amount, proposedBy: seen.proposedBy },
  );
  const paper = await issueSubsidySheet(tx, actor, moved);
  return { version: moved.version, documentId: paper.documentId };
}

/** 退回重新核算, with the reason. */
export async function returnProposal(tx: Tx, actor: Actor, input: ReturnProposal): Promise<{ version: number }> {
  const subsidy = await loadForMove(tx, actor, input, 'returnProposal');
  const moved = await moveSubsidy(
    tx,
    subsidy,
    'returnProposal',
    {
      returnReason: input.reason,
      amount: null,
      lines: null,
      asked: null,
      proposedBy: null,
      proposedByName: null,
      proposedOn: null,
    },
    { amount: subsidy.amount, proposedBy: subsidy.proposedBy },
  );
  return { version: moved.version };
}

export interface SubsidyView {
  readonly subsidy: Subsidy;
  readonly allowedActions: readonly string[];
}

/** One subsidy with the tariff's offer and the trace; a handler reads their own. */
export async function readSubsidy(tx: Tx, actor: Actor, input: ReadSubsidy): Promise<SubsidyView> {
  const place = { tenant: input.tenant };
  const whole = actor.holds(mayReadSubsidies.roles, place);
  if (!whole) actor.must(mayReadOwnSubsidies, place);
  const subsidy = await loadSubsidy(tx, input.tenant, input.subsidyId);
  if (!whole && (await handlerByAccount(tx, input.tenant, actor.id))?.id !== subsidy.handlerId) {
    throw new Refusal('record.notFound');
  }
  return { subsidy, allowedActions: actionsOf(actor, subsidy) };
}
