import { seedCalendar } from '../../kernel/calendar/index.ts';
import { type Instant, localDateOf } from '../../kernel/time/index.ts';
import type { NewAgency, NewExpert, NewHandler, NewLiaison, Position, Register } from '../../modules/network/index.ts';
import { type ComplaintStory, hearComplaints } from './complaints.ts';
import { firstAsked, hearConsultations } from './consultations.ts';
import { planExperts, planLiaisons } from './experts-and-liaisons.ts';
import { layGround } from './ground.ts';
import { planAgencies } from './network.ts';
import { inventPeople } from './people.ts';
import { planHandlers } from './personnel.ts';
import { randomFrom } from './random.ts';
import { type ServiceStory, serveDecisions } from './services.ts';
import { planPopulation, type VillagePopulation } from './settlement.ts';
import { tellStories } from './stories.ts';
import type { ConsultationStory, Story } from './story.ts';
import { type SupervisionStory, superviseCases } from './supervisions.ts';

/** The whole demonstration city as data: nothing here has touched a database. */
export interface DemoCity {
  readonly seed: string;
  readonly until: Instant;
  /** Schematic positions by region code. */
  readonly ground: ReadonlyMap<string, Position>;
  readonly population: readonly VillagePopulation[];
  readonly agencies: readonly NewAgency[];
  readonly handlers: readonly NewHandler[];
  readonly experts: readonly NewExpert[];
  readonly liaisons: readonly NewLiaison[];
  readonly consultations: readonly ConsultationStory[];
  readonly stories: readonly Story[];
  readonly complaints: readonly ComplaintStory[];
  readonly supervisions: readonly SupervisionStory[];
  readonly services: readonly ServiceStory[];
}

export interface DemoOptions {
  readonly register: Register;
  readonly seed?: string;
  /** The curtain: the last instant at which anything has happened. */
  readonly until?: Instant;
}

/**
 * Invent the demonstration city. The same register, seed and curtain give the same city, byte for byte.
 * Real are the names and codes of places; everything else is invented.
 */
export function inventCity({ register, seed = '法援圈', until = '2026-11-24T06:30:00.000Z' }: DemoOptions): DemoCity {
  const random = randomFrom(seed);
  const people = inventPeople();
  const calendar = seedCalendar();
  const today = localDateOf(until);
  const ground = layGround(register, random.fork('ground'));
  const agencies = planAgencies({ register, ground, random: random.fork('network') });
  const personnel = { register, agencies, people, random: random.fork('personnel'), today };
  const handlers = planHandlers(personnel);
  const experts = planExperts(handlers, personnel);
  const liaisons = planLiaisons(personnel);
  const stage = { register, agencies, people, calendar, until };
  const told = tellStories({ ...stage, handlers, random: random.fork('stories') });
  const asked = hearConsultations({ ...stage, random: random.fork('consultations'), n: 100 });
  const linked = told.map((story) => ({ story, first: firstAsked(story, random.fork(`asked/${story.key}`)) }));
  return {
    seed,
    until,
    ground,
    population: planPopulation(register, random.fork('population')),
    agencies,
    handlers,
    experts,
    liaisons,
    consultations: [...asked, ...linked.flatMap(({ first }) => (first === null ? [] : [first]))].sort((a, b) =>
      a.at < b.at ? -1 : 1,
    ),
    complaints: hearComplaints({ random: random.fork('complaints'), calendar, until, stories: told }),
    supervisions: superviseCases({ random: random.fork('supervisions'), calendar, until, stories: told }),
    services: serveDecisions({ random: random.fork('services'), calendar, until, stories: told }),
    stories: linked.map(({ story, first }) => ({ ...story, consultation: first?.key ?? null })),
  };
}

/** One thing to be played: a consultation, its later answer, or a step of a story. */
export type Cue =
  | { readonly at: Instant; readonly kind: 'consultation' | 'answer'; readonly consultation: ConsultationStory }
  | { readonly at: Instant; readonly kind: 'step'; readonly story: Story; readonly index: number };

/** Everything in the order in which it happens; of two at the same instant the story with the lower key goes first. */
export function cuesOf(city: DemoCity): readonly Cue[] {
  const cues: Cue[] = [
    ...city.consultations.map((consultation): Cue => ({ at: consultation.at, kind: 'consultation', consultation })),
    ...city.consultations.flatMap((consultation): Cue[] =>
      consultation.answeredAt !== null && consultation.answeredAt > consultation.at
        ? [{ at: consultation.answeredAt, kind: 'answer', consultation }]
        : [],
    ),
    ...city.stories.flatMap((story) => story.steps.map(({ at }, index): Cue => ({ at, kind: 'step', story, index }))),
  ];
  const orderOf = (cue: Cue): string =>
    cue.kind === 'step' ? `${cue.story.key}/${String(cue.index).padStart(3, '0')}` : cue.consultation.key;
  return cues
    .map((cue) => ({ cue, order: orderOf(cue) }))
    .sort((a, b) => (a.cue.at < b.cue.at ? -1 : a.cue.at > b.cue.at ? 1 : a.order < b.order ? -1 : 1))
    .map(({ cue }) => cue);
}
