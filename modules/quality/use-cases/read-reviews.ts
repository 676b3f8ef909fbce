import { Refusal } from '../../../kernel/errors/index.ts';
import type { LocalDate } from '../../../kernel/time/index.ts';
import { type Actor, allowedActions, type Tx } from '../../../kernel/use-case/index.ts';
import { type CaseForReview, caseForReview, pieceForReview } from '../../cases/index.ts';
import { assessmentLifecycle, blindStates, reviewStates } from '../assessment-lifecycle.ts';
import type { ItemKey, ReviewKey } from '../assessment-schema.ts';
import { type ItemRow, loadPlan } from '../assessment-store.ts';
import { mayPlanAssessments, mayReviewCases } from '../permissions.ts';
import {
  type GradedFilter,
  loadItem,
  type ResultRow,
  type ReviewRow,
  resultsOfItem,
  reviewsOfItem,
  reviewsOfReviewer,
  selectGraded,
  toldItems,
} from '../review-store.ts';
import type { Proposal } from '../rules/prefill.ts';
import { gradeOf, type Scored } from '../rules/score.ts';
import { openResultWords, openReviewWords, type ResultWords } from '../sealed.ts';
import { type Grade, type ScoreSheet, sheetByKey } from '../sheets/index.ts';
import { ownReview, proposalsFor } from './fill-sheet.ts';
import { ownHandlerId, sheetOf } from './move-item.ts';

export interface MyReview {
  readonly tenant: string;
  readonly id: string;
  readonly caseNumber: string;
  readonly class: string;
  readonly round: number;
  readonly state: ReviewRow['state'];
  readonly assignedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly handedInOn: LocalDate | null;
}

/** 我的评审: what somebody is asked to review, in every place where they are on the roster. */
export async function listMyReviews(tx: Tx, actor: Actor): Promise<{ readonly rows: readonly MyReview[] }> {
  const rows: MyReview[] = [];
  for (const tenant of tenantsOf(actor, mayReviewCases.roles)) {
    const own = await ownHandlerId(tx, actor, tenant);
    if (own === undefined) continue;
    for (const row of await reviewsOfReviewer(tx, { tenant, reviewerId: own })) {
      const { id, caseNumber, class: kind, round, state, assignedOn, dueOn, endedOn } = row;
      rows.push({ tenant, id, caseNumber, class: kind, round, state, assignedOn, dueOn, handedInOn: endedOn });
    }
  }
  return { rows };
}

/** A filled sheet as somebody else than its writer sees it: by seat, not by name. */
export interface SheetView {
  readonly seat: number;
  readonly round: number;
  readonly tenths: number;
  readonly grade: Grade;
  readonly vetoes: readonly string[];
  readonly opinion: string;
  readonly scores: readonly (Scored & { readonly proposed?: number | null })[];
}

export interface ReviewView {
  readonly tenant: string;
  readonly id: string;
  readonly version: number;
  readonly state: ReviewRow['state'];
  readonly round: number;
  readonly caseNumber: string;
  readonly planTitle: string;
  readonly assignedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly sheet: ScoreSheet;
  /** What the system proposes, by line. */
  readonly proposals: Readonly<Record<string, Proposal>>;
  readonly scores: readonly Scored[];
  readonly vetoes: readonly string[];
  readonly opinion: string;
  readonly tenths: number | null;
  /** The file while it is to be reviewed; afterwards it is nobody's to read here. */
  readonly file: CaseForReview | null;
  /** The other sheets, once the result was worked out. */
  readonly others: readonly SheetView[];
  readonly allowedActions: readonly string[];
}

