import { Refusal } from '../../../kernel/errors/index.ts';
import { type LocalDate, localDateOf } from '../../../kernel/time/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { documentsOfMatter } from '../../documents/index.ts';
import { meetClock } from '../../policy/index.ts';
import { catalogueFor, fileFaults } from '../rules/file-catalogue.ts';
import type { SubmitFile } from '../schema.ts';
import { filesOf, insertFile } from '../store/handling.ts';
import { checkDay } from './check-day.ts';
import { startCaseClock } from './clock.ts';
import { piecesOf } from './keep-piece.ts';
import { loadForMove, moveCase } from './move.ts';

/**
 * 提交卷宗: against the catalogue of its kind and stage; what is required and missing is refused unless a reason stands for it
 * (Legal Aid Law art. 50). The centre's thirty days to review begin.
 */
export async function submitFile(
  tx: Tx,
  actor: Actor,
  input: SubmitFile,
): Promise<{ version: number; reviewFileBy: LocalDate | null }> {
  const aidCase = await loadForMove(tx, actor, input, 'submitFile');
  const submittedOn = input.submittedOn ?? tx.today;
  checkDay(tx, submittedOn, '/submittedOn', aidCase.closedOn, 'case.dateBeforeClosing');
  const earlier = await filesOf(tx, aidCase.tenant, aidCase.id);
  const returnedAt = earlier.at(-1)?.reviewedAt ?? null;
  checkDay(
    tx,
    submittedOn,
    '/submittedOn',
    returnedAt === null ? null : localDateOf(returnedAt),
    'case.dateBeforeReturn',
  );
  const issued = (await documentsOfMatter(tx, aidCase.tenant, aidCase.matterId)).map((d) => d.formKey);
  const stored = new Set((await piecesOf(tx, aidCase)).map((p) => p.fileHash));
  const faults = [
    ...fileFaults(catalogueFor(aidCase), input, issued),
    ...input.pieces.flatMap(({ fileHash }, i) =>
      fileHash === undefined || stored.has(fileHash)
        ? []
        : [{ pointer: `/pieces/${i}/fileHash`, code: 'case.pieceFileUnknown' }],
    ),
    // What lies in the file was made before it was handed in.
    ...input.pieces.flatMap(({ on }, i) =>
      on === undefined || on <= submittedOn ? [] : [{ pointer: `/pieces/${i}/on`, code: 'case.dateAfterSubmission' }],
    ),
  ];
  if (faults.length > 0) throw new Refusal('input.invalid', {}, faults);
  const fileId = tx.newId();
  const round = earlier.length + 1;
  await insertFile(tx, {
    tenant: aidCase.tenant,
    id: fileId,
    caseId: aidCase.id,
    round,
    submittedBy: actor.id,
    submittedAt: tx.at,
    submittedOn,
    pieces: JSON.stringify(input.pieces),
    without: JSON.stringify(input.without),
    state: 'submitted',
  });
  await meetClock(tx, { tenant: aidCase.tenant, subjectId: aidCase.id, step: 'submitFile' });
  const due = startCaseClock(tx, aidCase, 'reviewFile', submittedOn);
  const moved = await moveCase(tx, aidCase, 'submitFile', due, {
    fileId,
    round,
    submittedOn,
    pieces: input.pieces.length,
  });
  return { version: moved.version, reviewFileBy: due.dueOn };
}
