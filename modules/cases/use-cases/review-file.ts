import { Refusal } from '../../../kernel/errors/index.ts';
import { daysBetween } from '../../../kernel/time/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { openArchive, termText } from '../../archive/index.ts';
import { handlerById } from '../../network/index.ts';
import { meetClock } from '../../policy/index.ts';
import { openSubsidy } from '../../subsidies/index.ts';
import { causeOf, issueCasePaper } from '../papers.ts';
import { countsOf } from '../rules/counting.ts';
import { noDue } from '../rules/due.ts';
import type { AcceptFile, ReturnFile } from '../schema.ts';
import type { AidCase } from '../store/cases.ts';
import { type Designation, updateDesignation } from '../store/designations.ts';
import { type CaseFile, filesOf, progressOf, updateFile } from '../store/handling.ts';
import { startCasePromise } from './clock.ts';
import { filed } from './enter-register.ts';
import { loadForMove, moveCase } from './move.ts';
import { currentDesignation } from './record-agreement.ts';

/** 退回卷宗, with everything that is to be put right and the day by which it should be back. */
export async function returnFile(tx: Tx, actor: Actor, input: ReturnFile): Promise<{ version: number }> {
  const aidCase = await loadForMove(tx, actor, input, 'returnFile');
  const file = await fileUnderReview(tx, actor, aidCase);
  const days = daysBetween(tx.today, input.resubmitBy);
  if (days < 1 || days > 30)
    throw new Refusal('input.invalid', {}, [{ pointer: '/resubmitBy', code: 'case.resubmitDays' }]);
  await updateFile(tx, aidCase.tenant, file.id, {
    state: 'returned',
    reviewedBy: actor.id,
    reviewedAt: tx.at,
    returnReasons: JSON.stringify(input.reasons),
  });
  await meetClock(tx, { tenant: aidCase.tenant, subjectId: aidCase.id, step: 'reviewFile' });
  const due = startCasePromise(tx, aidCase, 'submitFile', tx.today, input.resubmitBy, '《法律援助法》第五十条');
  const moved = await moveCase(tx, aidCase, 'returnFile', due, {
    fileId: file.id,
    round: file.round,
    reasons: input.reasons.length,
  });
  return { version: moved.version };
}

/** 卷宗合格: archived with its catalogue, and the subsidy falls due (Legal Aid Law arts 50, 52). Never by whoever handed it in. */
export async function acceptFile(
  tx: Tx,
  actor: Actor,
  input: AcceptFile,
): Promise<{ version: number; subsidyId: string; documentId: string; archiveId: string }> {
  const aidCase = await loadForMove(tx, actor, input, 'acceptFile');
  const file = await fileUnderReview(tx, actor, aidCase);
  const designation = await currentDesignation(tx, aidCase);
  await updateFile(tx, aidCase.tenant, file.id, { state: 'accepted', reviewedBy: actor.id, reviewedAt: tx.at });
  await updateDesignation(tx, aidCase.tenant, designation.id, { state: 'ended' });
  await meetClock(tx, { tenant: aidCase.tenant, subjectId: aidCase.id, step: 'reviewFile' });
  const archived = await moveCase(
    tx,
    aidCase,
    'acceptFile',
    { archivedOn: tx.today, ...noDue },
    { fileId: file.id, round: file.round },
  );
  await recordOfHandling(tx, actor, archived, designation);
  const { archive, paper } = await catalogued(tx, actor, archived, file, designation);
  for (const count of countsOf('cases.archived', archived, tx.today, { handlerKind: designation.handlerKind }))
    tx.count(count);
  const { subsidyId } = await subsidyFor(tx, actor, archived, designation);
  return { version: archived.version, subsidyId, documentId: paper.documentId, archiveId: archive.archiveId };
}

/** The file enters the register of archives, and its catalogue says under which number and for how long. */
async function catalogued(tx: Tx, actor: Actor, aidCase: AidCase, file: CaseFile, designation: Designation) {
  const { handlerName, agencyName } = designation;
  const archive = await openArchive(tx, actor, filed(aidCase, { handlerName, handlerUnit: agencyName }));
  const paper = await issueCasePaper(tx, actor, aidCase, 'archiveCatalogue', {
    file,
    designation,
    acceptedBy: actor.name,
    archiveNumber: archive.number,
    retention: { text: termText[archive.retention.term].zh, verified: archive.retention.verified },
  });
  return { archive, paper };
}

/** As many notes as one sheet may carry. */
const notesOnASheet = 200;

/** 办理情况记录: what was noted while the case was handled becomes a paper of the file. */
async function recordOfHandling(tx: Tx, actor: Actor, aidCase: AidCase, designation: Designation): Promise<void> {
  const notes = await progressOf(tx, aidCase.tenant, [aidCase.id]);
  for (let i = 0; i < notes.length; i += notesOnASheet) {
    await issueCasePaper(tx, actor, aidCase, 'progressReport', {
      designation,
      notes: notes.slice(i, i + notesOnASheet),
    });
  }
}

async function fileUnderReview(tx: Tx, actor: Actor, aidCase: AidCase): Promise<CaseFile> {
  const file = (await filesOf(tx, aidCase.tenant, aidCase.id)).find((f) => f.state === 'submitted');
  if (file === undefined)
    throw new Refusal('record.actionNotAllowed', { state: aidCase.state, event: 'acceptFile', lifecycle: 'case' });
  if (file.submittedBy === actor.id) throw new Refusal('case.sameHand');
  return file;
}

async function subsidyFor(tx: Tx, actor: Actor, aidCase: AidCase, designation: Designation) {
  const handler = await handlerById(tx, aidCase.tenant, designation.handlerId);
  if (handler === undefined) throw new Refusal('case.handlerUnknown');
  return openSubsidy(tx, actor, {
    tenant: aidCase.tenant,
    matterId: aidCase.matterId,
    caseId: aidCase.id,
    caseNumber: aidCase.number,
    class: aidCase.class,
    aidForm: aidCase.aidForm,
    stage: aidCase.stage,
    region: aidCase.region,
    recipientName: aidCase.recipientName,
    causeText: causeOf(aidCase),
    handlerId: designation.handlerId,
    handlerName: designation.handlerName,
    handlerUnit: designation.agencyName,
    handlerKind: designation.handlerKind,
    paidByTreasury: handler.paidByTreasury,
    designatedOn: designation.designatedOn,
    closedOn: aidCase.closedOn ?? tx.today,
    archivedOn: tx.today,
    demonstration: aidCase.demonstration,
  });
}
