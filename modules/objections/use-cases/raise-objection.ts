import { type FieldFault, Refusal } from '../../../kernel/errors/index.ts';
import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { startClock } from '../../policy/index.ts';
import { type ContestedDecision, loadContested } from '../contested.ts';
import { countObjection } from '../counting.ts';
import { timeToObject } from '../rules/time-to-object.ts';
import type { RaiseObjection } from '../schema.ts';
import { sealWords } from '../sealed.ts';
import { insertObjection } from '../store.ts';

export interface RaisedObjection {
  readonly version: number;
  readonly objectionId: string;
  /** The bureau decides by then. */
  readonly decideBy: { readonly on: LocalDate; readonly citation: string };
  readonly late: boolean;
}

/**
 * 提出异议 against a refusal or a termination, to the justice bureau (art. 49). It is taken in late only with its reason, and says so: the
 * days are those of a procedure rule, and a right that the Law gives is not cut off unheard.
 * @throws Refusal `objection.late` with the last day, `input.invalid` for days that cannot be
 */
export async function raiseObjection(tx: Tx, actor: Actor, input: RaiseObjection): Promise<RaisedObjection> {
  const contested = await loadContested(tx, actor, input, 'raiseObjection');
  const { servedOn, receivedOn } = daysOf(tx, actor, input, contested);
  const time = timeToObject(servedOn, tx.calendar);
  const late = time !== undefined && receivedOn > time.until;
  if (late && input.lateReason === '') throw new Refusal('objection.late', { due: time.until });

  const { tenant, matterId, subject, subjectId, round } = contested;
  const id = tx.newId();
  const clock = startClock(tx, { tenant, matterId, subject, subjectId, step: 'decideObjection', from: receivedOn });
  await insertObjection(tx, {
    tenant,
    id,
    matterId,
    subject,
    subjectId,
    round,
    state: 'RAISED',
    version: 1,
    class: contested.matterClass,
    door: actor.kind === 'citizen' ? 'web' : input.door,
    decisionTitle: contested.decision.title,
    decisionNumber: contested.decision.number,
    decidedOn: contested.decidedOn,
    servedOn,
    raiseBy: time?.until ?? null,
    late,
    receivedOn,
    raisedAt: tx.at,
    wordsSealed: sealWords(tx, tenant, id, { reasons: input.reasons, lateReason: late ? input.lateReason : '' }),
    dueOn: clock.dueOn,
    dueCitation: clock.citation,
    reviewedBy: null,
    reviewedOn: null,
    grounds: null,
    correction: null,
    documentId: null,
    demonstration: contested.demonstration,
  });
  const moved = await contested.objected(clock, { objectionId: id, receivedOn, late });
  countObjection(tx, 'objections.raised', { tenant, id, class: contested.matterClass, subject, day: receivedOn });
  return { version: moved.version, objectionId: id, decideBy: { on: clock.dueOn, citation: clock.citation }, late };
}

/** Decided, served, handed in: each on or after the one before, none in the future. */
function daysOf(
  tx: Tx,
  actor: Actor,
  input: RaiseObjection,
  { decidedOn }: ContestedDecision,
): { servedOn: LocalDate; receivedOn: LocalDate } {
  const faults: FieldFault[] = [];
  const servedOn = input.servedOn ?? decidedOn;
  const receivedOn = input.receivedOn ?? tx.today;
  if (actor.kind === 'citizen') {
    for (const field of ['servedOn', 'receivedOn'] as const)
      if (input[field] !== undefined) faults.push({ pointer: `/${field}`, code: 'objection.staffOnly' });
  }
  if (servedOn < decidedOn)
    faults.push({ pointer: '/servedOn', code: 'objection.beforeDecision', details: { decided: decidedOn } });
  if (servedOn > tx.today) faults.push({ pointer: '/servedOn', code: 'objection.future' });
  if (receivedOn > tx.today) faults.push({ pointer: '/receivedOn', code: 'objection.future' });
  else if (servedOn <= tx.today && receivedOn < servedOn)
    faults.push({ pointer: '/receivedOn', code: 'objection.beforeServed' });
  if (faults.length > 0) throw new Refusal('input.invalid', {}, faults);
  return { servedOn, receivedOn };
}
