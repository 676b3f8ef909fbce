import type { Insertable } from 'kysely';
import { violatedUnique } from '../../../kernel/db/index.ts';
import { cancelDeadlines } from '../../../kernel/deadlines/index.ts';
import { Refusal } from '../../../kernel/errors/index.ts';
import { type Actor, authoriseTransition, type Tx } from '../../../kernel/use-case/index.ts';
import {
  assessmentLifecycle,
  assessmentPlanLifecycle,
  type PlanEvent,
  type PlanState,
} from '../assessment-lifecycle.ts';
import type { CancelPlan, DrawSample, PlanAssessment } from '../assessment-schema.ts';
import {
  insertItems,
  insertPlan,
  itemsOf,
  loadPlan,
  type PlanRow,
  plansOverlapping,
  releaseItems,
  updatePlan,
} from '../assessment-store.ts';
import { mayPlanAssessments } from '../permissions.ts';
import { reviewsOfPlan } from '../review-store.ts';
import { drawSample, hashOfFrame } from '../rules/draw.ts';
import type { AssessmentItemTable } from '../tables.ts';
import { frameOf } from './frame.ts';

type NewItem = Insertable<AssessmentItemTable>;

export interface PlanMoved {
  readonly planId: string;
  readonly version: number;
  readonly state: PlanState;
}

/**
 * 制定评估计划 for a period that is over, so that its cases no longer change under the draw (Legal Aid Law art. 57).
 * @throws Refusal `quality.periodOpen`, `quality.planOverlaps`
 */
export async function planAssessment(tx: Tx, actor: Actor, input: PlanAssessment): Promise<PlanMoved> {
  const { tenant, title, firstDay, lastDay, basis, amount } = input;
  actor.must(mayPlanAssessments, { tenant });
  if (firstDay > lastDay)
    throw new Refusal('input.invalid', {}, [{ pointer: '/lastDay', code: 'quality.daysReversed' }]);
  if (lastDay >= tx.today) throw new Refusal('quality.periodOpen', { day: lastDay });
  const classes = [...new Set(input.classes)].sort();
  const [other] = await plansOverlapping(tx, { tenant, firstDay, lastDay, classes });
  if (other !== undefined) throw new Refusal('quality.planOverlaps', { title: other.title });
  const id = tx.newId();
  await insertPlan(tx, {
    tenant,
    id,
    state: assessmentPlanLifecycle.initial,
    version: 1,
    title,
    firstDay,
    lastDay,
    classes,
    basis,
    amount,
    madeBy: actor.id,
    madeByName: actor.name,
    madeAt: tx.at,
  });
  remember(tx, { tenant, id }, 'assessment.planned', { firstDay, lastDay, classes, basis, amount });
  return { planId: id, version: 1, state: assessmentPlanLifecycle.initial };
}

/**
 * 抽取案件, once a plan. The seed is made here and not chosen, and stays on record with the hash of the frame.
 * @throws Refusal `quality.nothingToDraw`, `quality.planOverlaps`
 */
export async function drawAssessment(tx: Tx, actor: Actor, input: DrawSample): Promise<PlanMoved> {
  const plan = await loadForMove(tx, actor, input, 'draw');
  const cases = await frameOf(tx, plan);
  if (cases.length === 0) throw new Refusal('quality.nothingToDraw');
  const frame = cases.map(({ frame: one }) => one);
  const seed = Buffer.from(tx.random(16)).toString('hex');
  const { sample, strata } = drawSample(frame, plan, seed);
  const byId = new Map(cases.map((one) => [one.frame.caseId, one]));
  const items = sample.flatMap(({ caseId, why, ticket, place }): NewItem[] => {
    const found = byId.get(caseId);
    if (found === undefined) return [];
    const { matterId, number, handlerName, handlerUnit } = found;
    return [
      {
        tenant: plan.tenant,
        planId: plan.id,
        caseId,
        matterId,
        caseNumber: number,
        class: found.frame.class,
        handlerId: found.frame.handlerId,
        handlerName,
        handlerUnit,
        why,
        ticket,
        place,
        standing: true,
        id: tx.newId(),
        state: assessmentLifecycle.initial,
        version: 1,
        round: 1,
      },
    ];
  });
  const saved = await updatePlan(tx, plan, {
    state: 'DRAWN',
    seed,
    frameHash: hashOfFrame(frame),
    frameSize: frame.length,
    sampleSize: items.length,
    strata: JSON.stringify(strata),
    drawnByName: actor.name,
    drawnAt: tx.at,
    drawnOn: tx.today,
  });
  try {
    await insertItems(tx, items);
  } catch (error) {
    // Two plans made at the same moment over the same days: the second to draw is refused.
    if (violatedUnique(error) === 'assessment_item_once') throw new Refusal('quality.planOverlaps', { title: '' });
    throw error;
  }
  remember(tx, plan, 'assessment.drawn', {
    seed,
    frameHash: saved.frameHash,
    frameSize: frame.length,
    sampleSize: items.length,
  });
  for (const item of items) {
    tx.record({
      tenant: item.tenant,
      matterId: item.matterId,
      kind: 'assessment.sampled',
      subject: 'case',
      subjectId: item.caseId,
      payload: { planId: plan.id, why: item.why },
    });
    count(tx, item, tx.today, 1);
  }
  return { planId: plan.id, version: saved.version, state: saved.state };
}

