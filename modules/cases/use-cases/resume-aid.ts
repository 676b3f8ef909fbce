import { meetDeadline } from '../../../kernel/deadlines/index.ts';
import { Refusal } from '../../../kernel/errors/index.ts';
import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { notifyRecipient } from '../notices.ts';
import { issueCasePaper } from '../papers.ts';
import { countsOf } from '../rules/counting.ts';
import { type Resumption, waysToResume } from '../rules/resumption.ts';
import { type AidCase, loadCase } from '../store/cases.ts';
import { designationsOf, updateDesignation } from '../store/designations.ts';
import { progressOf } from '../store/handling.ts';
import { type CaseTermination, terminationsOf, updateTermination } from '../store/terminations.ts';
import type { MadeFor, ResumeAid, RevocationGround, RevokeTermination } from '../termination-schema.ts';
import { goesToCourt } from './answer-designation.ts';
import { nextDue, sooner, startAnew, startCorrection, startDesignationAnew } from './clock.ts';
import { loadForMove, moveCase, undesignated } from './move.ts';
import { viewHandlers } from './view-handlers.ts';

/** 自行纠正 of an administrative decision: no article names a day for it, so its own day is a promise. */
const correction = '《法律援助法》第四十九条';

/**
 * 撤销终止决定: the centre finds that it was wrong to terminate, or the finding it rested on was taken back. The aid is resumed at once.
 * @param ground `ownMotion` unless the finding behind it was corrected
 */
export async function revokeTermination(
  tx: Tx,
  actor: Actor,
  input: RevokeTermination,
  ground: Exclude<RevocationGround, 'objection'> = 'ownMotion',
): Promise<{ version: number; madeFor: MadeFor; applicationId: string | null }> {
  const aidCase = await loadForMove(tx, actor, input, 'revokeTermination');
  const termination = await lastTermination(tx, aidCase);
  await updateTermination(tx, termination, {
    revokedOn: tx.today,
    revokedFor: ground,
    revokedBy: actor.id,
    reason: input.reason,
  });
  const due = await startCorrection(tx, aidCase, correction, true);
  const moved = await moveCase(tx, aidCase, 'revokeTermination', due, { ground, ordinal: termination.ordinal });
  return { version: moved.version, madeFor: termination.madeFor, applicationId: moved.applicationId };
}

/**
 * The finding on which this application's aid was terminated has been taken back: the termination that rested on it falls with it, unless the
 * bureau has an objection to it before it. @returns whether a termination was undone
 */
export async function undoTerminationFor(
  tx: Tx,
  actor: Actor,
  of: { readonly tenant: string; readonly caseId: string; readonly madeFor: 'commitment'; readonly reason: string },
): Promise<boolean> {
  const aidCase = await loadCase(tx, { tenant: of.tenant, caseId: of.caseId });
  if (aidCase.state !== 'TERMINATED' && aidCase.state !== 'TERMINATION_UPHELD') return false;
  const last = await lastTermination(tx, aidCase);
  if (last.madeFor !== of.madeFor) return false;
  const { tenant, id: caseId, version } = aidCase;
  await revokeTermination(tx, actor, { tenant, caseId, version, reason: of.reason }, of.madeFor);
  return true;
}

export interface Resumed {
  readonly version: number;
  readonly documentId: string;
  readonly dueOn: LocalDate | null;
}

/** 恢复援助, by the way that the approver chose among those that are open. @throws Refusal `case.resumption` for another */
export function resumeAid(way: Resumption) {
  return async (tx: Tx, actor: Actor, input: ResumeAid): Promise<Resumed> => {
    const aidCase = await loadForMove(tx, actor, input, way);
    if (!(await openWays(tx, aidCase)).includes(way)) throw new Refusal('case.resumption');
    const termination = await lastTermination(tx, aidCase);
    await meetDeadline(tx, { tenant: aidCase.tenant, subjectId: aidCase.id, step: 'carryOutCorrection' });
    const due = await dueAfter[way](tx, aidCase);
    const moved = await moveCase(
      tx,
      aidCase,
      way,
      {
        terminatedOn: null,
        terminationGround: null,
        notifiedOn: null,
        ...(way === 'resumeByDesignation' ? undesignated : {}),
        ...due,
      },
      { way, handlerId: way === 'resumeByDesignation' ? null : aidCase.handlerId },
    );
    if (way !== 'resumeByDesignation' && aidCase.designationId !== null) {
      await updateDesignation(tx, aidCase.tenant, aidCase.designationId, { state: 'accepted' });
    }
    await updateTermination(tx, termination, { resumedOn: tx.today, resumedAs: resumedAs[way] });
    const paper = await issueCasePaper(tx, actor, moved, 'resumptionDecision', { termination, way, note: input.note });
    for (const count of countsOf('cases.resumed', moved, tx.today, { ground: termination.revokedFor ?? 'ownMotion' }))
      tx.count(count);
    notifyRecipient(tx, moved, 'resumed');
    return { version: moved.version, documentId: paper.documentId, dueOn: moved.dueOn };
  };
}

const resumedAs = {
  resumeHandling: 'HANDLING',
  resumeSigning: 'ACCEPTED',
  resumeByDesignation: 'AWAITING_DESIGNATION',
} as const;

/** What runs after each way. All clocks of the case ended with the termination; those that still have an object begin anew. */
const dueAfter = {
  resumeHandling: async (tx: Tx, aidCase: AidCase) => courtPapersAnew(tx, aidCase, await nextDue(tx, aidCase)),
  resumeSigning: async (tx: Tx, aidCase: AidCase) =>
    courtPapersAnew(tx, aidCase, startAnew(tx, aidCase, 'signAgreement')),
  resumeByDesignation: startDesignationAnew,
} as const satisfies Record<Resumption, unknown>;

/** Papers for the court that were not handed in before the termination are due again. */
async function courtPapersAnew(tx: Tx, aidCase: AidCase, due: Awaited<ReturnType<typeof nextDue>>) {
  const { tenant, id } = aidCase;
  if (!goesToCourt(aidCase)) return due;
  if ((await progressOf(tx, tenant, [id])).some(({ kind }) => kind === 'filedWithCourt')) return due;
  return sooner(due, startAnew(tx, aidCase, 'fileWithCourt'));
}

/** The ways on that are open for this case now. */
export async function openWays(tx: Tx, aidCase: AidCase): Promise<readonly Resumption[]> {
  const former = (await designationsOf(tx, aidCase.tenant, aidCase.id)).find((d) => d.id === aidCase.designationId);
  const accepted = former !== undefined && former.answeredAt !== null;
  const { candidates } = (await viewHandlers(tx, aidCase)).ranking;
  return waysToResume({
    accepted,
    signed: aidCase.agreementOn !== null || aidCase.withoutAgreement !== null,
    mayAct: candidates.some(({ handlerId }) => handlerId === aidCase.handlerId),
  });
}

async function lastTermination(tx: Tx, { tenant, id }: AidCase): Promise<CaseTermination> {
  const last = (await terminationsOf(tx, tenant, id)).at(-1);
  if (last === undefined) throw new Error(`case ${id} was never terminated`);
  return last;
}
