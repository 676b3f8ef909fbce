import { cancelDeadlines, meetDeadline, openDeadlines } from '../../../kernel/deadlines/index.ts';
import { Refusal } from '../../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { caseLifecycle, caseOfApplication, terminateCase } from '../../cases/index.ts';
import { meetClock, resumeClock } from '../../policy/index.ts';
import { aidFormOf } from '../case-of.ts';
import { notifyApplicant } from '../notices.ts';
import { paperFor } from '../papers.ts';
import { noDue } from '../rules/clock.ts';
import { checkEnd } from '../rules/provisional.ts';
import type { AnswerSupplement, Decide, EndProvisional } from '../schema.ts';
import {
  type ApplicationRow,
  insertMaterials,
  type ProvisionalRow,
  provisionalOf,
  updateProvisional,
} from '../store.ts';
import type { Decided } from './decide-application.ts';
import { followGrant } from './follow-grant.ts';
import { loadForMove, moveApplication } from './move.ts';
import { reassessed } from './reassess.ts';
import { decideAnew } from './restore-provisional.ts';

/** 补办手续: what was to follow has come; the days to decide run again, and the assessment is made anew. */
export async function completePapers(
  tx: Tx,
  actor: Actor,
  input: AnswerSupplement,
): Promise<{ version: number; dueOn: string | null }> {
  const row = await loadForMove(tx, actor, input, 'completePapers');
  const { tenant, id } = row;
  await provisionalRow(tx, row);
  await updateProvisional(tx, { tenant, applicationId: id }, { completedAt: tx.at, completedBy: actor.id });
  await insertMaterials(
    tx,
    input.materials.map((m) => ({ ...m, tenant, id: tx.newId(), applicationId: id, receivedAt: tx.at })),
  );
  await meetDeadline(tx, { tenant, subjectId: id, step: 'provisionalPapers' });
  const clock = await resumeClock(tx, { tenant, subjectId: id, step: 'decide' }, tx.today);
  const { changes, outcome } = reassessed(tx, row, input.household);
  // Nothing stood still where the aid was restored: its first days to decide ended with the decision that fell.
  const running = (await openDeadlines(tx, tenant, [id])).some(({ step }) => step === 'decide');
  const due =
    clock !== undefined
      ? { dueOn: clock.dueOn, dueStep: 'decide', dueCitation: clock.citation }
      : running
        ? {}
        : decideAnew(tx, row);
  const moved = await moveApplication(
    tx,
    actor,
    row,
    'completePapers',
    { ...changes, ...due },
    { materials: input.materials.length, outcome },
  );
  return { version: moved.version, dueOn: moved.dueOn };
}

/** 确认给予: the papers are in order; the aid that was given provisionally is granted. Not by the hand that took them in. */
export async function confirmProvisional(tx: Tx, actor: Actor, input: Decide): Promise<Decided> {
  const row = await loadForMove(tx, actor, input, 'confirmProvisional');
  const provisional = await provisionalRow(tx, row);
  if (provisional.completedAt === null) throw new Refusal('application.papersNotCome');
  if (provisional.completedBy === actor.id) throw new Refusal('application.sameHand');
  const { outcome, missing } = row.assessment;
  if (outcome === 'needsInformation')
    throw new Refusal('application.assessmentOpen', { missing: (missing ?? []).join('、') });
  if (outcome === 'ineligible' || outcome === 'outOfScope') throw new Refusal('application.provisionalNotEligible');
  const { tenant, id } = row;
  const paper = await paperFor(tx, actor, row, 'grantDecision', { note: input.note, aidForm: aidFormOf(row) });
  await meetClock(tx, { tenant, subjectId: id, step: 'decide' });
  await updateProvisional(tx, { tenant, applicationId: id }, { endedOn: tx.today, outcome: 'confirmed' });
  const moved = await moveApplication(
    tx,
    actor,
    row,
    'confirmProvisional',
    { ...noDue, decidedBy: actor.id, decidedOn: tx.today, grantedOn: tx.today },
    { documentId: paper.documentId },
  );
  await followGrant(tx, moved, 'provisionalConfirmed');
  return {
    version: moved.version,
    documentId: paper.documentId,
    documentNumber: paper.number,
    ...(row.caseId === null ? {} : { caseId: row.caseId }),
  };
}

/** 终止先行提供: not made good in time, or found not to qualify; the case ends with it, and both can be objected to (arts 44, 48, 49). */
export async function endProvisional(tx: Tx, actor: Actor, input: EndProvisional): Promise<{ version: number }> {
  const row = await loadForMove(tx, actor, input, 'endProvisional');
  const checked = checkEnd(input.outcome, await provisionalRow(tx, row), tx.today);
  if (!checked.ok) throw new Refusal(checked.fault);
  const { tenant, id } = row;
  const aidCase = await caseOfApplication(tx, tenant, id);
  // An order to go on is carried out before anything else is decided.
  if (aidCase?.state === 'RESUMPTION_DUE') throw new Refusal('application.resumeFirst');
  // A case that has run its course meanwhile is not undone: only what still runs is ended.
  if (aidCase !== undefined && 'terminate' in caseLifecycle.states[aidCase.state].on) {
    await terminateCase(
      tx,
      actor,
      {
        tenant,
        caseId: aidCase.id,
        version: aidCase.version,
        ground: 'other',
        facts: `先行提供法律援助后，${input.facts}（《法律援助法》第四十四条第二款）`,
      },
      'provisional',
    );
  }
  await cancelDeadlines(tx, { tenant, subjectId: id });
  await updateProvisional(tx, { tenant, applicationId: id }, { endedOn: tx.today, outcome: input.outcome });
  const moved = await moveApplication(
    tx,
    actor,
    row,
    'endProvisional',
    { ...noDue, decidedBy: actor.id, decidedOn: tx.today },
    { outcome: input.outcome },
  );
  notifyApplicant(tx, moved, 'provisionalEnded', {});
  return { version: moved.version };
}

async function provisionalRow(tx: Tx, row: ApplicationRow): Promise<ProvisionalRow> {
  const provisional = await provisionalOf(tx, row.tenant, row.id);
  if (provisional === undefined) throw new Error(`application ${row.id} has no provisional decision`);
  return provisional;
}
