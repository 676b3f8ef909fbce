import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { decideByMethod } from '../rules/methods.ts';
import type { DesignateHandler } from '../schema.ts';
import { checkDay } from './check-day.ts';
import { loadForMove } from './move.ts';
import { type Designated, recordDesignation, refusedMethod, withNotice } from './record-designation.ts';
import { viewHandlers } from './view-handlers.ts';

/**
 * 指派: directly, by turn, by the recipient's choice or in-house. One who may act is designated, with the notice; the five days for
 * the agreement begin. Whoever may not act cannot be designated, whatever the method or the reason; departing from the ranking needs one.
 */
export async function designateHandler(tx: Tx, actor: Actor, input: DesignateHandler): Promise<Designated> {
  const aidCase = await loadForMove(tx, actor, input, 'designate');
  const { method = 'direct', handlerId, reason, wish } = input;
  if (wish !== undefined) checkDay(tx, wish.on, '/wish/on', aidCase.receivedOn, 'case.dateBeforeReceipt');
  const view = await viewHandlers(tx, aidCase);
  const decision = decideByMethod(view.ranking, { method, handlerId, reason, wished: wish !== undefined });
  if (!decision.ok) throw refusedMethod(decision.fault);
  const departure = reason === undefined ? undefined : (input.departure ?? 'other');
  const made = await recordDesignation(tx, actor, aidCase, view, 'designate', {
    method,
    candidate: decision.value,
    reason,
    departure,
    wish: method === 'choice' ? wish : undefined,
  });
  return withNotice(tx, actor, view, made);
}
