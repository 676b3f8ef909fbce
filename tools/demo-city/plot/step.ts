import type { Instant } from '../../../kernel/time/index.ts';
import type { Cast } from '../cast.ts';
import type { Random } from '../random.ts';
import type { HandlingWay, Scene } from '../scenes/index.ts';
import type { StepAct, StepBy, StoryEnd } from '../story.ts';
import type { Gap } from '../timing.ts';

/** A step before its instant is known: when it is, `act` says what is done on that day. */
export interface PlottedStep {
  readonly gap: Gap;
  readonly by: StepBy;
  readonly act: (at: Instant) => StepAct;
}

export interface PlotInput {
  readonly random: Random;
  readonly scene: Scene;
  readonly cast: Cast;
  readonly end: StoryEnd;
  /** Why it is refused, when it is. */
  readonly refusal: 'income' | 'scope' | null;
  /** Roster numbers: who is designated, and who was before and declined. */
  readonly handler: string;
  readonly declinedBy: string | null;
  /** Who takes over where the handler is replaced. */
  readonly successor: string;
}

export const workdays = (random: Random, from: number, to: number): Gap => ({ workdays: random.int(from, to) });
export const days = (random: Random, from: number, to: number): Gap => ({ days: random.int(from, to) });

/** A criminal case goes the way of its stage; any other the way of its scene. */
export function wayOf(scene: Scene, cast: Cast): HandlingWay {
  const { criminal } = cast.application.matter;
  if (criminal === undefined || criminal.role !== 'suspectOrDefendant') return scene.way;
  return criminal.stage === 'investigation'
    ? 'defenceInvestigation'
    : criminal.stage === 'prosecutionReview'
      ? 'defenceProsecution'
      : 'defenceTrial';
}