/** 完成计划, when every case of it is closed: from now on its results are published. @throws Refusal `quality.itemsOpen` */
export async function finishPlan(tx: Tx, actor: Actor, input: DrawSample): Promise<PlanMoved> {
  const plan = await loadForMove(tx, actor, input, 'finish');
  const items = await itemsOf(tx, plan.tenant, plan.id);
  const open = items.filter(({ state }) => state !== 'CLOSED').length;
  if (open > 0) throw new Refusal('quality.itemsOpen', { count: open });
  const saved = await updatePlan(tx, plan, {
    state: 'FINISHED',
    finishedByName: actor.name,
    finishedAt: tx.at,
    finishedOn: tx.today,
  });
  remember(tx, plan, 'assessment.finished', { cases: items.length });
  return { planId: plan.id, version: saved.version, state: saved.state };
}

/**
 * 取消计划, with the reason; a plan that was drawn keeps its list, and its cases may be drawn by another.
 * @throws Refusal `quality.resultsTold`: a grade that was told is not taken back in this way
 */
export async function cancelPlan(tx: Tx, actor: Actor, input: CancelPlan): Promise<PlanMoved> {
  const plan = await loadForMove(tx, actor, input, 'cancel');
  const items = plan.drawnOn === null ? [] : await itemsOf(tx, plan.tenant, plan.id);
  if (items.some(({ toldOn }) => toldOn !== null)) throw new Refusal('quality.resultsTold');
  const saved = await updatePlan(tx, plan, {
    state: 'CANCELLED',
    cancelledByName: actor.name,
    cancelledAt: tx.at,
    cancelReason: input.reason,
  });
  if (plan.drawnOn !== null) {
    await releaseItems(tx, plan);
    for (const item of items) count(tx, item, plan.drawnOn, -1);
    for (const { tenant, id, state } of await reviewsOfPlan(tx, plan.tenant, plan.id))
      if (state === 'assigned') await cancelDeadlines(tx, { tenant, subjectId: id });
  }
  remember(tx, plan, 'assessment.cancelled', { drawn: plan.drawnOn !== null });
  return { planId: plan.id, version: saved.version, state: saved.state };
}

async function loadForMove(tx: Tx, actor: Actor, input: DrawSample, event: PlanEvent): Promise<PlanRow> {
  // Whether a plan exists is nobody's business who may not make one.
  actor.must(mayPlanAssessments, { tenant: input.tenant });
  const plan = await loadPlan(tx, input);
  authoriseTransition(assessmentPlanLifecycle, plan.state, event, actor, { tenant: plan.tenant });
  return plan;
}

function count(tx: Tx, item: Pick<NewItem, 'tenant' | 'class' | 'caseId'>, on: string, by: number): void {
  tx.count({
    tenant: item.tenant,
    name: 'assessment.sampled',
    month: on.slice(0, 7),
    dimension: 'class',
    value: item.class,
    by,
    recordId: item.caseId,
  });
}

function remember(
  tx: Tx,
  { tenant, id }: Pick<PlanRow, 'tenant' | 'id'>,
  kind: string,
  payload: Readonly<Record<string, unknown>>,
): void {
  tx.record({ tenant, matterId: id, kind, subject: 'assessmentPlan', subjectId: id, payload });
}
