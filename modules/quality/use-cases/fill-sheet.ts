import { meetDeadline } from '../../../kernel/deadlines/index.ts';
import { Refusal } from '../../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { handlingRecordOf } from '../../cases/index.ts';
import type { DeclineReview, FilledSheet } from '../assessment-schema.ts';
import type { ItemRow } from '../assessment-store.ts';
import { mayReviewCases } from '../permissions.ts';
import { insertResult, loadItem, loadReview, type ReviewRow, reviewsOfItem, updateReview } from '../review-store.ts';
import { type Proposal, prefill } from '../rules/prefill.ts';
import { sheetFaults, totalOf } from '../rules/score.ts';
import { type Judgement, needsThird, settle } from '../rules/settle.ts';
import { openReviewWords, sealReviewWords } from '../sealed.ts';
import { satisfactionOf } from '../store.ts';
import { callThirdFor, reseat } from './assign-reviews.ts';
import { mayMove, moveItem, ownHandlerId, rememberInPlan, sheetOf } from './move-item.ts';

export interface ReviewMoved {
  readonly reviewId: string;
  readonly version: number;
}

/** What the system proposes for the sheet of a drawn case, from the records as they stand. */
export async function proposalsFor(tx: Tx, item: ItemRow): Promise<Readonly<Record<string, Proposal>>> {
  const record = await handlingRecordOf(tx, item.tenant, item.caseId);
  const answer = await satisfactionOf(tx, item.tenant, item.caseId);
  return prefill(sheetOf(item), { ...record, face: answer?.face ?? null });
}

/** 暂存评分表: whatever is filled so far; nobody else sees it. */
export async function keepSheet(tx: Tx, actor: Actor, input: FilledSheet): Promise<ReviewMoved> {
  const { review, item } = await loadOwnReview(tx, actor, input, 'handIn');
  const saved = await updateReview(tx, review, await filled(tx, item, review, input));
  return { reviewId: saved.id, version: saved.version };
}

/**
 * 提交评分表, once. When both are in, the result follows, or a third reviewer is asked.
 * @throws Refusal `input.invalid` with the lines at fault
 */
export async function handInSheet(tx: Tx, actor: Actor, input: FilledSheet): Promise<ReviewMoved> {
  const { review, item } = await loadOwnReview(tx, actor, input, 'handIn');
  const sheet = sheetOf(item);
  const faults = [
    ...sheetFaults(sheet, await proposalsFor(tx, item), input.scores, input.vetoes),
    ...(input.opinion === '' ? [{ pointer: '/opinion', code: 'quality.opinionMissing' }] : []),
  ];
  if (faults.length > 0) throw new Refusal('input.invalid', {}, faults);
  const saved = await updateReview(tx, review, {
    ...(await filled(tx, item, review, input)),
    state: 'handedIn',
    endedOn: tx.today,
    tenths: totalOf(sheet, input.scores),
    vetoed: input.vetoes.length > 0,
  });
  await meetDeadline(tx, { tenant: saved.tenant, subjectId: saved.id, step: 'handInReview' });
  const next = await moveItem(tx, item, 'handIn');
  rememberInPlan(tx, next, 'sheetHandedIn', { reviewId: saved.id, round: saved.round, seat: saved.seat });
  await proceed(tx, next);
  return { reviewId: saved.id, version: saved.version };
}

/** 回避: with the reason; somebody else is asked at once. @throws Refusal `quality.nobodyMayReview` */
export async function declineReview(tx: Tx, actor: Actor, input: DeclineReview): Promise<{ readonly done: true }> {
  const { review, item } = await loadOwnReview(tx, actor, input, 'declineReview');
  const saved = await reseat(tx, item, review, 'declineReview', { endedGround: input.ground, text: input.text });
  rememberInPlan(tx, saved, 'reviewDeclined', { reviewId: review.id, round: review.round, ground: input.ground });
  return { done: true };
}

/** When both sheets are in: agreed, the result; too far apart, a third reviewer. With the third, the result. */
async function proceed(tx: Tx, item: ItemRow): Promise<void> {
  if (item.state !== 'BOTH_IN' && item.state !== 'ASSESSED') return;
  const sheet = sheetOf(item);
  const reviews = (await reviewsOfItem(tx, item)).filter(
    ({ state, round }) => state === 'handedIn' && round === item.round,
  );
  const judgements = reviews.map(judgementOf);
  const [a, b, c] = judgements;
  if (a === undefined || b === undefined) throw new Error(`assessment item ${item.id}: fewer than two sheets`);
  let standing = item;
  if (item.state === 'BOTH_IN') {
    if (c === undefined && needsThird(sheet, a, b)) {
      await callThirdFor(tx, item);
      return;
    }
    standing = await moveItem(tx, item, 'settle');
  }
  const result = settle(sheet, judgements);
  await insertResult(tx, {
    tenant: standing.tenant,
    id: tx.newId(),
    itemId: standing.id,
    matterId: standing.matterId,
    round: standing.round,
    tenths: result.tenths,
    grade: result.grade,
    vetoes: result.vetoed ? [...new Set(reviews.flatMap(({ vetoes }) => vetoes))] : [],
    rule: result.rule,
    settledOn: tx.today,
  });
  rememberInPlan(tx, standing, 'settled', { round: standing.round, rule: result.rule, reviews: reviews.length });
}

export function judgementOf({ id, tenths, vetoed }: ReviewRow): Judgement {
  if (tenths === null || vetoed === null) throw new Error(`review ${id} was handed in without points`);
  return { tenths, vetoed };
}

/** @throws Refusal `quality.notYourReview`, `quality.reviewEnded` */
export async function ownReview(tx: Tx, actor: Actor, at: { readonly tenant: string; readonly reviewId: string }) {
  actor.must(mayReviewCases, { tenant: at.tenant });
  const own = await ownHandlerId(tx, actor, at.tenant);
  const review = await loadReview(tx, { tenant: at.tenant, id: at.reviewId });
  if (own === undefined || review.reviewerId !== own) throw new Refusal('quality.notYourReview');
  return review;
}

async function loadOwnReview(
  tx: Tx,
  actor: Actor,
  at: { readonly tenant: string; readonly reviewId: string; readonly version: number },
  event: 'handIn' | 'declineReview',
): Promise<{ readonly review: ReviewRow; readonly item: ItemRow }> {
  const review = await ownReview(tx, actor, at);
  const item = await loadItem(tx, { tenant: review.tenant, id: review.itemId });
  if (review.state !== 'assigned') throw new Refusal('quality.reviewEnded');
  mayMove(actor, item, event);
  if (review.version !== at.version) throw new Refusal('record.stale', { current: review.version });
  return { review, item };
}

async function filled(tx: Tx, item: ItemRow, review: ReviewRow, { scores, vetoes, opinion }: FilledSheet) {
  const proposals = await proposalsFor(tx, item);
  const reasons = scores.flatMap(({ key, reason }) => (reason === '' ? [] : [[key, reason] as const]));
  return {
    scores: JSON.stringify(
      scores.map(({ key, points }) => {
        const proposal = proposals[key];
        return proposal === undefined ? { key, points } : { key, points, proposed: proposal.points };
      }),
    ),
    vetoes: [...new Set(vetoes)],
    wordsSealed: sealReviewWords(tx, review, {
      ...openReviewWords(tx, review),
      opinion,
      reasons: Object.fromEntries(reasons),
    }),
  };
}
