import type { Updateable } from 'kysely';
import { cancelDeadlines } from '../../../kernel/deadlines/index.ts';
import { type FieldFault, Refusal } from '../../../kernel/errors/index.ts';
import type { LocalDate } from '../../../kernel/time/index.ts';
import { type Actor, authoriseTransition, type Tx, transitionFrom } from '../../../kernel/use-case/index.ts';
import { notifyComplainant } from '../jobs.ts';
import { type ComplaintEvent, type ComplaintState, complaintLifecycle } from '../lifecycle.ts';
import { mayTouch } from '../rules/independence.ts';
import type { ComplaintAt } from '../schema.ts';
import { type ComplaintRow, loadComplaint, updateComplaint } from '../store.ts';
import type { ComplaintTable } from '../tables.ts';

export interface MovedComplaint {
  readonly version: number;
  readonly documentId?: string;
  readonly documentNumber?: string;
}

/**
 * The complaint at the version that was on screen, when its table has the move and the actor may make it.
 * @throws Refusal `record.stale`, `record.actionNotAllowed`, `auth.forbidden`, `complaint.ownHand`
 */
export async function loadForMove(tx: Tx, actor: Actor, at: ComplaintAt, event: ComplaintEvent): Promise<ComplaintRow> {
  const row = await loadComplaint(tx, at.tenant, at.complaintId, at.version);
  authoriseTransition(complaintLifecycle, row.state, event, actor, { tenant: row.tenant });
  if (!mayTouch(actor, row))
    throw new Refusal('complaint.ownHand', {}, [], {
      tenant: row.tenant,
      matterId: row.id,
      kind: 'complaint.denied',
      subject: 'complaint',
      subjectId: row.id,
      payload: { move: event },
    });
  return row;
}

/** Its row and its event, by the table. A complaint that has come to its end has no clock any more. */
export async function moveComplaint(
  tx: Tx,
  row: ComplaintRow,
  event: ComplaintEvent,
  changes: Updateable<ComplaintTable>,
  payload: Readonly<Record<string, unknown>> = {},
): Promise<ComplaintRow> {
  const to = transitionFrom(complaintLifecycle, row.state, event).to as ComplaintState;
  const ended = Object.keys(complaintLifecycle.states[to].on).length === 0;
  if (ended) await cancelDeadlines(tx, { tenant: row.tenant, subjectId: row.id });
  const updated = await updateComplaint(tx, row, {
    ...changes,
    state: to,
    ...(ended ? { ...noDue, endedOn: tx.today } : {}),
  });
  tx.record({
    tenant: row.tenant,
    matterId: row.id,
    kind: `complaint.${event}`,
    subject: 'complaint',
    subjectId: row.id,
    payload: { from: row.state, to, ...payload },
  });
  notifyComplainant(tx, updated, event, payload);
  return updated;
}

export const noDue = { dueOn: null, dueStep: null, dueCitation: null } as const;

/** A day that cannot be, named by its field. @throws Refusal `input.invalid` */
export function refuseDay(pointer: string, code: FieldFault['code'], details: FieldFault['details'] = {}): never {
  throw new Refusal('input.invalid', {}, [{ pointer, code, details }]);
}

/** A day in the past or today, not before another. @throws Refusal `input.invalid` */
export function mustBePast(tx: Tx, pointer: string, day: LocalDate, notBefore: LocalDate): void {
  if (day > tx.today) refuseDay(pointer, 'complaint.future');
  if (day < notBefore) refuseDay(pointer, 'complaint.before', { day: notBefore });
}
