import { Refusal } from '../../../kernel/errors/index.ts';
import { type Actor, allowedActions, type Tx } from '../../../kernel/use-case/index.ts';
import { type AssessmentState, assessmentPlanLifecycle } from '../assessment-lifecycle.ts';
import type { PlanKey } from '../assessment-schema.ts';
import { type ItemRow, itemsOf, loadPlan, type PlanRow, plansOf } from '../assessment-store.ts';
import { mayPlanAssessments } from '../permissions.ts';
import { type ReviewRow, reviewsOfPlan } from '../review-store.ts';
import { type Agreement, agreementOf, type Pair } from '../rules/agreement.ts';
import { drawSample, type FrameCase, hashOfFrame, type Stratum } from '../rules/draw.ts';
import { gradeOf } from '../rules/score.ts';
import { sheetByKey } from '../sheets/index.ts';
import { judgementOf } from './fill-sheet.ts';
import { frameOf } from './frame.ts';

export type PlanLine = Omit<PlanRow, 'strata'>;

/** 评估计划, newest first. */
export async function listAssessmentPlans(
  tx: Tx,
  actor: Actor,
  { tenant }: { readonly tenant?: string | undefined },
): Promise<{ readonly rows: readonly PlanLine[]; readonly mayPlanIn: readonly string[] }> {
  const visible = (actor.scope.tenants === '*' ? [] : actor.scope.tenants).filter((at) =>
    actor.holds(mayPlanAssessments.roles, { tenant: at }),
  );
  if (visible.length === 0 || (tenant !== undefined && !visible.includes(tenant)))
    actor.must(mayPlanAssessments, { tenant: tenant ?? '' });
  const rows = await plansOf(tx, tenant === undefined ? visible : [tenant]);
  return { rows: rows.map(lineOf), mayPlanIn: visible };
}

export interface PlanView extends PlanLine {
  readonly strata: readonly (Stratum & { readonly handlerName: string | null })[];
  readonly items: readonly Omit<ItemRow, 'tenant' | 'planId' | 'standing'>[];
  /** How far the first two reviewers of each case agree; of cases in which both sheets are in. */
  readonly agreement: Agreement;
  /** Cases by state. */
  readonly progress: Readonly<Partial<Record<AssessmentState, number>>>;
  readonly allowedActions: readonly string[];
}

/** One plan with what was drawn and why. */
export async function readAssessmentPlan(tx: Tx, actor: Actor, key: PlanKey): Promise<PlanView> {
  actor.must(mayPlanAssessments, { tenant: key.tenant });
  const plan = await loadPlan(tx, key);
  const items = await itemsOf(tx, plan.tenant, plan.id);
  const names = new Map(items.map((item) => [item.handlerId ?? '', item.handlerName]));
  return {
    ...lineOf(plan),
    strata: (plan.strata ?? []).map((stratum) => ({ ...stratum, handlerName: names.get(stratum.key) ?? null })),
    items: items.map(({ tenant: _tenant, planId: _plan, standing: _standing, ...item }) => item),
    agreement: agreementOf(pairsOf(items, await reviewsOfPlan(tx, plan.tenant, plan.id))),
    progress: countStates(items),
    allowedActions: allowedActions(assessmentPlanLifecycle, plan.state, actor, { tenant: plan.tenant }).filter(
      (action) =>
        action === 'finish'
          ? items.every(({ state }) => state === 'CLOSED')
          : action !== 'cancel' || items.every(({ toldOn }) => toldOn === null),
    ),
  };
}

/** The two sheets of the first round, once both are in: before that neither is anybody's to know. */
function pairsOf(items: readonly ItemRow[], reviews: readonly ReviewRow[]): readonly Pair[] {
  return items.flatMap((item): Pair[] => {
    const [a, b] = reviews
      .filter(({ itemId, round, seat, state }) => itemId === item.id && round === 1 && seat < 3 && state === 'handedIn')
      .map(judgementOf);
    if (a === undefined || b === undefined || item.sheet === null) return [];
    const sheet = sheetByKey(item.sheet);
    const sameGrade = gradeOf(sheet, a.tenths, a.vetoed) === gradeOf(sheet, b.tenths, b.vetoed);
    return [{ a: a.tenths, b: b.tenths, sameGrade }];
  });
}

function countStates(items: readonly ItemRow[]): Readonly<Partial<Record<AssessmentState, number>>> {
  const found: Partial<Record<AssessmentState, number>> = {};
  for (const { state } of items) found[state] = (found[state] ?? 0) + 1;
  return found;
}

/** What drawing again found: whether the frame is still the one that was drawn from, and whether the same cases come out. */
export interface Redraw {
  readonly frameHash: string;
  readonly sameFrame: boolean;
  readonly sameSample: boolean;
  readonly drawn: number;
}

/**
 * 复核抽取: the draw once more, from the archive as it stands and the recorded seed; nothing is written.
 * @throws Refusal `quality.notDrawn`
 */
export async function drawAgain(tx: Tx, actor: Actor, key: PlanKey): Promise<Redraw> {
  actor.must(mayPlanAssessments, { tenant: key.tenant });
  const plan = await loadPlan(tx, key);
  if (plan.seed === null) throw new Refusal('quality.notDrawn');
  const items = await itemsOf(tx, plan.tenant, plan.id);
  const settled = new Map(
    items.map(({ caseId, why }): [string, FrameCase['always']] => [caseId, why === 'drawn' ? null : why]),
  );
  const frame = (await frameOf(tx, plan, settled)).map(({ frame: one }) => one);
  const { sample } = drawSample(frame, plan, plan.seed);
  const told = (one: Pick<ItemRow, 'caseId' | 'why' | 'ticket' | 'place'>): string =>
    `${one.caseId} ${one.why} ${one.ticket} ${one.place}`;
  const frameHash = hashOfFrame(frame);
  return {
    frameHash,
    sameFrame: frameHash === plan.frameHash,
    sameSample: sample.map(told).sort().join('\n') === items.map(told).sort().join('\n'),
    drawn: sample.length,
  };
}

function lineOf({ strata: _strata, ...line }: PlanRow): PlanLine {
  return line;
}
