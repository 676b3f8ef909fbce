import { passwordHasher } from '../../../kernel/auth/index.ts';
import { wholeCountry } from '../../../kernel/db/index.ts';
import { type Ids, type Instant, localDateOf, uuidv7 } from '../../../kernel/time/index.ts';
import { type Actor, citizenActor, type Runner, runUseCase, systemActor } from '../../../kernel/use-case/index.ts';
import { submitApplication } from '../../../modules/applications/index.ts';
import { importPeople } from '../../../modules/circle/index.ts';
import type { ComplaintState } from '../../../modules/complaints/index.ts';
import { answerConsultation, registerConsultation } from '../../../modules/consultations/index.ts';
import {
  importRegister,
  placeRegions,
  type Register,
  registerAgencies,
  registerExperts,
  registerHandlers,
  registerLiaisons,
} from '../../../modules/network/index.ts';
import { cuesOf, type DemoCity } from '../city.ts';
import { randomFrom } from '../random.ts';
import type { ConsultationStory, Story, StoryStep } from '../story.ts';
import { tenants } from '../tenants.ts';
import { assessments } from './assess.ts';
import { complainAndFollow, type PlayedComplaint } from './complain.ts';
import { fundCentres, settle } from './finance.ts';
import { type Played, playStep } from './play-step.ts';
import { serveDecision } from './serve.ts';
import { agencyId, type DemoAccount, openAccounts, type Staff } from './staff.ts';
import { superviseAndFollow } from './supervise.ts';
import { type FollowUp, takeOver } from './take-over.ts';

/** What the person who looks around is told. */
export interface Performance {
  readonly accounts: readonly DemoAccount[];
  /** Some matters and complaints of citizens, to look up by number and code. */
  readonly lookUps: readonly { readonly number: string; readonly code: string; readonly state: string }[];
  readonly stories: number;
  readonly consultations: number;
  readonly complaints: number;
  readonly steps: number;
}

/**
 * Play the invented city through the use cases, at its own pace: every record is made as staff and citizens would make it,
 * with the law's clocks, papers and events. The database must be empty.
 * @param say progress, in one line each
 */
export async function performCity(
  house: Runner,
  city: DemoCity,
  register: Register,
  say: (line: string) => void,
): Promise<Performance> {
  const stage = moveableStage(house, city.seed);
  const { runner } = stage;
  const first = cuesOf(city)[0]?.at ?? city.until;
  stage.set(`${first.slice(0, 4)}-01-04T02:00:00.000Z`);
  say('登记地区、机构和人员… · registering the network');
  await registerNetwork(runner, city, register);
  const staff = await openAccounts(runner, passwordHasher(), city);
  await fundCentres(runner, staff);

  const played = new Map<string, Played>();
  const heard = new Map<string, { consultationId: string; version: number }>();
  const agencies = new Map<string, string>();
  const agencyOf = async (tenant: string, code: string): Promise<string> => {
    const key = `${tenant}/${code}`;
    const known = agencies.get(key) ?? (await agencyId(runner, tenant, code));
    agencies.set(key, known);
    return known;
  };
  const cues = cuesOf(city);
  const finance = randomFrom(`${city.seed}/finance`);
  const complaints = new Map<string, PlayedComplaint>();
  const complaining = {
    runner,
    staff,
    played: complaints,
    numberOf: (story: string) => played.get(story)?.number,
  };
  const supervising = { runner, staff, caseOf: (story: string) => played.get(story)?.caseId };
  const serving = { runner, staff, applicationOf: (story: string) => played.get(story)?.applicationId };
  const followUps: FollowUp[] = [
    ...city.complaints.map((story) => complainAndFollow(complaining, story)),
    ...city.supervisions.map((story) => superviseAndFollow(supervising, story)),
    ...city.services.map((story) => serveDecision(serving, story)),
    // An empty city has nothing to assess.
    ...(city.stories.length === 0 ? [] : [assessments(runner, staff, city)]),
  ].sort((a, b) => (a.at < b.at ? -1 : 1));
  const followUntil = async (at: Instant): Promise<void> => {
    while ((followUps[0]?.at ?? '9') <= at) {
      const next = followUps.shift() as FollowUp;
      stage.set(next.at);
      const after = await next.play();
      if (after !== undefined) followUps.push(after);
      followUps.sort((a, b) => (a.at < b.at ? -1 : 1));
    }
  };
  let month = first.slice(0, 7);
  let steps = 0;
  for (const [i, cue] of cues.entries()) {
    await followUntil(cue.at);
    stage.set(cue.at);
    const now = localDateOf(cue.at).slice(0, 7);
    if (now !== month && Number(localDateOf(cue.at).slice(8)) >= 8) {
      month = now;
      for (const tenant of tenants) await settle(runner, staff, tenant, finance, 'paid');
    }
    if (cue.kind === 'step') {
      const step = cue.story.steps[cue.index] as StoryStep;
      await act(runner, staff, cue.story, step, played, heard, agencyOf);
      const moved = played.get(cue.story.key)?.movedTo;
      if (step.event === 'transfer' && moved !== undefined) followUps.push(takeOver(runner, staff, moved, cue.at));
      followUps.sort((a, b) => (a.at < b.at ? -1 : 1));
    } else if (cue.kind === 'answer') {
      await reply(runner, staff, cue.consultation, heard);
    } else {
      heard.set(cue.consultation.key, await hear(runner, staff, cue.consultation, agencyOf));
    }
    steps += 1;
    if (i % 500 === 499) say(`已演到 ${localDateOf(cue.at)}（${i + 1}/${cues.length}） · played up to`);
  }
  // What follows from the last steps still comes before the curtain.
  await followUntil(city.until);
  stage.set(city.until);
  for (const tenant of tenants) await settle(runner, staff, tenant, finance, 'partly');
  return {
    accounts: staff.accounts,
    lookUps: [...lookUpsOf(city, played), ...complaintLookUps(city, complaints)],
    stories: city.stories.length,
    consultations: city.consultations.length,
    complaints: complaints.size,
    steps,
  };
}

