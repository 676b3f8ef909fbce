import { Refusal } from '../../../kernel/errors/index.ts';
import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { documentsOfMatter } from '../../documents/index.ts';
import { notifyRecipient } from '../notices.ts';
import { causeOf } from '../papers.ts';
import { type AidCase, casesOfMatter, loadCase } from '../store/cases.ts';
import { type CaseTermination, terminationsOf, updateTermination } from '../store/terminations.ts';
import { nextDue, startCorrection } from './clock.ts';
import { loadForMove, moveCase } from './move.ts';

/** A termination that somebody objects to (art. 49), as the room of objections needs it. */
export interface ContestedTermination {
  readonly row: AidCase;
  readonly termination: CaseTermination;
  readonly subject: 'case';
  readonly subjectId: string;
  /** A case may be terminated more than once; each decision is objected to by itself. */
  readonly round: number;
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

type Place = { readonly tenant: string; readonly caseId: string; readonly version: number };
type ContestEvent = 'raiseObjection' | 'maintain' | 'orderCorrection';

/** Load a termination at the caller's version, when the table lets the actor make this move. */
export async function loadContestedTermination(
  tx: Tx,
  actor: Actor,
  place: Place,
  event: ContestEvent,
): Promise<ContestedTermination> {
  return contested(tx, await loadForMove(tx, actor, place, event));
}

/** The same for looking only, in whatever state it is. @throws Refusal `record.notFound` for a case that was never terminated */
export async function readContestedTermination(
  tx: Tx,
  place: { readonly tenant: string; readonly caseId: string },
): Promise<ContestedTermination> {
  return contested(tx, await loadCase(tx, { tenant: place.tenant, caseId: place.caseId }));
}

async function contested(tx: Tx, row: AidCase): Promise<ContestedTermination> {
  const termination = (await terminationsOf(tx, row.tenant, row.id)).at(-1);
  if (termination === undefined) throw new Refusal('record.notFound');
  const papers = await documentsOfMatter(tx, row.tenant, row.matterId);
  const decision = papers.findLast((paper) => paper.formKey === 'terminationDecision' && paper.subjectId === row.id);
  return {
    row,
    termination,
    subject: 'case',
    subjectId: row.id,
    round: termination.ordinal,
    tenant: row.tenant,
    matterId: row.matterId,
    matterNumber: row.number,
    matterClass: row.class,
    personName: row.recipientName,
    cause: causeOf(row),
    decidedOn: termination.terminatedOn,
    decision: { title: '终止法律援助决定书', number: decision?.number ?? null },
    hands: [termination.decidedBy],
    demonstration: row.demonstration,
  };
}

/** The objection stands: the bureau's days run (art. 49). */
export async function markTerminationContested(
  tx: Tx,
  { row }: ContestedTermination,
  due: { readonly dueOn: LocalDate; readonly citation: string },
  payload: Readonly<Record<string, unknown>>,
): Promise<{ readonly version: number }> {
  const moved = await moveCase(
    tx,
    row,
    'raiseObjection',
    {
      contestedOn: tx.today,
      dueOn: due.dueOn,
      dueStep: 'decideObjection',
      dueCitation: due.citation,
      duePromise: false,
    },
    { dueOn: due.dueOn, ...payload },
  );
  notifyRecipient(tx, moved, 'terminationContested', { dueOn: due.dueOn });
  return moved;
}

/** 维持: the termination stands; what is left lies with reconsideration or the court. */
export async function markTerminationUpheld(
  tx: Tx,
  { row }: ContestedTermination,
  payload: Readonly<Record<string, unknown>>,
): Promise<{ readonly version: number }> {
  const moved = await moveCase(tx, row, 'maintain', await nextDue(tx, row), payload);
  notifyRecipient(tx, moved, 'objectionMaintained');
  return moved;
}

/** 责令改正: the termination is undone, and the centre resumes the aid at once: the order's own day is its last. */
export async function markTerminationOverturned(
  tx: Tx,
  actor: Actor,
  { row, termination }: ContestedTermination,
  citation: string,
  payload: Readonly<Record<string, unknown>>,
): Promise<{ readonly version: number }> {
  await updateTermination(tx, termination, { revokedOn: tx.today, revokedFor: 'objection', revokedBy: actor.id });
  const due = await startCorrection(tx, row, citation, false);
  const moved = await moveCase(tx, row, 'orderCorrection', due, payload);
  notifyRecipient(tx, moved, 'correctionOrdered');
  return moved;
}

/** Whether the bureau reviews, or reviewed, an objection to the termination of a case of this matter: then its papers are the bureau's to read. */
export async function reviewsTermination(
  tx: Tx,
  actor: Actor,
  matter: { readonly tenant: string; readonly matterId: string },
): Promise<boolean> {
  if (!actor.holds(['bureauReviewer'], matter)) return false;
  return (await casesOfMatter(tx, matter.tenant, matter.matterId)).some(({ contestedOn }) => contestedOn !== null);
}