/** 评审页: the sheet beside the file. That the file was read is remembered. */
export async function readReview(tx: Tx, actor: Actor, key: ReviewKey): Promise<ReviewView> {
  const review = await ownReview(tx, actor, key);
  if (review.state === 'declined' || review.state === 'replaced') throw new Refusal('quality.reviewEnded');
  const item = await loadItem(tx, { tenant: review.tenant, id: review.itemId });
  if (!item.standing) throw new Refusal('quality.calledOff');
  const plan = await loadPlan(tx, { tenant: review.tenant, planId: review.planId });
  const sheet = sheetOf(item);
  const words = openReviewWords(tx, review);
  const open = reviewStates.includes(item.state) && review.round === item.round;
  if (open) rememberReading(tx, review, 'fileRead');
  const others = open
    ? []
    : (await reviewsOfItem(tx, item)).filter(
        ({ id, state, round }) => id !== review.id && state === 'handedIn' && round === review.round,
      );
  return {
    tenant: review.tenant,
    id: review.id,
    version: review.version,
    state: review.state,
    round: review.round,
    caseNumber: item.caseNumber,
    planTitle: plan.title,
    assignedOn: review.assignedOn,
    dueOn: review.dueOn,
    sheet,
    proposals: await proposalsFor(tx, item),
    scores: review.scores.map(({ key: line, points }) => ({ key: line, points, reason: words.reasons[line] ?? '' })),
    vetoes: review.vetoes,
    opinion: words.opinion,
    tenths: review.tenths,
    file: open ? await caseForReview(tx, item.tenant, item.caseId) : null,
    others: others.map((other) => sheetView(tx, sheet, other)),
    allowedActions:
      review.state === 'assigned' && item.standing
        ? allowedActions(assessmentLifecycle, item.state, actor, { tenant: item.tenant }).filter((action) =>
            ['handIn', 'declineReview'].includes(action),
          )
        : [],
  };
}

/** One stored piece of the file, for its reviewer; opening it is remembered. */
export async function openReviewPiece(tx: Tx, actor: Actor, key: ReviewKey & { readonly attachmentId: string }) {
  const review = await ownReview(tx, actor, key);
  const item = await loadItem(tx, { tenant: review.tenant, id: review.itemId });
  const open = reviewStates.includes(item.state) && item.standing && review.round === item.round;
  if (!open || (review.state !== 'assigned' && review.state !== 'handedIn')) throw new Refusal('quality.reviewEnded');
  const { tenant, caseId } = item;
  const piece = await pieceForReview(tx, { tenant, caseId, attachmentId: key.attachmentId });
  rememberReading(tx, review, 'pieceOpened', { attachmentId: piece.attachmentId, key: piece.key });
  return piece;
}

/** Looks at a file are remembered with the matter, under the review: the handler's story holds the case's own events only. */
function rememberReading(tx: Tx, review: ReviewRow, kind: string, payload: Readonly<Record<string, unknown>> = {}) {
  tx.record({
    tenant: review.tenant,
    matterId: review.matterId,
    kind: `assessment.${kind}`,
    subject: 'assessmentReview',
    subjectId: review.id,
    payload,
  });
}

/** One review as the officer sees it: who and why always, points only when no other reviewer can be told of them. */
export interface SeatView {
  readonly id: string;
  readonly round: number;
  readonly seat: number;
  readonly reviewerId: string;
  readonly reviewerName: string;
  readonly reviewerUnit: string;
  readonly state: ReviewRow['state'];
  readonly assignedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly endedOn: LocalDate | null;
  readonly endedGround: string | null;
  readonly ended: string;
  readonly loadBefore: number;
  readonly eligible: number;
  readonly lot: string;
  readonly colleague: boolean;
  readonly sheet: SheetView | null;
}

export interface ResultView extends Omit<ResultRow, 'tenant' | 'wordsSealed' | 'matterId' | 'itemId'>, ResultWords {}

export interface ItemView extends Omit<ItemRow, 'sheet' | 'standing'> {
  readonly planTitle: string;
  readonly sheet: ScoreSheet | null;
  readonly seats: readonly SeatView[];
  readonly results: readonly ResultView[];
  readonly allowedActions: readonly string[];
}

