import { cancelDeadlines, meetDeadline } from '../../../kernel/deadlines/index.ts';
import { addDays, type Instant, instantOf, type LocalDate } from '../../../kernel/time/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { documentsOfMatter } from '../../documents/index.ts';
import { notifyApplicant } from '../notices.ts';
import { causeName } from '../papers.ts';
import { noDue } from '../rules/clock.ts';
import { type ApplicationRow, loadApplication } from '../store.ts';
import { loadForMove, moveApplication } from './move.ts';

/** A decision that somebody objects to (art. 49), as the room of objections needs it. */
export interface ContestedRefusal {
  readonly row: ApplicationRow;
  readonly subject: 'application';
  readonly subjectId: string;
  readonly tenant: string;
  readonly matterId: string;
  readonly matterNumber: string;
  readonly matterClass: string;
  readonly personName: string;
  /** 案由 as printed. */
  readonly cause: string;
  readonly decidedOn: LocalDate;
  readonly decision: { readonly title: string; readonly number: string | null };
  /** Accounts whose hands made the decision: none of them reviews it. */
  readonly hands: readonly string[];
  readonly demonstration: boolean;
}

type Place = { readonly tenant: string; readonly applicationId: string; readonly version: number };
type ContestEvent = 'raiseObjection' | 'maintain' | 'orderCorrection';

/** Load a refusal at the caller's version, when the table lets the actor make this move. */
export async function loadContestedRefusal(
  tx: Tx,
  actor: Actor,
  place: Place,
  event: ContestEvent,
): Promise<ContestedRefusal> {
  return contested(tx, await loadForMove(tx, actor, place, event));
}

/** The same for looking only, in whatever state it is. */
export async function readContestedRefusal(
  tx: Tx,
  place: { readonly tenant: string; readonly applicationId: string },
): Promise<ContestedRefusal> {
  return contested(tx, await loadApplication(tx, place.tenant, place.applicationId));
}

async function contested(tx: Tx, row: ApplicationRow): Promise<ContestedRefusal> {
  const papers = await documentsOfMatter(tx, row.tenant, row.matterId);
  const decision = papers.findLast((paper) => paper.formKey === 'refusalDecision');
  return {
    row,
    subject: 'application',
    subjectId: row.id,
    tenant: row.tenant,
    matterId: row.matterId,
    matterNumber: row.number,
    matterClass: row.class,
    personName: row.recipientName,
    cause: causeName(row),
    decidedOn: row.refusedOn ?? row.decidedOn ?? row.receivedOn,
    decision: { title: '不予法律援助决定书', number: decision?.number ?? null },
    hands: [row.proposedBy, row.decidedBy].filter((hand) => hand !== null),
    demonstration: row.demonstration,
  };
}

/** The objection stands: the bureau's days run (art. 49). */
export async function markObjected(
  tx: Tx,
  actor: Actor,
  { row }: ContestedRefusal,
  due: { readonly dueOn: LocalDate; readonly citation: string },
  payload: Readonly<Record<string, unknown>>,
): Promise<{ readonly version: number }> {
  const moved = await moveApplication(
    tx,
    actor,
    row,
    'raiseObjection',
    { dueOn: due.dueOn, dueStep: 'decideObjection', dueCitation: due.citation },
    { dueOn: due.dueOn, ...payload },
  );
  notifyApplicant(tx, moved, 'objectionRaised', { dueOn: due.dueOn });
  return moved;
}

/** 维持: the refusal stands for good; what is left lies with reconsideration or the court. */
export async function markMaintained(
  tx: Tx,
  actor: Actor,
  { row }: ContestedRefusal,
  payload: Readonly<Record<string, unknown>>,
): Promise<{ readonly version: number }> {
  const moved = await moveApplication(tx, actor, row, 'maintain', noDue, payload);
  await cancelDeadlines(tx, { tenant: row.tenant, subjectId: row.id });
  notifyApplicant(tx, moved, 'objectionMaintained', {});
  return moved;
}

/** 责令改正: the centre must grant, at once: the order's own day is its last. */
export async function markCorrectionOrdered(
  tx: Tx,
  actor: Actor,
  { row }: ContestedRefusal,
  citation: string,
  payload: Readonly<Record<string, unknown>>,
): Promise<{ readonly version: number }> {
  const dueAt: Instant = instantOf(addDays(tx.today, 1));
  await meetDeadline(tx, { tenant: row.tenant, subjectId: row.id, step: 'decideObjection' });
  tx.startDeadline({
    tenant: row.tenant,
    matterId: row.matterId,
    subject: 'application',
    subjectId: row.id,
    step: 'carryOutCorrection',
    startedOn: tx.today,
    dueOn: tx.today,
    dueAt,
    warnOn: tx.today,
    citation,
    ruleSet: row.ruleSet,
  });
  const moved = await moveApplication(
    tx,
    actor,
    row,
    'orderCorrection',
    { dueOn: tx.today, dueStep: 'carryOutCorrection', dueCitation: citation },
    payload,
  );
  notifyApplicant(tx, moved, 'correctionOrdered', {});
  return moved;
}
