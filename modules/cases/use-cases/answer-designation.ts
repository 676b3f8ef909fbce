import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import type { Due } from '../rules/due.ts';
import type { AcceptDesignation, DeclineDesignation, RecallDesignation } from '../schema.ts';
import type { AidCase } from '../store/cases.ts';
import { updateDesignation } from '../store/designations.ts';
import { sooner, startCaseClock, startDesignationAnew } from './clock.ts';
import { loadForMove, moveCase, undesignated } from './move.ts';

/** Stages before a court, where papers are handed in within three days of acceptance (SPC on the CPL, arts 52, 66). */
const courtStages: readonly string[] = ['firstInstance', 'secondInstance', 'deathPenaltyReview', 'retrial'];

/** 接受指派: the handler takes the case on. */
export async function acceptDesignation(tx: Tx, actor: Actor, input: AcceptDesignation): Promise<{ version: number }> {
  const aidCase = await loadForMove(tx, actor, input, 'accept');
  await answer(tx, aidCase, { state: 'accepted', answeredAt: tx.at });
  const due = courtPapers(tx, aidCase) ?? {};
  const moved = await moveCase(tx, aidCase, 'accept', due, { designationId: aidCase.designationId });
  return { version: moved.version };
}

/** Before a court the papers are due from the day of acceptance. @returns their date where it binds next */
export function courtPapers(tx: Tx, aidCase: AidCase): Due | undefined {
  if (!goesToCourt(aidCase)) return undefined;
  const papers = startCaseClock(tx, aidCase, 'fileWithCourt', tx.today);
  return sooner(aidCase, papers) === papers ? papers : undefined;
}

/** True at a stage before a court, which is to have the handler's papers. */
export function goesToCourt({ stage }: Pick<AidCase, 'stage'>): boolean {
  return stage !== null && courtStages.includes(stage);
}

/** 不能承办: with a good reason (Legal Aid Law art. 46); the case goes back to be designated, and this handler is not asked again. */
export async function declineDesignation(
  tx: Tx,
  actor: Actor,
  input: DeclineDesignation,
): Promise<{ version: number }> {
  const aidCase = await loadForMove(tx, actor, input, 'decline');
  const { ground, reason } = input;
  await answer(tx, aidCase, { state: 'declined', answeredAt: tx.at, answerGround: ground, answerReason: reason });
  const moved = await backToDesignation(tx, aidCase, 'decline', { ground });
  return { version: moved.version };
}

/** 收回指派, before the handler has accepted. */
export async function recallDesignation(tx: Tx, actor: Actor, input: RecallDesignation): Promise<{ version: number }> {
  const aidCase = await loadForMove(tx, actor, input, 'recall');
  await answer(tx, aidCase, { state: 'recalled', answeredAt: tx.at, answerReason: input.reason });
  const moved = await backToDesignation(tx, aidCase, 'recall', {});
  return { version: moved.version };
}

async function answer(tx: Tx, aidCase: AidCase, changes: Parameters<typeof updateDesignation>[3]): Promise<void> {
  if (aidCase.designationId !== null) await updateDesignation(tx, aidCase.tenant, aidCase.designationId, changes);
}

/** The case waits to be designated once more. */
export async function backToDesignation(
  tx: Tx,
  aidCase: AidCase,
  event: 'decline' | 'recall' | 'giveBack' | 'recallFirm',
  payload: Readonly<Record<string, unknown>>,
): Promise<AidCase> {
  const due = await startDesignationAnew(tx, aidCase);
  const { designationId, handlerId } = aidCase;
  return moveCase(tx, aidCase, event, { ...undesignated, ...due }, { designationId, handlerId, ...payload });
}
