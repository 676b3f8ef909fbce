import { describe, expect, test } from 'vitest';
import { seedCalendar } from '../../kernel/calendar/index.ts';
import { addDays, daysBetween, localDateOf } from '../../kernel/time/index.ts';
import { applicationLifecycle } from '../../modules/applications/index.ts';
import { caseLifecycle } from '../../modules/cases/index.ts';
import { competentCentre, loadRegister, localTimeOf } from '../../modules/network/index.ts';
import { assess } from '../../modules/policy/index.ts';
import { inventCity } from './city.ts';
import { endings, refusalEnds } from './stories.ts';
import type { Story, StoryEnd, StoryStep } from './story.ts';

const register = loadRegister();
const city = inventCity({ register });
const { stories, until } = city;
const calendar = seedCalendar();
const eventsOf = (story: Story) => story.steps.map(({ event }) => event);
const stepOf = (story: Story, event: StoryStep['event']) => story.steps.find((step) => step.event === event);

test('about four hundred matters, and so many in each state', () => {
  expect(stories).toHaveLength(413);
  const counts = Object.fromEntries(
    endings.map(({ end }) => [end, stories.filter((story) => story.end === end).length]),
  );
  expect(counts).toEqual(Object.fromEntries(endings.map(({ end, n }) => [end, n])));
});

test('about a hundred and twenty consultations, some of which became applications', () => {
  expect(city.consultations.length).toBeGreaterThanOrEqual(110);
  expect(city.consultations.length).toBeLessThanOrEqual(160);
  const keys = new Set(city.consultations.map(({ key }) => key));
  const linked = stories.filter(({ consultation }) => consultation !== null);
  expect(linked.length).toBeGreaterThan(15);
  for (const { consultation } of linked) expect(keys.has(consultation ?? '')).toBe(true);
});

describe('time', () => {
  test('runs forward in every story, and stops before the curtain', () => {
    for (const { key, steps } of stories) {
      for (const [i, { at }] of steps.entries()) {
        expect(at <= until, `${key} ${at}`).toBe(true);
        expect(i === 0 || (steps[i - 1]?.at ?? '') < at, `${key} step ${i}`).toBe(true);
      }
    }
  });

  test('begins some ten months before, under the ordinance of 2026', () => {
    const first = stories[0]?.steps[0]?.at ?? '';
    expect(localDateOf(first) >= '2026-01-01').toBe(true);
    expect(daysBetween(localDateOf(first), localDateOf(until))).toBeGreaterThan(240);
  });

  test('staff work on working days, between half past eight and six', () => {
    for (const { key, steps } of stories) {
      for (const { at, by, event } of steps) {
        if (by.role === 'citizen' || by.role === 'system') continue;
        const time = localTimeOf(at);
        expect(calendar.isWorkday(localDateOf(at)), `${key} ${event} ${at}`).toBe(true);
        expect(time >= '08:30' && time <= '18:00', `${key} ${event} ${time}`).toBe(true);
      }
    }
  });

  test('the day of receipt is the day on which it was handed in', () => {
    for (const { key, steps, facts } of stories) expect(facts.receivedOn, key).toBe(localDateOf(steps[0]?.at ?? ''));
  });
});

/** The states a story's events lead through, by the tables of applications and cases. */
function walk({ steps }: Story): { application: string; case: string | null } {
  let application: string = applicationLifecycle.initial;
  let aidCase: string | null = null;
  for (const { event } of steps.slice(1)) {
    if (event === 'rate') continue;
    if (aidCase === null) {
      const on: Readonly<Record<string, { readonly to: string }>> =
        applicationLifecycle.states[application as 'SUBMITTED'].on;
      const to = on[event]?.to;
      if (to === undefined) throw new Error(`${application} knows no ${event}`);
      application = to;
      if (to === 'GRANTED') aidCase = caseLifecycle.initial;
    } else {
      const on: Readonly<Record<string, { readonly to: string }>> = caseLifecycle.states[aidCase as 'HANDLING'].on;
      const to = on[event]?.to;
      if (to === undefined) throw new Error(`${aidCase} knows no ${event}`);
      aidCase = to;
    }
  }
  return { application, case: aidCase };
}

