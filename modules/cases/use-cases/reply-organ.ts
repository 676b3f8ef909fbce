import { Refusal } from '../../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { handlerById } from '../../network/index.ts';
import { meetClock } from '../../policy/index.ts';
import type { ReplyOrgan } from '../notice-schema.ts';
import { issueCasePaper } from '../papers.ts';
import type { AidCase } from '../store/cases.ts';
import { type Designation, designationsOf, updateDesignation } from '../store/designations.ts';
import { noticesOf } from '../store/notices.ts';
import { checkDay } from './check-day.ts';
import { nextDue } from './clock.ts';
import { loadForMove, moveCase } from './move.ts';
import { currentDesignation } from './record-agreement.ts';

/** 答复办案机关: the letter that names the lawyer, within three days of the notice (Legal Aid Law art. 36), and again for a successor. */
export async function replyOrgan(
  tx: Tx,
  actor: Actor,
  input: ReplyOrgan,
): Promise<{ version: number; documentId: string; documentNumber: string | null }> {
  const aidCase = await loadForMove(tx, actor, input, 'replyOrgan');
  const all = await designationsOf(tx, aidCase.tenant, aidCase.id);
  if (!owesLetter(aidCase, all)) throw new Refusal('case.noLetterDue');
  checkDay(tx, input.toldOn, '/toldOn', aidCase.designatedOn, 'case.dateBeforeDesignation');
  const designation = await currentDesignation(tx, aidCase);
  const handler = await handlerById(tx, aidCase.tenant, designation.handlerId);
  const notice = (await noticesOf(tx, aidCase.tenant, aidCase.id)).at(-1);
  const paper = await issueCasePaper(tx, actor, aidCase, 'organReply', {
    designation,
    handler,
    notice,
    successor: all.some((d) => d.state === 'replaced'),
  });
  await updateDesignation(tx, aidCase.tenant, designation.id, {
    organToldOn: input.toldOn,
    organLetter: paper.documentId,
  });
  await meetClock(tx, { tenant: aidCase.tenant, subjectId: aidCase.id, step: 'replyOrgan' });
  const moved = await moveCase(tx, aidCase, 'replyOrgan', await nextDue(tx, aidCase), {
    designationId: designation.id,
    toldOn: input.toldOn,
  });
  return { version: moved.version, documentId: paper.documentId, documentNumber: paper.number };
}

/** True while the organ that handles the case has not been told who acts now: after its notice, and after each replacement. */
export function owesLetter(aidCase: AidCase, designations: readonly Designation[]): boolean {
  const current = designations.find((d) => d.id === aidCase.designationId);
  if (current === undefined || current.organToldOn !== null) return false;
  if (aidCase.noticeId !== null) return true;
  return aidCase.criminal?.handlingOrgan !== undefined && designations.some((d) => d.state === 'replaced');
}
