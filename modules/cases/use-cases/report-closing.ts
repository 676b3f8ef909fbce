import { cancelDeadlines } from '../../../kernel/deadlines/index.ts';
import { Refusal } from '../../../kernel/errors/index.ts';
import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { notifyRecipient } from '../notices.ts';
import { issueCasePaper } from '../papers.ts';
import { closingEventsFor, needsConsent } from '../rules/closing.ts';
import { countsOf } from '../rules/counting.ts';
import type { ReportClosing } from '../schema.ts';
import type { AidCase } from '../store/cases.ts';
import { insertClosing, progressOf } from '../store/handling.ts';
import { checkDay } from './check-day.ts';
import { startCaseClock } from './clock.ts';
import { loadForMove, moveCase } from './move.ts';
import { currentDesignation } from './record-agreement.ts';

/** 报告结案: on the day that the procedure fixes for the stage; the thirty days for the file run from it. */
export async function reportClosing(
  tx: Tx,
  actor: Actor,
  input: ReportClosing,
): Promise<{ version: number; documentId: string; submitFileBy: LocalDate | null }> {
  const aidCase = await loadForMove(tx, actor, input, 'reportClosing');
  checkDay(tx, input.closedOn, '/closedOn', aidCase.designatedOn, 'case.dateBeforeDesignation');
  if (!closingEventsFor(aidCase).includes(input.event)) {
    throw new Refusal('input.invalid', {}, [{ pointer: '/event', code: 'case.closingEventStage' }]);
  }
  if (input.recovered !== undefined && aidCase.aidForm === 'criminalDefence') {
    throw new Refusal('input.invalid', {}, [{ pointer: '/recovered', code: 'case.recoveredCriminal' }]);
  }
  if (needsConsent(input) && !(await consented(tx, aidCase, input.closedOn))) {
    throw new Refusal('input.invalid', {}, [{ pointer: '/event', code: 'case.consentMissing' }]);
  }
  await insertClosing(tx, {
    tenant: aidCase.tenant,
    caseId: aidCase.id,
    reportedBy: actor.id,
    reportedAt: tx.at,
    work: definedOf(input.work),
    summary: input.summary,
    result: input.result,
  });
  // Whatever still ran for the handling (papers for a court that has decided) has lost its object.
  await cancelDeadlines(tx, { tenant: aidCase.tenant, subjectId: aidCase.id });
  const due = startCaseClock(tx, aidCase, 'submitFile', input.closedOn);
  const { closedOn, event, outcome, recovered } = input;
  const moved = await moveCase(
    tx,
    aidCase,
    'reportClosing',
    { closedOn, closingEvent: event, outcome, recovered: recovered ?? null, ...due },
    { closedOn, event, outcome, recovered: recovered ?? null },
  );
  const designation = await currentDesignation(tx, moved);
  const paper = await issueCasePaper(tx, actor, moved, 'closingReport', { report: input, designation });
  const more = { handlerKind: designation.handlerKind, outcome };
  for (const count of countsOf('cases.closed', moved, closedOn, more)) tx.count(count);
  if (recovered !== undefined && recovered > 0) {
    for (const count of countsOf('cases.recovered', moved, closedOn, {}, recovered)) tx.count(count);
  }
  notifyRecipient(tx, moved, 'closed');
  return { version: moved.version, documentId: paper.documentId, submitFileBy: due.dueOn };
}

/** Whether the recipient's consent was written down, of a day no later than the closing. */
async function consented(tx: Tx, { tenant, id }: AidCase, closedOn: LocalDate): Promise<boolean> {
  return (await progressOf(tx, tenant, [id])).some((p) => p.kind === 'settlementConsent' && p.happenedOn <= closedOn);
}

/** The figures that were given. */
function definedOf(work: ReportClosing['work']): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(work ?? {}).filter((entry): entry is [string, number] => entry[1] !== undefined),
  );
}
