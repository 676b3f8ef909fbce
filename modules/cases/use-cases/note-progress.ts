import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { meetClock } from '../../policy/index.ts';
import { notifyRecipient } from '../notices.ts';
import type { NoteProgress } from '../schema.ts';
import type { AidCase } from '../store/cases.ts';
import { insertProgress } from '../store/handling.ts';
import { hearingsOf, updateHearing } from '../store/hearings.ts';
import { checkDay } from './check-day.ts';
import { nextDue } from './clock.ts';
import { loadForMove, moveCase } from './move.ts';

/** 记进展: what was done; told to the recipient where the handler says so (Legal Aid Law art. 46). */
export async function noteProgress(
  tx: Tx,
  actor: Actor,
  input: NoteProgress,
): Promise<{ version: number; progressId: string }> {
  const aidCase = await loadForMove(tx, actor, input, 'noteProgress');
  checkDay(tx, input.on, '/on', aidCase.designatedOn, 'case.dateBeforeDesignation');
  const progressId = tx.newId();
  const { kind, on, text, visibleToCitizen } = input;
  await insertProgress(tx, {
    tenant: aidCase.tenant,
    id: progressId,
    caseId: aidCase.id,
    kind,
    happenedOn: on,
    text,
    visibleToCitizen,
    notedBy: actor.id,
    notedAt: tx.at,
  });
  if (kind === 'hearing') await markHeld(tx, aidCase, on);
  const filed = kind === 'filedWithCourt';
  if (filed) await meetClock(tx, { tenant: aidCase.tenant, subjectId: aidCase.id, step: 'fileWithCourt' });
  const due = filed ? await nextDue(tx, aidCase) : {};
  const moved = await moveCase(tx, aidCase, 'noteProgress', due, { progressId, kind, on, visibleToCitizen });
  if (visibleToCitizen) notifyRecipient(tx, moved, 'progressNoted');
  return { version: moved.version, progressId };
}

/** A hearing that was written down beforehand and has taken place. */
async function markHeld(tx: Tx, { tenant, id }: AidCase, on: LocalDate): Promise<void> {
  const fixed = (await hearingsOf(tx, tenant, id)).filter((h) => h.state === 'fixed' && h.heldOn === on);
  for (const hearing of fixed) await updateHearing(tx, tenant, hearing.id, { state: 'held' });
}
