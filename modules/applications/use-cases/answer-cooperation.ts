import { meetDeadline } from '../../../kernel/deadlines/index.ts';
import { Refusal } from '../../../kernel/errors/index.ts';
import {
  type Actor,
  allowedActions,
  authoriseTransition,
  systemActor,
  type Tx,
} from '../../../kernel/use-case/index.ts';
import { resumeClock } from '../../policy/index.ts';
import { type CooperationState, cooperationLifecycle } from '../cooperation-lifecycle.ts';
import { type CooperationRow, loadRequest, requestsOf, updateRequest } from '../cooperation-store.ts';
import { mayReadRequests } from '../permissions.ts';
import type { AnswerCooperation } from '../schema.ts';
import { openCooperation, sealCooperation } from '../sealed.ts';
import { loadApplication } from '../store.ts';
import { moveApplication } from './move.ts';

/**
 * 答复: the centre that was asked says what it found; the asking centre's days run again from the day after.
 * The transaction's scope must include both tenants.
 */
export async function answerCooperation(tx: Tx, actor: Actor, input: AnswerCooperation): Promise<{ version: number }> {
  const asked = await loadRequest(tx, input.tenant, input.id, input.version);
  if (asked.side !== 'asked' || asked.peerTenant !== input.askedBy) throw new Refusal('record.notFound');
  authoriseTransition(cooperationLifecycle, asked.state, 'answer', actor, { tenant: asked.tenant });
  const asking = await loadRequest(tx, asked.peerTenant, asked.id);
  for (const end of [asked, asking]) {
    await updateRequest(tx, end, {
      state: 'ANSWERED',
      finding: input.finding,
      answerSealed: sealCooperation(tx, end, 'answer', input.answer),
      answeredByName: actor.name,
      closedAt: tx.at,
    });
  }
  await meetDeadline(tx, { tenant: asked.tenant, subjectId: asked.id, step: 'cooperation' });
  tx.record({
    tenant: asked.tenant,
    matterId: asked.id,
    kind: 'cooperation.answered',
    subject: 'cooperation',
    subjectId: asked.id,
    payload: { finding: input.finding },
  });
  const row = await loadApplication(tx, asking.tenant, asking.applicationId);
  // Withdrawn or ended meanwhile: the answer is kept with the request, and moves nothing.
  if (row.state === 'AWAITING_COOPERATION') {
    const key = { tenant: row.tenant, subjectId: row.id };
    await meetDeadline(tx, { ...key, step: 'cooperation' });
    const clock = await resumeClock(tx, { ...key, step: 'decide' }, tx.today);
    // The other centre's staff have no right of their own here: the answer moves the application by itself.
    await moveApplication(
      tx,
      systemActor,
      row,
      'receiveCooperation',
      { dueOn: clock?.dueOn ?? null, dueStep: 'decide', dueCitation: clock?.citation ?? null },
      { requestId: asked.id, byTenant: asked.tenant, finding: input.finding },
    );
  }
  return { version: asked.version + 1 };
}

export type CooperationView = Omit<CooperationRow, 'questionSealed' | 'answerSealed'> & {
  readonly question: string;
  readonly answer: string | null;
  readonly allowedActions: readonly string[];
};

/** 外地委托核查: what other centres ask of the actor's own, with the words. */
export async function listRequests(
  tx: Tx,
  actor: Actor,
  { tenant, state, limit }: { tenant?: string | undefined; state: CooperationState; limit: number },
): Promise<readonly CooperationView[]> {
  const tenants = (actor.scope.tenants === '*' ? [] : actor.scope.tenants).filter(
    (at) => (tenant === undefined || at === tenant) && actor.holds(mayReadRequests.roles, { tenant: at }),
  );
  return (await requestsOf(tx, tenants, state, limit)).map((row) => viewOf(tx, row, actor));
}

export function viewOf(tx: Tx, row: CooperationRow, actor: Actor): CooperationView {
  const { questionSealed: _question, answerSealed: _answer, ...rest } = row;
  const allowed =
    row.side === 'asked' ? allowedActions(cooperationLifecycle, row.state, actor, { tenant: row.tenant }) : [];
  return { ...rest, ...openCooperation(tx, row), allowedActions: allowed.filter((event) => event === 'answer') };
}
