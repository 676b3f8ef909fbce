import { Refusal } from '../../../kernel/errors/index.ts';
import { daysBetween } from '../../../kernel/time/index.ts';
import { type Actor, allowedActions, type Tx } from '../../../kernel/use-case/index.ts';
import { handlerByAccount, listAgencies, listHandlers } from '../../network/index.ts';
import { dutyShiftLifecycle } from '../duty-lifecycle.ts';
import type { ReadRota } from '../duty-schema.ts';
import { mayPlanDuty, mayReadDuty } from '../permissions.ts';
import { isDutyPlace } from '../rules/duty.ts';
import { type DutyShift, shiftsBetween } from '../store/duty.ts';

/** 值班表 of some days: places, lawyers, shifts; what this person may do with each. */
export interface Rota {
  readonly places: readonly { readonly agencyId: string; readonly name: string; readonly shortName: string }[];
  /** Those who may sit on duty. */
  readonly lawyers: readonly { readonly handlerId: string; readonly name: string; readonly agencyName: string }[];
  readonly shifts: readonly (DutyShift & {
    readonly actions: readonly string[];
    readonly offeredToName: string | null;
  })[];
  readonly mayPlan: boolean;
  /** Days in view that are no working days. */
  readonly daysOff: readonly string[];
  /** The lawyer who asks, when one does. */
  readonly ownHandlerId: string | null;
}

/** The longest rota that one page shows, in days. */
const longest = 62;

/** @throws Refusal `auth.forbidden`, `input.outOfRange` for more than two months */
export async function readRota(tx: Tx, actor: Actor, { tenant, from, to }: ReadRota): Promise<Rota> {
  actor.must(mayReadDuty, { tenant });
  const length = daysBetween(from, to);
  if (length < 0 || length > longest) {
    throw new Refusal('input.invalid', {}, [{ pointer: '/to', code: 'input.outOfRange' }]);
  }
  const agencies = await listAgencies(tx, { tenant });
  const handlers = await listHandlers(tx, { tenant });
  const names = new Map(handlers.map((h) => [h.id, h.name]));
  const own = await handlerByAccount(tx, tenant, actor.id);
  const desk = actor.holds(mayPlanDuty.roles, { tenant });
  const shifts = await shiftsBetween(tx, tenant, from, to);
  return {
    places: agencies.filter(isDutyPlace).map(({ id, name, shortName }) => ({ agencyId: id, name, shortName })),
    lawyers: handlers
      .filter((h) => h.status === 'active' && h.licenceNumber !== null && h.kind !== 'basicLegalServiceWorker')
      .map(({ id, name, agencyName }) => ({ handlerId: id, name, agencyName })),
    shifts: shifts.map((shift) => ({
      ...shift,
      offeredToName: shift.offeredTo === null ? null : (names.get(shift.offeredTo) ?? null),
      actions: actionsOf(tx, actor, shift, desk, own?.id),
    })),
    mayPlan: desk,
    daysOff: daysFrom(from, length).filter((day) => !tx.calendar.isWorkday(day)),
    ownHandlerId: own?.id ?? null,
  };
}

function actionsOf(tx: Tx, actor: Actor, shift: DutyShift, desk: boolean, own: string | undefined): readonly string[] {
  if (shift.onDay < tx.today) return [];
  const table = allowedActions(dutyShiftLifecycle, shift.state, actor, { tenant: shift.tenant });
  if (desk) return table;
  return table.filter((event) =>
    event === 'takeSwap'
      ? shift.offeredTo === own
      : event === 'leaveSwap'
        ? own !== undefined && [shift.handlerId, shift.offeredTo].includes(own)
        : shift.handlerId === own,
  );
}

function daysFrom(from: string, length: number): readonly string[] {
  const start = Date.parse(`${from}T00:00:00Z`);
  return Array.from({ length: length + 1 }, (_, n) => new Date(start + n * 86_400_000).toISOString().slice(0, 10));
}
