import type { Calendar } from '../../kernel/calendar/index.ts';
import { addDays, daysBetween, type Instant, type LocalDate, localDateOf } from '../../kernel/time/index.ts';
import type { NewHandler } from '../../modules/network/index.ts';
import { type Cast, castScene, type Stage } from './cast.ts';
import { inventPeople, type People } from './people.ts';
import { type PlottedStep, plot } from './plot/index.ts';
import type { Random } from './random.ts';
import { type Roster, rosterOf } from './roster.ts';
import { aidScenes, outOfScopeScenes, type Scene } from './scenes/index.ts';
import type { StepBy, Story, StoryEnd, StoryStep } from './story.ts';
import { afterGap, anyHour, inOffice } from './timing.ts';

/** How many stories end where, and how long before the curtain their last step lies (days, both ends included). */
export const endings: readonly {
  readonly end: StoryEnd;
  readonly n: number;
  readonly age: readonly [number, number];
}[] = [
  { end: 'submitted', n: 12, age: [0, 2] },
  { end: 'underReview', n: 14, age: [0, 4] },
  { end: 'reviewOverdue', n: 3, age: [9, 13] },
  { end: 'awaitingSupplement', n: 9, age: [0, 4] },
  { end: 'deemedWithdrawn', n: 5, age: [5, 160] },
  { end: 'proposed', n: 9, age: [0, 1] },
  { end: 'refused', n: 19, age: [1, 220] },
  { end: 'transferred', n: 6, age: [1, 120] },
  { end: 'withdrawn', n: 7, age: [1, 200] },
  { end: 'awaitingDesignation', n: 10, age: [0, 2] },
  { end: 'designationOverdue', n: 2, age: [5, 8] },
  { end: 'onOffer', n: 3, age: [0, 1] },
  { end: 'atFirm', n: 3, age: [0, 2] },
  { end: 'designated', n: 9, age: [0, 2] },
  { end: 'accepted', n: 7, age: [0, 4] },
  { end: 'handling', n: 88, age: [1, 34] },
  { end: 'replacementAsked', n: 3, age: [0, 3] },
  { end: 'replaced', n: 3, age: [1, 12] },
  { end: 'closedPendingFile', n: 20, age: [2, 25] },
  { end: 'fileOverdue', n: 4, age: [33, 44] },
  { end: 'fileReturned', n: 6, age: [1, 12] },
  { end: 'fileUnderReview', n: 16, age: [1, 22] },
  { end: 'archived', n: 134, age: [3, 165] },
  { end: 'terminated', n: 8, age: [6, 150] },
  { end: 'objected', n: 3, age: [0, 3] },
  { end: 'refusedFinal', n: 2, age: [3, 60] },
  { end: 'correctionOrdered', n: 1, age: [0, 0] },
  { end: 'corrected', n: 1, age: [0, 2] },
  { end: 'provisional', n: 3, age: [0, 3] },
  { end: 'provisionalOverdue', n: 1, age: [7, 10] },
  { end: 'awaitingCooperation', n: 2, age: [0, 4] },
];

/** Ends of stories in which aid was refused first, for income or for scope. */
export const refusalEnds: readonly StoryEnd[] = [
  'refused',
  'objected',
  'refusedFinal',
  'correctionOrdered',
  'corrected',
];

export interface StoriesPlan extends Stage {
  readonly handlers: readonly NewHandler[];
  readonly random: Random;
  readonly calendar: Calendar;
  /** Nothing happens after this. */
  readonly until: Instant;
}

/** Every story of the demonstration, oldest first, keyed in that order. */
export function tellStories(plan: StoriesPlan): readonly Story[] {
  const roster = rosterOf(plan.handlers);
  const drafts = endings.flatMap(({ end, n, age }) =>
    Array.from({ length: n }, (_, index) => draft(plan, plan.random.fork(`${end}/${index}`), roster, end, age)),
  );
  return drafts
    .sort((a, b) => (submittedAt(a) < submittedAt(b) ? -1 : 1))
    .map((story, index) => ({ ...story, key: `S${String(index + 1).padStart(4, '0')}` }));
}

const submittedAt = (story: Story): Instant => story.steps[0]?.at ?? '';