/** 抽中案件页, for the quality officer. */
export async function readItem(tx: Tx, actor: Actor, key: ItemKey): Promise<ItemView> {
  actor.must(mayPlanAssessments, { tenant: key.tenant });
  const item = await loadItem(tx, { tenant: key.tenant, id: key.itemId });
  const plan = await loadPlan(tx, { tenant: item.tenant, planId: item.planId });
  const { sheet: sheetKey, standing, ...rest } = item;
  const sheet = sheetKey === null ? null : sheetByKey(sheetKey);
  const results = await resultsOfItem(tx, item);
  const present = results.find(({ round }) => round === item.round);
  const own = item.handlerId !== null && (await ownHandlerId(tx, actor, item.tenant)) === item.handlerId;
  return {
    ...rest,
    planTitle: plan.title,
    sheet,
    seats: (await reviewsOfItem(tx, item)).map((review) => ({
      id: review.id,
      round: review.round,
      seat: review.seat,
      reviewerId: review.reviewerId,
      reviewerName: review.reviewerName,
      reviewerUnit: review.reviewerUnit,
      state: review.state,
      assignedOn: review.assignedOn,
      dueOn: review.dueOn,
      endedOn: review.endedOn,
      endedGround: review.endedGround,
      ended: openReviewWords(tx, review).ended,
      loadBefore: review.loadBefore,
      eligible: review.eligible,
      lot: review.lot,
      colleague: review.colleague,
      sheet:
        sheet !== null && review.state === 'handedIn' && maySeePoints(item, review)
          ? sheetView(tx, sheet, review)
          : null,
    })),
    results: results.map((result) => resultView(tx, result)),
    allowedActions:
      !standing || own
        ? []
        : allowedActions(assessmentLifecycle, item.state, actor, { tenant: item.tenant })
            .filter((action) => !['handIn', 'declineReview', 'askReassessment', 'replyRectification'].includes(action))
            .filter((action) => stillPossible(action, item, present, tx.today)),
  };
}

/** 双盲: points of a round are nobody's to see until both sheets of it are in. */
function maySeePoints(item: ItemRow, review: ReviewRow): boolean {
  return review.round < item.round || !blindStates.includes(item.state);
}

function stillPossible(action: string, item: ItemRow, present: ResultRow | undefined, today: LocalDate): boolean {
  const termRuns = present?.askBy !== undefined && present.askBy !== null && present.askBy >= today;
  if (action === 'close') return item.grade !== 'fail' && !termRuns;
  if (action === 'requireRectification') return item.grade === 'fail' && !termRuns;
  return true;
}

/** One result in a list: for the handler, or for the head of the unit. */
export interface ResultLine {
  readonly tenant: string;
  readonly itemId: string;
  readonly caseId: string;
  readonly matterId: string;
  readonly caseNumber: string;
  readonly class: string;
  readonly handlerName: string | null;
  readonly state: ItemRow['state'];
  readonly tenths: number | null;
  readonly grade: Grade | null;
  readonly toldOn: LocalDate | null;
}

/** 评估结果 of one's own cases, and for the head of a firm those of its people. */
export async function listResults(tx: Tx, actor: Actor): Promise<{ readonly rows: readonly ResultLine[] }> {
  const found = new Map<string, ItemRow>();
  for (const tenant of tenantsOf(actor, mayReviewCases.roles)) {
    const own = await ownHandlerId(tx, actor, tenant);
    if (own === undefined) continue;
    for (const item of await toldItems(tx, { tenant, handlerId: own })) found.set(item.id, item);
  }
  for (const [tenant, agencyIds] of headed(actor))
    for (const item of await toldItems(tx, { tenant, agencyIds })) found.set(item.id, item);
  const rows = [...found.values()].sort((a, b) =>
    a.toldOn === b.toldOn ? 0 : (a.toldOn ?? '') < (b.toldOn ?? '') ? 1 : -1,
  );
  return { rows: rows.map(resultLine) };
}

