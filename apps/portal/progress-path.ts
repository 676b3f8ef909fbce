import { daysBetween } from '../../kernel/time/index.ts';
import type { Progress, ProgressStep } from '../../modules/applications/index.ts';
import type { CitizenProgress } from '../../modules/cases/index.ts';
import type { ObjectionForCitizen } from '../../modules/objections/index.ts';
import type { PathStep } from './components/path.tsx';
import { dayText } from './dates.ts';
import type { LocaleKey, Words } from './locales/locale.ts';
import { refusalPath, terminationPath } from './objection-path.ts';

/** Titles of the application's steps, for what is done and for what is under way or still to come. */
const titles: Readonly<
  Record<ProgressStep['key'], { readonly done: LocaleKey; readonly now: LocaleKey; readonly next: LocaleKey }>
> = {
  submitted: { done: 'progress.submitted', now: 'progress.submitted', next: 'progress.submitted' },
  acknowledged: { done: 'progress.acknowledged', now: 'progress.acknowledge.next', next: 'progress.acknowledge.next' },
  supplement: { done: 'progress.supplemented', now: 'progress.supplement', next: 'progress.supplement' },
  decision: { done: 'progress.decide', now: 'progress.review', next: 'progress.decide' },
  cooperation: { done: 'progress.cooperation', now: 'progress.cooperation', next: 'progress.cooperation' },
  provisional: { done: 'progress.provisional', now: 'progress.provisional', next: 'progress.provisional' },
  provisionalPapers: {
    done: 'progress.provisionalPapers.done',
    now: 'progress.provisionalPapers',
    next: 'progress.provisionalPapers',
  },
  provisionalEnded: {
    done: 'progress.provisionalEnded',
    now: 'progress.provisionalEnded',
    next: 'progress.provisionalEnded',
  },
  granted: { done: 'progress.granted', now: 'progress.granted', next: 'progress.granted' },
  refused: { done: 'progress.refused', now: 'progress.refused', next: 'progress.refused' },
  withdrawn: { done: 'progress.withdrawn', now: 'progress.withdrawn', next: 'progress.withdrawn' },
  deemedWithdrawn: {
    done: 'progress.deemedWithdrawn',
    now: 'progress.deemedWithdrawn',
    next: 'progress.deemedWithdrawn',
  },
  transferred: { done: 'progress.transferred', now: 'progress.transferred', next: 'progress.transferred' },
};

/** Steps with which a matter ends. */
const ends = new Set<ProgressStep['key']>(['refused', 'withdrawn', 'deemedWithdrawn', 'provisionalEnded']);

/** A line under a step, in words that say what it means for the person. */
const explanations: Partial<Record<ProgressStep['key'], LocaleKey>> = {
  provisional: 'progress.provisional.text',
  provisionalEnded: 'progress.provisionalEnded.text',
  deemedWithdrawn: 'progress.deemedWithdrawn.text',
};

export interface PathContext {
  readonly words: Words;
  readonly today: string;
}

