import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { epochDayOf, localDateOfEpochDay } from '../../../../kernel/calendar/index.ts';
import type { Facts } from '../../schema.ts';
import { household, someFacts } from '../../testing/some-facts.ts';
import { assess } from '../assess.ts';
import { traceRules } from '../trace.ts';
import type { PreCheckAnswers } from './answers.ts';
import { type PreCheckContext, type PreCheckEnd, preCheck, preCheckQuestions } from './pre-check.ts';
import { questionIds } from './questions.ts';
import { answered } from './testing/person.ts';

const regions = ['530500', '530502', '530521', '530523', '530524', '530581'];
/** One day of each regime of law, and today's. */
const days = [
  '2005-03-01',
  '2011-06-30',
  '2014-10-08',
  '2017-12-18',
  '2020-02-03',
  '2022-06-01',
  '2024-05-20',
  '2026-11-26',
];

/** Complete facts received on a day: whoever is asked about the household can say. */
const factsOn = (on: string): fc.Arbitrary<Facts> =>
  fc.tuple(someFacts, household, fc.constantFrom(...regions)).map(([facts, home, region]) => {
    const shift = epochDayOf(on) - epochDayOf(facts.receivedOn);
    const moved = (day: string): string => localDateOfEpochDay(epochDayOf(day) + shift);
    const birthDate = moved(facts.applicant.birthDate);
    return {
      ...facts,
      receivedOn: on,
      region,
      applicant: { ...facts.applicant, birthDate },
      household: JSON.parse(JSON.stringify(home)) as Facts['household'],
    };
  });

interface Walk {
  readonly end: PreCheckEnd;
  readonly asked: readonly string[];
  readonly answers: PreCheckAnswers;
}

/** Ask until the end. `skip` leaves a question unanswered; `pick` asks in another order than the chooser's. */
function walk(
  facts: Facts,
  context: PreCheckContext,
  {
    skip,
    pick,
    start = {},
  }: { skip?: (id: string) => boolean; pick?: (n: number) => number; start?: PreCheckAnswers } = {},
): Walk {
  let answers = start;
  const asked: string[] = [];
  for (;;) {
    const state = preCheck(answers, context);
    if (state.ended) return { end: state, asked, answers };
    const open = preCheckQuestions(answers, context);
    const question = pick === undefined ? state.question : (open[pick(open.length)] ?? state.question);
    if (asked.includes(question.id)) throw new Error(`asked twice: ${question.id}`);
    asked.push(question.id);
    answers =
      skip?.(question.id) === true
        ? { ...answers, unsure: [...(answers.unsure ?? []), question.id] }
        : answered(answers, question, facts);
  }
}

const runs = { numRuns: 400 };
const fewer = { numRuns: 150 };

describe.each(days)('on %s, for any person', (on) => {
  const context: PreCheckContext = { on, regions };

  test('the outcome is that of the whole law over all facts, whatever those that were not asked for', () => {
    fc.assert(
      fc.property(factsOn(on), (facts) => {
        const { end, asked } = walk(facts, context);
        const { outcome, route, reasons } = assess(facts);
        const rules = traceRules(facts);
        expect([asked, end.outcomes]).toEqual([asked, [outcome]]);
        if (end.route !== null) expect(end.route).toBe(route);
        expect(end.turnsOn).toEqual([]);
        for (const reason of end.reasons) {
          // Where two rules lead to one outcome the law stops at the first, and the pre-check may know the second alone.
          const holds = rules.some(({ rule, met }) => met && rule === reason.rule);
          if (!(holds && reason.met)) expect(reasons).toContainEqual(reason);
        }
        expect(asked.length).toBeLessThanOrEqual(questionIds.length);
      }),
      runs,
    );
  });

  test('in whatever order the open questions are asked, the end is the same', () => {
    fc.assert(
      fc.property(factsOn(on), fc.infiniteStream(fc.nat()), (facts, stream) => {
        const pick = (n: number): number => (stream.next().value ?? 0) % n;
        expect(walk(facts, context, { pick }).end.outcomes).toEqual([assess(facts).outcome]);
      }),
      fewer,
    );
  });

  test('questions left unanswered leave the outcome among those that are still named', () => {
    fc.assert(
      fc.property(factsOn(on), fc.uniqueArray(fc.constantFrom(...questionIds), { maxLength: 4 }), (facts, skipped) => {
        const { end } = walk(facts, context, { skip: (id) => skipped.some((other) => other === id) });
        expect(end.outcomes).toContain(assess(facts).outcome);
        expect(end.outcomes.length > 1).toBe(end.turnsOn.length > 0);
        for (const id of end.turnsOn) expect(skipped).toContain(id);
      }),
      fewer,
    );
  });

  test('told first that the cause is one of several, the end is the same', () => {
    fc.assert(
      fc.property(factsOn(on), fc.infiniteStream(fc.nat()), (facts, stream) => {
        const { cause } = facts.matter;
        if (facts.matter.class === 'criminal' || cause === undefined) return;
        const others = (['other', 'labourPay', 'landContract', 'schooling'] as const).filter(
          () => (stream.next().value ?? 0) % 2 === 0,
        );
        const start: PreCheckAnswers = { criminal: false, causes: [...new Set([...others, cause])] };
        expect(walk(facts, context, { start }).end.outcomes).toEqual([assess(facts).outcome]);
      }),
      fewer,
    );
  });
});
