import { Refusal } from '../../../kernel/errors/index.ts';
import { type Actor, authoriseTransition, type Tx } from '../../../kernel/use-case/index.ts';
import { handlerByAccount } from '../../network/index.ts';
import { dutyShiftLifecycle, type ShiftEvent, type ShiftState } from '../duty-lifecycle.ts';
import type { CancelShift, MoveShift, OfferSwap } from '../duty-schema.ts';
import { type DutyShift, loadShift, updateShift } from '../store/duty.ts';
import { dutyLawyer, isTaken, mustBeFree } from './plan-shifts.ts';

interface Moved {
  readonly version: number;
}

/** 请人换班: the lawyer offers their own shift to a colleague who is free then; it stays theirs until the colleague takes it. */
export async function offerSwap(tx: Tx, actor: Actor, input: OfferSwap): Promise<Moved> {
  const shift = await loadForShift(tx, actor, input, 'offerSwap', (s) => s.handlerId);
  const colleague = await dutyLawyer(tx, shift.tenant, input.toHandlerId, '/toHandlerId');
  if (colleague.id === shift.handlerId) {
    throw new Refusal('input.invalid', {}, [{ pointer: '/toHandlerId', code: 'duty.swapWithSelf' }]);
  }
  await mustBeFree(tx, colleague, [shift.onDay], shift.period);
  return save(tx, shift, 'offerSwap', { offeredTo: colleague.id, reason: input.reason });
}

/** 答应换班: only whoever was asked, or the desk; the colleague must still be free. */
export async function takeSwap(tx: Tx, actor: Actor, input: MoveShift): Promise<Moved> {
  const shift = await loadForShift(tx, actor, input, 'takeSwap', (s) => s.offeredTo);
  const colleague = await dutyLawyer(tx, shift.tenant, shift.offeredTo ?? '', '/shiftId');
  await mustBeFree(tx, colleague, [shift.onDay], shift.period);
  try {
    return await save(tx, shift, 'takeSwap', {
      handlerId: colleague.id,
      handlerName: colleague.name,
      takenOverFrom: shift.handlerId,
      offeredTo: null,
    });
  } catch (error) {
    if (isTaken(error)) throw new Refusal('input.invalid', {}, [{ pointer: '/shiftId', code: 'duty.lawyerUnfit' }]);
    throw error;
  }
}

/** 不换了: the one who offered takes it back, or the one who was asked declines. */
export async function leaveSwap(tx: Tx, actor: Actor, input: MoveShift): Promise<Moved> {
  const shift = await loadForShift(
    tx,
    actor,
    input,
    'leaveSwap',
    (s) => s.handlerId,
    (s) => s.offeredTo,
  );
  return save(tx, shift, 'leaveSwap', { offeredTo: null });
}

export async function cancelShift(tx: Tx, actor: Actor, input: CancelShift): Promise<Moved> {
  const shift = await loadForShift(tx, actor, input, 'cancel');
  return save(tx, shift, 'cancel', { reason: input.reason, offeredTo: null });
}

async function loadForShift(
  tx: Tx,
  actor: Actor,
  input: MoveShift,
  event: ShiftEvent,
  ...whose: readonly ((shift: DutyShift) => string | null)[]
): Promise<DutyShift> {
  const shift = await loadShift(tx, input);
  const place = { tenant: shift.tenant };
  authoriseTransition(dutyShiftLifecycle, shift.state, event, actor, place);
  if (!actor.holds(['designator'], place)) {
    const own = await handlerByAccount(tx, shift.tenant, actor.id);
    if (own === undefined || !whose.some((of) => of(shift) === own.id)) throw new Refusal('duty.notYours');
  }
  if (shift.onDay < tx.today) throw new Refusal('duty.shiftPast');
  return shift;
}

async function save(
  tx: Tx,
  shift: DutyShift,
  event: ShiftEvent,
  changes: Parameters<typeof updateShift>[2],
): Promise<Moved> {
  const on: Readonly<Record<string, { readonly to: string }>> = dutyShiftLifecycle.states[shift.state].on;
  const to = (on[event]?.to ?? shift.state) as ShiftState;
  const saved = await updateShift(tx, shift, { ...changes, state: to });
  tx.record({
    tenant: shift.tenant,
    matterId: shift.id,
    kind: `dutyShift.${event}`,
    subject: 'dutyShift',
    subjectId: shift.id,
    payload: { from: shift.state, to, handlerId: saved.handlerId, offeredTo: saved.offeredTo },
  });
  return { version: saved.version };
}