/** The application's part of the way, with the objection to its refusal where there is one. */
export function applicationPath(
  progress: Progress,
  objection: ObjectionForCitizen | null,
  { words, today }: PathContext,
): readonly PathStep[] {
  const steps = progress.steps.flatMap((step): PathStep | readonly PathStep[] => {
    if (step.key === 'refused') return refusalPath(step, progress, objection, { words, today });
    const centre = progress.centre?.name ?? '';
    const explanation =
      step.state === 'done'
        ? explanations[step.key]
        : step.key === 'decision' && step.state === 'now'
          ? 'progress.review.text'
          : step.key === 'cooperation'
            ? 'progress.cooperation.text'
            : undefined;
    const base: PathStep = {
      state: ends.has(step.key) ? 'stopped' : step.state,
      title: { key: titles[step.key][step.state], slots: { centre } },
      on: step.on ?? undefined,
      ...(explanation === undefined ? {} : { texts: [{ key: explanation }] }),
      ...(step.key === 'transferred' ? { texts: [{ key: 'progress.transferred.text', slots: { centre } }] } : {}),
      ...(step.dueOn !== null && step.citation !== null && step.key === 'decision'
        ? { due: { by: step.dueOn, citation: step.citation } }
        : {}),
    };
    if (step.key === 'provisionalPapers' && progress.provisional !== null)
      return toFollow(base, progress.provisional, words, today);
    return step.key === 'supplement' && step.state === 'now' && progress.supplement !== null
      ? asking(base, progress.supplement, words, today)
      : base;
  });
  // A correction that is ordered leads to a grant: what follows is shown as the way ahead.
  if (progress.state === 'CORRECTION_ORDERED') return [...steps, ...ahead];
  // While the decision is open, what follows a grant is shown as the way ahead.
  const open = progress.steps.some((step) => step.key === 'decision') && progress.state !== 'PROVISIONAL';
  return open ? [...steps, ...ahead] : steps;
}

const ahead: readonly PathStep[] = [
  { state: 'next', title: { key: 'progress.designate' } },
  { state: 'next', title: { key: 'progress.handle' } },
];

/** What is to follow aid that was given at once, until when, and what happens otherwise. */
function toFollow(
  base: PathStep,
  { toComplete, dueOn }: NonNullable<Progress['provisional']>,
  words: Words,
  today: string,
): PathStep {
  const left = daysBetween(today, dueOn);
  const date = dayText(words, dueOn, today);
  return {
    ...base,
    texts: [
      left >= 0
        ? { key: 'progress.provisionalPapers.due', slots: { date, n: left } }
        : { key: 'progress.provisionalPapers.over', slots: { date } },
      { key: 'progress.supplement.text' },
    ],
    items: toComplete,
    action: { href: '/progress/supplement', text: { key: 'progress.provisionalPapers.do' } },
  };
}

function asking(
  base: PathStep,
  supplement: NonNullable<Progress['supplement']>,
  words: Words,
  today: string,
): PathStep {
  const left = Math.max(0, daysBetween(today, supplement.dueOn));
  return {
    ...base,
    texts: [
      { key: 'progress.supplement.due', slots: { date: dayText(words, supplement.dueOn, today), n: left } },
      ...(supplement.note === '' ? [] : [{ zh: supplement.note, en: supplement.note }]),
      { key: 'progress.supplement.text' },
    ],
    items: supplement.items,
    paused: true,
    action: { href: '/progress/supplement', text: { key: 'progress.supplement.do' } },
  };
}

/** States of a case in which the person can say how it was. */
const closed = new Set<CitizenProgress['state']>(['CLOSED_PENDING_FILE', 'FILE_UNDER_REVIEW', 'ARCHIVED']);

/** A case's part of the way, with the objection to its termination, and the question how it was once it is closed. */
export function casePath(
  progress: CitizenProgress,
  rated: boolean,
  objection: ObjectionForCitizen | null,
  context: PathContext,
): readonly PathStep[] {
  const steps = progress.steps.flatMap((step): readonly PathStep[] => {
    const shown: PathStep = {
      state: step.state,
      title: step.title,
      on: step.on ?? undefined,
      ...(step.detail.zh === '' ? {} : { texts: [step.detail] }),
      ...(step.dueOn !== null && step.citation !== null ? { due: { by: step.dueOn, citation: step.citation } } : {}),
    };
    return step.key === 'termination' ? terminationPath(shown, progress.state, objection, context) : [shown];
  });
  if (!closed.has(progress.state)) return steps;
  return [
    ...steps,
    rated
      ? { state: 'done', title: { key: 'progress.rated' } }
      : {
          state: 'now',
          title: { key: 'progress.rate' },
          texts: [{ key: 'progress.rate.text' }],
          action: { href: `/progress/rate?case=${progress.caseId}`, text: { key: 'progress.rate.do' } },
        },
  ];
}
