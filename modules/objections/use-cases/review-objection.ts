import { Refusal } from '../../../kernel/errors/index.ts';
import { type Actor, authoriseTransition, type Tx } from '../../../kernel/use-case/index.ts';
import { meetClock } from '../../policy/index.ts';
import { type Contested, loadContested } from '../contested.ts';
import { countObjection } from '../counting.ts';
import { type ObjectionEvent, type ObjectionState, objectionLifecycle } from '../lifecycle.ts';
import { issueObjectionDecision } from '../papers.ts';
import { mayReviewObjections } from '../permissions.ts';
import { isIndependent } from '../rules/independence.ts';
import type { ReviewObjection } from '../schema.ts';
import { type ObjectionRow, objectionTo, updateObjection } from '../store.ts';

export interface ReviewedObjection {
  readonly version: number;
  readonly documentId: string;
  readonly documentNumber: string;
}

/** 维持: the decision stands; the paper names reconsideration and suit (art. 49, third paragraph). */
export async function maintainDecision(tx: Tx, actor: Actor, input: ReviewObjection): Promise<ReviewedObjection> {
  const { contested, objection } = await loadForReview(tx, actor, input, 'maintain');
  const paper = await issueObjectionDecision(tx, actor, contested, objection, { result: 'maintain', ...input });
  await meetClock(tx, { tenant: contested.tenant, subjectId: contested.subjectId, step: 'decideObjection' });
  await keep(tx, actor, objection, 'maintain', input, paper.documentId);
  const moved = await contested.maintained({ objectionId: objection.id, documentId: paper.documentId });
  return { version: moved.version, documentId: paper.documentId, documentNumber: paper.number };
}

/** 责令改正: the centre must put its decision right at once (art. 49, second paragraph). */
export async function orderCorrection(tx: Tx, actor: Actor, input: ReviewObjection): Promise<ReviewedObjection> {
  if (input.correction === '')
    throw new Refusal('input.invalid', {}, [{ pointer: '/correction', code: 'objection.correctionMissing' }]);
  const { contested, objection } = await loadForReview(tx, actor, input, 'orderCorrection');
  const paper = await issueObjectionDecision(tx, actor, contested, objection, { result: 'correct', ...input });
  await meetClock(tx, { tenant: contested.tenant, subjectId: contested.subjectId, step: 'decideObjection' });
  await keep(tx, actor, objection, 'orderCorrection', input, paper.documentId);
  const moved = await contested.correctionOrdered(objection.dueCitation, {
    objectionId: objection.id,
    documentId: paper.documentId,
  });
  return { version: moved.version, documentId: paper.documentId, documentNumber: paper.number };
}

async function loadForReview(
  tx: Tx,
  actor: Actor,
  input: ReviewObjection,
  event: ObjectionEvent,
): Promise<{ contested: Contested; objection: ObjectionRow }> {
  const contested = await loadContested(tx, actor, input, event);
  actor.must(mayReviewObjections, { tenant: contested.tenant });
  if (!isIndependent(actor, contested.tenant, contested.hands)) throw new Refusal('objection.ownHand');
  const objection = await objectionTo(tx, contested);
  if (objection === undefined) throw new Refusal('record.notFound');
  authoriseTransition(objectionLifecycle, objection.state, event, actor, { tenant: contested.tenant });
  return { contested, objection };
}

async function keep(
  tx: Tx,
  actor: Actor,
  objection: ObjectionRow,
  event: ObjectionEvent,
  { grounds, correction }: ReviewObjection,
  documentId: string,
): Promise<void> {
  const { to } = objectionLifecycle.states.RAISED.on[event];
  await updateObjection(tx, objection, {
    state: to as ObjectionState,
    reviewedBy: actor.id,
    reviewedOn: tx.today,
    grounds: JSON.stringify(grounds),
    correction: event === 'orderCorrection' ? correction : null,
    documentId,
  });
  const { tenant, id, subject } = objection;
  const name = event === 'maintain' ? 'objections.maintained' : 'objections.corrected';
  countObjection(tx, name, { tenant, id, class: objection.class, subject, day: tx.today });
}