async function registerNetwork(runner: Runner, city: DemoCity, register: Register): Promise<void> {
  const asOwner = <T>(work: Parameters<typeof runUseCase<T>>[2]): Promise<T> =>
    runUseCase(runner, systemActor, work, { scope: wholeCountry });
  await asOwner((tx) => importRegister(tx, systemActor, register));
  await asOwner((tx) =>
    placeRegions(
      tx,
      systemActor,
      register,
      [...city.ground].map(([code, position]) => ({ code, position })),
    ),
  );
  await asOwner((tx) =>
    importPeople(
      tx,
      systemActor,
      register,
      city.population.map(({ region, residents, older, children, disabled, verified }) => ({
        region,
        asOf: '2020-11-01',
        people: residents,
        groups: { older, children, disabled },
        source: '演示虚构',
        verified,
      })),
    ),
  );
  await asOwner((tx) => registerAgencies(tx, systemActor, register, city.agencies));
  await asOwner((tx) => registerHandlers(tx, systemActor, register, city.handlers));
  await asOwner((tx) => registerExperts(tx, systemActor, city.experts));
  await asOwner((tx) => registerLiaisons(tx, systemActor, register, city.liaisons));
}

type AgencyOf = (tenant: string, code: string) => Promise<string>;

async function hear(
  runner: Runner,
  staff: Staff,
  story: ConsultationStory,
  agencyOf: AgencyOf,
): Promise<{ consultationId: string; version: number }> {
  const actor = staff.at(story.tenant, story.by);
  const agency = await agencyOf(story.tenant, story.agency);
  const answeredAtOnce = story.answeredAt !== null && story.answeredAt <= story.at;
  return runUseCase(runner, actor, (tx) =>
    registerConsultation(tx, actor, {
      tenant: story.tenant,
      agencyId: agency,
      channel: story.channel,
      ...(story.person === null ? {} : { person: story.person }),
      groups: [...story.groups],
      topic: story.topic,
      class: story.class,
      region: story.region,
      question: story.question,
      answer: answeredAtOnce ? story.answer : '',
      callBack: story.callBack,
      demonstration: true,
    }),
  );
}

async function reply(
  runner: Runner,
  staff: Staff,
  story: ConsultationStory,
  heard: Map<string, { consultationId: string; version: number }>,
): Promise<void> {
  const record = heard.get(story.key);
  if (record === undefined) return;
  const actor = staff.at(story.tenant, story.by);
  const { version } = await runUseCase(runner, actor, (tx) =>
    answerConsultation(tx, actor, { tenant: story.tenant, ...record, answer: story.answer }),
  );
  heard.set(story.key, { ...record, version });
}

