import type { Updateable } from 'kysely';
import { Refusal } from '../../../kernel/errors/index.ts';
import { type Actor, authoriseTransition, type Tx } from '../../../kernel/use-case/index.ts';
import { type SubsidyEvent, type SubsidyState, subsidyLifecycle } from '../lifecycle.ts';
import { loadSubsidy, type Subsidy, updateSubsidy } from '../store/subsidies.ts';
import type { SubsidyTable } from '../tables.ts';

const pastTense: Readonly<Record<SubsidyEvent, string>> = {
  propose: 'proposed',
  approve: 'approved',
  closeWithoutPayment: 'closedWithoutPayment',
  returnProposal: 'proposalReturned',
  batch: 'batched',
  unbatch: 'unbatched',
  pay: 'paid',
  bounce: 'bounced',
};

/** Load the subsidy at the caller's version and check that the table has the move and the actor may make it. */
export async function loadForMove(
  tx: Tx,
  actor: Actor,
  input: { readonly tenant: string; readonly subsidyId: string; readonly version: number },
  event: SubsidyEvent,
): Promise<Subsidy> {
  const subsidy = await loadSubsidy(tx, input.tenant, input.subsidyId, input.version);
  authoriseTransition(subsidyLifecycle, subsidy.state, event, actor, { tenant: subsidy.tenant });
  return subsidy;
}

/** The row's next state with what changes beside it, and the event that remembers it; authorised when it was loaded. */
export async function moveSubsidy(
  tx: Tx,
  subsidy: Subsidy,
  event: SubsidyEvent,
  changes: Updateable<SubsidyTable> = {},
  payload: Readonly<Record<string, unknown>> = {},
): Promise<Subsidy> {
  const moved = await updateSubsidy(tx, subsidy, { ...changes, state: nextState(subsidy.state, event) });
  recordMove(tx, subsidy, event, payload);
  return moved;
}

/** The state that a move leads to. @throws Refusal `record.actionNotAllowed` */
export function nextState(state: SubsidyState, event: SubsidyEvent): SubsidyState {
  const on: Readonly<Record<string, { readonly to: string }>> = subsidyLifecycle.states[state].on;
  const move = on[event];
  if (move === undefined)
    throw new Refusal('record.actionNotAllowed', { state, event, lifecycle: subsidyLifecycle.name });
  return move.to as SubsidyState;
}

/** The event of one move; also for batches, whose rows change in one statement. */
export function recordMove(
  tx: Tx,
  subsidy: Subsidy,
  event: SubsidyEvent,
  payload: Readonly<Record<string, unknown>> = {},
): void {
  tx.record({
    tenant: subsidy.tenant,
    matterId: subsidy.matterId,
    kind: `subsidy.${pastTense[event]}`,
    subject: 'subsidy',
    subjectId: subsidy.id,
    payload: { from: subsidy.state, to: nextState(subsidy.state, event), ...payload },
  });
}