function draft(
  plan: StoriesPlan,
  random: Random,
  roster: Roster,
  end: StoryEnd,
  age: readonly [number, number],
): Story {
  const { calendar, until } = plan;
  const refusal = refusalEnds.includes(end) ? (random.chance(0.6) ? 'income' : 'scope') : null;
  const scene = pickScene(random, end, refusal);
  const lastDay = addDays(localDateOf(until), -random.int(...age));
  const guess = calendar.nextWorkday(addDays(lastDay, -lengthGuess(end, random)));
  const declines = ['archived', 'handling'].includes(end) && random.chance(0.05);
  const castOn = (day: LocalDate, people: People): Cast =>
    castScene({ ...plan, people }, random.fork('cast'), scene, day, refusal === 'income');
  const plotFor = (cast: Cast, handler: string, other: string): readonly PlottedStep[] =>
    plot({
      random: random.fork('plot'),
      scene,
      cast,
      end,
      refusal,
      handler,
      declinedBy: declines ? other : null,
      successor: other,
    });

  // Rehearsed once to find the day on which it begins, so that "last month" in the narrative is told from that very day.
  const rehearsal = castOn(guess, inventPeople());
  const begin = settle(plan, random, rehearsal, plotFor(rehearsal, '', ''), guess, lastDay);
  const cast = castOn(begin.receivedOn, plan.people);
  const handler = roster.take(cast, random);
  const steps = unroll(
    calendar,
    random.fork(begin.fork),
    cast,
    plotFor(cast, handler, roster.other(cast, handler, random)),
    begin.start,
  );
  return {
    key: '',
    scene: scene.key,
    end,
    tenant: cast.tenant,
    intake: cast.intake,
    consultation: null,
    notifiedByOrgan: cast.notifiedByOrgan,
    application: cast.application,
    facts: cast.facts,
    steps,
  };
}

function pickScene(random: Random, end: StoryEnd, refusal: 'income' | 'scope' | null): Scene {
  if (refusal === 'scope') return random.weighted(outOfScopeScenes.map((scene) => [scene, scene.weight] as const));
  const scenes = aidScenes.filter((scene) => {
    if (refusal === 'income') return scene.means === 'tested' && scene.criminal === undefined;
    // Nobody withdraws, is asked to supplement or sends elsewhere what an organ has notified.
    if (withoutOrgan.includes(end)) return scene.criminal === undefined;
    return true;
  });
  return random.weighted(scenes.map((scene) => [scene, scene.weight] as const));
}

const withoutOrgan: readonly StoryEnd[] = [
  'withdrawn',
  'deemedWithdrawn',
  'awaitingSupplement',
  'transferred',
  'terminated',
  'provisional',
  'provisionalOverdue',
  'awaitingCooperation',
  ...refusalEnds,
];

/** A first guess, in days, at how long a story takes; `settle` puts it right. */
function lengthGuess(end: StoryEnd, random: Random): number {
  if (['archived', 'fileUnderReview', 'fileReturned'].includes(end)) return random.int(85, 130);
  if (['closedPendingFile', 'fileOverdue'].includes(end)) return random.int(65, 100);
  if (['handling', 'terminated', 'replacementAsked', 'replaced'].includes(end)) return random.int(25, 60);
  if (end === 'deemedWithdrawn') return 16;
  return { submitted: 0, underReview: 1, reviewOverdue: 1, awaitingSupplement: 2 }[end as string] ?? 6;
}

/** When a story begins, so that its last step falls on the wished day or up to a week before it, and never after the curtain. */
function settle(
  { calendar, until }: StoriesPlan,
  random: Random,
  cast: Cast,
  plotted: readonly PlottedStep[],
  from: LocalDate,
  lastDay: LocalDate,
): { readonly start: LocalDate; readonly fork: string; readonly receivedOn: LocalDate } {
  let start = from;
  for (let attempt = 0; attempt < 60; attempt++) {
    const fork = `settle/${attempt}`;
    const steps = unroll(calendar, random.fork(fork), cast, plotted, start);
    const last = steps.at(-1)?.at ?? until;
    const over = daysBetween(lastDay, localDateOf(last));
    if (last <= until && over <= 0 && (over >= -6 || attempt > 40)) {
      return { start, fork, receivedOn: localDateOf(steps[0]?.at ?? until) };
    }
    start = addDays(start, over > 0 ? -over : over < -6 ? Math.floor(-over / 2) : -1);
  }
  throw new Error(`a story of ${plotted.length} steps does not fit before ${until}`);
}

function unroll(
  calendar: Calendar,
  random: Random,
  cast: Cast,
  plotted: readonly PlottedStep[],
  start: LocalDate,
): readonly StoryStep[] {
  const { door } = cast.application;
  const anytime = door === 'web' || door === 'kiosk';
  let at = anytime ? anyHour(random, start) : inOffice(calendar, random, start);
  const steps: StoryStep[] = [{ at, by: intakeBy(cast), event: 'submit' }];
  for (const { gap, by, act } of plotted) {
    at = afterGap(calendar, random, at, gap);
    steps.push({ at, by, ...act(at) });
  }
  return steps;
}

function intakeBy({ application: { door }, intake }: Cast): StepBy {
  if (intake === null || door === 'web' || door === 'kiosk') return { role: 'citizen' };
  return { role: door === 'phone' ? 'hotlineAgent' : door === 'liaison' ? 'liaison' : 'clerk', tenant: intake.tenant };
}
