import { violatedUnique } from '../../../kernel/db/index.ts';
import { Refusal } from '../../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { agencyById, type Handler, handlerById } from '../../network/index.ts';
import type { DutyPeriod, PlanShifts } from '../duty-schema.ts';
import { mayPlanDuty } from '../permissions.ts';
import { isDutyPlace, overlaps } from '../rules/duty.ts';
import { insertShifts, shiftsOfHandler } from '../store/duty.ts';

/**
 * 排班: a lawyer at a place on some days, all of them or none. Nobody sits in two places at once.
 * @throws Refusal `input.invalid` at each day that is taken, at a place or a person that cannot do duty
 */
export async function planShifts(tx: Tx, actor: Actor, input: PlanShifts): Promise<{ shiftIds: readonly string[] }> {
  const { tenant, agencyId, period, mode } = input;
  actor.must(mayPlanDuty, { tenant });
  const agency = await agencyById(tx, tenant, agencyId);
  if (agency === undefined || !isDutyPlace(agency)) throw at('/agencyId', 'duty.placeUnknown');
  const handler = await dutyLawyer(tx, tenant, input.handlerId, '/handlerId');
  const days = [...new Set(input.days)];
  const past = days.findIndex((day) => day < tx.today);
  if (past >= 0) throw at(`/days/${past}`, 'duty.dayPast');
  await mustBeFree(tx, handler, days, period);
  const shifts = days.map((onDay) => ({
    tenant,
    id: tx.newId(),
    agencyId,
    onDay,
    period,
    mode,
    handlerId: handler.id,
    handlerName: handler.name,
    state: 'PLANNED' as const,
    version: 1,
    plannedBy: actor.id,
    plannedAt: tx.at,
  }));
  try {
    await insertShifts(tx, shifts);
  } catch (error) {
    // Two rotas planned at once: the index has the last word.
    if (isTaken(error)) throw at('/days/0', 'duty.overlap', { day: days[0] ?? '', place: '' });
    throw error;
  }
  for (const shift of shifts) {
    tx.record({
      tenant,
      matterId: shift.id,
      kind: 'dutyShift.planned',
      subject: 'dutyShift',
      subjectId: shift.id,
      payload: { agencyId, onDay: shift.onDay, period, mode, handlerId: handler.id },
    });
  }
  return { shiftIds: shifts.map((shift) => shift.id) };
}

/** Somebody who may sit on duty: a lawyer in service, with a licence (Legal Aid Law arts 14, 30). */
export async function dutyLawyer(tx: Tx, tenant: string, handlerId: string, pointer: string): Promise<Handler> {
  const handler = await handlerById(tx, tenant, handlerId);
  const lawyer = handler !== undefined && handler.licenceNumber !== null && handler.kind !== 'basicLegalServiceWorker';
  if (handler === undefined || !lawyer || handler.status !== 'active') throw at(pointer, 'duty.lawyerUnfit');
  return handler;
}

/** @throws Refusal `input.invalid` naming each day on which the lawyer is already on duty at that time */
export async function mustBeFree(tx: Tx, handler: Handler, days: readonly string[], period: DutyPeriod): Promise<void> {
  const own = await shiftsOfHandler(tx, { tenant: handler.tenant, handlerId: handler.id, days });
  const faults = [];
  for (const shift of own.filter((s) => overlaps(s.period, period))) {
    const place = (await agencyById(tx, handler.tenant, shift.agencyId))?.shortName ?? '';
    faults.push({
      pointer: `/days/${days.indexOf(shift.onDay)}`,
      code: 'duty.overlap',
      details: { day: shift.onDay, place },
    });
  }
  if (faults.length > 0) throw new Refusal('input.invalid', {}, faults);
}

export function isTaken(error: unknown): boolean {
  return ['duty_shift_morning', 'duty_shift_afternoon'].includes(violatedUnique(error) ?? '');
}

function at(pointer: string, code: string, details: Readonly<Record<string, unknown>> = {}): Refusal {
  return new Refusal('input.invalid', {}, [{ pointer, code, details }]);
}
