import { daysBetween } from '../../kernel/time/index.ts';
import type { Progress, ProgressStep } from '../../modules/applications/index.ts';
import type { ObjectionForCitizen } from '../../modules/objections/index.ts';
import { citationText } from './citations.ts';
import type { PathStep } from './components/path.tsx';
import { dayText } from './dates.ts';
import type { Say } from './frame.ts';
import type { PathContext } from './progress-path.ts';

/** A refusal, and what may be done or was done against it: the bureau's part of the way (art. 49). */
export function refusalPath(
  step: ProgressStep,
  { state }: Progress,
  objection: ObjectionForCitizen | null,
  context: PathContext,
): readonly PathStep[] {
  const refused: PathStep = { state: 'stopped', title: { key: 'progress.refused' }, on: step.on ?? undefined };
  const raised = objection?.raised ?? null;
  if (raised === null) {
    if (state !== 'REFUSED') return [refused];
    return [
      {
        ...refused,
        texts: [{ key: 'progress.refused.text.plain' }, ...timeLeft(objection?.time ?? null, context)],
        action: { href: '/progress/objection', text: { key: 'objection.do' } },
      },
    ];
  }
  // A refusal that was objected to is not where the way ends.
  const before: PathStep = { ...refused, state: 'done' };
  const made: PathStep = { state: 'done', title: { key: 'objection.raised' }, on: raised.receivedOn };
  if (raised.state === 'RAISED')
    return [
      before,
      made,
      {
        state: 'now',
        title: { key: 'objection.review' },
        texts: [{ key: 'objection.review.text' }],
        due: { by: raised.dueOn, citation: raised.dueCitation },
      },
    ];
  if (raised.state === 'MAINTAINED')
    return [
      before,
      made,
      {
        state: 'stopped',
        title: { key: 'objection.maintained' },
        on: raised.reviewedOn ?? undefined,
        texts: [{ key: 'objection.maintained.text' }],
      },
    ];
  const ordered: PathStep = {
    state: 'done',
    title: { key: 'objection.corrected' },
    on: raised.reviewedOn ?? undefined,
    texts: [{ key: 'objection.corrected.text' }],
  };
  return state === 'CORRECTION_ORDERED'
    ? [before, made, ordered, { state: 'now', title: { key: 'objection.carryOut' } }]
    : [before, made, ordered];
}

/** Until when, or that it is late and may still be raised with a reason. */
export function timeLeft(time: ObjectionForCitizen['time'], { words, today }: PathContext): readonly Say[] {
  if (time === null) return [];
  const date = dayText(words, time.until, today);
  const left = daysBetween(today, time.until);
  const citation = citationText(words, `${time.citation}${time.verified ? '' : '（待核实）'}`);
  return [
    left >= 0
      ? { key: 'objection.until', slots: { date, n: left, citation } }
      : { key: 'objection.over', slots: { date, citation } },
  ];
}
