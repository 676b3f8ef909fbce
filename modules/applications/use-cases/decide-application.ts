import { meetDeadline } from '../../../kernel/deadlines/index.ts';
import { Refusal } from '../../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { openCase } from '../../cases/index.ts';
import type { IssuedDocument } from '../../documents/index.ts';
import { meetClock } from '../../policy/index.ts';
import { aidFormOf, caseOf } from '../case-of.ts';
import { notifyApplicant } from '../notices.ts';
import { paperFor } from '../papers.ts';
import { noDue } from '../rules/clock.ts';
import { checkApproval } from '../rules/decision.ts';
import type { Decide } from '../schema.ts';
import { countApplication } from '../statistics.ts';
import { type ApplicationRow, partiesOf, updateApplication } from '../store.ts';
import { followGrant } from './follow-grant.ts';
import { loadForMove, moveApplication } from './move.ts';

export interface Decided {
  readonly version: number;
  readonly documentId: string;
  readonly documentNumber: string | null;
  readonly caseId?: string;
  readonly caseNumber?: string;
}

/** 批准给予: the decision exists as a paper, the case opens, and the days to designate begin (art. 43). */
export async function grantApplication(tx: Tx, actor: Actor, input: Decide): Promise<Decided> {
  const row = await loadForApproval(tx, actor, input, 'grant');
  const paper = await paperFor(tx, actor, row, 'grantDecision', { note: input.note, aidForm: aidFormOf(row) });
  const decided = await moveApplication(
    tx,
    actor,
    row,
    'grant',
    { ...noDue, decidedBy: actor.id, decidedOn: tx.today, grantedOn: tx.today },
    { documentId: paper.documentId, proposedBy: row.proposedBy },
  );
  await meetClock(tx, { tenant: row.tenant, subjectId: row.id, step: 'decide' });
  return openAndTell(tx, actor, decided, paper);
}

/** 按改正决定给予: what the bureau has ordered is carried out; the grounds are the order's own (art. 49). */
export async function grantCorrected(tx: Tx, actor: Actor, input: Decide): Promise<Decided> {
  const row = await loadForMove(tx, actor, input, 'grantCorrected');
  const paper = await paperFor(tx, actor, row, 'grantDecision', {
    note: input.note,
    aidForm: aidFormOf(row),
    reasons: [
      {
        text: '司法行政部门经审查异议，责令本机构改正不予法律援助的决定',
        citation: row.dueCitation ?? '《法律援助法》第四十九条',
      },
    ],
  });
  const decided = await moveApplication(
    tx,
    actor,
    row,
    'grantCorrected',
    { ...noDue, decidedBy: actor.id, decidedOn: tx.today, grantedOn: tx.today },
    { documentId: paper.documentId },
  );
  await meetDeadline(tx, { tenant: row.tenant, subjectId: row.id, step: 'carryOutCorrection' });
  return openAndTell(tx, actor, decided, paper);
}

/** What every grant is followed by: the case, the count, and word to the person. */
async function openAndTell(tx: Tx, actor: Actor, decided: ApplicationRow, paper: IssuedDocument): Promise<Decided> {
  const opened = await openCase(tx, actor, caseOf(tx, decided, await partiesOf(tx, decided.tenant, decided.id)));
  const linked = await updateApplication(tx, decided, { caseId: opened.caseId });
  await followGrant(tx, linked, 'granted');
  return {
    version: linked.version,
    documentId: paper.documentId,
    documentNumber: paper.number,
    caseId: opened.caseId,
    caseNumber: opened.number,
  };
}

/** 批准不予: in writing, with the grounds and the way to object (arts 43, 49). */
export async function refuseApplication(tx: Tx, actor: Actor, input: Decide): Promise<Decided> {
  const row = await loadForApproval(tx, actor, input, 'refuse');
  const paper = await paperFor(tx, actor, row, 'refusalDecision', { note: input.note });
  const decided = await moveApplication(
    tx,
    actor,
    row,
    'refuse',
    { ...noDue, decidedBy: actor.id, decidedOn: tx.today, refusedOn: tx.today },
    { documentId: paper.documentId, proposedBy: row.proposedBy },
  );
  await meetClock(tx, { tenant: row.tenant, subjectId: row.id, step: 'decide' });
  countApplication(tx, 'applications.refused', { ...row, day: tx.today });
  notifyApplicant(tx, decided, 'refused', {});
  return { version: decided.version, documentId: paper.documentId, documentNumber: paper.number };
}

async function loadForApproval(
  tx: Tx,
  actor: Actor,
  input: Decide,
  outcome: 'grant' | 'refuse',
): Promise<ApplicationRow> {
  const row = await loadForMove(tx, actor, input, outcome);
  if (row.proposal === null || row.proposal.outcome !== outcome) {
    throw new Refusal('record.actionNotAllowed', { state: row.state, event: outcome, lifecycle: 'application' });
  }
  const approval = checkApproval(row.proposal, actor.id);
  if (!approval.ok) throw new Refusal(approval.fault);
  return row;
}
