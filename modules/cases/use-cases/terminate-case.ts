import { cancelDeadlines } from '../../../kernel/deadlines/index.ts';
import { Refusal } from '../../../kernel/errors/index.ts';
import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { meetClock } from '../../policy/index.ts';
import { notifyRecipient } from '../notices.ts';
import { issueCasePaper } from '../papers.ts';
import { countsOf } from '../rules/counting.ts';
import type { RecordNotification, TerminateCase } from '../schema.ts';
import { updateDesignation } from '../store/designations.ts';
import { answerForFirm } from '../store/firms.ts';
import { endOffer } from '../store/offers.ts';
import { insertTermination } from '../store/terminations.ts';
import type { MadeFor } from '../termination-schema.ts';
import { checkDay } from './check-day.ts';
import { nextDue, startCaseClock } from './clock.ts';
import { loadForMove, moveCase } from './move.ts';

/**
 * 终止援助: on one of the eight grounds only, in writing with the way to object (arts 48, 49); everybody is told within three days.
 * @param madeFor the finding it rests on, where that was made elsewhere and may be taken back there
 */
export async function terminateCase(
  tx: Tx,
  actor: Actor,
  input: TerminateCase,
  madeFor: MadeFor = 'decision',
): Promise<{ version: number; documentId: string; notifyBy: LocalDate | null }> {
  const aidCase = await loadForMove(tx, actor, input, 'terminate');
  await cancelDeadlines(tx, { tenant: aidCase.tenant, subjectId: aidCase.id });
  if (aidCase.designationId !== null) {
    await updateDesignation(tx, aidCase.tenant, aidCase.designationId, { state: 'ended' });
  }
  await endOffer(tx, { tenant: aidCase.tenant, caseId: aidCase.id }, 'closed');
  await answerForFirm(tx, aidCase, { state: 'ended' });
  const due = startCaseClock(tx, aidCase, 'notifyTermination', tx.today);
  const ordinal = aidCase.terminations + 1;
  await insertTermination(tx, {
    tenant: aidCase.tenant,
    id: tx.newId(),
    caseId: aidCase.id,
    ordinal,
    terminatedOn: tx.today,
    ground: input.ground,
    madeFor,
    decidedBy: actor.id,
  });
  const moved = await moveCase(
    tx,
    aidCase,
    'terminate',
    { terminatedOn: tx.today, terminationGround: input.ground, terminations: ordinal, ...due },
    { ground: input.ground, article: '第四十八条' },
  );
  const paper = await issueCasePaper(tx, actor, moved, 'terminationDecision', { decision: input });
  for (const count of countsOf('cases.terminated', moved, tx.today, { ground: input.ground })) tx.count(count);
  notifyRecipient(tx, moved, 'terminated');
  return { version: moved.version, documentId: paper.documentId, notifyBy: due.dueOn };
}

/** 送达和通知: the recipient was served, the handler's unit and the handling organ were told. */
export async function recordNotification(
  tx: Tx,
  actor: Actor,
  input: RecordNotification,
): Promise<{ version: number }> {
  const aidCase = await loadForMove(tx, actor, input, 'recordNotification');
  if (aidCase.notifiedOn !== null) throw new Refusal('case.alreadyNotified');
  const days = {
    recipientServedOn: input.recipientServedOn,
    unitToldOn: input.unitToldOn,
    organToldOn: input.organToldOn,
  };
  for (const [field, day] of Object.entries(days)) {
    if (day !== undefined) checkDay(tx, day, `/${field}`, aidCase.terminatedOn, 'case.dateBeforeTermination');
  }
  await meetClock(tx, { tenant: aidCase.tenant, subjectId: aidCase.id, step: 'notifyTermination' });
  // An objection may lie with the bureau meanwhile: its days go on.
  const due = await nextDue(tx, aidCase);
  const moved = await moveCase(
    tx,
    aidCase,
    'recordNotification',
    { notifiedOn: input.recipientServedOn, ...due },
    days,
  );
  return { version: moved.version };
}
