import { meetDeadline, pauseDeadline, resumeDeadline } from '../../../kernel/deadlines/index.ts';
import { addDays, type Instant, instantOf, type LocalDate } from '../../../kernel/time/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';
import { markedCitation } from '../law/citation.ts';
import { lawOf } from '../law/in-force.ts';
import type { Deadline, DeadlineQuestion, Step } from '../schema.ts';
import { deadline, promisedDeadline } from './deadline.ts';

/** What a running clock belongs to. */
export interface ClockSubject {
  readonly tenant: string;
  readonly matterId: string;
  readonly subject: string;
  readonly subjectId: string;
}

export interface RunningClock {
  readonly step: Step;
  /** The last day in time; for a limit in hours, the day on which the last minute falls. */
  readonly dueOn: LocalDate;
  readonly dueAt: Instant;
  /** With 待核实 where the text was not read. */
  readonly citation: string;
  readonly ruleSet: string;
}

/**
 * Start a statutory clock in this transaction: counted by the law of its first day, kept in the deadlines table. Where the bureau has promised
 * to be quicker (承诺时限), the promise is kept beside it.
 * @returns the statutory limit
 * @throws RangeError when that day's law sets no limit for the step: a fault of the caller, not of a person
 */
export function startClock(
  tx: Tx,
  {
    step,
    from,
    on,
    matter,
    ...subject
  }: ClockSubject & {
    step: Step;
    from: string;
    /** The day whose law counts, where it is not the first day's: a complaint keeps the rules under which it came in. */
    on?: DeadlineQuestion['on'];
    matter?: DeadlineQuestion['matter'];
  },
): RunningClock {
  const clock = clockOf(countFor(tx, { step, from, on, matter }));
  const startedOn = from.slice(0, 10);
  tx.startDeadline({ ...subject, startedOn, ...clock, warnOn: addDays(clock.dueOn, -tx.warningDays) });
  const promised = promiseFor(tx, subject.tenant, { step, from, on, matter });
  if (promised !== undefined && promised.dueAt < clock.dueAt) {
    tx.startDeadline({
      ...subject,
      startedOn,
      ...promised,
      warnOn: addDays(promised.dueOn, -tx.warningDays),
      promise: true,
    });
  }
  return clock;
}

/** A statutory limit counted but not kept: for what has already happened, to see whether it was in time. */
export function countClock(tx: Tx, question: Pick<DeadlineQuestion, 'step' | 'from' | 'matter'>): RunningClock {
  return clockOf(countFor(tx, question));
}

interface ClockKey {
  readonly tenant: string;
  readonly subjectId: string;
  readonly step: Step;
}

/** The clock stops: `from` and the days until it resumes are not counted. */
export async function pauseClock(tx: Tx, key: ClockKey, from: LocalDate): Promise<void> {
  await pauseDeadline(tx, key, from);
}

/**
 * The clock runs again from the day after `lastPausedDay`, counted anew from its start without the pauses.
 * @returns the statutory limit as it now stands; undefined when none was paused
 */
export async function resumeClock(tx: Tx, key: ClockKey, lastPausedDay: LocalDate): Promise<RunningClock | undefined> {
  const rows = await resumeDeadline(tx, key, lastPausedDay, (row) => {
    const paused = row.pauses.map(({ from, to }) => ({ from, to: to ?? lastPausedDay }));
    const question: DeadlineQuestion = { step: key.step, from: row.startedOn, paused };
    const { dueAt, dueOn } = (row.promise && promiseFor(tx, key.tenant, question)) || clockOf(countFor(tx, question));
    return { dueAt, dueOn, warnOn: addDays(dueOn, -tx.warningDays) };
  });
  const row = rows.find(({ promise }) => !promise);
  return row && { step: key.step, dueOn: row.dueOn, dueAt: row.dueAt, citation: row.citation, ruleSet: row.ruleSet };
}

/** The step was taken: the clock stops for good. */
export async function meetClock(tx: Tx, key: ClockKey): Promise<void> {
  await meetDeadline(tx, key);
}

function countFor(tx: Tx, question: DeadlineQuestion): Deadline {
  const counted = deadline(question, tx.calendar, lawOf(tx));
  if (!counted.ok) throw new RangeError(counted.faults.map((f) => `${f.pointer} ${f.text.en}`).join('; '));
  return counted.value;
}

function promiseFor(tx: Tx, region: string, question: DeadlineQuestion): RunningClock | undefined {
  const promised = promisedDeadline({ ...question, region }, tx.calendar, lawOf(tx));
  return promised && clockOf(promised);
}

/** A day ends with its last second; a limit in hours ends at its minute. */
function clockOf(counted: Deadline): RunningClock {
  const dueOn = counted.due.slice(0, 10);
  const minutes =
    counted.due.length > 10 ? Number(counted.due.slice(11, 13)) * 60 + Number(counted.due.slice(14, 16)) : 24 * 60;
  return {
    step: counted.step,
    dueOn,
    dueAt: instantOf(dueOn, minutes),
    citation: markedCitation(counted.citation, counted.verified !== false),
    ruleSet: counted.ruleSet,
  };
}
