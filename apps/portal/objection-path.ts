import { daysBetween } from '../../kernel/time/index.ts';
import type { Progress, ProgressStep } from '../../modules/applications/index.ts';
import type { CitizenProgress } from '../../modules/cases/index.ts';
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
  return objectedPath(
    refused,
    { open: state === 'REFUSED', ordered: state === 'CORRECTION_ORDERED' },
    objection,
    context,
  );
}

/** A termination in the same way; a decision that the centre took back itself is being put right too. */
export function terminationPath(
  step: PathStep,
  state: CitizenProgress['state'],
  objection: ObjectionForCitizen | null,
  context: PathContext,
): readonly PathStep[] {
  const ordered = state === 'RESUMPTION_DUE';
  const path = objectedPath(
    { ...step, state: 'stopped' },
    { open: state === 'TERMINATED', ordered },
    objection,
    context,
  );
  const takenBack = ordered && objection?.raised?.state !== 'CORRECTION_ORDERED';
  return takenBack
    ? [
        { ...step, state: 'done' },
        { state: 'now', title: { key: 'objection.takenBack' } },
      ]
    : path;
}

/**
 * A decision, and what may be done or was done against it.
 * @param at whether it may be objected to now, and whether a correction is being carried out
 */
function objectedPath(
  decided: PathStep,
  at: { readonly open: boolean; readonly ordered: boolean },
  objection: ObjectionForCitizen | null,
  context: PathContext,
): readonly PathStep[] {
  const raised = objection?.raised ?? null;
  if (raised === null) {
    if (!at.open) return [decided];
    return [
      {
        ...decided,
        texts: [{ key: 'progress.refused.text.plain' }, ...timeLeft(objection?.time ?? null, context)],
        action: { href: '/progress/objection', text: { key: 'objection.do' } },
      },
    ];
  }
  // A decision that was objected to is not where the way ends.
  const before: PathStep = { ...decided, state: 'done' };
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
  return at.ordered
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
