import type { Instant } from '../../../kernel/time/index.ts';
import type { StoryEnd } from '../story.ts';
import { closingSteps, fileSteps, ratingStep, terminationSteps } from './closing.ts';
import { designationSteps, handlingSteps, otherWay } from './handling.ts';
import { askForAnother, replacementSteps } from './replacement.ts';
import { reviewSteps } from './review.ts';
import type { PlotInput, PlottedStep } from './step.ts';

export type { PlotInput, PlottedStep } from './step.ts';

/** Everything that happens after the application is handed in, up to where the story ends. */
export function plot(input: PlotInput): readonly PlottedStep[] {
  const { random, end } = input;
  if (end === 'submitted') return [];
  const review = reviewSteps(input);
  if (reviewEnds.has(end)) return review;
  const designation = [...review, ...designationSteps(input)];
  if (['awaitingDesignation', 'designationOverdue'].includes(end)) return review;
  if (end === 'onOffer' || end === 'atFirm') return [...review, otherWay(input)];
  const cut = { designated: 'designate', accepted: 'accept' }[end as string];
  if (cut !== undefined) return upTo(designation, cut);
  const handling = [...designation, ...handlingSteps(input)];
  if (end === 'terminated') return [...handling, ...terminationSteps(input)];
  if (end === 'handling') return handling;
  if (end === 'replacementAsked') return [...handling, askForAnother(input)];
  if (end === 'replaced') return [...handling, askForAnother(input), ...replacementSteps(input)];
  const closing = [...handling, ...closingSteps(input)];
  if (end === 'closedPendingFile' || end === 'fileOverdue') return closing;
  const file = fileSteps(input);
  const rated = random.chance(0.62) ? [ratingStep(input)] : [];
  if (end === 'fileReturned') return [...closing, ...file.slice(0, 2)];
  if (end === 'fileUnderReview') return [...closing, ...file.slice(0, 1)];
  return [...closing, ...file, ...rated];
}

const reviewEnds = new Set<StoryEnd>([
  'underReview',
  'reviewOverdue',
  'awaitingSupplement',
  'deemedWithdrawn',
  'proposed',
  'refused',
  'objected',
  'refusedFinal',
  'correctionOrdered',
  'corrected',
  'provisional',
  'provisionalOverdue',
  'awaitingCooperation',
  'transferred',
  'withdrawn',
]);

/** The steps up to and including the last of that kind. */
function upTo(steps: readonly PlottedStep[], event: string): readonly PlottedStep[] {
  const last = steps.findLastIndex((step) => step.act(probe).event === event);
  return steps.slice(0, last + 1);
}
const probe: Instant = '2026-06-01T02:00:00.000Z';