const granted = (state: string) => ({ application: 'GRANTED', case: state });
const stands: Readonly<Record<StoryEnd, { application: string; case: string | null }>> = {
  submitted: { application: 'SUBMITTED', case: null },
  underReview: { application: 'UNDER_REVIEW', case: null },
  reviewOverdue: { application: 'UNDER_REVIEW', case: null },
  awaitingSupplement: { application: 'AWAITING_SUPPLEMENT', case: null },
  deemedWithdrawn: { application: 'DEEMED_WITHDRAWN', case: null },
  proposed: { application: 'PROPOSED', case: null },
  refused: { application: 'REFUSED', case: null },
  objected: { application: 'OBJECTION_UNDER_REVIEW', case: null },
  refusedFinal: { application: 'REFUSED_FINAL', case: null },
  correctionOrdered: { application: 'CORRECTION_ORDERED', case: null },
  corrected: granted('AWAITING_DESIGNATION'),
  provisional: { application: 'PROVISIONAL', case: null },
  provisionalOverdue: { application: 'PROVISIONAL', case: null },
  awaitingCooperation: { application: 'AWAITING_COOPERATION', case: null },
  // The other centre’s acknowledgement reaches the sender by the outbox, after the curtain.
  transferred: { application: 'HANDING_OVER', case: null },
  withdrawn: { application: 'WITHDRAWN', case: null },
  awaitingDesignation: granted('AWAITING_DESIGNATION'),
  designationOverdue: granted('AWAITING_DESIGNATION'),
  onOffer: granted('ON_OFFER'),
  atFirm: granted('AT_FIRM'),
  designated: granted('DESIGNATED'),
  accepted: granted('ACCEPTED'),
  handling: granted('HANDLING'),
  replacementAsked: granted('REPLACEMENT_REVIEW'),
  replaced: granted('HANDLING'),
  closedPendingFile: granted('CLOSED_PENDING_FILE'),
  fileOverdue: granted('CLOSED_PENDING_FILE'),
  fileReturned: granted('CLOSED_PENDING_FILE'),
  fileUnderReview: granted('FILE_UNDER_REVIEW'),
  archived: granted('ARCHIVED'),
  terminated: granted('TERMINATED'),
};

describe('the law is kept, except where a story is about its being late', () => {
  test('every story walks the tables of states and ends where it says', () => {
    for (const story of stories)
      expect(walk(story), `${story.key} ${eventsOf(story).join(' ')}`).toEqual(stands[story.end]);
  });

  test('aid is granted where the law gives it and refused where it does not', () => {
    for (const { key, end, facts } of stories) {
      const { outcome } = assess(facts);
      const expected = refusalEnds.includes(end)
        ? ['ineligible', 'outOfScope']
        : ['eligible', 'mustDesignate', 'mayDesignate'];
      expect(expected, `${key} ${end}`).toContain(outcome);
    }
  });

  test('a notified matter stands the same without the notice: the desk can decide it either way', () => {
    for (const { key, notifiedByOrgan, facts } of stories) {
      if (!notifiedByOrgan || facts.matter.criminal === undefined) continue;
      const { notifiedBy: _, ...criminal } = facts.matter.criminal;
      expect(['eligible', 'mustDesignate'], key).toContain(
        assess({ ...facts, matter: { ...facts.matter, criminal } }).outcome,
      );
    }
  });

  test('every matter lies with the competent centre, whoever took it in', () => {
    for (const { key, tenant, intake, application } of stories) {
      const { class: matterClass, proceeding, organRegion, occurrenceRegion } = application.matter;
      const answer = competentCentre(register, {
        matterClass,
        proceeding,
        occurrenceRegion,
        ...(organRegion === undefined ? {} : { organRegion }),
        ...(intake === null ? {} : { receivedBy: intake.tenant }),
      });
      expect(answer.ok && answer.value.tenant, key).toBe(tenant);
    }
  });

  test('decisions fall within seven days of receipt, a supplement’s wait not counted; the long holidays make a few late', () => {
    const late: number[] = [];
    const decisions = stories
      .filter(({ end }) => end !== 'reviewOverdue')
      .flatMap((story) => {
        const decided = stepOf(story, 'grant') ?? stepOf(story, 'refuse');
        return decided === undefined ? [] : [{ story, on: localDateOf(decided.at) }];
      });
    for (const { story, on } of decisions) {
      const [asked, answered] = [stepOf(story, 'requestSupplement'), stepOf(story, 'answerSupplement')];
      const paused =
        asked === undefined || answered === undefined
          ? 0
          : daysBetween(localDateOf(asked.at), localDateOf(answered.at)) + 1;
      const due = calendar.nextWorkday(addDays(story.facts.receivedOn, 7 + paused));
      if (on > due) late.push(daysBetween(due, on));
    }
    expect(decisions.length).toBeGreaterThan(300);
    expect(late.length / decisions.length).toBeLessThan(0.03);
    expect(Math.max(0, ...late)).toBeLessThanOrEqual(5);
  });

  test('the overdue ones are overdue', () => {
    for (const story of stories.filter(({ end }) => end === 'reviewOverdue')) {
      expect(calendar.nextWorkday(addDays(story.facts.receivedOn, 7)) < localDateOf(until), story.key).toBe(true);
    }
    for (const story of stories.filter(({ end }) => end === 'designationOverdue')) {
      expect(
        calendar.nextWorkday(addDays(localDateOf(stepOf(story, 'grant')?.at ?? ''), 3)) < localDateOf(until),
        story.key,
      ).toBe(true);
    }
    for (const story of stories.filter(({ end }) => end === 'fileOverdue')) {
      expect(addDays(localDateOf(stepOf(story, 'reportClosing')?.at ?? ''), 30) < localDateOf(until), story.key).toBe(
        true,
      );
    }
  });
});

