import { type Calendar, epochDayOf, localDateOfEpochDay } from '../../../kernel/calendar/index.ts';
import { countLimit } from '../clocks/count-limit.ts';
import type { ClockMatter } from '../law/pack-schema.ts';
import type { Outcome, RunningDeadline, Step } from '../schema.ts';
import { codeBits } from './features.ts';
import type { Hearing } from './hearing.ts';

const noticeSteps: readonly Step[] = ['designate', 'replyOrgan'];
const applicationSteps: readonly Step[] = ['decide'];

/**
 * The limits that run from receipt: for an organ's notice that the law backs, to designate and to reply; for an application, to decide.
 * Limits that only start with the decision are not counted ahead of it.
 */
export function runningDeadlines(
  { book, features, facts }: Hearing,
  outcome: Outcome,
  calendar: Calendar,
): RunningDeadline[] {
  const byNotice =
    (features.notifiedBy & codeBits.notifiedBy.none) === 0 &&
    (outcome === 'mustDesignate' || outcome === 'mayDesignate');
  const criminal = (features.class & codeBits.class.criminal) !== 0;
  const matter: ClockMatter = byNotice ? 'notified' : criminal ? 'criminal' : 'civil';
  const running: RunningDeadline[] = [];
  for (const step of byNotice ? noticeSteps : applicationSteps) {
    const compiled = book.clocks[step]?.[matter];
    if (compiled === undefined || compiled.clock.unit === 'hour') continue;
    const { marked: citation } = compiled;
    const { amount, unit, counted } = compiled.clock;
    if (counted === 'before') {
      const hearing = facts.matter.criminal?.hearingOn;
      if (hearing !== undefined)
        running.push({ step, due: localDateOfEpochDay(epochDayOf(hearing) - amount), citation });
    } else {
      const { due } = countLimit(epochDayOf(facts.receivedOn), amount, unit, calendar);
      running.push({ step, due: localDateOfEpochDay(due), citation });
    }
  }
  return running;
}