async function act(
  runner: Runner,
  staff: Staff,
  story: Story,
  step: StoryStep,
  played: Map<string, Played>,
  heard: ReadonlyMap<string, { consultationId: string }>,
  agencyOf: AgencyOf,
): Promise<void> {
  try {
    if (step.event === 'submit') {
      played.set(story.key, await submit(runner, staff, story, step, heard, agencyOf));
      return;
    }
    const matter = played.get(story.key);
    if (matter === undefined) throw new Error('not submitted');
    played.set(story.key, await playStep(runner, actorOf(staff, story, step), story, step, matter));
  } catch (error) {
    const { code, faults } = error as { code?: string; faults?: unknown };
    throw new Error(
      `story ${story.key}, ${step.event} at ${step.at}: ${String(error)} ${code ?? ''} ${JSON.stringify(faults ?? [])}`,
      { cause: error },
    );
  }
}

async function submit(
  runner: Runner,
  staff: Staff,
  story: Story,
  step: StoryStep,
  heard: ReadonlyMap<string, { consultationId: string }>,
  agencyOf: AgencyOf,
): Promise<Played> {
  const { intake } = story;
  const actor = actorOf(staff, story, step);
  const consultation = story.consultation === null ? undefined : heard.get(story.consultation);
  const intakeAgency = intake === null ? undefined : await agencyOf(intake.tenant, intake.agency);
  const submitted = await runUseCase(
    runner,
    actor,
    (tx) =>
      submitApplication(
        tx,
        actor,
        {
          ...story.application,
          demonstration: true,
          ...(intakeAgency === undefined ? {} : { intakeAgency }),
          ...(consultation === undefined ? {} : { consultationId: consultation.consultationId }),
        },
        { tenant: story.tenant, ...(intake === null ? {} : { intakeTenant: intake.tenant }) },
      ),
    {
      scope: {
        tenants: [...new Set([story.tenant, ...(intake === null ? [] : [intake.tenant])])],
        agencies: intakeAgency === undefined ? [] : [intakeAgency],
      },
    },
  );
  return {
    tenant: submitted.tenant,
    applicationId: submitted.applicationId,
    version: submitted.version,
    number: submitted.number,
    code: submitted.queryCode,
  };
}

function actorOf(staff: Staff, story: Story, { by }: StoryStep): Actor {
  if (!('tenant' in by)) return by.role === 'citizen' ? citizenActor(story.tenant) : systemActor;
  return 'handler' in by ? staff.handler(by.tenant, by.handler) : staff.at(by.tenant, by.role);
}

/** A few matters in different states, whose codes are printed so that a visitor can look them up. */
function lookUpsOf(city: DemoCity, played: ReadonlyMap<string, Played>): Performance['lookUps'] {
  const wanted = ['awaitingSupplement', 'handling', 'archived', 'refused', 'objected', 'provisional'];
  return wanted.flatMap((end) => {
    const story = city.stories.findLast(
      (s) => s.end === end && (end !== 'archived' || !s.steps.some((x) => x.event === 'rate')),
    );
    const matter = story && played.get(story.key);
    return matter === undefined ? [] : [{ number: matter.number, code: matter.code, state: end }];
  });
}

/** The same of complaints: what is missing, what is under way, what is answered. */
function complaintLookUps(city: DemoCity, complaints: ReadonlyMap<string, PlayedComplaint>): Performance['lookUps'] {
  const wanted: readonly ComplaintState[] = ['AWAITING_INFORMATION', 'INVESTIGATING', 'CLOSED', 'PASSED_ON'];
  return wanted.flatMap((state) => {
    const story = city.complaints.find(({ end }) => end === state);
    const said = story && complaints.get(story.key);
    return said === undefined ? [] : [{ number: said.number, code: said.code, state }];
  });
}

/** The house's runner with a clock that the performance sets and ids that repeat. */
function moveableStage(house: Runner, seed: string): { runner: Runner; set(at: Instant): void } {
  let now = house.clock.now();
  const random = randomFrom(`${seed}/ids`);
  const bytes = (n: number): Uint8Array => Uint8Array.from({ length: n }, () => random.int(0, 255));
  let sequence = 0;
  const ids: Ids = {
    next: (at) => {
      sequence = (sequence + 1) & 0xfff;
      return uuidv7(Date.parse(at), sequence, bytes(8));
    },
    random: bytes,
  };
  return {
    runner: { ...house, ids, clock: { now: () => now } },
    set: (at) => {
      now = at;
    },
  };
}
