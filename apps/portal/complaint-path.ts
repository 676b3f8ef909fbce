import { daysBetween } from '../../kernel/time/index.ts';
import type { ComplaintForCitizen, ComplaintState } from '../../modules/complaints/index.ts';
import type { PathStep } from './components/path.tsx';
import { dayText } from './dates.ts';
import type { Say } from './frame.ts';
import type { PathContext } from './progress-path.ts';

/** The words for each state in which no answer has been written yet. */
const said = {
  RECEIVED: 'accept',
  AWAITING_INFORMATION: 'supply',
  ACCEPTED: 'look',
  ENTRUSTED: 'entrusted',
  INVESTIGATING: 'looking',
  REPORTED: 'decide',
  DECIDED: 'write',
  NOT_ACCEPTED: 'notAccepted',
  PASSED_ON: 'passedOn',
  MERGED: 'merged',
  WITHDRAWN: 'withdrawn',
} as const satisfies Partial<Record<ComplaintState, string>>;

const answeredIn = new Set<ComplaintState>(['REPLIED', 'SERVED', 'CLOSED']);
const isAnswered = (state: ComplaintState): state is Exclude<ComplaintState, keyof typeof said> =>
  answeredIn.has(state);

/** The complaint's way in plain words: done, now, next, each with its last day and the article. */
export function complaintPath(seen: ComplaintForCitizen, context: PathContext): readonly PathStep[] {
  return [...behind(seen), ...at(seen, context), ...ahead(seen)];
}

/** What is done, by the days on file. */
function behind({ state, receivedOn, suppliedOn, acceptedOn, bureau }: ComplaintForCitizen): readonly PathStep[] {
  const steps: PathStep[] = [
    { state: 'done', title: { key: 'complaint.received', slots: { bureau: bureau?.name ?? '' } }, on: receivedOn },
  ];
  if (suppliedOn !== null) steps.push({ state: 'done', title: { key: 'complaint.supplied' }, on: suppliedOn });
  if (acceptedOn !== null) steps.push({ state: 'done', title: { key: 'complaint.accepted' }, on: acceptedOn });
  if (state === 'DECIDED' || isAnswered(state)) steps.push({ state: 'done', title: { key: 'complaint.lookedInto' } });
  return steps;
}

/** Where it stands. */
function at(seen: ComplaintForCitizen, context: PathContext): readonly PathStep[] {
  const { state, due, missing, endedOn } = seen;
  if (isAnswered(state)) return answer(seen);
  const here = said[state];
  const now: PathStep = {
    state: 'now',
    title: { key: `complaint.now.${here}` },
    texts: [{ key: `complaint.now.${here}.text` }],
  };
  switch (here) {
    case 'supply':
      return [
        {
          ...now,
          texts: [...supplyUntil(seen, context), { key: 'complaint.now.supply.text' }],
          items: missing,
          paused: true,
          action: { href: '/complaint/supply', text: { key: 'progress.supplement.do' } },
        },
      ];
    case 'notAccepted':
      return [
        {
          ...now,
          state: 'stopped',
          on: endedOn ?? undefined,
          texts: [
            ...(seen.refusal === '' ? [] : [{ zh: seen.refusal, en: seen.refusal }]),
            { key: 'complaint.now.notAccepted.text' },
          ],
        },
      ];
    case 'passedOn':
      return [
        {
          ...now,
          state: seen.goesOn === null ? 'stopped' : 'done',
          title: { key: 'complaint.now.passedOn', slots: { bureau: seen.passedTo ?? '' } },
          on: endedOn ?? undefined,
          texts: [{ key: seen.goesOn === null ? 'complaint.now.passedOn.text' : 'complaint.passedOn.here' }],
        },
      ];
    case 'merged':
      return [
        {
          ...now,
          state: 'stopped',
          on: endedOn ?? undefined,
          texts: [{ key: 'complaint.now.merged.text', slots: { number: seen.mergedInto ?? '' } }],
        },
      ];
    case 'withdrawn':
      return [{ ...now, state: 'stopped', on: endedOn ?? undefined }];
    default:
      return [{ ...now, ...(due === null ? {} : { due: { by: due.on, citation: due.citation } }) }];
  }
}

/** What came of it: on its way to the person, with them, or done with. */
function answer({ state, outcome, measures, repliedOn, servedOn, endedOn }: ComplaintForCitizen): readonly PathStep[] {
  const underWay = state === 'REPLIED';
  const result: PathStep = {
    state: underWay ? 'now' : 'done',
    title: { key: underWay ? 'complaint.serving' : 'complaint.answered' },
    on: (underWay ? repliedOn : servedOn) ?? undefined,
    texts: [
      ...(outcome === null ? [] : [{ key: `complaint.outcome.${outcome}` as const }]),
      ...measures.map((measure) => ({ key: `complaint.measure.${measure}` as const })),
      { key: 'complaint.remedy' },
    ],
  };
  return state === 'CLOSED'
    ? [result, { state: 'done', title: { key: 'complaint.closed' }, on: endedOn ?? undefined }]
    : [result];
}

/** Until when what is missing is waited for. */
export function supplyUntil({ due }: Pick<ComplaintForCitizen, 'due'>, { words, today }: PathContext): readonly Say[] {
  if (due === null) return [];
  const n = Math.max(0, daysBetween(today, due.on));
  return [{ key: 'complaint.supply.due', slots: { date: dayText(words, due.on, today), n } }];
}

const next = {
  accept: { state: 'next', title: { key: 'complaint.next.accept' } },
  look: { state: 'next', title: { key: 'complaint.next.look' } },
  answer: { state: 'next', title: { key: 'complaint.next.answer' } },
} as const satisfies Readonly<Record<string, PathStep>>;

/** What is still to come, while it is under way. */
function ahead({ state }: ComplaintForCitizen): readonly PathStep[] {
  switch (state) {
    case 'AWAITING_INFORMATION':
      return [next.accept, next.look, next.answer];
    case 'RECEIVED':
      return [next.look, next.answer];
    case 'ACCEPTED':
    case 'ENTRUSTED':
    case 'INVESTIGATING':
    case 'REPORTED':
      return [next.answer];
    default:
      return [];
  }
}
