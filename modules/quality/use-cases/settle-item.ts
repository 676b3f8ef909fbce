import { cancelDeadlines, meetDeadline } from '../../../kernel/deadlines/index.ts';
import { Refusal } from '../../../kernel/errors/index.ts';
import { addDays, instantOf } from '../../../kernel/time/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import type { ItemAt, ItemWithWords } from '../assessment-schema.ts';
import type { ItemRow } from '../assessment-store.ts';
import { issueResultPaper } from '../papers.ts';
import { type ResultRow, resultById, updateResult } from '../review-store.ts';
import { openResultWords, type ResultWords, sealResultWords } from '../sealed.ts';
import {
  type ItemMoved,
  loadForHandler,
  loadForOfficer,
  moved,
  moveItem,
  presentResult,
  rememberInCase,
  rememberInPlan,
  sheetOf,
  startTerm,
  termFrom,
} from './move-item.ts';

/** 复评期满 of one result. */
export const reassessmentTopic = 'quality.reassessmentTerm';

/**
 * 告知结果 to the handler and the unit: from now on the grade counts. After the first assessment the handler may ask for another one.
 * The case gets its QUALITY_ASSESSED (`assessment.told`).
 */
export async function tellResult(tx: Tx, actor: Actor, input: ItemAt): Promise<ItemMoved> {
  const item = await loadForOfficer(tx, actor, input, 'tell');
  const result = await presentResult(tx, item);
  const sheet = sheetOf(item);
  const askBy = item.round === 1 ? termFrom(tx, sheet.days.reassessment) : null;
  const documentId = await issueResultPaper(tx, actor, item, result, askBy);
  await updateResult(tx, result, { toldOn: tx.today, toldByName: actor.name, askBy, documentId });
  if (askBy !== null) {
    startTerm(tx, item, 'assessmentItem', 'askReassessment', askBy);
    tx.send({
      tenant: item.tenant,
      topic: reassessmentTopic,
      key: result.id,
      payload: { resultId: result.id },
      notBefore: instantOf(addDays(askBy, 1)),
    });
  }
  const { tenths, grade } = result;
  const saved = await moveItem(tx, item, 'tell', { tenths, grade, toldOn: tx.today });
  if (item.grade !== null) countGrade(tx, item, -1);
  countGrade(tx, saved, 1);
  rememberInCase(tx, saved, 'told', { planId: item.planId, round: item.round, grade, tenths, documentId });
  return moved(saved);
}

/** The term in which another assessment could be asked for is over: its clock stops without being kept or missed. For the worker. */
export async function endReassessmentTerm(tx: Tx, at: { readonly tenant: string; readonly resultId: string }) {
  const result = await resultById(tx, at.tenant, at.resultId);
  if (result === undefined || result.askedOn !== null || result.replyBy !== null) return;
  await cancelDeadlines(tx, { tenant: at.tenant, subjectId: result.itemId });
}

/**
 * 申请复评 by the handler, once, within the term.
 * @throws Refusal `quality.askedOnce`, `quality.termOver`
 */
export async function askReassessment(tx: Tx, actor: Actor, input: ItemWithWords): Promise<ItemMoved> {
  const item = await loadForHandler(tx, actor, input, 'askReassessment');
  const result = await presentResult(tx, item);
  if (item.round !== 1) throw new Refusal('quality.askedOnce');
  if (result.askBy === null || result.askBy < tx.today) throw new Refusal('quality.termOver', { day: result.askBy });
  await updateResult(tx, result, {
    askedOn: tx.today,
    wordsSealed: addWords(tx, result, () => ({ asked: input.text })),
  });
  await meetDeadline(tx, { tenant: item.tenant, subjectId: item.id, step: 'askReassessment' });
  const saved = await moveItem(tx, item, 'askReassessment', { round: 2 });
  rememberInCase(tx, saved, 'reassessmentAsked', {});
  return moved(saved);
}

/**
 * 整改通知: what is not up to standard is to be put right, and told.
 * @throws Refusal `quality.notFailed`, `quality.termRuns`
 */