describe('the handlers', () => {
  const byCode = new Map(city.handlers.map((handler) => [handler.code, handler]));
  const designated = stories.flatMap((story) =>
    story.steps.flatMap((step) =>
      step.event === 'designate' ? [{ story, at: localDateOf(step.at), handler: byCode.get(step.input.handler) }] : [],
    ),
  );

  test('belong to the centre that designates them, and hold a licence', () => {
    for (const { story, handler, at } of designated) {
      expect(handler?.tenant, story.key).toBe(story.tenant);
      expect((handler?.licensedFrom ?? '9') <= at, story.key).toBe(true);
    }
  });

  test('are lawyers where somebody is defended, practised where life or death is at stake, trained where it is a minor', () => {
    for (const { story, handler, at } of designated) {
      const { criminal } = story.application.matter;
      if (criminal === undefined) continue;
      expect(handler?.kind, story.key).toBe('lawyer');
      if (criminal.lifeOrDeathPossible === true)
        expect((handler?.criminalDefenceSince ?? '9') <= addDays(at, -3 * 365), story.key).toBe(true);
      if (story.application.groups.includes('minor')) expect(handler?.trainedForMinors, story.key).toBe(true);
    }
  });

  test('who declined are not designated again in the same matter', () => {
    for (const story of stories) {
      const whom = story.steps.flatMap((step) => (step.event === 'designate' ? [step.input.handler] : []));
      expect(new Set(whom).size, story.key).toBe(whom.length);
    }
  });

  test('share the work: nobody has more than a fifth of a centre’s cases, where there are enough to share', () => {
    for (const tenant of ['530502', '530581']) {
      const cases = designated.filter(({ story }) => story.tenant === tenant).map(({ handler }) => handler?.code);
      const most = Math.max(...cases.map((code) => cases.filter((c) => c === code).length));
      expect(most).toBeLessThanOrEqual(cases.length / 5);
    }
  });
});

test('the proportions are those of a county office: wages and injuries first, families next, defence a good part', () => {
  const share = (test_: (story: Story) => boolean) => stories.filter(test_).length / stories.length;
  const cause = (...causes: readonly string[]) =>
    share(({ application }) => causes.includes(application.matter.cause ?? ''));
  expect(cause('labourPay', 'workInjury', 'labourRelation')).toBeGreaterThan(0.22);
  expect(cause('maintenance', 'domesticViolence', 'abuseOrAbandonment')).toBeGreaterThan(0.12);
  expect(cause('trafficInjury')).toBeGreaterThan(0.04);
  expect(share(({ application }) => application.matter.class === 'criminal')).toBeGreaterThan(0.1);
  expect(new Set(stories.map(({ scene }) => scene)).size).toBeGreaterThan(25);
});
