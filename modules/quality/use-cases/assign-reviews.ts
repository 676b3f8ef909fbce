import { cancelDeadlines } from '../../../kernel/deadlines/index.ts';
import { Refusal } from '../../../kernel/errors/index.ts';
import { type Actor, type Tx, transitionFrom } from '../../../kernel/use-case/index.ts';
import { assessmentLifecycle } from '../assessment-lifecycle.ts';
import type { AssignReviews, ItemAt, ReplaceReviewer } from '../assessment-schema.ts';
import { type ItemRow, itemsOf, loadPlan, type PlanRow } from '../assessment-store.ts';
import { mayPlanAssessments } from '../permissions.ts';
import { insertReviews, loadReview, type ReviewRow, updateReview } from '../review-store.ts';
import { giveReviews, type ReviewerBar, type Seat } from '../rules/reviewers.ts';
import { openReviewWords, sealReviewWords } from '../sealed.ts';
import { sheetFor } from '../sheets/index.ts';
import { type ReviewerPool, type ReviewersOfCase, reviewerPool, reviewersOf } from './find-reviewers.ts';
import {
  type ItemMoved,
  loadForOfficer,
  moved,
  moveItem,
  ownHandlerId,
  rememberInPlan,
  sheetOf,
  startTerm,
  termFrom,
} from './move-item.ts';

export interface ReviewsAssigned {
  /** Cases that were given to reviewers. */
  readonly assigned: number;
  /** Cases for which too few may be asked, with how many could not for which reason. */
  readonly short: readonly {
    readonly itemId: string;
    readonly caseNumber: string;
    readonly eligible: number;
    readonly barred: Readonly<Partial<Record<ReviewerBar, number>>>;
  }[];
}

/**
 * 分配评审员: every case of the plan that waits gets two, or one case that is named. What cannot be given stays and is told.
 * @throws Refusal `quality.nothingToAssign`, `quality.noSheet`, `quality.calledOff`
 */
export async function assignReviews(tx: Tx, actor: Actor, input: AssignReviews): Promise<ReviewsAssigned> {
  actor.must(mayPlanAssessments, { tenant: input.tenant });
  const plan = await loadPlan(tx, input);
  if (plan.state === 'CANCELLED') throw new Refusal('quality.calledOff');
  const own = await ownHandlerId(tx, actor, plan.tenant);
  const waiting = (await itemsOf(tx, plan.tenant, plan.id)).filter(
    (item) =>
      'assign' in assessmentLifecycle.states[item.state].on &&
      (input.itemId === undefined || item.id === input.itemId) &&
      (own === undefined || item.handlerId !== own),
  );
  if (waiting.length === 0) throw new Refusal('quality.nothingToAssign');
  const pool = await reviewerPool(tx, plan.tenant);
  const found = new Map<string, ReviewersOfCase>();
  for (const item of waiting) found.set(item.id, await reviewersOf(tx, item, pool));
  const given = giveReviews(
    waiting.map(({ id }) => ({ itemId: id, eligible: found.get(id)?.eligible ?? [], beside: [], wanted: 2 })),
    pool.loads,
    seedOf(plan),
  );
  const short: ReviewsAssigned['short'][number][] = [];
  for (const { itemId, seats } of given) {
    const item = waiting.find(({ id }) => id === itemId);
    const who = found.get(itemId);
    if (item === undefined || who === undefined) continue;
    if (seats.length === 0) {
      const { caseNumber } = item;
      short.push({ itemId, caseNumber, eligible: who.eligible.length, barred: who.barred });
      continue;
    }
    const sheet = sheetFor(item.class, plan.drawnOn ?? tx.today);
    if (sheet === undefined) throw new Refusal('quality.noSheet', { class: item.class });
    const saved = await moveItem(tx, item, 'assign', { sheet: sheet.key, agencyId: who.ties.agencyId });
    await seatReviewers(
      tx,
      saved,
      pool,
      seats.map((seat, i) => ({ ...seat, number: i + 1 })),
    );
    rememberInPlan(tx, saved, 'reviewersAssigned', { round: saved.round, eligible: who.eligible.length });
  }
  return { assigned: given.length - short.length, short };
}

/**
 * A third reviewer, where the two are too far apart. Nobody is asked, and nothing moves, where nobody may.
 * @returns the case as it then stands
 */
export async function callThirdFor(tx: Tx, item: ItemRow): Promise<ItemRow | undefined> {
  const seated = await seatOne(tx, item, 3);
  if (seated === undefined) return undefined;
  const saved = await moveItem(tx, item, 'callThird');
  await seatReviewers(tx, saved, seated.pool, [{ ...seated.seat, number: 3 }]);
  rememberInPlan(tx, saved, 'thirdCalled', { round: saved.round, eligible: seated.seat.eligible });
  return saved;
}

