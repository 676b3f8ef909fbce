import { cancelDeadlines } from '../../../kernel/deadlines/index.ts';
import { Refusal } from '../../../kernel/errors/index.ts';
import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import type { ReportRefusal, ResumeDefence, TakeRenotice } from '../notice-schema.ts';
import type { AidCase } from '../store/cases.ts';
import { updateDesignation } from '../store/designations.ts';
import { insertNotice, insertRefusal, noticesOf, refusalsOf } from '../store/notices.ts';
import { checkDay } from './check-day.ts';
import { nextDue, startCaseClock } from './clock.ts';
import { loadForMove, moveCase, undesignated } from './move.ts';
import { currentDesignation } from './record-agreement.ts';

/**
 * 拒绝辩护: the accused does not want this lawyer, or none. The lawyer reports it; a voluntary defence may then be ended, in a
 * mandatory one the organ looks into the reason and notifies again (SPC 2021 art. 50).
 */
export async function reportRefusal(tx: Tx, actor: Actor, input: ReportRefusal): Promise<{ version: number }> {
  const aidCase = await loadForMove(tx, actor, input, 'reportRefusal');
  if (!isDefended(aidCase)) throw new Refusal('case.notDefence');
  checkDay(tx, input.refusedOn, '/refusedOn', aidCase.designatedOn, 'case.dateBeforeDesignation');
  const designation = await currentDesignation(tx, aidCase);
  const refusalId = tx.newId();
  await insertRefusal(tx, {
    tenant: aidCase.tenant,
    id: refusalId,
    caseId: aidCase.id,
    designationId: designation.id,
    refusedOn: input.refusedOn,
    words: input.words,
    reportedBy: actor.id,
    reportedAt: tx.at,
  });
  const moved = await moveCase(tx, aidCase, 'reportRefusal', {}, { refusalId, refusedOn: input.refusedOn });
  return { version: moved.version };
}

/** 再次通知: the organ asks for another lawyer; the three days begin anew, and the lawyer who was refused is not asked again. */
export async function takeRenotice(
  tx: Tx,
  actor: Actor,
  input: TakeRenotice,
): Promise<{ version: number; designateBy: LocalDate | null }> {
  const aidCase = await loadForMove(tx, actor, input, 'takeRenotice');
  const last = (await noticesOf(tx, aidCase.tenant, aidCase.id)).at(-1);
  if (last === undefined) throw new Refusal('case.notNotified');
  checkDay(tx, input.receivedOn, '/receivedOn', last.receivedOn, 'case.dateBeforeNotice');
  const refusal = (await refusalsOf(tx, aidCase.tenant, aidCase.id)).at(-1);
  checkDay(tx, input.receivedOn, '/receivedOn', refusal?.refusedOn ?? null, 'case.dateBeforeRefusal');
  const refused = await currentDesignation(tx, aidCase);
  const { receivedOn, noticeNumber, officer, officerContact } = input;
  const noticeId = tx.newId();
  await insertNotice(tx, {
    ...last,
    id: noticeId,
    receivedOn,
    noticeNumber: noticeNumber ?? null,
    officer,
    officerContact,
    note: null,
    registeredBy: actor.id,
    registeredAt: tx.at,
  });
  await updateDesignation(tx, aidCase.tenant, refused.id, { state: 'refused' });
  await cancelDeadlines(tx, { tenant: aidCase.tenant, subjectId: aidCase.id });
  const due = startCaseClock(tx, aidCase, 'designate', receivedOn);
  startCaseClock(tx, aidCase, 'replyOrgan', receivedOn);
  const moved = await moveCase(
    tx,
    aidCase,
    'takeRenotice',
    { noticeId, ...undesignated, ...due },
    { noticeId, designationId: refused.id, receivedOn },
  );
  return { version: moved.version, designateBy: due.dueOn };
}

/** 继续辩护: the accused is content after all, or the organ found no good reason to refuse. */
export async function resumeDefence(tx: Tx, actor: Actor, input: ResumeDefence): Promise<{ version: number }> {
  const aidCase = await loadForMove(tx, actor, input, 'resumeDefence');
  const unsigned = aidCase.agreementOn === null && aidCase.withoutAgreement === null;
  const moved = await moveCase(
    tx,
    aidCase,
    'resumeDefence',
    { ...(unsigned ? { withoutAgreement: input.reason } : {}), ...(await nextDue(tx, aidCase)) },
    {},
  );
  return { version: moved.version };
}

/** True where somebody accused is defended, or represented in compulsory treatment: only they can refuse. */
export function isDefended(aidCase: Pick<AidCase, 'criminal'>): boolean {
  return aidCase.criminal?.role === 'suspectOrDefendant';
}
