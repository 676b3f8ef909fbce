import type { Updateable } from 'kysely';
import { Refusal } from '../../../kernel/errors/index.ts';
import { addDays, instantOf, type LocalDate } from '../../../kernel/time/index.ts';
import { type Actor, authoriseTransition, type Tx, transitionFrom } from '../../../kernel/use-case/index.ts';
import { handlerByAccount } from '../../network/index.ts';
import { type AssessmentEvent, type AssessmentState, assessmentLifecycle } from '../assessment-lifecycle.ts';
import type { ItemAt } from '../assessment-schema.ts';
import type { ItemRow } from '../assessment-store.ts';
import { mayPlanAssessments, mayReviewCases } from '../permissions.ts';
import { loadItem, type ResultRow, resultsOfItem, updateItem } from '../review-store.ts';
import { type ScoreSheet, sheetByKey } from '../sheets/index.ts';
import type { AssessmentItemTable } from '../tables.ts';

export interface ItemMoved {
  readonly itemId: string;
  readonly version: number;
  readonly state: AssessmentState;
}

/**
 * A drawn case for the quality officer, in the version that was on screen. Nobody manages the assessment of their own case.
 * @throws Refusal `quality.calledOff`, `quality.ownCase`
 */
export async function loadForOfficer(tx: Tx, actor: Actor, at: ItemAt, event: AssessmentEvent): Promise<ItemRow> {
  actor.must(mayPlanAssessments, { tenant: at.tenant });
  const item = await loadItem(tx, { tenant: at.tenant, id: at.itemId, version: at.version });
  mayMove(actor, item, event);
  if (item.handlerId !== null && (await ownHandlerId(tx, actor, item.tenant)) === item.handlerId)
    throw new Refusal('quality.ownCase');
  return item;
}

/** The handler's own drawn case. @throws Refusal `quality.notYourCase` */
export async function loadForHandler(tx: Tx, actor: Actor, at: ItemAt, event: AssessmentEvent): Promise<ItemRow> {
  actor.must(mayReviewCases, { tenant: at.tenant });
  const own = await ownHandlerId(tx, actor, at.tenant);
  const item = await loadItem(tx, { tenant: at.tenant, id: at.itemId });
  // A case whose result was not told yet is nobody's to know of.
  if (own === undefined || item.handlerId !== own || item.toldOn === null) throw new Refusal('quality.notYourCase');
  if (item.version !== at.version) throw new Refusal('record.stale', { current: item.version });
  mayMove(actor, item, event);
  return item;
}

export function mayMove(actor: Actor, item: ItemRow, event: AssessmentEvent): void {
  if (!item.standing) throw new Refusal('quality.calledOff');
  authoriseTransition(assessmentLifecycle, item.state, event, actor, { tenant: item.tenant });
}

export async function ownHandlerId(tx: Tx, actor: Actor, tenant: string): Promise<string | undefined> {
  return (await handlerByAccount(tx, tenant, actor.id))?.id;
}

/** The row's next state by the table. */
export async function moveItem(
  tx: Tx,
  item: ItemRow,
  event: AssessmentEvent,
  changes: Updateable<AssessmentItemTable> = {},
): Promise<ItemRow> {
  const to = transitionFrom(assessmentLifecycle, item.state, event).to as AssessmentState;
  return updateItem(tx, item, { ...changes, state: to });
}

export const moved = ({ id, version, state }: ItemRow): ItemMoved => ({ itemId: id, version, state });

/**
 * What happens behind the handler's back is remembered with the plan: in the case's own story it would tell who reviews it.
 */
export function rememberInPlan(
  tx: Tx,
  item: Pick<ItemRow, 'tenant' | 'planId' | 'id'>,
  kind: string,
  payload: Readonly<Record<string, unknown>> = {},
): void {
  tx.record({
    tenant: item.tenant,
    matterId: item.planId,
    kind: `assessment.${kind}`,
    subject: 'assessmentItem',
    subjectId: item.id,
    payload,
  });
}

/** What the handler knows of is remembered with the case. */
export function rememberInCase(
  tx: Tx,
  item: Pick<ItemRow, 'tenant' | 'matterId' | 'caseId' | 'id'>,
  kind: string,
  payload: Readonly<Record<string, unknown>> = {},
): void {
  tx.record({
    tenant: item.tenant,
    matterId: item.matterId,
    kind: `assessment.${kind}`,
    subject: 'case',
    subjectId: item.caseId,
    payload: { itemId: item.id, ...payload },
  });
}

/** The sheet of a case that has been given to reviewers. */
export function sheetOf(item: Pick<ItemRow, 'id' | 'sheet'>): ScoreSheet {
  if (item.sheet === null) throw new Error(`assessment item ${item.id} has reviewers without a sheet`);
  return sheetByKey(item.sheet);
}

/** The result of the round that a case is in. */
export async function presentResult(tx: Tx, item: ItemRow): Promise<ResultRow> {
  const result = (await resultsOfItem(tx, item)).find(({ round }) => round === item.round);
  if (result === undefined) throw new Error(`assessment item ${item.id} in state ${item.state} has no result`);
  return result;
}

/** 中心自定期限: so many days on, or the working day after. No law sets them. */
export function termFrom(tx: Tx, days: number): LocalDate {
  return tx.calendar.nextWorkday(addDays(tx.today, days));
}

/** Start one: a promise of the centre's own, shown as that and not as law. `sheet` is the score sheet that sets it, if one does. */
export function startTerm(
  tx: Tx,
  of: { readonly tenant: string; readonly matterId: string; readonly id: string; readonly sheet?: string | null },
  subject: 'assessmentReview' | 'assessmentItem' | 'supervision' | 'case',
  step: 'handInReview' | 'askReassessment' | 'replyRectification' | 'answerSupervision' | 'callBack',
  dueOn: LocalDate,
): void {
  tx.startDeadline({
    tenant: of.tenant,
    matterId: of.matterId,
    subject,
    subjectId: of.id,
    step,
    startedOn: tx.today,
    dueOn,
    dueAt: instantOf(addDays(dueOn, 1)),
    warnOn: addDays(dueOn, -tx.warningDays),
    citation: '中心自定期限',
    ruleSet: of.sheet ?? '',
    promise: true,
  });
}