/** 请第三人复核, by the officer, where nobody could be asked when the second sheet came in. @throws Refusal `quality.nobodyMayReview` */
export async function callThird(tx: Tx, actor: Actor, input: ItemAt): Promise<ItemMoved> {
  const saved = await callThirdFor(tx, await loadForOfficer(tx, actor, input, 'callThird'));
  if (saved === undefined) throw new Refusal('quality.nobodyMayReview');
  return moved(saved);
}

/**
 * Somebody else takes a seat that became free.
 * @throws Refusal `quality.nobodyMayReview`: then the one who has it keeps it
 */
export async function reseat(
  tx: Tx,
  item: ItemRow,
  leaving: ReviewRow,
  event: 'declineReview' | 'replaceReviewer',
  ended: Pick<ReviewRow, 'endedGround'> & { readonly text: string },
): Promise<ItemRow> {
  transitionFrom(assessmentLifecycle, item.state, event);
  await updateReview(tx, leaving, {
    state: event === 'declineReview' ? 'declined' : 'replaced',
    endedGround: ended.endedGround,
    endedOn: tx.today,
    wordsSealed: sealReviewWords(tx, leaving, { ...openReviewWords(tx, leaving), ended: ended.text }),
  });
  await cancelDeadlines(tx, { tenant: leaving.tenant, subjectId: leaving.id });
  const seated = await seatOne(tx, item, leaving.seat);
  if (seated === undefined) throw new Refusal('quality.nobodyMayReview');
  const saved = await moveItem(tx, item, event);
  await seatReviewers(tx, saved, seated.pool, [{ ...seated.seat, number: leaving.seat }]);
  return saved;
}

/** 更换评审员: whoever does not hand in. @throws Refusal `quality.reviewEnded`, `quality.nobodyMayReview` */
export async function replaceReviewer(tx: Tx, actor: Actor, input: ReplaceReviewer): Promise<ItemMoved> {
  const item = await loadForOfficer(tx, actor, input, 'replaceReviewer');
  const review = await loadReview(tx, { tenant: item.tenant, id: input.reviewId });
  if (review.itemId !== item.id || review.state !== 'assigned') throw new Refusal('quality.reviewEnded');
  const saved = await reseat(tx, item, review, 'replaceReviewer', { endedGround: null, text: input.text });
  rememberInPlan(tx, saved, 'reviewerReplaced', { reviewId: review.id, round: review.round, seat: review.seat });
  return moved(saved);
}

async function seatOne(
  tx: Tx,
  item: ItemRow,
  number: number,
): Promise<{ readonly seat: Seat; readonly pool: ReviewerPool } | undefined> {
  const plan = await loadPlan(tx, { tenant: item.tenant, planId: item.planId });
  const pool = await reviewerPool(tx, item.tenant);
  const { eligible, beside } = await reviewersOf(tx, item, pool);
  const [given] = giveReviews(
    [{ itemId: item.id, eligible, beside, wanted: 1 }],
    pool.loads,
    `${seedOf(plan)}/${number}`,
  );
  const seat = given?.seats[0];
  return seat === undefined ? undefined : { seat, pool };
}

async function seatReviewers(
  tx: Tx,
  item: ItemRow,
  pool: ReviewerPool,
  seats: readonly (Seat & { readonly number: number })[],
): Promise<void> {
  const dueOn = termFrom(tx, sheetOf(item).days.review);
  const rows = seats.map(({ reviewerId, number, ...why }) => {
    const person = pool.people.find(({ id }) => id === reviewerId);
    return {
      tenant: item.tenant,
      id: tx.newId(),
      planId: item.planId,
      itemId: item.id,
      caseId: item.caseId,
      matterId: item.matterId,
      round: item.round,
      seat: number,
      reviewerId,
      reviewerName: person?.name ?? '',
      reviewerUnit: person?.agencyName ?? '',
      state: 'assigned' as const,
      version: 1,
      ...why,
      assignedAt: tx.at,
      assignedOn: tx.today,
      dueOn,
      scores: '[]',
      vetoes: [],
    };
  });
  await insertReviews(tx, rows);
  // The limit belongs to the plan: in the case's own chain it would tell the handler who reviews.
  for (const row of rows)
    startTerm(tx, { ...row, sheet: item.sheet, matterId: item.planId }, 'assessmentReview', 'handInReview', dueOn);
}

function seedOf(plan: PlanRow): string {
  if (plan.seed === null) throw new Refusal('quality.notDrawn');
  return plan.seed;
}
