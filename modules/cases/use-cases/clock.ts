import { cancelDeadlines, openDeadlines } from '../../../kernel/deadlines/index.ts';
import { addDays, instantOf, type LocalDate } from '../../../kernel/time/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';
import { deadline, lawOf, type Step, startClock, steps } from '../../policy/index.ts';
import { type Due, noDue } from '../rules/due.ts';
import type { AidCase } from '../store/cases.ts';

type ClockedCase = Pick<AidCase, 'tenant' | 'matterId' | 'id' | 'class' | 'noticeId'>;

/** Start a clock of the law for a case; what comes back goes into the case's row. */
export function startCaseClock(tx: Tx, aidCase: ClockedCase, step: Step, from: LocalDate): Due {
  const clock = startClock(tx, {
    tenant: aidCase.tenant,
    matterId: aidCase.matterId,
    subject: 'case',
    subjectId: aidCase.id,
    step,
    from,
    matter: aidCase.noticeId !== null ? 'notified' : aidCase.class === 'criminal' ? 'criminal' : 'civil',
  });
  return { dueOn: clock.dueOn, dueStep: step, dueCitation: clock.citation, duePromise: false };
}

/** Start a date of the centre's own (承诺时限) where the law sets none. */
export function startCasePromise(
  tx: Tx,
  aidCase: ClockedCase & Pick<AidCase, 'ruleSet'>,
  step: Step,
  from: LocalDate,
  dueOn: LocalDate,
  citation: string,
): Due {
  tx.startDeadline({
    tenant: aidCase.tenant,
    matterId: aidCase.matterId,
    subject: 'case',
    subjectId: aidCase.id,
    step,
    startedOn: from,
    dueAt: instantOf(dueOn, 24 * 60),
    dueOn,
    warnOn: addDays(dueOn, -tx.warningDays),
    citation,
    ruleSet: aidCase.ruleSet,
    promise: true,
  });
  return { dueOn, dueStep: step, dueCitation: citation, duePromise: true };
}

/**
 * What still runs for the former handler ends, and the centre has the days of a designation again from now. The law counts its three
 * days from the grant and says nothing of a second designation: a promise, and shown as one.
 */
export async function startDesignationAnew(tx: Tx, aidCase: AidCase): Promise<Due & { readonly dueOn: LocalDate }> {
  await cancelDeadlines(tx, { tenant: aidCase.tenant, subjectId: aidCase.id });
  return startAnew(tx, aidCase, 'designate');
}

/** The days of a step once more from today, where the law counts them from something that lies behind: a promise, and shown as one. */
export function startAnew(tx: Tx, aidCase: AidCase, step: Step): Due & { readonly dueOn: LocalDate } {
  const again = deadline({ step, from: tx.today }, tx.calendar, lawOf(tx));
  if (!again.ok) throw new RangeError(`no limit for ${step}`);
  const { due: dueOn, citation } = again.value;
  return { ...startCasePromise(tx, aidCase, step, tx.today, dueOn, citation), dueOn };
}

/** 改正的当日: what the bureau orders, or the centre has found wrong itself, is put right on the same day (Legal Aid Law art. 49: at once). */
export async function startCorrection(tx: Tx, aidCase: AidCase, citation: string, promise: boolean): Promise<Due> {
  const { tenant, matterId, id, ruleSet } = aidCase;
  await cancelDeadlines(tx, { tenant, subjectId: id });
  tx.startDeadline({
    tenant,
    matterId,
    subject: 'case',
    subjectId: id,
    step: 'carryOutCorrection',
    startedOn: tx.today,
    dueOn: tx.today,
    dueAt: instantOf(addDays(tx.today, 1)),
    warnOn: tx.today,
    citation,
    ruleSet,
    promise,
  });
  return { dueOn: tx.today, dueStep: 'carryOutCorrection', dueCitation: citation, duePromise: promise };
}

/**
 * What binds next of the clocks that still run for a case; the law's own, since the centre's shorter promises stand beside
 * them. Clocks started in this transaction are not among them yet.
 */
export async function nextDue(tx: Tx, aidCase: ClockedCase): Promise<Due> {
  const running = (await openDeadlines(tx, aidCase.tenant, [aidCase.id])).find(
    (d) => d.state === 'running' && !d.promise,
  );
  const dueStep = steps.find((step) => step === running?.step);
  if (running === undefined || dueStep === undefined) return noDue;
  return { dueOn: running.dueOn, dueStep, dueCitation: running.citation, duePromise: false };
}

/** Of two dates the one that binds first. */
export function sooner(a: Due, b: Due): Due {
  return (b.dueOn ?? '9') < (a.dueOn ?? '9') ? b : a;
}