export async function requireRectification(tx: Tx, actor: Actor, input: ItemWithWords): Promise<ItemMoved> {
  const item = await loadForOfficer(tx, actor, input, 'requireRectification');
  if (item.grade !== 'fail') throw new Refusal('quality.notFailed');
  const result = await resultPastTerm(tx, item);
  return rectify(tx, item, result, 'requireRectification', () => ({ required: input.text }));
}

/** 退回继续整改, with what is still missing and a term of its own. */
export async function returnRectification(tx: Tx, actor: Actor, input: ItemWithWords): Promise<ItemMoved> {
  const item = await loadForOfficer(tx, actor, input, 'returnRectification');
  const result = await presentResult(tx, item);
  return rectify(tx, item, result, 'returnRectification', ({ returned }) => ({
    returned: [...returned, { on: tx.today, text: input.text }],
  }));
}

async function rectify(
  tx: Tx,
  item: ItemRow,
  result: ResultRow,
  event: 'requireRectification' | 'returnRectification',
  words: (before: ResultWords) => Partial<ResultWords>,
): Promise<ItemMoved> {
  const replyBy = termFrom(tx, sheetOf(item).days.rectification);
  await cancelDeadlines(tx, { tenant: item.tenant, subjectId: item.id });
  await updateResult(tx, result, { replyBy, repliedOn: null, wordsSealed: addWords(tx, result, words) });
  startTerm(tx, item, 'assessmentItem', 'replyRectification', replyBy);
  const saved = await moveItem(tx, item, event);
  rememberInCase(tx, saved, event === 'requireRectification' ? 'rectificationRequired' : 'rectificationReturned', {
    replyBy,
  });
  return moved(saved);
}

/** 回复整改情况 by the handler. */
export async function replyRectification(tx: Tx, actor: Actor, input: ItemWithWords): Promise<ItemMoved> {
  const item = await loadForHandler(tx, actor, input, 'replyRectification');
  const result = await presentResult(tx, item);
  await updateResult(tx, result, {
    repliedOn: tx.today,
    wordsSealed: addWords(tx, result, ({ replies }) => ({ replies: [...replies, { on: tx.today, text: input.text }] })),
  });
  await meetDeadline(tx, { tenant: item.tenant, subjectId: item.id, step: 'replyRectification' });
  const saved = await moveItem(tx, item, 'replyRectification');
  rememberInCase(tx, saved, 'rectificationReplied', {});
  return moved(saved);
}

/** 确认整改. */
export async function acceptRectification(tx: Tx, actor: Actor, input: ItemAt): Promise<ItemMoved> {
  const item = await loadForOfficer(tx, actor, input, 'acceptRectification');
  const saved = await moveItem(tx, item, 'acceptRectification');
  rememberInCase(tx, saved, 'closed', { rectified: true });
  return moved(saved);
}

/** 办结, when nothing more is to come. @throws Refusal `quality.mustRectify`, `quality.termRuns` */
export async function closeItem(tx: Tx, actor: Actor, input: ItemAt): Promise<ItemMoved> {
  const item = await loadForOfficer(tx, actor, input, 'close');
  if (item.grade === 'fail') throw new Refusal('quality.mustRectify');
  await resultPastTerm(tx, item);
  await cancelDeadlines(tx, { tenant: item.tenant, subjectId: item.id });
  const saved = await moveItem(tx, item, 'close');
  rememberInPlan(tx, saved, 'closed', { rectified: false });
  return moved(saved);
}

/** @throws Refusal `quality.termRuns` while the handler may still ask for another assessment */
async function resultPastTerm(tx: Tx, item: ItemRow): Promise<ResultRow> {
  const result = await presentResult(tx, item);
  if (result.askBy !== null && result.askBy >= tx.today) throw new Refusal('quality.termRuns', { day: result.askBy });
  return result;
}

function addWords(tx: Tx, result: ResultRow, change: (before: ResultWords) => Partial<ResultWords>): string {
  const before = openResultWords(tx, result);
  return sealResultWords(tx, result, { ...before, ...change(before) });
}

function countGrade(tx: Tx, { tenant, toldOn, grade, id }: ItemRow, by: number): void {
  if (toldOn === null || grade === null) return;
  for (const [dimension, value] of [
    ['all', ''],
    ['grade', grade],
  ] as const)
    tx.count({ tenant, name: 'assessment.graded', month: toldOn.slice(0, 7), dimension, value, by, recordId: id });
}
