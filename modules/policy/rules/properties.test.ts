import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { epochDayOf, localDateOfEpochDay } from '../../../kernel/calendar/index.ts';
import { assessmentHash } from '../assessment-hash.ts';
import { firstDayOfLaw } from '../law/check-packs.ts';
import { lawOnFile } from '../law/on-file.ts';
import { inForce } from '../law/spans.ts';
import { type Assessment, type Facts, residences } from '../schema.ts';
import { household, money, someFacts } from '../testing/some-facts.ts';
import { assess, outcomeOf } from './assess.ts';
import { parseFacts } from './parse-facts.ts';

const runs = { numRuns: 2000 };

/** How far an outcome opens the door: more is better for the person. */
const openness: Readonly<Record<Assessment['outcome'], number>> = {
  outOfScope: 0,
  ineligible: 0,
  needsInformation: 1,
  mayDesignate: 2,
  eligible: 2,
  mustDesignate: 2,
};

describe('for any facts that the schema lets in', () => {
  test('they pass the check, and an answer comes with reasons', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        expect(parseFacts(facts)).toEqual({ ok: true, value: facts });
        const answer = assess(facts);
        expect(answer.reasons.length).toBeGreaterThan(0);
        for (const { rule, citation, text } of answer.reasons) {
          expect([rule, citation, text.zh, text.en].every((part) => part.length > 0)).toBe(true);
        }
        expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
      }),
      runs,
    );
  });

  test('more income never makes anyone more eligible', () => {
    fc.assert(
      fc.property(someFacts, household, money, money, (facts, home, more, moreOwn) => {
        const poorer = { ...facts, household: JSON.parse(JSON.stringify(home)) as NonNullable<Facts['household']> };
        const richer = {
          ...poorer,
          household: {
            ...poorer.household,
            annualIncome: Math.min(10_000_000_000_000, poorer.household.annualIncome + more),
            applicantAnnualIncome: Math.min(10_000_000_000_000, poorer.household.applicantAnnualIncome + moreOwn),
          },
        };
        expect(openness[assess(richer).outcome]).toBeLessThanOrEqual(openness[assess(poorer).outcome]);
      }),
      runs,
    );
  });

  test('one more mouth to feed never makes anyone less eligible', () => {
    fc.assert(
      fc.property(someFacts, household, (facts, home) => {
        const few = { ...facts, household: JSON.parse(JSON.stringify(home)) as NonNullable<Facts['household']> };
        const many = { ...few, household: { ...few.household, members: few.household.members + 1 } };
        expect(openness[assess(many).outcome]).toBeGreaterThanOrEqual(openness[assess(few).outcome]);
      }),
      runs,
    );
  });

  test('the answer does not depend on the order of fields, groups or impairments, nor on repeats', () => {
    fc.assert(
      fc.property(someFacts, fc.infiniteStream(fc.nat()), (facts, stream) => {
        const shuffled = shuffle(facts, stream) as Facts;
        if (shuffled.applicant.groups?.[0] !== undefined) shuffled.applicant.groups.push(shuffled.applicant.groups[0]);
        expect(assess(shuffled)).toEqual(assess(facts));
        expect(assessmentHash(shuffled, assess(shuffled))).toBe(assessmentHash(facts, assess(facts)));
      }),
      runs,
    );
  });

  test('scope is settled before means: no household brings a matter into scope or out of it', () => {
    fc.assert(
      fc.property(someFacts, household, (facts, home) => {
        const { household: _, ...without } = facts;
        const withHome = { ...facts, household: JSON.parse(JSON.stringify(home)) as NonNullable<Facts['household']> };
        expect(assess(withHome).outcome === 'outOfScope').toBe(assess(without).outcome === 'outOfScope');
      }),
      runs,
    );
  });

  test('outcome, route and what is missing agree', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const { outcome, route, missing, standard, provisionalAid, deadlines } = assess(facts);
        expect(missing !== undefined && missing.length > 0).toBe(outcome === 'needsInformation');
        expect(standard !== undefined).toBe(route === 'meansTested');
        const routesOf: Readonly<Record<Assessment['outcome'], readonly (string | null)[]>> = {
          eligible: ['meansTested', 'meansExempt', 'verificationWaived'],
          ineligible: ['meansTested', null],
          outOfScope: [null],
          needsInformation: [null],
          mustDesignate: ['mandatoryDefence', 'notifiedRepresentation'],
          mayDesignate: ['discretionaryDefence'],
        };
        expect(routesOf[outcome]).toContain(route);
        expect(provisionalAid.available).toBe(provisionalAid.ground !== undefined);
        if (provisionalAid.available) expect(['outOfScope', 'ineligible']).not.toContain(outcome);
        const byHearing = facts.matter.criminal?.hearingOn;
        for (const { due } of deadlines) expect(due >= facts.receivedOn || byHearing !== undefined).toBe(true);
      }),
      runs,
    );
  });

  test('the outcome asked for alone is the outcome of the whole answer', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const { outcome, route } = assess(facts);
        expect([outcomeOf(facts).outcome, outcomeOf(facts).route]).toEqual([outcome, route]);
      }),
      runs,
    );
  });

  test('a retained defender is never doubled', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        if (facts.matter.criminal === undefined) return;
        const criminal = { ...facts.matter.criminal, hasDefender: true };
        const { outcome } = assess({ ...facts, matter: { ...facts.matter, criminal } });
        expect(['ineligible', 'outOfScope']).toContain(outcome);
      }),
      runs,
    );
  });
});

describe('for every day from the first law on', () => {
  test('exactly one national rule set governs, in every jurisdiction', () => {
    const law = lawOnFile();
    const national = law.packs.filter(({ layer }) => layer === 'national');
    for (let n = epochDayOf(firstDayOfLaw); n <= epochDayOf('2035-12-31'); n += 1) {
      const on = localDateOfEpochDay(n);
      const governing = national.filter((pack) => inForce({ from: pack.effectiveFrom, to: pack.effectiveTo }, on));
      expect([on, governing.length]).toEqual([on, 1]);
      for (const region of ['530521', '530102', '110101']) {
        expect(law.bookFor(on, region)?.ruleSet).toBe(governing[0]?.key);
      }
    }
  });

  test('every county of Baoshan has a standard on file for both residences', () => {
    const law = lawOnFile();
    for (let n = epochDayOf(firstDayOfLaw); n <= epochDayOf('2035-12-31'); n += 1) {
      const on = localDateOfEpochDay(n);
      for (const region of ['530500', '530502', '530521', '530523', '530524', '530581']) {
        for (const residence of residences) expect(law.standards.find(region, residence, on)?.verified).toBe(false);
      }
    }
  });

  test('the day before the first law has none', () => {
    expect(lawOnFile().bookFor('2003-08-31', '530521')).toBeUndefined();
  });
});

/** The same value with the keys of every object, and the members of every list, in another order. */
function shuffle(value: unknown, stream: fc.Stream<number>): unknown {
  const order = <T>(list: readonly T[]): T[] =>
    list
      .map((item) => ({ item, place: stream.next().value ?? 0 }))
      .sort((a, b) => a.place - b.place)
      .map(({ item }) => item);
  if (Array.isArray(value)) return order(value.map((item) => shuffle(item, stream)));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(order(Object.entries(value)).map(([key, item]) => [key, shuffle(item, stream)]));
  }
  return value;
}