/** 评估等级 of a place, for whoever looks after quality: the list behind the count of grades, the latest told first. */
export async function listGraded(
  tx: Tx,
  actor: Actor,
  input: Omit<GradedFilter, 'tenants' | 'after'> & {
    readonly tenant?: string | undefined;
    /** Day and id of the last row seen. */
    readonly after?: string | undefined;
  },
): Promise<{ readonly rows: readonly ResultLine[]; readonly next: string | null }> {
  const { tenant: asked, after, ...filter } = input;
  const tenants = tenantsOf(actor, mayPlanAssessments.roles).filter((one) => asked === undefined || one === asked);
  const [toldOn = '', id = ''] = (after ?? '').split('_');
  const found = await selectGraded(tx, {
    ...filter,
    tenants,
    after: after === undefined ? undefined : { toldOn, id },
    limit: input.limit + 1,
  });
  const page = found.slice(0, input.limit);
  const last = page.at(-1);
  return {
    rows: page.map(resultLine),
    next: found.length > input.limit && last !== undefined ? `${last.toldOn}_${last.id}` : null,
  };
}

const resultLine = (item: ItemRow): ResultLine => ({
  tenant: item.tenant,
  itemId: item.id,
  caseId: item.caseId,
  matterId: item.matterId,
  caseNumber: item.caseNumber,
  class: item.class,
  handlerName: item.handlerName,
  state: item.state,
  tenths: item.tenths,
  grade: item.grade,
  toldOn: item.toldOn,
});

export interface OwnResult extends ResultLine {
  readonly version: number;
  readonly sheet: ScoreSheet;
  readonly results: readonly ResultView[];
  /** The sheets of the rounds that were told, by seat: who wrote them is not told. */
  readonly sheets: readonly SheetView[];
  readonly allowedActions: readonly string[];
}

/** 评估结果页 for the handler, or the head of the unit. @throws Refusal `quality.notYourCase` */
export async function readResult(tx: Tx, actor: Actor, key: ItemKey): Promise<OwnResult> {
  const item = await loadItem(tx, { tenant: key.tenant, id: key.itemId });
  const own = (await ownHandlerId(tx, actor, item.tenant)) === item.handlerId && item.handlerId !== null;
  const head = (headed(actor).get(item.tenant) ?? []).includes(item.agencyId ?? '');
  if (item.toldOn === null || !(own || head)) throw new Refusal('quality.notYourCase');
  const sheet = sheetOf(item);
  const results = (await resultsOfItem(tx, item)).filter(({ toldOn }) => toldOn !== null);
  const told = results.map(({ round }) => round);
  const present = results.find(({ round }) => round === item.round);
  return {
    ...resultLine(item),
    version: item.version,
    sheet,
    results: results.map((result) => resultView(tx, result)),
    sheets: (await reviewsOfItem(tx, item))
      .filter((review) => review.state === 'handedIn' && told.includes(review.round))
      .map((review) => sheetView(tx, sheet, review)),
    allowedActions:
      own && item.standing
        ? allowedActions(assessmentLifecycle, item.state, actor, { tenant: item.tenant }).filter((action) =>
            action === 'askReassessment'
              ? item.round === 1 && present?.askBy !== null && (present?.askBy ?? '') >= tx.today
              : action === 'replyRectification',
          )
        : [],
  };
}

function sheetView(tx: Tx, sheet: ScoreSheet, review: ReviewRow): SheetView {
  const words = openReviewWords(tx, review);
  const tenths = review.tenths ?? 0;
  return {
    seat: review.seat,
    round: review.round,
    tenths,
    grade: gradeOf(sheet, tenths, review.vetoed === true),
    vetoes: review.vetoes,
    opinion: words.opinion,
    scores: review.scores.map((line) => ({ ...line, reason: words.reasons[line.key] ?? '' })),
  };
}

function resultView(tx: Tx, result: ResultRow): ResultView {
  const { tenant: _tenant, wordsSealed: _words, matterId: _matter, itemId: _item, ...rest } = result;
  return { ...rest, ...openResultWords(tx, result) };
}

function tenantsOf(actor: Actor, roles: readonly string[]): readonly string[] {
  return (actor.scope.tenants === '*' ? [] : actor.scope.tenants).filter((tenant) => actor.holds(roles, { tenant }));
}

/** Units that somebody is the head of, by place. */
function headed(actor: Actor): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { role, tenant, agency } of actor.grants)
    if (role === 'firmHead' && agency !== undefined) found.set(tenant, [...(found.get(tenant) ?? []), agency]);
  return found;
}
